"""Faults of a scenario that show when its rules are asked, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.coach.workshop.soundness import history_problems, history_stops, zone_problems
from game.errors import RecordError
from game.files.records import read_record
from game.rules import Rules
from game.scenario import Scenario
from game.scenario.faults import Code, Fault, Places, Severity, clipped, located


def faults_in_play(scenario: Scenario, places: Places, history: Path) -> Iterator[Fault]:
    """Yield what is wrong with the zone, and with the documented record if there is one."""
    yield from (located(problem, places) for problem in zone_problems(scenario))
    if history.exists():
        yield from _of_history(scenario, places, history)


def _of_history(scenario: Scenario, places: Places, history: Path) -> Iterator[Fault]:
    record = read_record(history).record
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
    yield from (located(problem, places) for problem in history_problems(rules, record))


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
