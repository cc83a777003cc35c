"""What is wrong with how the seasons pass, what they bring, and what follows from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.authored import ById
from game.scenario.campaign_known import LEAP_DAY, KnownCampaign
from game.scenario.faults import Code, Path, Problem
from game.scenario.gate_lint import check_reasons
from game.scenario.known import asked, ranged, reckoned, referred, warning
from game.scenario.model import Start
from game.scenario.season_effects import MOST_PAID, TOLL, check_done, check_spread
from game.scenario.season_model import (
    Breach,
    Consequence,
    Pressure,
    Seasons,
    Twist,
    Usage,
    YearAndQuarter,
)
from game.scenario.season_seen import check_offered
from game.scenario.table_model import Table
from game.state import BUILT_IN

MOST_SEASONS, MOST_ACTIONS = 400, 9


def check_seasons(seasons: Seasons, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with how the seasons pass as a whole."""
    campaign = known.campaign
    yield from referred(seasons.seat, (*path, "seat"), campaign.seats, "seat")
    yield from ranged(seasons.actions, (*path, "actions"), 1, MOST_ACTIONS)
    yield from ranged(seasons.quiet, (*path, "quiet"), 0, 100)
    yield from referred(seasons.purse, (*path, "purse"), known.own, "track of your own")
    yield from referred(seasons.narrows, (*path, "narrows"), known.own, "track of your own")
    narrows = campaign.tracks.get(seasons.narrows or "")
    if narrows is not None and narrows.rumour:
        message = f"{seasons.narrows} is itself known only by hearsay"
        hint = "name a track without rumour"
        yield Problem((*path, "narrows"), Code.UNKNOWN_ID, message, hint)
    yield from referred(seasons.narrows, (*path, "narrows"), known.own, "track of your own")
    yield from _check_span(seasons, path, known)
    yield from referred(seasons.idle, (*path, "idle"), campaign.actions, "action")
    idle = campaign.actions.get(seasons.idle) if seasons.idle is not None else None
    if idle is not None and (idle.targets or idle.cost > 0):
        has = "targets" if idle.targets else "a cost"
        message = f"{seasons.idle} has {has}, and stands where nothing is ordered"
        hint = "name an action that can be done always, alone and for nothing"
        also: tuple[Path, ...] = (("actions", seasons.idle or ""),)
        yield Problem((*path, "idle"), Code.UNKNOWN_ID, message, hint, also=also)
    for table in campaign.tables.values():
        if table.claimant in campaign.seats and table.claimant != seasons.seat:
            message = f"{seasons.seat} decides in the seasons, and {table.claimant} at {table.id}"
            hint = f"write {table.claimant}, or let {seasons.seat} be the claimant of every table"
            yield Problem((*path, "seat"), Code.UNKNOWN_ID, message, hint)
            return


