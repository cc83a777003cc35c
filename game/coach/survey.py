"""A play at a glance, recomputed: where it stands, how it ended, its lines, what was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.coach.aftermath import endings
from game.coach.deeds import deed
from game.coach.outline_words import BECAME, lasting_told
from game.coach.seen import Coverage, Seen, can_be_seen, coverage, joined, seen_in
from game.coach.standing import day_of
from game.coach.words_for import counted
from game.errors import RecordError
from game.record import Record, States, check_scenario, own_decisions, told_to
from game.rules import Outcome, Rules, parsed
from game.state import State


class Survey(NamedTuple):
    """What a play comes to by the rules of today."""

    day: str = ""
    """Where its cursor stands in the story, as `24 May 1858, afternoon`."""
    result: str = ""
    """What became of the paper and what lasted for the chair; empty before the end."""
    outcome: Outcome | None = None
    """How the talks ended at the cursor."""
    told: tuple[str, ...] = ()
    """The pieces of the epilogue that were told there, by id."""
    lines: int = 0
    """Ways from the opening to an end."""
    ended: int = 0
    """Lines at whose end the talks are over."""
    seen: Mapping[str, Seen] = {}
    """By the chairs that people took."""
    coverage: Coverage | None = None
    """How much of what there is for them was seen."""
    last_end: str = ""
    """The same of the line that ended last, wherever the cursor stands; empty where none did."""
    decided: str = ""
    """The last decision of a person before the cursor, in words; empty where there is none."""
    trouble: str = ""
    """Why it cannot be replayed to its cursor; empty where it can."""

    @property
    def met(self) -> str:
        """How many lines there are, and how much was seen; empty before the first decision."""
        if self.coverage is None or not self.lines:
            return ""
        return f"{counted(self.lines, 'line')}, {self.ended} ended · {self.coverage.told}"

    @property
    def ends(self) -> str:
        """How a play that stands before an end has ended; empty where it never did, or is over."""
        if self.result or not self.last_end:
            return ""
        of = counted(self.lines, "line")
        which = "the last: " if self.ended > 1 else ""
        return f"{self.ended} of {of} ended; {which}{self.last_end}"


def survey(rules: Rules, record: Record) -> Survey:
    """Return a play at a glance; every line is replayed once, what lines share not twice.

    Raises `RecordError` for a record of another scenario or start.
    """
    check_scenario(rules, record)
    states = States(rules, record.heading.seed)
    ends = _ends(states, record)
    seen = seen_in(rules, record, ends)
    outcomes = [outcome for state in ends.values() if (outcome := rules.outcome(state))]
    found = Survey(
        lines=len(record.ends()),
        ended=sum(state.ended is not None for state in ends.values()),
        seen=seen,
        coverage=coverage(joined(seen.values()), can_be_seen(rules, record.heading)),
        last_end=_result(rules, outcomes[-1], record) if outcomes else "",
    )
    try:
        state = states.at(record, record.cursor)
    except RecordError as error:
        return found._replace(trouble=str(error))
    day = day_of(rules, max(1, state.sitting))
    found = found._replace(day=day, decided=_decided(rules, record, states))
    outcome = rules.outcome(state)
    if outcome is None:
        return found
    return found._replace(
        outcome=outcome,
        result=_result(rules, outcome, record),
        told=endings(rules, state, told_to(rules, record.heading)),
    )


def _decided(rules: Rules, record: Record, states: States) -> str:
    """Return the last decision of a person on the way to the cursor, in the words of his chair."""
    own = own_decisions(record, record.path(record.cursor))
    if not own:
        return ""
    before = states.at(record, own[-1].parent)
    decision = parsed(own[-1].decision_text, rules.table, before)
    return deed(rules, before, decision, before.seat)


def _ends(states: States, record: Record) -> dict[int, State]:
    """Return the states at the ends of lines, as far as they replay."""
    found = {}
    for node in record.ends():
        try:
            found[node.id] = states.at(record, node.id)
        except RecordError:
            continue
    return found


def _result(rules: Rules, outcome: Outcome, record: Record) -> str:
    return f"{BECAME[outcome.verdict]} · {lasting_told(rules, outcome, record)}"
