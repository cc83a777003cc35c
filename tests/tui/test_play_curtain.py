"""Two people at one terminal: between their turns there is nothing to be seen of either."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen

from game.cli.seating import seating
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.record import Record
from game.rules import Rules
from game.session import Session
from game.state import Phase
from game.tui.app import AmurApp
from game.tui.play.advisers import Advisers
from game.tui.play.curtain import Curtain
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.shelf import Shelf
from tests.tui.playing import decide, until


def seen(screen: Screen[None]) -> str:
    """Return all that a terminal would show."""
    strips = screen._compositor.render_strips(screen.app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def lifted(app: AmurApp, screen: PlayScreen, pilot: Pilot[None]) -> str:
    """Return what the curtain shows, and lift it."""
    await until(pilot, lambda: isinstance(app.screen, Curtain))
    await pilot.pause()
    shown = seen(app.screen)
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is screen)
    await pilot.pause()
    return shown


def test_a_curtain_hangs_between_two_people(tmp_path: Path) -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    seats = rules.table.seats
    heading = heading_for(rules, "7", seats[0], persons=seats)
    session = Session(rules, Record(heading), seating(rules, "7"))
    session.advance()

    async def play() -> None:
        app = AmurApp(Shelf(seating, tmp_path))
        async with app.run_test(size=(140, 40)) as pilot:
            await pilot.pause()
            screen = PlayScreen(session, "advisers")
            await app.push_screen(screen)
            await lifted(app, screen, pilot)
            for _ in range(60):
                if session.seat_to_move == seats[1] and session.state.phase is Phase.REPLY:
                    break
                await decide(screen, pilot, "1")
                if session.needs_curtain:
                    shown = await lifted(app, screen, pilot)
                    name = rules.scenario.seats[session.seat].name
                    words = f"Pass the keyboard to {name}. Press Enter when only you can see this."
                    assert shown.split() == words.split()
            assert session.seat == seats[1]
            mine = {
                event.title for event in rules.scenario.events.values() if event.seat == seats[0]
            }
            text = screen.query_one(Story).text
            assert not [title for title in mine if title in text]
            await until(pilot, lambda: "Nobody" not in screen.query_one(Advisers).text)
            assert "Perovsky" not in seen(screen)

    asyncio.run(play())
