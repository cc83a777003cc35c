"""What is wrong with the scenes of the seasons, and with what advisers say of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_known import KnownCampaign
from game.scenario.event_lint import check_choices, check_odds, check_reasons
from game.scenario.event_model import Choice, Counsel, Event, Risk
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import asked, ranged, referred
from game.scenario.model import Adviser
from game.scenario.season_effects import check_done
from game.scenario.season_seen import check_offered


def check_season_event(event: Event, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with a scene of the seasons."""
    campaign = known.campaign
    seat = campaign.seasons.seat
    if event.seat in campaign.seats and event.seat != seat:
        message = f"in the seasons {seat} decides, not {event.seat}"
        hint = f"write {seat}, or let it come at a table"
        yield Problem((*path, "seat"), Code.UNKNOWN_ID, message, hint)
    else:
        yield from referred(event.seat, (*path, "seat"), (seat,), "seat of the seasons")
    yield from asked(event.when, (*path, "when"), known.season)
    yield from ranged(event.weight, (*path, "weight"), 1, 99)
    for side in event.accounts:
        at = (*path, "accounts", side)
        yield from referred(side, at, campaign.seats, "seat", at_key=True)
    yield from check_choices(event, path)
    for id, counsel in event.counsel.items():
        yield from _check_counsel(id, counsel, event, (*path, "counsel", id), known)


def _check_counsel(
    id: str, counsel: Counsel, event: Event, path: Path, known: KnownCampaign
) -> Iterator[Problem]:
    advisers = known.campaign.advisers
    if id in advisers and advisers[id].table is not None:
        message = f"{id} is asked at the table {advisers[id].table}, and not in the seasons"
        hint = "let another speak, or give the adviser no table"
        yield Problem(path, Code.UNKNOWN_ID, message, hint, at_key=True)
    else:
        heard = [each for each, adviser in advisers.items() if adviser.table is None]
        yield from referred(id, path, heard, "adviser of the seasons", at_key=True)
    yield from referred(counsel.for_, (*path, "for"), event.choices, "choice of this scene")
    yield from asked(counsel.expects, (*path, "expects"), known.season)
    yield from asked(counsel.otherwise, (*path, "otherwise"), known.season)
    yield from ranged(counsel.within, (*path, "within"), 1, known.campaign.seasons.count)


def check_season_choice(choice: Choice, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with a choice in a scene of the seasons."""
    yield from asked(choice.when, (*path, "if"), known.season)
    yield from check_offered(choice.when, (*path, "if"), known.campaign)
    yield from check_done(choice.do, (*path, "do"), known.campaign)
    yield from check_reasons(choice, path)


def check_season_risk(risk: Risk, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with a risk in a scene of the seasons."""
    yield from check_done(risk.do, (*path, "do"), known.campaign)
    yield from check_odds(risk, path)


def check_season_adviser(adviser: Adviser, path: Path, known: KnownCampaign) -> Iterator[Problem]:
    """Yield what is wrong with an adviser of the seasons."""
    yield from referred(
        adviser.seat, (*path, "seat"), (known.campaign.seasons.seat,), "seat of the seasons"
    )
    yield from asked(adviser.when, (*path, "when"), known.season)
    yield from ranged(adviser.competence, (*path, "competence"), 0, 100)
    for key, written in (("weighs", adviser.weighs), ("lines", adviser.lines)):
        if written:
            message = f"in the seasons there is no draft, so that {key} means nothing"
            hint = "take it out, or name the `table` at which the adviser is asked"
            yield Problem((*path, key), Code.UNKNOWN_KEY, message, hint, at_key=True)


def check_table_event(event: Event, path: Path) -> Iterator[Problem]:
    """Yield what a scene at a table cannot have."""
    if event.date is not None:
        message = "talks have days of their own, so that the date of a scene at them means nothing"
        hint = "take it out, or let the scene come in a season"
        yield Problem((*path, "date"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    if event.counsel:
        message = "nobody gives counsel on a scene at a table, where one asks of the draft"
        hint = "take it out, or let the scene come in a season"
        yield Problem((*path, "counsel"), Code.UNKNOWN_KEY, message, hint, at_key=True)
