"""The map told in words: who holds what, and what a paper would change."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.files.library import Library
from game.files.scenarios import read_map
from game.negotiation import Package
from game.rules import Rules
from game.tui.map.chart import chart_from
from game.tui.map.words import changes, describe


def told_map(
    rules: Rules, scenario: str, paper: Package | None, draft: Package | None
) -> Iterator[str]:
    """Yield the map as the draft, or else the paper, would leave it, and what differs."""
    data = read_map(scenario, Library.of_player().scenarios_folder)
    if not data:
        yield "This scenario has no map."
        return
    chart = chart_from(data)
    ground = chart.state({})
    shown = draft if draft is not None else paper
    after = ground if shown is None else chart.state(_settled(rules, shown))
    yield from (wrapped(line.strip(), "", "  ") for line in describe(chart, after).splitlines())
    if shown is None:
        return
    told = changes(chart, ground, after)
    if told:
        yield f"{'Your draft' if shown is draft else 'The paper'} would change:"
        yield from (wrapped(line, "  ", "    ") for line in told)


def _settled(rules: Rules, paper: Package) -> dict[str, str]:
    table = rules.table
    return {
        issue: options[o]
        for issue, options, o in zip(table.issues, table.options, paper, strict=True)
    }
