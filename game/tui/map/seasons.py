"""The map of a campaign as a season has it: what is founded, who holds what, which boats go.

It draws nothing and knows no screen, so that line mode tells the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from game.coach.seasons.naming import called_on_map
from game.rules import CampaignRules
from game.rules.scenes import Condition
from game.scenario.map_model import Boats, Claim, Waters
from game.state import State
from game.tui.map.chart import Chart, chart_from
from game.tui.map.claims import MapState, map_state
from game.tui.map.words import describe


class Going(NamedTuple):
    """Boats that are on a river now."""

    name: str
    river: str
    near: str
    """The place by which they are."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a season has on the map."""

    chart: Chart
    state: MapState
    founded: tuple[str, ...] = ()
    """Places that are there by what was done, in the author's order."""
    done: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The same by what was done there, as in `Charted`."""
    says: tuple[str, ...] = ()
    """What has become of the land, in sentences."""
    boats: tuple[Going, ...] = ()


class SeasonMap:
    """Answers for the map of one campaign, which must have one."""

    def __init__(self, rules: CampaignRules) -> None:
        written = rules.scenario.map
        assert written is not None, "whoever asks has looked"
        self._rules = rules
        self._written = written
        self._chart = chart_from(written)
        self._tables = {table: chart_from(written.at(table)) for table in written.tables}
        self._founded: dict[str, Condition] = {
            place: rules.condition(founded.when)
            for place, founded in written.seasons.places.items()
        }
        self._claims: tuple[tuple[Claim, Condition], ...] = tuple(
            (claim, rules.condition(claim.when)) for claim in written.seasons.claims.values()
        )

    def at(self, state: State, lit: tuple[str, ...] = ()) -> Drawn:
        """Return the map of a state, at a table or between; `lit` are places under the cursor."""
        founded = tuple(place for place, holds in self._founded.items() if holds(state))
        known = self._chart if not state.at else self._of_table(state)
        unfounded = tuple(place for place in self._founded if place not in founded)
        year = self._rules.seasons[state.turn].year
        claims = [claim for claim, holds in self._claims if holds(state)]
        holders = {region.id: region.holder for region in known.regions}
        for claim in claims:
            holders.update(claim.holders)
        regions = tuple(replace(region, holder=holders[region.id]) for region in known.regions)
        drawn = list(known.drawn)
        drawn += [line for claim in claims for line in claim.lines if line not in drawn]
        waters, words = _claimed(claims)
        chart = replace(
            known,
            year=year,
            called=tuple(called_on_map(self._rules, state).items()),
            absent=(*known.absent, *unfounded),
            present=founded,
            regions=regions,
            drawn=tuple(drawn),
            waters=tuple(sorted(waters.items())),
            words=tuple(sorted(words.items())),
        )
        return Drawn(
            chart,
            map_state(holders, chart.drawn, waters, lit, words),
            founded,
            self._done(founded),
            tuple(claim.says for claim in claims),
            tuple(self._boats(state)),
        )

    def _done(self, founded: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found: dict[str, list[str]] = {}
        for place in founded:
            found.setdefault(self._written.seasons.places[place].word, []).append(place)
        return tuple((word, tuple(places)) for word, places in found.items())

    def _of_table(self, state: State) -> Chart:
        table = list(self._rules.scenario.tables)[state.at - 1]
        return self._tables.get(table) or self._chart

    def _boats(self, state: State) -> Iterator[Going]:
        for boats in self._written.seasons.boats.values():
            near = self._near(boats, state)
            if near:
                yield Going(boats.name, boats.river, near)

    def _near(self, boats: Boats, state: State) -> str:
        """Return the place by which boats are now; empty where none go."""
        action = list(self._rules.scenario.actions).index(boats.action)
        for seasons_ago, done in enumerate(reversed(state.lately)):
            if action in done and seasons_ago < len(boats.near):
                return boats.near[seasons_ago]
        return ""


def map_of(rules: CampaignRules) -> SeasonMap:
    """Return the map of a campaign that has one; made once by its rules."""
    found = rules.worked_out.get(SeasonMap)
    if found is None:
        found = rules.worked_out[SeasonMap] = SeasonMap(rules)
    return cast("SeasonMap", found)


def _claimed(claims: list[Claim]) -> tuple[dict[str, Waters], dict[str, str]]:
    """Return who may sail what, and what is written under the names of regions."""
    waters, words = dict[str, Waters](), dict[str, str]()
    for claim in claims:
        waters.update(claim.waters)
        for region in claim.holders:
            words.pop(region, None)
        words.update(claim.words)
    return waters, words


def told(drawn: Drawn, names: dict[str, str]) -> tuple[str, ...]:
    """Return the map of a season in words: who holds what, what stands there, which boats go.

    `names` are the names of places by their ids.
    """
    return (*describe(drawn.chart, drawn.state).splitlines(), *told_of_deeds(drawn, names))


def told_of_deeds(drawn: Drawn, names: dict[str, str]) -> tuple[str, ...]:
    """Return what was done to the land, what stands there and which boats go, in sentences."""
    called = names | dict(drawn.chart.called)
    parts = list(drawn.says)
    for word, places in drawn.done:
        parts.append(f"{word}: {', '.join(called.get(id, id) for id in places)}.")
    going = (f"{boats.name}: by {called.get(boats.near, boats.near)}." for boats in drawn.boats)
    return (*parts, *going)
