"""How far what is only heard of may be off: less, the more is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from game.rules.luck import about, lots_of
from game.scenario.campaign_model import Campaign

Narrowed = Callable[[int, Sequence[int]], int]
"""Given how far a rumour may be off at most, and the levels as the season opened: how far it is."""


Rumour = tuple[int, int, int, int]
"""How far off a track may be heard to be in some season: its place, how many points either way,
and the track's range. A plain tuple, since it is taken apart at a third of the cost of a named
one."""

Rumours = Callable[[Sequence[int]], tuple[Rumour, ...]]
"""Given the levels as the season opened: how far off each track may be heard to be."""


def narrowed_by(campaign: Campaign, levels: Mapping[str, int]) -> Narrowed:
    """Return what narrows the rumours of a campaign; where no track does, nothing.

    `levels` are the places of the author's tracks in a state.
    """
    id = campaign.seasons.narrows
    if id is None:
        return lambda radius, stood: radius
    at, (low, high) = levels[id], campaign.tracks[id].range
    span = max(1, high - low)
    return lambda radius, stood: radius - radius * (stood[at] - low) // span


def rumours_of(campaign: Campaign, levels: Mapping[str, int]) -> Rumours:
    """Return what tells how each track is heard of that is only rumoured.

    It is reckoned once for every level on which the track that narrows rumours can stand.
    """
    narrowed = narrowed_by(campaign, levels)
    rumoured = [
        (at, rumour, *campaign.tracks[id].range)
        for id, at in levels.items()
        if (rumour := campaign.tracks[id].rumour)
    ]
    narrows = levels[campaign.seasons.narrows] if campaign.seasons.narrows is not None else 0
    known: dict[int, tuple[Rumour, ...]] = {}

    def rumours(stood: Sequence[int]) -> tuple[Rumour, ...]:
        found = known.get(stood[narrows])
        if found is None:
            found = tuple(
                (at, narrowed(radius, stood), low, high) for at, radius, low, high in rumoured
            )
            known[stood[narrows]] = found
        return found

    return rumours


class Bent(dict[int, int]):
    """How far off whoever reports a track is, by how far he may be at most: points, either way.

    >>> Bent(1 << 31)[10], Bent(0)[10], Bent(0)[3]
    (0, -10, -3)
    """

    def __init__(self, lot: int) -> None:
        self._lot = lot

    def __missing__(self, radius: int) -> int:
        self[radius] = off = about(radius, self._lot)
        return off


@lru_cache(maxsize=64)
def bents(count: int, seed: str) -> tuple[Bent, ...]:
    """Return how those who report so many tracks are bent, in the author's order.

    They are for all of a play, so that what changes is the thing itself.
    """
    return tuple(map(Bent, lots_of(count, seed, "rumour", "")))
