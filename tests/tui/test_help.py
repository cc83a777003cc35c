"""Help and the palette are made from the tables that the keys obey, on every screen."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from game.cli.seating import seating
from game.files.begun_with import BOTH
from game.files.library import Library
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario import Scenario
from game.scenario.authored import ById
from game.tui.app import AmurApp
from game.tui.commands import commands_of, keys_said
from game.tui.play import ending
from game.tui.play.curtain import Curtain
from game.tui.play.keys import KEYMAP
from game.tui.play.screen import PlayScreen
from game.tui.screens.codex import CodexScreen
from game.tui.screens.help import Help
from game.tui.screens.reading import Reading
from game.tui.screens.settings import SettingsScreen
from game.tui.screens.title import Title
from game.tui.shelf import Shelf, Wanted
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.size_guard import SizeGuard
from tests.tui.playing import played, to_the_end, until
from tests.tui.seasons import in_seasons
from tests.tui.showing import painted


def shown(help: Help) -> str:
    """Return everything that help says."""
    return help.query_one(Hanging).text


async def helped(pilot: Pilot[None], key: str = "f1") -> str:
    """Return what help says where we are, and go back."""
    app, before = pilot.app, pilot.app.screen
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Help))
    await pilot.pause()
    assert isinstance(app.screen, Help)
    text = shown(app.screen)
    await pilot.press("f1")
    await until(pilot, lambda: app.screen is before)
    return text


def test_help_tells_of_every_key_of_the_play_and_of_the_game(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        text = await helped(pilot)
        for _, command in commands_of(screen):
            assert command.help in text
            if not command.family:
                assert keys_said(command) in text
        assert "1 to 9" in text
        assert text.count(KEYMAP[-1].help) == 1

    played(tmp_path, (80, 24), act)


def test_help_leaves_out_what_does_nothing_now(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_end(screen, pilot)
        text = await helped(pilot)
        told = {command.id: command.help for command in KEYMAP}
        assert told["undo"] in text
        assert told["forecast"] not in text

    played(tmp_path, (80, 24), act)


def test_f1_helps_on_pages_in_the_codex_and_while_one_types(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Reading))
        assert "Goes back." in await helped(pilot)
        await pilot.press("escape", "c")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))
        await pilot.press("slash")
        assert "Goes to the line to search in." in await helped(pilot)

    played(tmp_path, (120, 40), act)


def test_help_tells_of_what_is_done_where_the_focus_is(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(screen.app.screen, Reading))
        assert "Esc, q or Enter Back" in await helped(pilot)
        await pilot.press("escape")
        await to_the_end(screen, pilot)
        text = await helped(pilot)
        for command in ending.KEYMAP:
            assert f"{keys_said(command)} {command.title}" in text

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize("has_play", [False, True])
def test_help_on_the_title_tells_of_its_menu(tmp_path: Path, has_play: bool) -> None:
    if has_play:
        rules = Rules(read_scenario("aigun-six-days"))
        start_play(rules, heading_for(rules, "7", "yishan"), seating, Library(tmp_path)).close()

    async def look() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text = await helped(pilot)
            assert "n New game" in text
            assert ("c Continue" in text) == has_play

    asyncio.run(look())


def test_help_on_the_curtain_tells_how_to_lift_it(tmp_path: Path) -> None:
    async def look() -> None:
        shelf = Shelf(seating, tmp_path)
        game = AmurApp(shelf, shelf.begin(Wanted(seat=BOTH, seed="7")))
        async with game.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(game.screen, Curtain))
            assert "Enter Lift the curtain" in await helped(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(game.screen, PlayScreen))

    asyncio.run(look())


def test_the_rules_key_helps_where_a_scenario_has_no_rules(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert "On this screen" in await helped(pilot, "question_mark")

    played(tmp_path, (80, 24), act, scenario=without_rules())


@pytest.mark.parametrize(
    ("word", "opened"),
    [("codex", CodexScreen), ("settings", SettingsScreen), ("help", Help), ("title", Title)],
)
def test_the_palette_does_what_the_keys_do(
    tmp_path: Path, word: str, opened: type[Screen[Any]]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press("f1", "f2", "ctrl+p")
        palette = app.screen
        assert isinstance(palette, CommandPalette)
        await pilot.press(*word)
        await until(pilot, lambda: bool(palette.query("CommandList.--visible")))
        await pilot.press("enter")
        await pilot.pause()
        if app.screen is palette:
            await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, opened))
        if isinstance(app.screen, Help):
            assert KEYMAP[0].help in shown(app.screen)

    played(tmp_path, (80, 24), act)


def test_nothing_opens_over_the_card_for_a_small_window_but_one_can_leave(tmp_path: Path) -> None:
    async def play() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(60, 20)) as pilot:
            await until(pilot, lambda: isinstance(game.screen, SizeGuard))
            game.theme = "ansi-dark"
            await pilot.pause()
            assert "Codex" not in painted(game.screen)  # nothing shines through
            await pilot.press("f1", "ctrl+p")
            await pilot.pause()
            assert isinstance(game.screen, SizeGuard)
            await pilot.press("ctrl+q")
            await until(pilot, lambda: not game.is_running)

    asyncio.run(play())


def without_rules() -> Scenario:
    read = read_scenario("aigun-six-days")
    codex = ById({id: page for id, page in read.codex.items() if id != "rules"})
    return read.model_copy(update={"codex": codex})


def test_help_in_a_season_tells_what_keys_do_there(tmp_path: Path) -> None:
    async def ask(_: AmurApp, pilot: Pilot[None]) -> None:
        told = " ".join((await helped(pilot)).split())
        assert "the draft" not in told
        assert "an act keeps" not in told
        assert "a group shows its orders" in told

    in_seasons(tmp_path, (120, 40), ask)
