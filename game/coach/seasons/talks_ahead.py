"""Talks that cannot be opened yet: from when on they may be, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.coach.seasons.dates import season_of
from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.scenario import Expression
from game.scenario.may import Calendar, asked_in
from game.scenario.syntax import Name, Node, Not
from game.state import State

AHEAD = 4
"""Seasons before the first in which talks may be opened: there is a year to prepare them."""
HELD = "they were held this season"
FOR_GOOD = ("held.", "signed.")
"""How names begin that stay true once they are."""


def talks_ahead(rules: CampaignRules, state: State) -> Iterator[tuple[str, str]]:
    """Yield each table that may still be opened within a year, by id, and what stands in the way.

    Only an author's own words (`else-show`) are told; a table without them is not announced.
    """
    tables = list(rules.scenario.tables)
    for id, turns in _may_open(rules).items():
        first = next((turn for turn in turns if turn >= state.turn), None)
        if first is None or first > state.turn + AHEAD:
            continue
        if any(_is_past(rules, state, part) for part in turns[first]):
            continue
        if any(deal.turn == state.turn and tables[deal.table] == id for deal in state.deals):
            yield id, HELD
            continue
        why = rules.scenario.tables[id].else_show
        yield (
            id,
            why if first == state.turn else f"from {season_of(rules, first).lower()} on; {why}",
        )


@once_by_rules
def _may_open(rules: CampaignRules) -> Mapping[str, Mapping[int, tuple[Node, ...]]]:
    """Return for each table the turns in which its date allows it, and what is asked besides."""
    found: dict[str, Mapping[int, tuple[Node, ...]]] = {}
    for id, table in rules.scenario.tables.items():
        if table.when is not None and table.else_show:
            found[id] = turns_of(rules, table.when)
    return found


def turns_of(rules: CampaignRules, when: Expression) -> Mapping[int, tuple[Node, ...]]:
    """Return the turns in which the date allows a condition, and what is asked besides."""
    found = {}
    for turn, season in enumerate(rules.seasons):
        calendar: Calendar = {
            "turn": 100 * turn,
            "year": 100 * season.year,
            "season": str(season.quarter),
        }
        asked = asked_in(when, calendar) if turn else None
        if asked is not None:
            found[turn] = asked
    return found


def _is_past(rules: CampaignRules, state: State, part: Node) -> bool:
    """Return whether a part of a condition can never hold again."""
    match part:
        case Not(Name(name)) if name.startswith(FOR_GOOD):
            return bool(rules.resolve(name)(state))
    return False
