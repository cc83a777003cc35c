"""What the table adds up to for a man: his walk-away, his hope and what a paper is worth to him.

Every function reads a `State` or a `Moment` alike; values are in hundredths of a point.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules.moment import Moment
from game.rules.table import Table
from game.rules.terms import EVEN_FACE, FACE_ADDS, FOREIGN_HAND, OPEN
from game.state import HOST, Man, State

Now = State | Moment
FULL_DANGER = 10000


def host_of(now: Now) -> Man:
    """Return the host himself.

    Raises `ValueError` for a view that may not know him.
    """
    man: Man | None = now.men[HOST]
    if man is None:
        raise ValueError("only the host himself knows his own mind")
    return man


def meets_need(man: Man, paper: Package) -> bool:
    """Return whether a paper holds the one thing the man cannot go home without."""
    return man.need_issue < 0 or paper[man.need_issue] in man.need_allows


def danger(now: Now) -> int:
    """Return what the host has to fear, `0..10000`."""
    danger: int = now.ground_danger + now.shown
    return 0 if danger < 0 else FULL_DANGER if danger > FULL_DANGER else danger


def felt(now: Now, temper_courtesy: int) -> int:
    """Return what the host's face adds to any paper, in hundredths."""
    return FACE_ADDS * (now.face - EVEN_FACE) * temper_courtesy // 100


def mistrust(now: Now) -> int:
    """Return what a paper from the claimant's own hand loses by who wrote it."""
    return FOREIGN_HAND * max(0, OPEN - now.trust)


def host_worth(now: Now, table: Table, paper: Package) -> int:
    """Return what the host finds in the claimant's paper, face and authorship included.

    His own word laid back before him has no foreign hand on it.
    """
    man = host_of(now)
    authored = 0 if paper == now.word else mistrust(now)
    courtesy = table.tempers[HOST][man.temper].courtesy
    return value(paper, man.utility) + felt(now, courtesy) - authored


def host_hope(now: Now, table: Table) -> int:
    """Return what the host still hopes to keep; an open ultimatum counts the wear again."""
    hope = now.hope[HOST]
    if not now.wager:
        return hope
    man = host_of(now)
    again = table.tempers[HOST][man.temper].again
    return max(0, hope - max(0, man.hope - hope) * again // 100)
