"""The Textual face: the same decisions as anywhere, and authored text as nothing but text."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import OptionList

from game.cli.seating import seating
from game.files.scenarios import read_scenario
from game.record import verify
from game.rules import Rules
from game.scenario import ById, Scenario
from game.state import Phase
from game.tui.app import AmurApp
from game.tui.play.ending import EndPages
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.screens.title import Title
from game.tui.shelf import Shelf
from game.tui.widgets.prose import Prose
from game.tui.widgets.size_guard import SizeGuard
from tests.tui.playing import opened, read_on

HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31mred \u202eturned " + "long " * 400


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read_scenario("aigun-six-days")


def app(scenario: Scenario, home: Path, seat: str) -> AmurApp:
    return opened(Rules(scenario), home, seat, "8")


@pytest.mark.parametrize(
    ("seat", "size"), [("muraviev", (80, 24)), ("yishan", (120, 40)), ("muraviev", (200, 60))]
)
def test_a_whole_play_by_keys_is_kept_and_replays(
    scenario: Scenario, tmp_path: Path, seat: str, size: tuple[int, int]
) -> None:
    async def play() -> None:
        game = app(scenario, tmp_path, seat)
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            for _ in range(120):
                if screen.session.is_over:
                    break
                await read_on(screen, pilot)
                options = screen.query_one(OptionList)
                assert options.highlighted is not None
                await pilot.press("enter")
                await pilot.pause()
            assert screen.session.is_over
            if not screen.query_one(EndPages).display:
                await pilot.press("enter")
                await pilot.pause()
            assert screen.query_one(EndPages).text
            assert not verify(screen.rules, screen.session.record)

    asyncio.run(play())


def test_the_draft_goes_along_when_it_was_touched(scenario: Scenario, tmp_path: Path) -> None:
    async def play() -> None:
        game = app(scenario, tmp_path, "muraviev")
        async with game.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            await pilot.press("1")
            await pilot.pause()
            assert screen.session.state.phase is Phase.SITTING
            ledger = screen.query_one(Ledger)
            ledger.focus()
            await pilot.press("down", "left")
            draft = ledger.draft
            screen.query_one(OptionList).focus()
            await pilot.press("1")
            await pilot.pause()
            assert screen.session.state.paper == draft

    asyncio.run(play())


def test_taking_a_decision_back_stands_where_one_stood(scenario: Scenario, tmp_path: Path) -> None:
    async def play() -> None:
        game = app(scenario, tmp_path, "muraviev")
        async with game.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            before = screen.session.state
            await pilot.press("1")
            await pilot.pause()
            assert screen.session.state != before
            await pilot.press("u")
            await pilot.pause()
            assert screen.session.state == before

    asyncio.run(play())


def test_hostile_text_is_text(scenario: Scenario, tmp_path: Path) -> None:
    events = ById(
        {
            id: event.model_copy(update={"title": HOSTILE, "text": HOSTILE, "place": HOSTILE})
            for id, event in scenario.events.items()
        }
    )
    hostile = scenario.model_copy(
        update={"title": HOSTILE, "content_note": HOSTILE, "events": events}
    )

    async def play() -> None:
        game = app(hostile, tmp_path, "muraviev")
        async with game.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            shown = screen.query_one("#story", Prose).text
            assert "[@click=app.quit]x[/]" in shown
            assert "\x1b" not in shown
            assert "\u202e" not in shown

    asyncio.run(play())


def test_rules_and_codex_open_and_close(scenario: Scenario, tmp_path: Path) -> None:
    async def play() -> None:
        game = app(scenario, tmp_path, "muraviev")
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for key in ("c", "f1"):
                await pilot.press(key)
                await pilot.pause()
                assert not isinstance(game.screen, PlayScreen)
                await pilot.press("escape")
                await pilot.pause()
                assert isinstance(game.screen, PlayScreen)

    asyncio.run(play())


def test_a_window_that_is_too_small_is_covered_until_it_grows(tmp_path: Path) -> None:
    async def play() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            assert isinstance(game.screen, SizeGuard)
            await pilot.resize_terminal(100, 30)
            await pilot.pause()
            assert isinstance(game.screen, Title)

    asyncio.run(play())


def test_the_colours_that_were_chosen_are_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path))

    async def play() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(100, 30)) as pilot:
            await pilot.press("t")
            await pilot.pause()
            chosen = game.theme
        again = AmurApp(Shelf(seating, tmp_path))
        assert again.theme == chosen != "night-lamp"

    asyncio.run(play())
