"""How the lines of a record end, each end replayed once."""

from __future__ import annotations

from game.errors import RecordError
from game.record import Record, States
from game.rules import Outcome, Rules


class Ends:
    """The outcomes at the nodes of records that share a seed, asked as they are shown."""

    def __init__(self, rules: Rules, states: States) -> None:
        self.rules = rules
        self.states = states
        self._known: dict[int, Outcome | None] = {}

    def at(self, record: Record, node: int) -> Outcome | None:
        """Return how the talks ended at a node; `None` where they go on or it does not replay."""
        if node not in self._known:
            try:
                self._known[node] = self.rules.outcome(self.states.at(record, node))
            except RecordError:
                self._known[node] = None
        return self._known[node]
