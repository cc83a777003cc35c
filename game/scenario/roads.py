"""How long word takes from a place to another, at the least."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import NamedTuple

from game.scenario.calendar_model import Road


class Way(NamedTuple):
    """The fastest way between two places."""

    days: int
    places: tuple[str, ...]
    """From the first to the last."""

    def __str__(self) -> str:
        return f"{self.days} day{'' if self.days == 1 else 's'} from {' to '.join(self.places)}"

    def then(self, other: Way) -> Way:
        """Return this way and one that goes on from its end."""
        return Way(self.days + other.days, (*self.places, *other.places[1:]))


class Roads:
    """The roads of couriers, each as fast there as back.

    >>> from game.scenario.calendar_model import Road
    >>> legs = (("irkutsk", "kyakhta", "3"), ("beijing", "kyakhta", "15"))
    >>> roads = Roads(Road.model_validate({"from": a, "to": b, "days": n}) for a, b, n in legs)
    >>> print(roads.way("irkutsk", "beijing"))
    18 days from irkutsk to kyakhta to beijing
    """

    def __init__(self, roads: Iterable[Road]) -> None:
        self._next: dict[str, dict[str, int]] = defaultdict(dict)
        for road in roads:
            for one, other in ((road.from_, road.to), (road.to, road.from_)):
                known = self._next[one].get(other, road.days)
                self._next[one][other] = min(known, road.days)
        self._reached: dict[str, dict[str, tuple[int, str]]] = {}

    @property
    def places(self) -> frozenset[str]:
        """Every place at an end of a road."""
        return frozenset(self._next)

    def way(self, start: str, end: str) -> Way | None:
        """Return the fastest way; `None` where no roads join the places."""
        if start not in self._reached:
            self._reached[start] = self._reached_from(start)
        reached = self._reached[start]
        if end not in reached:
            return None
        places = [end]
        while places[-1] != start:
            places.append(reached[places[-1]][1])
        return Way(reached[end][0], tuple(reversed(places)))

    def _reached_from(self, start: str) -> dict[str, tuple[int, str]]:
        """Return for each place in how many days it is reached, and from which place last."""
        found: dict[str, tuple[int, str]] = {}
        waiting = [(0, start, start)]
        while waiting:
            days, here, before = heappop(waiting)
            if here not in found:
                found[here] = days, before
                for place, more in self._next.get(here, {}).items():
                    heappush(waiting, (days + more, place, here))
        return found
