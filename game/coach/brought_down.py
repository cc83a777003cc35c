"""What brought the host from what he came for down to what he signed for.

Whole points of his own scale, in the order of `CAUSES`, reckoned from levels as they are told, so
that what he came for and every cause add up to what he wanted at last.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import NamedTuple

from game.coach.bill import whole
from game.negotiation import value
from game.rules import Rules, mind
from game.rules.changes import TALK, TIME, TRADE
from game.state import HOST, State

CAUSES = ("met", "talked", "waited", "rose", "danger", "guns")
"""He was given something, was talked to, days went by, he hoped for more again, danger grew or fell
that no gun had made, and the guns."""


class BroughtDown(NamedTuple):
    """What the host wanted first and last, and what lay between."""

    walk: int
    """What he had without a paper when the talks opened."""
    came_for: int
    """That, and what he hoped for besides."""
    by: tuple[int, ...]
    """What each of `CAUSES` added to it; below nothing where it brought him down."""
    wanted: int
    """What a paper had to be worth to him at last."""
    worth: int
    """What the signed one is worth to him."""
    read: int
    """The same as he read it, his face and whose hand wrote it counted in."""


def brought_down(rules: Rules, state: State) -> BroughtDown:
    """Return what brought the host to sign.

    Raises `ValueError` when nothing was signed.
    """
    host, treaty = state.men[HOST], state.treaty
    if treaty is None or host is None:
        raise ValueError("nobody was brought to sign anything")
    opened = rules.walk(HOST, rules.opening(state.seed)._replace(men=state.men))
    unmenaced, walk = rules.walk_unmenaced(state), rules.walk(HOST, state)
    worn = [state.ledger[account] for account in (TRADE, TALK, TIME)]
    rose = state.hope[HOST] - host.hope + sum(worn)
    changes = (*(-wear for wear in worn), rose, unmenaced - opened, walk - unmenaced)
    levels = [whole(level) for level in accumulate((opened + host.hope, *changes))]
    return BroughtDown(
        walk=whole(opened),
        came_for=levels[0],
        by=tuple(after - before for before, after in pairwise(levels)),
        wanted=levels[-1],
        worth=whole(value(treaty, host.utility)),
        read=whole(mind.host_worth(state, rules.table, treaty)),
    )
