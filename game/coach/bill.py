"""The bill of a signed paper: what it gives each above none, and where that came from.

All in whole points, each seat's on its own scale, reckoned from levels as they are told, so that
the accounts of a seat add up to what it is told to have gained. What the first paper laid gave it
comes first. The clauses that were changed since either *moved* points from the one to the
other, as much as the one lost and the other won; what they gave beyond that was *created*, or, if
it is below nothing, lost. What the guns took from the host's walk-away is no gain of anybody's:
the host's walk-away here is the one he had before them, and what they took is told beside it.

>>> moved_and_created(-8, 20), moved_and_created(5, 7), moved_and_created(6, -10)
((-8, 8, 0, 12), (0, 0, 5, 7), (6, -6, 0, -4))
"""

from __future__ import annotations

from typing import NamedTuple

from game.coach.better import More, better_for_both, bound_beside, more_for
from game.coach.words_for import whole
from game.negotiation import Package, Utility, value
from game.rules import Rules
from game.state import CLAIMANT, HOST, State


class Account(NamedTuple):
    """What one seat has by the paper, in whole points above its walk-away without the guns."""

    walk: int
    """The walk-away from which it is reckoned."""
    in_first: int
    """What the first paper laid would have given; below nothing where none was better."""
    moved: int
    """What came from the other by the clauses changed since; below nothing where it went there."""
    created: int
    """What these clauses gave beyond that; below nothing where they lost some."""

    @property
    def gain(self) -> int:
        """Return what the paper gives above none: the three accounts together."""
        return self.in_first + self.moved + self.created


class Bill(NamedTuple):
    """What a signed paper gave, by seat, the claimant first."""

    accounts: tuple[Account, Account]
    taken: int
    """Whole points by which the guns had lowered the host's walk-away."""
    gave: tuple[tuple[int, ...], tuple[int, ...]]
    """Issues changed since the first paper on which each seat gave something to the other."""
    agreed: tuple[int, ...]
    """Issues changed since then by which both have more."""
    left: tuple[More | None, More | None]
    """What each could have had more at no cost to the other."""
    better: Package | None
    """The nearest paper that is better for both; `None` where there is none worth telling."""

    @property
    def joint(self) -> int:
        """Return the value that the paper created: what both have by it above none."""
        return sum(account.gain for account in self.accounts)

    @property
    def in_first(self) -> int:
        """Return how much of it lay in the first paper laid."""
        return sum(account.in_first for account in self.accounts)

    @property
    def created_since(self) -> int:
        """Return how much of it came by the clauses changed since."""
        return sum(account.created for account in self.accounts)

    @property
    def is_trade(self) -> bool:
        """Whether each gave something on one issue and had something on another."""
        return all(self.gave)


def bill(rules: Rules, state: State) -> Bill:
    """Return the bill of a signed paper.

    Raises `ValueError` when nothing was signed.
    """
    treaty, claimant, host = state.treaty, state.men[CLAIMANT], state.men[HOST]
    if treaty is None or claimant is None or host is None:
        raise ValueError("there is a bill only for a paper that was signed")
    ours, theirs = claimant.utility, host.utility
    first = treaty if state.first is None else state.first
    walks = (rules.walk(CLAIMANT, state), rules.walk_unmenaced(state))
    walk, began, ended = (
        tuple(map(whole, levels))
        for levels in (
            walks,
            (value(first, ours), value(first, theirs)),
            (value(treaty, ours), value(treaty, theirs)),
        )
    )
    *moved, our_own, their_own = moved_and_created(ended[0] - began[0], ended[1] - began[1])
    gave, agreed = given(ours, theirs, first, treaty)
    our_bound, their_bound = (bound_beside(man, treaty) for man in (claimant, host))
    return Bill(
        accounts=(
            Account(walk[0], began[0] - walk[0], moved[0], our_own),
            Account(walk[1], began[1] - walk[1], moved[1], their_own),
        ),
        taken=walk[1] - whole(rules.walk(HOST, state)),
        gave=gave,
        agreed=agreed,
        left=(
            more_for(our_bound, their_bound, treaty),
            more_for(their_bound, our_bound, treaty),
        ),
        better=better_for_both(our_bound, their_bound, treaty),
    )


def moved_and_created(ours: int, theirs: int) -> tuple[int, int, int, int]:
    """Return what moved to us and to them, and what was created for each, by two changes."""
    moved = min(abs(ours), abs(theirs)) if ours * theirs < 0 else 0
    to_us = moved if ours > 0 else -moved
    return to_us, -to_us, ours - to_us, theirs + to_us


def given(
    ours: Utility, theirs: Utility, first: Package, treaty: Package
) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], tuple[int, ...]]:
    """Return the changed issues on which the claimant gave, the host gave, and both have more."""
    we_gave, they_gave, agreed = [], [], []
    for issue, (before, after) in enumerate(zip(first, treaty, strict=True)):
        our, their = (u.worth[issue][after] - u.worth[issue][before] for u in (ours, theirs))
        if our > 0 and their > 0:
            agreed.append(issue)
        elif their > 0:
            we_gave.append(issue)
        elif our > 0:
            they_gave.append(issue)
    return (tuple(we_gave), tuple(they_gave)), tuple(agreed)
