"""Bargaining theory: what a package is worth to whom, and which could be agreed. Knows no game."""

from game.negotiation.frontier import Point, dominates, frontier, undominated
from game.negotiation.packages import Package, every_package
from game.negotiation.value import Joint, Utility, concession, together, value
from game.negotiation.zone import zone

__all__ = [
    "Joint",
    "Package",
    "Point",
    "Utility",
    "concession",
    "dominates",
    "every_package",
    "frontier",
    "together",
    "undominated",
    "value",
    "zone",
]
