"""What is wrong with the map of a campaign: its tables' issues, and what the seasons change."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_known import KnownCampaign
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import asked, referred
from game.scenario.map_lint import check_frame, check_issues, check_redrawn
from game.scenario.map_model import Boats, Claim, Founded, Map, Renamed


def check_campaign_map(written: Map, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with the map of a campaign as a whole."""
    yield from check_frame(written, path)
    if written.issues:
        message = "a campaign's issues are those of its tables"
        hint = "write tables: {TABLE: {ISSUE: …}}"
        yield Problem((*path, "issues"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    for table, issues in written.tables.items():
        at = (*path, "tables", table)
        yield from referred(table, at, known.campaign.tables, "table", at_key=True)
        if table in known.tables:
            yield from check_issues(issues, at, known.tables[table])


def check_founded(place: Founded, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with a place that is there while something holds."""
    yield from asked(place.when, (*path, "if"), known.season)
    written = known.campaign.map
    if written is not None and place.region is not None:
        yield from referred(place.region, (*path, "in"), written.regions, "region")
        yield from referred(str(path[-1]), path, written.called, "name of a place", at_key=True)


def check_renamed(place: Renamed, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with another name that a place bears while something holds."""
    yield from asked(place.when, (*path, "if"), known.season)
    written = known.campaign.map
    if written is not None:
        yield from referred(str(path[-1]), path, written.called, "name of a place", at_key=True)


def check_claim(claim: Claim, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what becomes of the land while something holds."""
    yield from asked(claim.when, (*path, "if"), known.season)
    if known.campaign.map is not None:
        yield from check_redrawn(claim, path, known.campaign.map)


def check_boats(boats: Boats, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with boats that an action sends."""
    yield from referred(boats.action, (*path, "action"), known.campaign.actions, "action")
