"""Faults of a scenario that show when its rules are asked, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.coach.workshop.soundness import (
    history_end,
    history_problems,
    history_stops,
    signed_outside,
    table_problems,
    zone_problems,
)
from game.errors import RecordError
from game.files.records import read_record
from game.rules import CampaignRules, Rules
from game.scenario import Scenario
from game.scenario.campaign_model import Campaign
from game.scenario.faults import Code, Fault, Place, Places, Severity, clipped, located

HEADING = 1
"""The line of a record before any decision."""
_NUMBERED = re.compile(r"line (\d+)")


def with_faults_in_play(
    found: Sequence[Fault], scenario: Scenario, places: Places, history: Path
) -> Iterator[Fault]:
    """Yield what was found, and what is wrong with the zone and with a documented record.

    That a record stops because of something that was found is told with that.
    """
    zone = list(zone_faults(scenario, places))
    yield from zone
    of_history = list(_of_history(scenario, places, history)) if history.exists() else []
    if any(fault.code is Code.EMPTY_ZONE for fault in zone):
        of_history = [fault for fault in of_history if fault.code is not Code.OUTSIDE_ZONE]
    line = _choices_on(history) if of_history and found else {}
    for fault in found:
        stopped = next((each for each in of_history if _stops(fault, each, line)), None)
        if stopped is None:
            yield fault
        else:
            of_history.remove(stopped)
            there = Place(stopped.file, stopped.line, stopped.column)
            message = clipped(f"{fault.message}; so {history.name} does not go on as recorded")
            yield replace(fault, message=message, also=(*fault.also, there))
    yield from of_history


def zone_faults(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield what is wrong with the zone; scenes have no say in it."""
    return (located(problem, places) for problem in zone_problems(scenario))


def faults_at_tables(campaign: Campaign, places: Places, history: Path) -> Iterator[Fault]:
    """Yield what is wrong with the tables of a campaign, and with its documented record."""
    rules = CampaignRules(campaign)
    yield from (located(problem, places) for problem in table_problems(rules))
    if campaign.history:
        record, notices, *_ = read_record(history)
        stopped = history_stops(rules, record)
        if notices:
            yield _fault(history, HEADING, notices[0])
        elif stopped is not None:
            node, why = stopped
            yield _fault(history, _line_of(node, history), why)


def _choices_on(history: Path) -> dict[tuple[str, ...], int]:
    """Return the line of the file in which each choice of the documented line is made."""
    made = (
        (node.decision_text.split(), node.id) for node in read_record(history).record.main_line()
    )
    return {tuple(words[1:]): _line_of(id, history) for words, id in made if words[0] == "choose"}


def _stops(fault: Fault, stopped: Fault, made: Mapping[tuple[str, ...], int]) -> bool:
    """Return whether something wrong can be why a record stops at a line of its file."""
    stop = stopped.line
    if stopped.path or stop == HEADING:
        return False
    match fault.code, fault.path:
        case Code.CONTRADICTION, ("events", _) | ("events", _, "when"):
            return True  # a scene that cannot come changes what is drawn instead of others
        case Code.CONTRADICTION, ("events", event, "choices", choice, *_):
            return made.get((str(event), str(choice))) == stop
        case Code.BARE_NUMBER, ("events", event, "choices", choice, *_):
            return made.get((str(event), str(choice)), stop + 1) <= stop
    return False


def _of_history(scenario: Scenario, places: Places, history: Path) -> Iterator[Fault]:
    record, notices, *_ = read_record(history)
    if notices:
        number = _NUMBERED.match(notices[0])
        yield _fault(history, int(number[1]) if number else HEADING, notices[0])
        return
    start = record.heading.start
    if start is not None and start not in scenario.starts:
        yield _fault(history, 1, f"the scenario has no start {start}")
        return
    rules = Rules(scenario, start)
    stopped = history_stops(rules, record)
    if stopped is not None:
        node, why = stopped
        yield _fault(history, _line_of(node, history), why)
        return
    end = history_end(rules, record)
    if end.ended is None:
        last = max((node.id for node in record.main_line()), default=0)
        yield _fault(history, _line_of(last, history), "the record stops here, within the talks")
        return
    yield from (located(problem, places) for problem in history_problems(rules, end))
    signed = _line_of(max(node.id for node in record.main_line()), history)
    for why in signed_outside(rules, end):
        walks = places.place(("table", "walk-away"), at_key=True)
        hint = "mend the walk-away, or what the options of history are worth there"
        yield Fault(
            *(history.name, signed, 1, Code.OUTSIDE_ZONE, Severity.WARNING),
            *(clipped(why), hint, (walks,)),
        )


def unreadable(history: Path) -> Fault | None:
    """Return why a documented record is no record at all, if it is none."""
    try:
        read_record(history)
    except RecordError as error:
        return _fault(history, 1, str(error), Severity.ERROR)
    return None


def _line_of(node: int, history: Path) -> int:
    lines = history.read_text("utf-8", "replace").split("\n")
    wanted = re.compile(rf'\{{"id": ?{node},')
    return next((number for number, line in enumerate(lines, 1) if wanted.match(line)), 1)


def _fault(history: Path, line: int, why: str, severity: Severity = Severity.WARNING) -> Fault:
    hint = "mend the rule that it needs, or play history anew"
    code = Code.HISTORY_NOT_REACHABLE
    return Fault(history.name, line, 1, code, severity, clipped(why), hint)
