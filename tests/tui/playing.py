"""Plays at the keyboard of a screen that nobody sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario import Scenario
from game.state import Phase
from game.tui.app import AmurApp
from game.tui.play.acts import Acts
from game.tui.play.in_play import InPlay
from game.tui.play.screen import PlayScreen
from game.tui.shelf import Shelf

Act = Callable[[PlayScreen, Pilot[None]], Awaitable[None]]


def played(
    home: Path,
    size: tuple[int, int],
    act: Act,
    *,
    seat: str = "muraviev",
    mode: str = "advisers",
    scenario: Scenario | None = None,
) -> None:
    """Open a play in a window and have something done in it."""

    async def play() -> None:
        rules = Rules(scenario or read_scenario("aigun-six-days"))
        game = opened(rules, home, seat, "7", mode=mode)
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            assert isinstance(game.screen, PlayScreen)
            await act(game.screen, pilot)

    asyncio.run(play())


def opened(rules: Rules, home: Path, seat: str, seed: str, *, mode: str = "advisers") -> AmurApp:
    """Return the game, about to open on a new play."""
    heading = heading_for(rules, seed, seat, mode=mode)
    return AmurApp(Shelf(seating, home), start_play(rules, heading, seating, Library(home)))


async def to_the_table(screen: PlayScreen, pilot: Pilot[None]) -> None:
    """Choose the first of everything until it is an act that is asked for."""
    for _ in range(20):
        if screen.session.view().state.phase is not Phase.SCENE:
            return
        await decide(screen, pilot, "1")


async def decide(screen: PlayScreen, pilot: Pilot[None], key: str) -> None:
    """Press a key, and wait until something was decided by it."""
    await read_on(screen, pilot)
    before = screen.session.cursor
    await pilot.press(key)
    await until(pilot, lambda: screen.session.cursor != before)
    await pilot.pause()


async def read_on(screen: InPlay, pilot: Pilot[None]) -> None:
    """Read what came by itself to its end, so that its choices open."""
    for _ in range(200):
        if not screen.query_one(Acts).is_resting:
            return
        await pilot.press("space")
        await pilot.pause()
    raise AssertionError("the scene has no end")


async def forecast(screen: PlayScreen, pilot: Pilot[None]) -> None:
    """Have the draft weighed, wherever one is."""
    await pilot.press("f")
    await until(pilot, lambda: "f: yes" in helped(screen))
    await decide(screen, pilot, "f")


async def to_the_end(screen: PlayScreen, pilot: Pilot[None]) -> None:
    """Go home from the table."""
    await to_the_table(screen, pilot)
    await pilot.press("g")
    await until(pilot, lambda: "Press it once more" in helped(screen))
    await pilot.press("g")
    await until(pilot, lambda: screen.session.is_over)


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds; other work on the machine may delay a screen."""
    for _ in range(200):
        await pilot.pause()
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came to that")


def helped(screen: InPlay) -> str:
    """Return what is said below the acts."""
    return str(screen.query_one(Acts).query_one("#help", Static).content)
