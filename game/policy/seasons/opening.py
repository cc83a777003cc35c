"""Whether talks that can be opened should be: what a fair paper would be worth to the host there.

The talks are opened in thought, as they would stand with what may be seen now; who would sit there
is not known, so that the common man of the chair is taken.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules import Rules
from game.rules.lasting import once_by_rules
from game.rules.moment import Moment
from game.rules.seasons import CampaignRules
from game.rules.seasons.talks import Talks
from game.scenario.may import asked_in, calendar_of
from game.state import CLAIMANT, HOST, Deal, State

AGAIN = 4
"""Seasons after talks without a paper before the same are opened again."""


def would_open(rules: CampaignRules, state: State, table: str, points: int) -> bool:
    """Return whether to open talks: a fair paper is worth so many points more to the host."""
    talks = next(talks for talks in rules.talks if talks.id == table)
    before = [deal for deal in state.deals if deal.table == talks.index]
    if before and not _again(before[-1], state.turn):
        return False
    if state.turn >= last_turns(rules)[talks.index]:
        return True
    return margin(talks, state) >= 100 * points


def margin(talks: Talks, state: State) -> int:
    """Return what a fair paper would be worth to the host above none, in hundredths."""
    now = Moment(state)
    talks.open(now, None)
    rules = talks.rules
    common = rules.table.utilities[HOST]
    return value(_fair(rules), common) - rules.formulas.walk(HOST, now)


def _again(deal: Deal, turn: int) -> bool:
    return deal.treaty is None and turn - deal.turn >= AGAIN


@once_by_rules
def _fair(rules: Rules) -> Package:
    """Return the text of history; where none is told, what is worth most to both together."""
    table = rules.table
    if table.historical is not None:
        return table.historical
    ours, theirs = (table.utilities[chair].worth for chair in (CLAIMANT, HOST))
    return tuple(
        max(range(len(row)), key=lambda o, i=i, row=row: row[o] + theirs[i][o])  # type: ignore[misc]
        for i, row in enumerate(ours)
    )


@once_by_rules
def last_turns(rules: CampaignRules) -> tuple[int, ...]:
    """Return for each table the last season in which its talks may still be opened.

    What the twists of a play have changed is told before it, and known.
    """
    twists = {f"twist.{id}": 100 * (id in rules.twists) for id in rules.scenario.twists}
    calendars = [
        {**calendar_of(turn, season), **twists} for turn, season in enumerate(rules.seasons)
    ]
    found = []
    for table in rules.scenario.tables.values():
        may = [
            turn
            for turn, calendar in enumerate(calendars)
            if table.when is not None and asked_in(table.when, calendar) is not None
        ]
        found.append(max(may, default=0))
    return tuple(found)
