"""What the sentences of the chronicle are made from: one entry, and who is told of it."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.persons import Person, persons
from game.coach.words_for import issue_label
from game.rules import Rules
from game.state import CLAIMANT, HOST, Entry, State

ELSEWHERE = "elsewhere"
"""The cause, as far as a seat may know it, of what a scene of the other seat moved."""
READ_LATER = "after the talks you can read"


class Telling(NamedTuple):
    """An entry that is told to a seat."""

    rules: Rules
    before: State
    entry: Entry
    seat: int
    mode: str
    """`points` where numbers are told, too; else words alone."""
    after: State | None = None
    """The state after the turn of the entry; `None` where no turn is told."""

    @property
    def to_claimant(self) -> bool:
        """Whether the claimant is told; else it is the host."""
        return self.seat == CLAIMANT

    @property
    def claimant(self) -> Person:
        """The claimant as the seat is told of him."""
        return persons(self.rules, self.seat)[CLAIMANT]

    @property
    def host(self) -> Person:
        """The host as the seat is told of him."""
        return persons(self.rules, self.seat)[HOST]

    def get(self, field: str) -> str:
        """Return a field of the entry as text."""
        return str(dict(self.entry.data)[field])

    def number(self, field: str) -> int:
        """Return a field of the entry that holds a whole number."""
        return int(self.get(field))

    def issue(self, field: str = "issue") -> int:
        """Return the index of the issue that a field names."""
        return self.rules.table.issues.index(self.get(field))

    def label(self, field: str = "issue") -> str:
        """Return what the issue is called that a field names."""
        return issue_label(self.rules.scenario, self.issue(field))
