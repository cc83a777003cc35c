"""The zone of possible agreement: packages that leave no seat below its reservation value.

>>> us, them = Utility(((0, 6, 9),)), Utility(((9, 5, 0),))
>>> zone(every_package((3,)), us, 5, them, 4)
((1,),)
"""

from __future__ import annotations

from collections.abc import Iterable

from game.negotiation.packages import Package, every_package
from game.negotiation.value import Utility, value

__all__ = ["every_package", "zone"]


def zone(
    packages: Iterable[Package], ours: Utility, our_least: int, theirs: Utility, their_least: int
) -> tuple[Package, ...]:
    """Return the packages worth at least its reservation value to each seat, in their order."""
    return tuple(
        p for p in packages if value(p, ours) >= our_least and value(p, theirs) >= their_least
    )
