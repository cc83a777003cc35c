"""What brought the host from what he came for down to what he signed for.

Whole points of his own scale, in the order of `CAUSES`, reckoned from levels as they are told, so
that what he came for and every cause add up to what he wanted at last, and what danger and the guns
did to the walk-away that he ended with.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import NamedTuple

from game.coach.words_for import whole
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
    hopes = list(accumulate((host.hope, *(-wear for wear in worn), rose)))
    wanted = whole(walk + hopes[-1])
    kept = _hopes(hopes, wanted - whole(walk))
    return BroughtDown(
        walk=whole(opened),
        came_for=whole(opened) + kept[0],
        by=(
            *(after - before for before, after in pairwise(kept)),
            whole(unmenaced) - whole(opened),
            whole(walk) - whole(unmenaced),
        ),
        wanted=wanted,
        worth=whole(value(treaty, host.utility)),
        read=whole(mind.host_worth(state, rules.table, treaty)),
    )


def _hopes(levels: list[int], last: int) -> list[int]:
    """Return levels of hope in whole points, the last one as given, each less than a point off.

    >>> _hopes([3800, 3240, 3180], 32), _hopes([3800, 3240, 3180], 31)
    ([38, 32, 32], [38, 32, 31])
    """
    least = 100 * last - levels[-1]
    shift = min(max(50, least), least + 99)
    return [(level + shift) // 100 for level in levels]
