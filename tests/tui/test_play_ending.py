"""After the end: page by page, and then on."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.coach.leaves import LOOKED
from game.tui.app import AmurApp
from game.tui.play.ending import FURTHER, NEXT, EndPage, EndPages
from game.tui.play.screen import PlayScreen
from game.tui.screens.reading import Reading
from game.tui.texts import plain
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose
from tests.tui.playing import played, to_the_end, until


async def to_the_last_page(screen: PlayScreen, pilot: Pilot[None]) -> EndPages:
    await to_the_end(screen, pilot)
    pages = screen.query_one(EndPages)
    for _ in range(30):
        if pages.is_last:
            break
        await pilot.press("enter")
        await pilot.pause()
    assert pages.is_last
    return pages


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
def test_the_last_pages_are_turned_one_by_one(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_end(screen, pilot)
        pages = screen.query_one(EndPages)
        first = pages.text
        assert "How it ended" in first
        assert "There is no treaty" in first
        await pilot.press("right")
        await until(pilot, lambda: "The court" in pages.text)
        await pilot.press("left")
        await until(pilot, lambda: pages.text == first)
        long = EndPage("Long", tuple(plain(f"Line {n}.") for n in range(40)))
        pages.show([long, EndPage("Short", (plain("The end."),)), long])
        await until(pilot, lambda: FURTHER in str(pages.query_one(Panel).border_subtitle))
        for _ in range(9):
            if "The end" in pages.text:
                break
            was = pages.query_one(Prose).scroll_offset.y
            await pilot.press("enter")
            await until(
                pilot,
                lambda was=was: pages.query_one(Prose).scroll_offset.y > was or "end" in pages.text,
            )
            await pilot.pause()
        assert was > 0, "it was read to its end first"
        assert "The end" in pages.text
        assert NEXT in str(pages.query_one(Panel).border_subtitle)

    played(tmp_path, size, act)


def test_after_the_last_page_the_last_decision_can_be_taken_back(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        pages = await to_the_last_page(screen, pilot)
        assert "no paper is signed; every line" in pages.text
        await pilot.press("left")
        await until(pilot, lambda: "To talk about" in pages.text)
        await pilot.press("left")
        await until(pilot, lambda: "In short" in pages.text)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(screen.app.screen, Reading))
        assert "To measure that by" in screen.app.screen.query_one(Prose).text
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        await pilot.press("right", "right")
        await until(pilot, lambda: pages.is_last)
        await pilot.press("enter")
        assert screen.session.is_over, "one Enter too many chooses nothing"
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: not screen.session.is_over)
        await pilot.pause()
        assert not pages.display
        assert LOOKED in [note.plain for note in screen.notes]
        again = await to_the_last_page(screen, pilot)
        assert LOOKED in again.text.replace("\n", " ")

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize(("line", "seat"), [(3, "muraviev"), (4, "yishan")])
def test_one_can_sit_down_again_in_either_chair(tmp_path: Path, line: int, seat: str) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        assert isinstance(app, AmurApp)
        pages = await to_the_last_page(screen, pilot)
        pages.query_one(OptionList).highlighted = line
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not screen)
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        again = app.screen
        assert isinstance(again, PlayScreen)
        assert again is not screen
        heading = again.session.record.heading
        assert (heading.seat, heading.seed) == (seat, screen.session.record.heading.seed)
        assert screen not in app.screen_stack

    played(tmp_path, (80, 24), act)


def test_one_can_leave(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        pages = await to_the_last_page(screen, pilot)
        pages.query_one(OptionList).highlighted = 5
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(screen.app.screen, PlayScreen))

    played(tmp_path, (80, 24), act)
