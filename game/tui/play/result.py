"""How a play ended, in the few words that a list has room for."""

from __future__ import annotations

from game.coach.words_for import points
from game.record import Record, replay, told_to
from game.rules import Rules
from game.state import Verdict

ENDED = {
    Verdict.RATIFIED: "ratified",
    Verdict.SILENCE: "in silence",
    Verdict.DISOWNED: "torn up",
    Verdict.NONE: "no paper",
}
"""What became of the paper."""


def result_of(rules: Rules, record: Record) -> str:
    """Return what became of the paper, and what lasted for the chair; empty before the end.

    Raises `RecordError` where the record does not replay.
    """
    state = rules.opening(record.heading.seed)
    for turn in replay(rules, record, record.cursor):
        state = turn.state
    outcome = rules.outcome(state)
    if outcome is None:
        return ""
    lasting = [points(value) for value in outcome.lasting]
    is_of_two = len(record.heading.played) > 1
    kept = " to ".join(lasting) if is_of_two else lasting[told_to(rules, record.heading)]
    return f"{ENDED[outcome.verdict]} · {kept}"
