"""Value: what a package is worth to one seat, in hundredths of a point on that seat's own scale.

>>> russia = Utility(worth=((0, 3400), (0, 1200)), joints=(Joint(((0, 1), (1, 1)), -400),))
>>> value((1, 1), russia)
4200
>>> concession((1, 1), (1, 0), russia)
800
"""

from __future__ import annotations

from operator import getitem
from typing import NamedTuple

from game.negotiation.packages import Package


class Joint(NamedTuple):
    """What options are worth together beyond the sum of their worths."""

    options: tuple[tuple[int, int], ...]
    """(issue, option) of every part; it counts only when all of them are chosen."""
    worth: int


class Utility(NamedTuple):
    """A seat's values: one for each option, and some for options taken together."""

    worth: tuple[tuple[int, ...], ...]
    joints: tuple[Joint, ...] = ()


def value(package: Package, to: Utility) -> int:
    """Return what a package is worth to a seat, in hundredths of a point."""
    total = sum(map(getitem, to.worth, package))
    return total + together(package, to.joints) if to.joints else total


def together(package: Package, joints: tuple[Joint, ...]) -> int:
    """Return what the options of a package are worth beyond the sum of their worths."""
    total = 0
    for joint in joints:
        for issue, option in joint.options:
            if package[issue] != option:
                break
        else:
            total += joint.worth
    return total


def concession(before: Package, after: Package, to: Utility) -> int:
    """Return the value a seat gave up between two of its own offers; 0 when it gave none."""
    return max(0, value(before, to) - value(after, to))
