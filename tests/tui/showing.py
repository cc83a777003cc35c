"""Screens that stand on their own, opened over the title in a window that nobody sees."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from game.cli.seating import seating
from game.tui.app import AmurApp
from game.tui.map.glyphs import Level
from game.tui.shelf import Shelf
from tests.tui.playing import until

Shown = TypeVar("Shown", bound=Screen[None])


def shown(
    home: Path,
    size: tuple[int, int],
    screen: Shown,
    act: Callable[[Shown, Pilot[None]], Awaitable[None]],
    *,
    level: Level = Level.BRAILLE,
) -> None:
    """Open a screen and have something done in it."""

    async def show() -> None:
        game = AmurApp(Shelf(seating, home))
        game.settings = replace(game.settings, level=level)
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            game.push_screen(screen)
            await until(pilot, lambda: game.screen is screen)
            await pilot.pause()
            await act(screen, pilot)

    asyncio.run(show())


def painted(screen: Screen[None]) -> str:
    """Return the characters that reach the terminal."""
    strips = screen.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)
