"""A player gives commands other keys; they hold at once, everywhere, and after a restart."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from game.cli.seating import seating
from game.tui.app import AmurApp
from game.tui.keyboard import STAYING, keys_of, places, refusal
from game.tui.play.keyline import KeyLine
from game.tui.play.screen import PlayScreen
from game.tui.screens.codex import CodexScreen
from game.tui.screens.help import Help
from game.tui.screens.keys import KeyAsked, Keys
from game.tui.screens.title import Title
from game.tui.settings import Settings
from game.tui.shelf import Shelf
from game.tui.widgets.hanging import Hanging
from tests.tui.playing import played, until

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the player's own settings out of it."""
    monkeypatch.setenv("AMUR_HOME", str(tmp_path))
    return tmp_path


async def open_keys(pilot: Pilot[None]) -> Keys:
    """Come to the keys through the settings."""
    app = pilot.app
    await pilot.press("f2", "k")
    await until(pilot, lambda: isinstance(app.screen, Keys))
    await pilot.pause()
    assert isinstance(app.screen, Keys)
    return app.screen


async def ask(pilot: Pilot[None], command: str) -> None:
    """Ask for another key for a command."""
    app = pilot.app
    options = app.screen.query_one(OptionList)
    options.highlighted = options.get_option_index(command)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, KeyAsked))
    await pilot.pause()


async def give(pilot: Pilot[None], command: str, key: str) -> None:
    """Give a command another key."""
    await ask(pilot, command)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, Keys))
    await pilot.pause()


async def refused(pilot: Pilot[None], command: str, key: str) -> str:
    """Return why a command does not get a key, and keep the old one."""
    app = pilot.app
    await ask(pilot, command)
    await pilot.press(key)
    await pilot.pause()
    assert isinstance(app.screen, KeyAsked)
    why = str(app.screen.query_one("#question", Static).content).splitlines()[-1]
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(app.screen, Keys))
    return why


def line_of(keys: Keys, command: str) -> str:
    return " ".join(str(keys.query_one(OptionList).get_option(command).prompt).split())


def told(keys: Keys) -> str:
    return str(keys.query_one("#help", Static).content)


def kept(home: Path) -> dict[str, object]:
    read: dict[str, object] = json.loads((home / "settings.json").read_text("utf-8"))
    return {name: key for name, key in read.items() if name.startswith("key.")}


@pytest.mark.parametrize("size", SIZES)
def test_another_key_holds_at_once_in_the_footer_in_help_and_in_the_palette(
    home: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        keys = await open_keys(pilot)
        assert line_of(keys, "codex") == "c Codex"
        assert line_of(keys, "leave") == "Esc or q Back"
        await give(pilot, "codex", "x")
        await give(pilot, "draft", "f5")
        assert line_of(keys, "codex") == "* x Codex"
        assert told(keys) == "Draft has its new key."
        assert kept(home) == {"key.codex": "x", "key.draft": "f5"}
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.pause()
        shown = {active.binding.description: key for key, active in screen.active_bindings.items()}
        assert (shown["Draft"], shown["Codex"]) == ("f5", "x")
        footer = screen.query_one(KeyLine)
        await until(pilot, lambda: any(key == "f5" for key, *_ in footer._said))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, Help))
        await pilot.pause()
        assert "x Codex" in app.screen.query_one(Hanging).text
        await pilot.press("f1", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await until(pilot, lambda: "Codex  x" in offered(app.screen.query_one(OptionList)))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("c")
        await pilot.pause()
        assert app.screen is screen, "the old key does nothing"
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))

    played(home, size, act)


def test_another_key_survives_a_restart(home: Path) -> None:
    async def change(pilot: Pilot[None]) -> None:
        await open_keys(pilot)
        await give(pilot, "codex-title", "x")
        await give(pilot, "leave", "f6")

    async def use(pilot: Pilot[None]) -> None:
        app = pilot.app
        menu = app.screen.query_one("#menu", OptionList)
        assert str(menu.get_option("codex-title").prompt).split() == ["Codex", "x"]
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, CodexScreen)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Title))
        await pilot.press("x", "escape")
        await until(pilot, lambda: isinstance(app.screen, Title))

    on_the_title(home, (80, 24), change)
    on_the_title(home, (80, 24), use)


