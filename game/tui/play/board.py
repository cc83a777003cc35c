"""The map of a scenario as a widget."""

from __future__ import annotations

from dataclasses import replace

from game.errors import ScenarioError
from game.files.geo import read_theatre
from game.files.library import Library
from game.files.scenarios import folder_of, read_map
from game.negotiation import Package
from game.rules import Rules
from game.tui.map.chart import Chart, chart_from
from game.tui.map.claims import MapState
from game.tui.map.theatre import theatre_from
from game.tui.map.widget import MapCanvas

SHIPPED = "aigun-six-days"
"""Whose map is shown, answering no clause, where a scenario has none that can be found."""


def chart_of(scenario: str) -> Chart:
    """Return the chart of a scenario: what each clause would make of the map."""
    try:
        data = read_map(scenario, Library.of_player().scenarios_folder)
    except ScenarioError:
        data = {}  # played from a folder, which its id does not find
    return chart_from(data) if data else replace(chart_from(read_map(SHIPPED)), issues=())


def board(scenario: str, *, id: str | None = None) -> MapCanvas:
    """Return the map of a scenario, nothing settled yet."""
    theatre = theatre_from(read_theatre(folder_of(SHIPPED).parent / "shared-map"))
    chart = chart_of(scenario)
    return MapCanvas(theatre, chart, state=chart.state({}, None), id=id)


def claimed(rules: Rules, chart: Chart, paper: Package, issue: int) -> MapState:
    """Return the map as a paper would have it, the clause under the cursor lit."""
    table = rules.table
    settled = {
        name: options[o]
        for name, options, o in zip(table.issues, table.options, paper, strict=True)
    }
    return chart.state(settled, table.issues[issue])
