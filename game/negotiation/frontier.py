"""The frontier: what one seat can have, given what the other must have (Pareto).

>>> us, them = Utility(((0, 6, 5),)), Utility(((9, 5, 4),))
>>> frontier(every_package((3,)), us, them)
((9, 0), (5, 6))
>>> most_left(frontier(every_package((3,)), us, them), 4)
6
"""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.packages import Package, every_package
from game.negotiation.value import Utility, value

__all__ = ["Staircase", "dominates", "every_package", "frontier", "most_left"]

Staircase = tuple[tuple[int, int], ...]
"""(their value, our value) of each undominated package, theirs falling and ours rising."""


def frontier(packages: Iterable[Package], ours: Utility, theirs: Utility) -> Staircase:
    """Return the undominated pairs of values; linear in the packages but for one sort."""
    best, steps = None, []
    pairs = sorted(((value(p, theirs), value(p, ours)) for p in packages), reverse=True)
    for their_value, our_value in pairs:
        if best is None or our_value > best:
            best = our_value
            steps.append((their_value, our_value))
    return tuple(steps)


def most_left(steps: Staircase, they_need: int) -> int:
    """Return the most we can have while they have `they_need`; 0 when nothing leaves them that."""
    return max((ours for theirs, ours in steps if theirs >= they_need), default=0)


def dominates(a: Package, b: Package, ours: Utility, theirs: Utility) -> bool:
    """Return whether `a` is at least as good for both seats as `b` and better for one."""
    first = (value(a, ours), value(a, theirs))
    second = (value(b, ours), value(b, theirs))
    return first != second and first[0] >= second[0] and first[1] >= second[1]
