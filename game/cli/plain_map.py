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
from game.tui.map.chart import chart_from
from game.tui.map.seasons import SeasonMap, told_of_deeds
from game.tui.map.seasons import told as season_told
from game.tui.map.words import changes, describe


def told_map(rules: Rules, state: State, draft: Package | None) -> Iterator[str]:
    """Yield the map as a paper would leave it, by which paper, and what differs."""
    written = rules.scenario.map
    if written is None:
        yield "This scenario has no map."
        return
    chart = chart_from(written)
    ground = chart.state({})
    by, shown, would = _shown(state, draft)
    after = ground if shown is None else chart.state(settled(shown, rules.table))
    yield by
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
    drawn, names = SeasonMap(rules).at(state), _names(written)
    yield from (wrapped(line.strip(), "", "  ") for line in season_told(drawn, names))


def told_deeds(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield what the seasons have changed on the map, for whoever sits at a table of theirs."""
    written = rules.scenario.map
    if written is not None:
        lines = told_of_deeds(SeasonMap(rules).at(state), _names(written))
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
