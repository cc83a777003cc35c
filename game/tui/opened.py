"""Opening the game on the screen, with what was said of it on the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.tui.app import AmurApp
from game.tui.settings import glanced
from game.tui.shelf import Shelf, Wanted
from game.tui.sweeping import sweep_in_pauses

if TYPE_CHECKING:
    from game.files.plays import KeptPlay, Seating


def run(
    seating: Seating,
    *,
    scenario: str | None = None,
    seat: str | None = None,
    seed: str | None = None,
    start: str | None = None,
    mode: str | None = None,
    record: str | None = None,
    shared: str | None = None,
    watch: bool = False,
    twists: tuple[str, ...] = (),
) -> None:
    """Open the game; what is not said is asked or drawn.

    Raises `ScenarioError`, `RecordError`, `CodeError` or `UsageError` before the screen is taken.
    """
    shelf = Shelf(seating)
    path = None if record is None else Path(record)
    wanted = Wanted(scenario, seat, seed, start, mode, path, shared, twists, watch)
    app = AmurApp(shelf, _opened(shelf, wanted), wanted)
    if app.kept is None and wanted.names_scenario:
        shelf.rules(wanted)
    sweep_in_pauses(app)
    app.run()


def _opened(shelf: Shelf, wanted: Wanted) -> KeptPlay | None:
    """Return the play that is named, if one is."""
    if wanted.shared is not None:
        return shelf.begin_from(wanted.shared, wanted)
    if wanted.record is not None and wanted.record.exists():
        return shelf.resume(wanted.record, wanted)
    if wanted.seat is None:
        return None
    return shelf.begin(replace(wanted, mode=wanted.mode or glanced().mode))
