"""What is wrong with the standing actions of the seasons."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.action_model import Action, Hazard, Target
from game.scenario.campaign_known import KnownCampaign
from game.scenario.faults import Code, Path, Problem
from game.scenario.gate_lint import check_reasons
from game.scenario.known import asked, ranged, reckoned, warning
from game.scenario.season_effects import check_done, check_spread
from game.scenario.season_seen import check_offered

MOST_COST, MOST_STEPS = 1_000_000, 20


def check_action(action: Action, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with an action as a whole."""
    yield from ranged(action.cost, (*path, "cost"), 0, MOST_COST)
    yield from ranged(action.fades, (*path, "fades"), 0, 100)
    yield from ranged(action.steps, (*path, "steps"), 1, MOST_STEPS)
    yield from ranged(action.away, (*path, "away"), 0, known.campaign.seasons.count)
    yield from asked(action.when, (*path, "if"), known.season)
    yield from check_offered(action.when, (*path, "if"), known.campaign)
    yield from check_done(action.do, (*path, "do"), known.campaign)
    yield from check_reasons(action.when, action.else_show, path)
    does = [action.do, *(target.do for target in action.targets.values())]
    if not any(does) and action.hazard is None and path[-1] != known.campaign.seasons.idle:
        hint = "write do: {NAME: CHANGE}"
        yield warning(path, Code.NO_EFFECT, "this action changes nothing", hint, at_key=True)


def check_target(target: Target, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with that to which an action is directed."""
    yield from ranged(target.cost, (*path, "cost"), 0, MOST_COST)
    yield from asked(target.when, (*path, "if"), known.season)
    yield from check_offered(target.when, (*path, "if"), known.campaign)
    yield from check_done(target.do, (*path, "do"), known.campaign)
    yield from check_reasons(target.when, target.else_show, path)


def check_hazard(hazard: Hazard, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with what may go wrong."""
    yield from reckoned(hazard.odds, (*path, "odds"), known.season)
    yield from check_done(hazard.do, (*path, "do"), known.campaign)
    yield from check_spread(hazard.spread, hazard.do, (*path, "spread"))
    if not hazard.do:
        hint = "write do: {NAME: CHANGE}"
        yield warning(path, Code.NO_EFFECT, "this changes nothing", hint, at_key=True)
