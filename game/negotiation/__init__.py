"""Bargaining theory: what a package is worth to whom, and which could be agreed. Knows no game."""

from game.negotiation.frontier import dominates, frontier, most_left
from game.negotiation.packages import Package, decoded, encoded, every_package, size
from game.negotiation.value import Joint, Utility, concession, together, value
from game.negotiation.zone import nash_point, zone

__all__ = [
    "Joint",
    "Package",
    "Utility",
    "concession",
    "decoded",
    "dominates",
    "encoded",
    "every_package",
    "frontier",
    "most_left",
    "nash_point",
    "size",
    "together",
    "value",
    "zone",
]
