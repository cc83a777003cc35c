"""Whatever an author writes appears as letters: no markup, no escape, no hidden direction."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from game.files.scenarios import read_scenario
from game.scenario import Scenario
from game.scenario.authored import ById
from game.scenario.model import Page, PageKind, Source, Weight
from game.scenario.side import Side
from game.tui.play.screen import PlayScreen
from game.tui.screens.codex import CodexScreen
from game.tui.screens.help import Help
from game.tui.screens.reading import Reading
from game.tui.screens.settings import SettingsScreen
from game.tui.widgets.page import PageView
from game.tui.widgets.prose import Prose
from tests.tui.playing import played, until

HOSTILE = {
    "closing": ("[/", "[/"),
    "link": ("[@click=app.quit]leave[/]", "[@click=app.quit]leave[/]"),
    "style": ("[bold red]x[/bold red] $accent", "[bold red]x[/bold red] $accent"),
    "escape": ("a\x1b[31mred\x1b]0;title\x07", "a␛[31mred␛]0;title␇"),
    "bidi": ("left\u202eright\u2066\u200b", "left<U+202E>right<U+2066><U+200B>"),
    "control": ("one\x9b2J\x7f\x00", "one<U+009B>2J␡␀"),
}
"""What is written, and what is to be read."""
LONG = "x" * 10_000
ACTING = set("\x1b\x07\r\x9b\u202e\u2066\u200b")


def scenario_of(words: str) -> Scenario:
    """Return a scenario that says these words wherever it can on these screens."""
    read = read_scenario("aigun-six-days")
    source = Source(cite=words, side=Side.QING, weight=Weight.FIRM)
    page = Page(title=words, kind=PageKind.PERSON, source=("evil",), text=words)
    codex = ById({**read.codex, "aa-evil": page, "rules": page})
    changes = {"title": words, "codex": codex, "sources": ById({"evil": source})}
    return read.model_copy(update=changes)


def painted(pilot: Pilot[None]) -> str:
    """Return the characters that reach the terminal."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_letters_in_the_codex_and_the_rules(tmp_path: Path, kind: str) -> None:
    written, read = HOSTILE[kind]

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))
        await pilot.pause()
        codex = app.screen
        assert isinstance(codex, CodexScreen)
        options = codex.query_one(OptionList)
        options.highlighted = options.get_option_index("aa-evil")
        await until(pilot, lambda: codex.query_one(PageView).text.count(read) == 3)
        await pilot.pause()
        assert painted(pilot).count(read) >= 3
        assert not ACTING & set(painted(pilot))
        for strip in codex._compositor.render_strips():
            for segment in strip:
                assert "click=app.quit" not in str((segment.style and segment.style.meta) or "")
        await pilot.press("escape", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, Reading))
        await pilot.pause()
        assert app.screen.query_one(Prose).text.count(read) == 3
        assert not ACTING & set(painted(pilot))
        assert app.is_running

    played(tmp_path, (120, 40), act, scenario=scenario_of(written))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_ten_thousand_letters_leave_a_line_in_the_list_and_are_whole_on_the_page(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))
        await pilot.pause()
        assert painted(pilot).count("P xxx") == 1
        options = app.screen.query_one(OptionList)
        options.highlighted = options.get_option_index("aa-evil")
        await pilot.pause()
        assert "P xxxxxxxxxx" in painted(pilot)
        assert "…" in painted(pilot)
        assert "Nikolai Muraviev" in painted(pilot)
        assert LONG in app.screen.query_one(PageView).text

    evil = scenario_of(LONG)
    codex = ById({id: page for id, page in evil.codex.items() if id != "rules"})
    played(tmp_path, size, act, scenario=evil.model_copy(update={"codex": codex}))


def test_hostile_words_can_be_searched_for(tmp_path: Path) -> None:
    evil = scenario_of("evil")
    page = evil.codex["aa-evil"]
    pages = {
        f"aa-{kind}": page.model_copy(update={"title": written, "text": written})
        for kind, (written, _) in HOSTILE.items()
    }

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CodexScreen))
        options = app.screen.query_one(OptionList)
        for kind, (written, _) in HOSTILE.items():
            await pilot.press("slash")
            app.screen.query_one(Input).value = written
            await until(pilot, lambda kind=kind: f"aa-{kind}" in listed(options))
            await pilot.press("down", "enter")
            await pilot.pause()
            assert not ACTING & set(painted(pilot))

    codex = ById({**evil.codex, **pages})
    played(tmp_path, (80, 24), act, scenario=evil.model_copy(update={"codex": codex}))


@pytest.mark.parametrize("kinds", [["closing"], sorted(set(HOSTILE) - {"closing"})])
def test_help_and_settings_stand_over_a_scenario_with_a_hostile_title(
    tmp_path: Path, kinds: list[str]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        for key, opened in (("f1", Help), ("f2", SettingsScreen)):
            await pilot.press(key)
            await until(pilot, lambda opened=opened: isinstance(app.screen, opened))
            await pilot.pause()
            assert not ACTING & set(painted(pilot))
            await pilot.press(key)
            await until(pilot, lambda: app.screen is screen)

    title = " ".join(HOSTILE[kind][0] for kind in kinds)
    played(tmp_path, (80, 24), act, scenario=scenario_of(title))


def listed(options: OptionList) -> list[str]:
    return [str(option.id) for option in options.options if option.id is not None]
