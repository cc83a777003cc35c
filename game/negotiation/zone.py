"""The zone of possible agreement: packages that leave no seat below its reservation value.

>>> us, them = Utility(((0, 6, 9),)), Utility(((9, 5, 0),))
>>> zone(every_package((3,)), us, 5, them, 4)
((1,),)
>>> nash_point(every_package((3,)), us, 0, them, 0)
(1,)
"""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.packages import Package, every_package
from game.negotiation.value import Utility, value

__all__ = ["every_package", "nash_point", "zone"]


def zone(
    packages: Iterable[Package], ours: Utility, our_least: int, theirs: Utility, their_least: int
) -> tuple[Package, ...]:
    """Return the packages worth at least its reservation value to each seat, in their order."""
    return tuple(
        p for p in packages if value(p, ours) >= our_least and value(p, theirs) >= their_least
    )


def nash_point(
    packages: Iterable[Package], ours: Utility, our_least: int, theirs: Utility, their_least: int
) -> Package | None:
    """Return the package of greatest product of gains; `None` when the zone is empty.

    Between equal products the first in order wins.
    """
    return max(
        zone(packages, ours, our_least, theirs, their_least),
        key=lambda p: (value(p, ours) - our_least) * (value(p, theirs) - their_least),
        default=None,
    )
