"""A scenario's folder, read into one `Scenario`, or into every fault that is in it."""

from __future__ import annotations

import json
from hashlib import blake2b
from itertools import islice
from os.path import lexists
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from game.errors import ScenarioError
from game.files.folder_text import unfit
from game.files.folders import find_scenarios, folder_of, scenario_with
from game.files.gathering import Gathering
from game.files.locating import problems_of
from game.files.records import read_record
from game.files.shared_map import check_map, is_shared_map, unknown_on
from game.scenario.faults import Code, Fault, located
from game.scenario.lint import faults
from game.scenario.model import Scenario

__all__ = ["check_scenario", "find_scenarios", "folder_of", "read_scenario"]

HISTORY = "history.amur"
"""The decisions really taken: a record like any other."""


MOST_FAULTS = 500
"""That are looked for in one run, beside those of the files as such."""


class Reading(NamedTuple):
    """What came of reading a folder: a scenario, unless there were errors."""

    scenario: Scenario | None
    faults: tuple[Fault, ...]


def read_scenario(scenario: str | Path, library: Path | None = None) -> Scenario:
    """Return the scenario of an id or a folder.

    Raises `ScenarioError` with all faults, warnings included, if any of them is an error.
    """
    folder = folder_of(scenario, library)
    reading = _read(folder)
    if reading.scenario is None:
        raise ScenarioError(f"the scenario in {folder} cannot be played:", reading.faults)
    return _with_history(reading.scenario, folder)


def _with_history(scenario: Scenario, folder: Path) -> Scenario:
    """Return the scenario with the main line of its documented record, if it keeps one."""
    path = folder / HISTORY
    if not lexists(path):
        return scenario
    record = read_record(path).record
    line = record.main_line()
    taken = tuple((node.seat_id, node.decision_text) for node in line)
    notes = tuple(
        (at, record.notes[node.id]) for at, node in enumerate(line, 1) if node.id in record.notes
    )
    return scenario.model_copy(update={"history": taken, "history_notes": notes})


def check_scenario(scenario: str | Path, library: Path | None = None) -> list[Fault]:
    """Return every fault of a scenario, or of a map that scenarios share, in order.

    Any file of a scenario may be named for its folder. Raises `ScenarioError` for what is none.
    """
    folder = folder_of(scenario_with(Path(scenario)) or scenario, library)
    return check_map(folder) if is_shared_map(folder) else list(_read(folder).faults)


def _read(folder: Path) -> Reading:
    gathering = Gathering(folder)
    written, places, unread = gathering.written, gathering.places, gathering.unread
    scenario: Scenario | None = None
    try:
        scenario = Scenario.model_validate({**written, "digest": _digest(written)})
    except ValidationError as error:
        problems = islice(problems_of(error), MOST_FAULTS)
        found = [located(problem, places) for problem in problems]
    else:
        found = list(islice(faults(scenario, places), MOST_FAULTS))
        if scenario.map is not None:
            found += [located(problem, places) for problem in unknown_on(scenario.map)]
    found = [fault for fault in found if not _may_be_shadow(fault, unread)]
    found += gathering.faults + _history(folder)
    broken = any(fault.is_error for fault in found)
    return Reading(None if broken else scenario, _in_order(found))


def _history(folder: Path) -> list[Fault]:
    """Return why the documented record cannot be read, if it is there and cannot."""
    fault = unfit(folder, HISTORY) if lexists(folder / HISTORY) else None
    return [] if fault is None else [fault]


SHADOWS = frozenset(
    {
        Code.MISSING_KEY,
        Code.UNKNOWN_NAME,
        Code.UNKNOWN_ID,
        Code.UNKNOWN_WORD,
        Code.UNKNOWN_SOURCE,
        Code.UNUSED_SOURCE,
        Code.NOTE_NEVER_SET,
        Code.NOTE_NEVER_READ,
        Code.MISSING_BRIEF,
    }
)
"""What may be right again once a file that could not be read whole is mended."""


def _may_be_shadow(fault: Fault, unread: set[str]) -> bool:
    return fault.file in unread or (bool(unread) and fault.code in SHADOWS)


def _digest(written: dict[str, Any]) -> str:
    played = {section: things for section, things in written.items() if section != "map"}
    text = json.dumps(played, ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _in_order(found: list[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, in the order of files, lines and columns."""
    by_place = sorted(
        dict.fromkeys(found), key=lambda fault: (fault.file, fault.line, fault.column)
    )
    return tuple(by_place)
