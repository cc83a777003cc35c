"""What is wrong in a campaign that can be read: its tables each as a scenario, and the seasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.scenario.action_lint import check_action, check_hazard, check_target
from game.scenario.action_model import Action, Hazard, Target
from game.scenario.authored import Authored
from game.scenario.campaign_known import KnownCampaign, known_campaign, notes_of_all
from game.scenario.campaign_model import Campaign
from game.scenario.dominated_lint import check_dominated
from game.scenario.ending_model import Ending
from game.scenario.event_lint import check_notes
from game.scenario.event_model import Choice, Counsel, Event, Risk
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import asked, ranged, referred
from game.scenario.lint_kinds import CHECKS
from game.scenario.map_model import Boats, Claim, Founded, Map, Renamed
from game.scenario.model import Adviser, Start
from game.scenario.season_days import season_anachronisms
from game.scenario.season_effects import check_asked_later
from game.scenario.season_lint import (
    check_breach,
    check_consequence,
    check_pressure,
    check_season_start,
    check_seasons,
    check_talks,
    check_twist,
    check_usage,
)
from game.scenario.season_map import (
    check_boats,
    check_campaign_map,
    check_claim,
    check_founded,
    check_renamed,
)
from game.scenario.season_model import Breach, Consequence, Pressure, Seasons, Twist, Usage
from game.scenario.season_scenes import (
    check_season_adviser,
    check_season_choice,
    check_season_event,
    check_season_risk,
    check_table_event,
)
from game.scenario.season_turns import SeasonTurns
from game.scenario.story_lint import check_measures, check_scales
from game.scenario.table_model import Table
from game.scenario.text_lint import check_cited, check_empty, check_length, check_sources
from game.scenario.things import things
from game.scenario.vocabulary import SEASON_NUMBERS, SEASON_TRUTHS

SeasonCheck = Callable[[Any, Path, KnownCampaign], Iterator[Problem]]


def check_campaign(campaign: Campaign, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with the campaign as a whole."""
    if campaign.end < campaign.start:
        message, hint = "the campaign ends before it starts", "put the later day here"
        yield Problem((*path, "end"), Code.BAD_DATE, message, hint)
    if not campaign.tables:
        message, hint = (
            "a campaign has one table at least",
            "write tables: [ID], and tables/ID.yaml",
        )
        yield Problem((*path, "tables"), Code.MISSING_KEY, message, hint, at_key=True)
    for id in campaign.dossiers:
        yield from referred(id, (*path, "dossiers", id), campaign.tables, "table", at_key=True)
    for id in campaign.tracks:
        if id in SEASON_NUMBERS | SEASON_TRUTHS:
            message, at = f"{id} means something else in conditions", (*path, "tracks", id)
            yield Problem(at, Code.BAD_ID, message, "call the track otherwise", at_key=True)
    yield from check_measures(campaign.measures, path, known.season, known.after)
    yield from check_scales(campaign, path)
    for id, level in campaign.profile.items():
        at = (*path, "profile", id)
        yield from referred(id, at, campaign.measures, "measure", at_key=True)
        yield from ranged(level, at, 0, 100)


def check_campaign_ending(ending: Ending, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with an ending of a campaign."""
    yield from referred(ending.group, (*path, "group"), known.campaign.groups, "group")
    yield from referred(ending.seat, (*path, "seat"), known.campaign.seats, "seat")
    yield from asked(ending.when, (*path, "when"), known.after)


OF_SEASONS: Mapping[type[Authored], tuple[SeasonCheck, ...]] = {
    Campaign: (check_campaign, check_length),
    Seasons: (check_seasons,),
    Usage: (check_usage, check_length),
    Breach: (check_breach, check_length, check_cited),
    Pressure: (check_pressure, check_length, check_cited),
    Twist: (check_twist, check_length),
    Start: (check_season_start, check_length),
    Action: (check_action, check_length),
    Target: (check_target, check_length),
    Hazard: (check_hazard, check_length),
    Event: (check_season_event, check_length, check_cited),
    Choice: (check_season_choice, check_length),
    Risk: (check_season_risk, check_length),
    Counsel: (check_length,),
    Adviser: (check_season_adviser, check_cited),
    Ending: (check_campaign_ending, check_length, check_cited),
    Map: (check_campaign_map,),
    Founded: (check_founded,),
    Renamed: (check_renamed,),
    Claim: (check_claim,),
    Boats: (check_boats,),
}
"""What is asked of each kind of thing that stands in the seasons."""

BESIDE: Mapping[type[Authored], tuple[SeasonCheck, ...]] = {
    Table: (check_talks,),
    Consequence: (check_consequence, check_length),
}
"""What is asked besides of what stands at a table and reaches into the seasons."""


def campaign_problems(campaign: Campaign, *, doubting: bool = True) -> Iterator[Problem]:
    """Yield everything wrong in a campaign, at its path."""
    written = things(campaign)
    context = known_campaign(campaign, written)
    shared = next(iter(context.tables.values()), None)
    for path, thing in written:
        kind, table = type(thing), _table_of(path, campaign)
        for beside in BESIDE.get(kind, ()):
            yield from beside(thing, path, context)
        if table is not None:
            if isinstance(thing, Event | Adviser):
                yield from referred(table, (*path, "table"), campaign.tables, "table")
            known = context.tables.get(table)
            if isinstance(thing, Event):
                yield from check_table_event(thing, path)
        elif kind in OF_SEASONS:
            for check in OF_SEASONS[kind]:
                yield from check(thing, path, context)
            continue
        else:
            known = shared
        if known is not None:
            for each in CHECKS.get(kind, ()):
                yield from each(thing, path, known)
    yield from check_asked_later(written, context.season)
    for id, known in context.tables.items():
        for problem in check_dominated(things(known.scenario), known):
            yield _within(id, problem)
    if doubting:
        yield from check_notes(written, notes_of_all(written))
    yield from check_sources(written, campaign.sources)
    yield from check_empty(written)
    turns = SeasonTurns(campaign, written)
    if doubting:
        from game.scenario.possible_lint import doubts  # what is only played has no need of it
        from game.scenario.season_doubts import season_doubts
        from game.scenario.season_opening import check_first_scenes

        yield from check_first_scenes(context, written, turns)
        for id, known in context.tables.items():
            for problem in doubts(known, things(known.scenario)):
                yield _within(id, problem)
        yield from season_doubts(context, written, turns)
    yield from season_anachronisms(campaign, written, turns, doubting=doubting)


def _table_of(path: Path, campaign: Campaign) -> str | None:
    """Return at which table a thing stands; `None` for what is of the seasons, or of all."""
    match path:
        case ("tables" | "dossiers", str(id), *_) | ("map", "tables", str(id), *_):
            return id
        case ("events", str(id), *_):
            return campaign.events[id].table
        case ("advisers", str(id), *_):
            return campaign.advisers[id].table
    return None


def _within(table: str, problem: Problem) -> Problem:
    """Return a problem of a table that was looked at as a scenario, where it is in the campaign."""
    return problem._replace(
        path=_path(table, problem.path),
        also=tuple(_path(table, path) for path in problem.also),
        so=tuple(_path(table, path) for path in problem.so),
    )


def _path(table: str, path: Path) -> Path:
    match path:
        case ("table", *rest):
            return ("tables", table, *rest)
        case ("dossiers", *rest):
            return ("dossiers", table, *rest)
    return path
