"""Who asks what a word means, and what he may see of the table."""

from __future__ import annotations

from dataclasses import dataclass

from game.coach.persons import Person, persons
from game.rules import Rules
from game.state import CLAIMANT, HOST, State

FIFTHS = ("little", "some", "much", "a great deal", "more than one can bear")
"""A part of a hundred, in words."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question: the table as the chair that asks may see it."""

    rules: Rules
    state: State
    mode: str
    """`points` where numbers are told; else words alone."""

    @property
    def seat(self) -> int:
        """The chair that asks: its view knows one man only, himself."""
        return HOST if self.state.men[CLAIMANT] is None else CLAIMANT

    @property
    def is_claimant(self) -> bool:
        """Whether the claimant asks."""
        return self.seat == CLAIMANT

    @property
    def tells_points(self) -> bool:
        """Whether the numbers of the table are told."""
        return self.mode == "points"

    @property
    def host(self) -> Person:
        """The host, `you` where he asks."""
        return self.person(HOST)

    @property
    def other(self) -> Person:
        """Who sits opposite the one who asks."""
        return self.person(1 - self.seat)

    def person(self, seat: int) -> Person:
        """Return the person in a chair, `you` where he asks."""
        return persons(self.rules, self.seat)[seat]


def fifth(part: int) -> str:
    """Return how much a part of a hundred is.

    >>> fifth(0), fifth(79), fifth(100)
    ('little', 'a great deal', 'more than one can bear')
    """
    return FIFTHS[min(len(FIFTHS) - 1, max(0, part) // 20)]
