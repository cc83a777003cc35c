"""Talks that cannot be opened yet: from when on they may be, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import past_of
from game.coach.seasons.reasons import UNSEEN
from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.rules.scenes import Condition
from game.rules.seasons.feats import BESIDES
from game.scenario import Expression
from game.scenario.gates import gates
from game.scenario.may import asked_in, calendar_of
from game.scenario.syntax import Name, Node, Not
from game.state import State

AHEAD = 4
"""Seasons before the first in which talks may be opened: there is a year to prepare them."""
HELD = "they were held this season"
FOR_GOOD = ("held.", "signed.")
"""How names begin that stay true once they are."""


class Ahead(NamedTuple):
    """A table that may be opened within a year, and what stands in the way."""

    table: str
    why: str
    since: str = ""
    """From when on its date allows it; empty where it does so now."""


def talks_ahead(rules: CampaignRules, state: State) -> Iterator[Ahead]:
    """Yield each table that may still be opened within a year, and what stands in the way.

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
            yield Ahead(id, HELD)
            continue
        since = "" if first == state.turn else f"from {season_of(rules, first).lower()} on"
        why = BESIDES.join(in_the_way(rules, state, id))
        yield Ahead(id, why or ("" if since else UNSEEN), since)


def in_the_way(rules: CampaignRules, state: State, id: str) -> tuple[str, ...]:
    """Return the reasons why talks cannot be opened that hold now."""
    return tuple(reason for may, reason in _gates(rules)[id] if not may(state))


@once_by_rules
def _gates(rules: CampaignRules) -> Mapping[str, tuple[tuple[Condition, str], ...]]:
    """Return for each table what must hold for its talks, each part with its reason."""
    questions = rules.questions
    return {
        id: tuple(
            (questions.asked(gate.parts), gate.reason)
            for gate in gates(table.when, table.else_show)
            if gate.reason
        )
        if table.when is not None
        else ()
        for id, table in rules.scenario.tables.items()
    }


def pressing(rules: CampaignRules, state: State) -> str | None:
    """Return the table whose host is told of while seasons pass; `None` where none is to come.

    It is the campaign's last; once that is signed or can be held no more, the next by date.
    """
    *others, last = rules.scenario.tables
    if _is_to_come(rules, state, last):
        return last
    dated = {id: turns for id, turns in _may_open(rules).items() if id in others}
    next_of = {
        id: min((turn for turn in turns if turn >= state.turn), default=len(rules.seasons))
        for id, turns in dated.items()
        if _is_to_come(rules, state, id)
    }
    return min(next_of, key=next_of.__getitem__, default=None)


def _is_to_come(rules: CampaignRules, state: State, id: str) -> bool:
    """Return whether nothing was signed at a table, and its date still allows it."""
    tables = list(rules.scenario.tables)
    signed = any(deal.treaty is not None and tables[deal.table] == id for deal in state.deals)
    if signed or past_of(rules, id) is not None:
        return False
    turns = _may_open(rules).get(id)
    return turns is None or any(
        turn >= state.turn and not any(_is_past(rules, state, part) for part in asked)
        for turn, asked in turns.items()
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
        asked = asked_in(when, calendar_of(turn, season)) if turn else None
        if asked is not None:
            found[turn] = asked
    return found


def _is_past(rules: CampaignRules, state: State, part: Node) -> bool:
    """Return whether a part of a condition can never hold again."""
    match part:
        case Not(Name(name)) if name.startswith(FOR_GOOD):
            return bool(rules.resolve(name)(state))
    return False
