"""How far what is only heard of may be off: less, the more is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.scenario.campaign_model import Campaign

Narrowed = Callable[[int, Sequence[int]], int]
"""Given how far a rumour may be off at most, and the levels as the season opened: how far it is."""


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
