"""The documented line of a scenario as a record: history is a branch that can be walked."""

from __future__ import annotations

from game.errors import AmurError, RecordError
from game.record.digests import digest
from game.record.lines import OPENING, Heading
from game.record.tree import Record
from game.rules import Game
from game.rules.men import HISTORY as SEED
from game.state import CLAIMANT

__all__ = ["HISTORY", "SEED", "documented", "has_history"]

HISTORY = "history"
"""Names the documented line beside a record of the same scenario."""


def has_history(rules: Game) -> bool:
    """Return whether there is a documented line from where these rules start."""
    return rules.start is None and not rules.twists and bool(rules.scenario.history)


def documented(rules: Game) -> Record:
    """Return the decisions really taken, with the author's notes.

    They stand as far as they are still legal. Raises `RecordError` where the scenario has none.
    """
    scenario = rules.scenario
    if not has_history(rules):
        raise RecordError(f"{scenario.id} has no documented line from this start")
    heading = Heading(scenario.id, scenario.version, scenario.digest, SEED, rules.seats[CLAIMANT])
    record, at, state = Record(heading), OPENING, rules.opening(SEED)
    notes = dict(scenario.history_notes)
    for place, (seat, words) in enumerate(scenario.history, 1):
        try:
            state = rules.apply(state, rules.parsed(words, state, papers=True)).state
        except AmurError:
            break
        record, node = record.add(at, seat, words, digest(state))
        at = node.id
        if place in notes:
            record = record.noted(at, notes[place])
    return record
