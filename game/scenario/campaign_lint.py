"""What is wrong in a campaign that can be read: each table as a scenario, then the seasons."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_model import Campaign
from game.scenario.faults import Problem
from game.scenario.known import referred


def campaign_problems(campaign: Campaign, *, doubting: bool = True) -> Iterator[Problem]:
    """Yield everything wrong in a campaign, at its path."""
    seasons, tracks = campaign.seasons, campaign.tracks
    at = ("seasons",)
    yield from referred(seasons.seat, (*at, "seat"), campaign.seats, "seat")
    yield from referred(seasons.purse, (*at, "purse"), tracks, "track")
    yield from referred(seasons.idle, (*at, "idle"), campaign.actions, "action")
    for id, event in campaign.events.items():
        yield from referred(event.table, ("events", id, "table"), campaign.tables, "table")
        yield from referred(event.seat, ("events", id, "seat"), campaign.seats, "seat")