def _check_span(seasons: Seasons, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    campaign = known.campaign
    if seasons.count < 1:
        message, hint = "the last season comes before the first", "put the later one here"
        yield Problem((*path, "to"), Code.BAD_DATE, message, hint)
    elif seasons.count > MOST_SEASONS:
        message = f"these are {seasons.count} seasons; {MOST_SEASONS} are the most"
        yield Problem((*path, "to"), Code.TOO_BIG, message, "let it end sooner")
    elif campaign.end >= campaign.start:
        for key, day, season in (
            ("start", campaign.start, seasons.from_),
            ("end", campaign.end, seasons.to),
        ):
            of_day = YearAndQuarter.of(day)
            if of_day != season:
                which = "first" if key == "start" else "last"
                message = f"{day} is in {said(of_day)}, and the {which} season is {said(season)}"
                yield warning((key,), Code.BAD_DATE, message, f"write a day of {said(season)}")


def said(season: YearAndQuarter) -> str:
    """Return a season as an author writes it."""
    return f"{season.quarter} {season.year}"


def check_usage(usage: Usage, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what every season does by itself."""
    yield from asked(usage.when, (*path, "if"), known.season)
    yield from check_done(usage.do, (*path, "do"), known.campaign)
    if not usage.do:
        hint = "write do: {NAME: CHANGE}"
        yield warning(path, Code.NO_EFFECT, "this changes nothing", hint, at_key=True)


def check_breach(breach: Breach, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what ends a play before its time."""
    yield from asked(breach.when, (*path, "if"), known.season)


def check_pressure(pressure: Pressure, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what history brings."""
    seasons = known.campaign.seasons
    heard = pressure.heard or pressure.date
    at = (*path, "heard" if pressure.heard else "date")
    if heard < pressure.date:
        message = f"it is heard on {heard}, before it was on {pressure.date}"
        yield Problem(at, Code.BAD_DATE, message, "put the later day here")
    elif seasons.count > 0 and not seasons.hold(YearAndQuarter.of(heard)):
        message = f"{said(YearAndQuarter.of(heard))} is no season of the campaign"
        hint = f"write a day from {said(seasons.from_)} to {said(seasons.to)}, or take it out"
        yield Problem(at, Code.BAD_DATE, message, hint)
    yield from _check_heard_away(pressure, path)
    yield from asked(pressure.when, (*path, "if"), known.season)
    yield from check_done(pressure.do, (*path, "do"), known.campaign)
    yield from check_spread(pressure.spread, pressure.do, (*path, "spread"))


def _check_heard_away(pressure: Pressure, path: Path) -> Iterator[Problem]:
    away, at = pressure.heard_away, (*path, "heard-away")
    if away is None:
        return
    if away < pressure.date:
        message = f"it is heard on {away}, before it was on {pressure.date}"
        yield Problem(at, Code.BAD_DATE, message, "put the later day here")
    here, there = (YearAndQuarter.of(pressure.heard or pressure.date), YearAndQuarter.of(away))
    if here != there:
        message = f"on a journey it is heard in {said(there)}, and else in {said(here)}"
        hint = "write a day of the same season, or another pressure with if: away"
        yield Problem(at, Code.BAD_DATE, message, hint)


def check_twist(twist: Twist, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with a change of the world before the first season."""
    yield from _check_levels(twist.tracks, (*path, "tracks"), known)


def check_season_start(start: Start, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with another beginning of a campaign."""
    seasons = known.campaign.seasons
    if start.date is not None:
        message = "a campaign begins in a season, and its tables open on days of their own"
        hint = f"write season: {said(YearAndQuarter.of(start.date))}"
        yield Problem((*path, "date"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    if start.season is not None and seasons.count > 0 and not seasons.hold(start.season):
        message = f"{said(start.season)} is no season of the campaign"
        hint = f"write one from {said(seasons.from_)} to {said(seasons.to)}"
        yield Problem((*path, "season"), Code.BAD_DATE, message, hint)
    yield from _check_levels(start.tracks, (*path, "tracks"), known)
    for table in start.past:
        at = (*path, "past", table)
        yield from referred(table, at, known.campaign.tables, "table", at_key=True)
    for place, entry in enumerate(start.paid):
        yield from ranged(entry.count, (*path, "paid", place, "count"), 1, MOST_PAID)
    begun = known.campaign.tracks[TOLL].start if TOLL in known.campaign.tracks else 0
    before, named = start.tracks.get(TOLL, begun or 0), sum(each.count for each in start.paid)
    if start.paid and named != before:
        message = f"the entries name {named}, and {TOLL} begins at {before}"
        hint = f"write {TOLL}: {named} under tracks, or mend the entries"
        yield Problem((*path, "paid"), Code.BAD_SUM, message, hint, at_key=True)


def _check_levels(levels: ById[int], path: Path, known: KnownCampaign) -> Iterator[Problem]:
    tracks = known.campaign.tracks
    for id, level in levels.items():
        at = (*path, id)
        yield from referred(id, at, known.own, "track", code=Code.UNKNOWN_NAME, at_key=True)
        if id in tracks:
            yield from ranged(level, at, *tracks[id].range)


def check_talks(table: Table, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with how talks begin in the seasons."""
    yield from asked(table.when, (*path, "when"), known.season)
    yield from check_reasons(table.when, table.else_show, path, "when")
    yield from check_offered(table.when, (*path, "when"), known.campaign)
    for name, formula in table.begins.items():
        at = (*path, "begins", name)
        yield from referred(name, at, BUILT_IN, "quantity of a table", at_key=True)
        yield from reckoned(formula, at, known.season)
    yield from reckoned(table.leverage, (*path, "leverage"), known.season)
    if table.first_day == LEAP_DAY:
        message, hint = "most years have no 29 February", "write 02-28 or 03-01"
        yield Problem((*path, "first-day"), Code.BAD_DATE, message, hint)


def check_consequence(part: Consequence, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what follows from talks."""
    yield from asked(part.when, (*path, "if"), known.season)
    yield from check_done(part.do, (*path, "do"), known.campaign)
    if not part.do and not part.text:
        hint = "write do: {NAME: CHANGE}, or take it out"
        yield warning(path, Code.NO_EFFECT, "nothing follows", hint)
