"""How far what is only heard of may be off: less, the more is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from game.rules.luck import about, lots_of
from game.rules.men import HISTORY
from game.scenario.campaign_model import Campaign

Narrowed = Callable[[int, Sequence[int]], int]
"""Given how far a rumour may be off at most, and the levels as the season opened: how far it is."""


Rumour = tuple[int, int, int, int]
"""How far off a track may be heard to be in some season: its place, how many points either way,
and the track's range. A plain tuple, since it is taken apart at a third of the cost of a named
one."""

Rumours = Callable[[Sequence[int]], tuple[Rumour, ...]]
"""Given the levels as the season opened: how far off each track may be heard to be."""
Heard = Callable[[tuple[int, ...], tuple[int, ...]], tuple[int, ...]]
"""Given the levels as the season opened, and the lots of a play: where each track is heard to have
stood."""
MOST_HEARD = 256
"""Seasons of which it is kept what was heard: it is asked anew at each decision."""


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
    narrowed, widest = narrowed_by(campaign, levels), rumoured(campaign, levels)
    narrows = levels[campaign.seasons.narrows] if campaign.seasons.narrows is not None else 0
    known: dict[int, tuple[Rumour, ...]] = {}

    def rumours(stood: Sequence[int]) -> tuple[Rumour, ...]:
        found = known.get(stood[narrows])
        if found is None:
            found = tuple(
                (at, narrowed(radius, stood), low, high) for at, radius, low, high in widest
            )
            known[stood[narrows]] = found
        return found

    return rumours


def rumoured(campaign: Campaign, levels: Mapping[str, int]) -> tuple[Rumour, ...]:
    """Return each track that is only heard of, as far off as it can be heard to be at most."""
    return tuple(
        (at, radius, *campaign.tracks[id].range)
        for id, at in levels.items()
        if (radius := campaign.tracks[id].rumour)
    )


def bents(count: int, seed: str) -> tuple[int, ...]:
    """Return the lot by which each who reports is bent, in the author's order of the tracks.

    They are for all of a play, so that what changes is the thing itself. History was heard aright:
    it has none.
    """
    return () if seed == HISTORY else lots_of(count, seed, "rumour", "")


def heard_by(campaign: Campaign, levels: Mapping[str, int]) -> Heard:
    """Return what tells where each track is heard to have stood.

    What is only rumoured is off by at most so much, as whoever reports it is bent.
    """
    rumours_at = rumours_of(campaign, levels)

    @lru_cache(maxsize=MOST_HEARD)
    def heard(stood: tuple[int, ...], lots: tuple[int, ...]) -> tuple[int, ...]:
        if not lots:
            return stood
        found = list(stood)
        for (at, radius, low, high), lot in zip(rumours_at(stood), lots, strict=True):
            found[at] = min(max(stood[at] + about(radius, lot), low), high)
        return tuple(found)

    return heard
