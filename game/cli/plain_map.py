"""The map told in words: who holds what, and what a paper would change."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.files.geo import read_theatre
from game.files.shared_map import theatre_of
from game.negotiation import Package
from game.rules import CampaignRules, Rules, settled
from game.scenario.map_model import Map
from game.state import State
from game.tui.map.chart import Chart, chart_from
from game.tui.map.seasons import map_of, told_of_deeds
from game.tui.map.seasons import told as season_told
from game.tui.map.words import changes, describe, sentences


def told_map(
    rules: Rules, state: State, draft: Package | None, chart: Chart | None = None
) -> Iterator[str]:
    """Yield the map as a paper would leave it, by which paper, what it says, and what differs.

    Of a campaign the `chart` is that of the season; else it is that of the scenario.
    """
    written = rules.scenario.map
    if written is None:
        yield "This scenario has no map."
        return
    chart = chart or chart_from(written)
    ground = chart.state({})
    by, shown, would = _shown(state, draft)
    by_paper = {} if shown is None else settled(shown, rules.table)
    after = chart.state(by_paper)
    yield by
    if by_paper:
        yield wrapped(" ".join(sentences(chart, by_paper)))
    yield from (wrapped(line.strip(), "", "  ") for line in describe(chart, after).splitlines())
    told = changes(chart, ground, after)
    if told:
        yield would
        yield from (wrapped(line, "  ", "    ") for line in told)


def told_campaign_map(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield the map as the seasons have it: who holds what, what was founded, what boats go."""
    written = rules.scenario.map
    if written is None:
        yield "This scenario has no map."
        return
    drawn, names = map_of(rules).at(state), _names(written)
    yield from (wrapped(line.strip(), "", "  ") for line in season_told(drawn, names))


def chart_in(rules: CampaignRules, state: State) -> Chart | None:
    """Return the chart of the table that is sat at, as the seasons have it; if there is a map."""
    return None if rules.scenario.map is None else map_of(rules).at(state).chart


def told_deeds(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield what the seasons have changed on the map, for whoever sits at a table of theirs."""
    written = rules.scenario.map
    if written is not None:
        lines = told_of_deeds(map_of(rules).at(state), _names(written))
        yield from (wrapped(line, "", "  ") for line in lines)


def _names(written: Map) -> dict[str, str]:
    places = read_theatre(theatre_of(written).parent)["places"]
    return {place["id"]: place["name"] for place in places}


def _shown(state: State, draft: Package | None) -> tuple[str, Package | None, str]:
    """Return by which paper the map is drawn, that paper, and how its changes are announced."""
    if state.treaty is not None:
        return "By the paper that was signed:", state.treaty, "It changes:"
    if state.ended is not None:
        return "As it lay, no paper being signed:", None, ""
    if draft is not None:
        return "By your draft, not laid down:", draft, "Your draft would change:"
    if state.paper is not None:
        return "By the paper on the table, not signed:", state.paper, "The paper would change:"
    return "As it lies today, no paper being on the table:", None, ""
