"""The map of a scenario as a widget."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from textual.widget import Widget

from game.files.geo import read_theatre
from game.files.shared_map import theatre_of
from game.negotiation import Package
from game.rules import Game, Rules, settled
from game.scenario.map_model import Map
from game.state import State
from game.tui.map.chart import Chart, chart_from
from game.tui.map.claims import MapState
from game.tui.map.seasons import map_of
from game.tui.map.theatre import Theatre, theatre_from
from game.tui.map.widget import MapCanvas
from game.tui.map.words import sentences
from game.tui.widgets.panel import Hatch

NO_MAP = "This scenario has no map."


def board(written: Map | None, *, id: str | None = None) -> Widget:
    """Return a map on which nothing is settled yet; where there is none, a place that says so."""
    if written is None:
        return Hatch(NO_MAP, id=id)
    return MapCanvas(theatre_in(theatre_of(written)), chart_from(written), id=id)


def board_at(rules: Rules, game: Game, state: State, *, id: str | None = None) -> Widget:
    """Return the map of a table as it opens: in a campaign, with all that the seasons did to it."""
    if rules.scenario.map is None or isinstance(game, Rules):
        return board(rules.scenario.map, id=id)
    drawn = map_of(game).at(state)
    theatre = theatre_in(theatre_of(rules.scenario.map))
    return MapCanvas(theatre, drawn.chart, state=drawn.state, id=id)


def theatre_in(file: Path) -> Theatre:
    """Return the geography in a file of a shared map, as it was written last."""
    return _theatre(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _theatre(file: Path, written: int) -> Theatre:
    """Return a shared map's geography as it was written last; several screens draw it."""
    return theatre_from(read_theatre(file.parent))


def claimed(rules: Rules, chart: Chart, paper: Package | None, issue: int = -1) -> MapState:
    """Return the map as a paper would have it, the clause under the cursor lit, if there is one.

    Without a paper it is the map as it was before.
    """
    table = rules.table
    if paper is None:
        return chart.state({})
    return chart.state(settled(paper, table), table.issues[issue] if issue >= 0 else None)


def said_of(rules: Rules, issue: int, option: int) -> str:
    """Return what an option makes of the map, in words; empty where the map does not answer it."""
    written, table = rules.scenario.map, rules.table
    if written is None:
        return ""
    settles = {table.issues[issue]: table.options[issue][option]}
    return " ".join(sentences(chart_from(written), settles))