def why_not(command: str, key: str, *, writes: bool = False) -> str:
    """Return why a command does not get a key, as keys are shipped."""
    found = places()
    by_id = {known.id: known for place in found for known in place.commands}
    return refusal(key, writes, by_id[command], Settings(), found)


def test_a_key_that_is_taken_or_stays_is_refused_in_a_sentence() -> None:
    assert why_not("codex", "d") == "d is taken: in a play it does “Draft”."
    assert "“Colours”" in why_not("codex", "t")
    assert "“Settings”" in why_not("codex", "f2")
    assert "“Quit”" in why_not("codex", "ctrl+q")
    assert "“Choose 3”" in why_not("why", "3")
    assert "on the title" in why_not("next-theme", "n")
    assert "while one types" in why_not("palette", "x", writes=True)
    for key in ("enter", "tab", "up", "left", "f1", "ctrl+c", "pagedown"):
        assert "does the same on every screen" in why_not("codex", key)
    assert not why_not("codex", "c")


def test_what_is_refused_is_said_where_it_was_asked_and_changes_nothing(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        keys = await open_keys(pilot)
        for command, key in (("codex", "d"), ("palette", "x"), ("codex", "f1")):
            assert await refused(pilot, command, key) == why_not(command, key, writes=key == "x")
        assert told(keys) == "Codex keeps its key."
        await give(pilot, "codex", "c")
        assert not (home / "settings.json").exists()

    played(home, (80, 24), act)


def test_keys_come_back_as_they_were_shipped(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        keys = await open_keys(pilot)
        await give(pilot, "codex", "x")
        await give(pilot, "causes", "c")
        await give(pilot, "help", "f9")
        assert line_of(keys, "help") == "* F1 or F9 Help"
        options = keys.query_one(OptionList)
        options.highlighted = options.get_option_index("codex")
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        assert told(keys) == "c is taken: in a play it does “Causes”."
        for command, line in (("causes", "l Causes"), ("codex", "c Codex")):
            options.highlighted = options.get_option_index(command)
            await pilot.pause()
            await pilot.press("b")
            await until(pilot, lambda c=command, line=line: line_of(keys, c) == line)
        await pilot.press("a")
        await pilot.pause()
        assert "once more" in told(keys)
        assert line_of(keys, "help") == "* F1 or F9 Help"
        await pilot.press("a")
        await until(pilot, lambda: line_of(keys, "help") == "F1 Help")
        assert not any(kept(home).values())
        await pilot.press("f2", "f2")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))

    played(home, (80, 24), act)


def test_what_the_file_says_of_keys_is_shown_as_it_is(home: Path) -> None:
    (home / "settings.json").write_text(json.dumps({"key.codex": "[/b]\x1b", "key.gone": "y"}))

    async def look(pilot: Pilot[None]) -> None:
        keys = await open_keys(pilot)
        assert "[/b]␛" in line_of(keys, "codex")
        await pilot.press("a", "a")
        await until(pilot, lambda: not any(kept(home).values()))

    on_the_title(home, (80, 24), look)


def test_every_command_has_an_id_of_its_own_and_no_two_beside_each_other_share_a_key() -> None:
    found, shipped = places(), Settings()
    ids = Counter(command.id for place in found for command in place.commands)
    assert max(ids.values()) == 1
    assert {command.id for command in AmurApp.KEYMAP} <= set(ids)
    for place in found:
        for command in place.commands:
            for key in keys_of(command, shipped):
                if key not in STAYING and (command.id, key) not in AT_THE_END:
                    assert not refusal(key, False, command, shipped, found)


AT_THE_END = {("end-read-on", "space"), ("read-on", "space")}
"""At the end nothing is read on in what happened."""


def offered(options: OptionList) -> str:
    return "\n".join(str(option.prompt) for option in options.options)


def on_the_title(
    home: Path, size: tuple[int, int], act: Callable[[Pilot[None]], Awaitable[None]]
) -> None:
    """Open the game and have something done in it."""

    async def play() -> None:
        game = AmurApp(Shelf(seating, home))
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            await act(pilot)

    asyncio.run(play())
