"""The frontier: what one seat can have, given what the other must have (Pareto).

>>> us, them = Utility(((0, 6, 5),)), Utility(((9, 5, 4),))
>>> [point.package for point in frontier(every_package((3,)), us, them)]
[(0,), (1,)]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.negotiation.packages import Package, every_package
from game.negotiation.value import Utility, value

__all__ = ["Point", "dominates", "every_package", "frontier", "undominated"]


class Point(NamedTuple):
    """A package, or the beginning of one, with what it is worth to them and to us."""

    theirs: int
    ours: int
    package: Package


def frontier(packages: Iterable[Package], ours: Utility, theirs: Utility) -> tuple[Point, ...]:
    """Return the undominated packages, theirs falling and ours rising.

    Linear in the packages but for one sort; of packages worth the same to both it keeps the last.
    """
    return undominated(Point(value(p, theirs), value(p, ours), p) for p in packages)


def undominated(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points that no other betters for one seat without costing the other."""
    kept: list[Point] = []
    for point in sorted(points, reverse=True):
        if not kept or point.ours > kept[-1].ours:
            kept.append(point)
    return tuple(kept)


def dominates(a: Package, b: Package, ours: Utility, theirs: Utility) -> bool:
    """Return whether `a` is at least as good for both seats as `b` and better for one."""
    first = (value(a, ours), value(a, theirs))
    second = (value(b, ours), value(b, theirs))
    return first != second and first[0] >= second[0] and first[1] >= second[1]
