"""Deciding by keys: what ends the talks is asked for twice, and what was decided can be undone."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from game.tui.play.screen import PlayScreen
from tests.tui.playing import helped, played, to_the_table, until


def test_going_home_needs_a_second_press_and_says_so(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("down")
        await until(pilot, lambda: "Press it once more" not in helped(screen))
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("g")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_the_line_of_going_home_needs_a_second_enter(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        options = screen.query_one(OptionList)
        options.highlighted = options.option_count - 1
        await pilot.press("enter")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("enter")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_what_may_not_be_done_says_why_and_not_press_again(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("a")
        await until(pilot, lambda: "no word that stands" in helped(screen))

    played(tmp_path, (80, 24), act)


def test_what_was_taken_back_can_be_taken_forward(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        opening = screen.session.state
        await pilot.press("1")
        await pilot.pause()
        after, nodes = screen.session.state, len(screen.session.record.nodes)
        await pilot.press("u")
        await pilot.pause()
        assert screen.session.state == opening
        await pilot.press("r")
        await pilot.pause()
        assert screen.session.state == after
        assert len(screen.session.record.nodes) == nodes

    played(tmp_path, (80, 24), act)
