"""A scenario's folder, read into one `Scenario`, or into every fault that is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from operator import attrgetter
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import ValidationError

from game.errors import ScenarioError
from game.files.digesting import digest_of
from game.files.folder_text import unfit
from game.files.folders import find_scenarios, folder_of, is_kept, scenario_with
from game.files.gathering import Gathering
from game.files.locating import DocumentPlaces
from game.files.records import read_record
from game.files.shared_map import check_map, is_shared_map, unknown_on
from game.files.unchanged import Unchanged
from game.files.unread import told_with_strays
from game.scenario.authored import KEBAB
from game.scenario.campaign_model import Campaign
from game.scenario.faults import Code, Fault, Places, located
from game.scenario.known import warning
from game.scenario.lint import faults, problems
from game.scenario.model import AnyScenario, Scenario

if TYPE_CHECKING:
    from game.files.cases import Cases
    from game.files.mending import Hole, Mended

__all__ = [
    "check_scenario",
    "find_scenarios",
    "folder_of",
    "read_anew",
    "read_any",
    "read_cases",
    "read_despite_faults",
    "read_located",
    "read_scenario",
]

HISTORY = "history.amur"
"""The decisions really taken: a record like any other."""

ID = "scenario"
"""The key under which a scenario says what it is called in records."""

MOST_FAULTS = 500
"""That are looked for in one run, beside those of the files as such."""

Written = TypeVar("Written", bound=AnyScenario)


_UNCHANGED: Unchanged[Scenario | Campaign] = Unchanged()


class Reading(NamedTuple):
    """What came of reading a folder: a scenario, unless there were errors."""

    scenario: Scenario | Campaign | None
    faults: tuple[Fault, ...]
    places: DocumentPlaces
    written: Scenario | Campaign | None = None
    """The same despite its errors, mended where it must be, if that was possible."""
    holes: tuple[Hole, ...] = ()
    """Where it was mended."""


def read_any(scenario: str | Path, library: Path | None = None) -> Scenario | Campaign:
    """Return the scenario, or the campaign, of an id or a folder; read once while it is unchanged.

    Raises `ScenarioError` with all faults, warnings included, if any of them is an error.
    """
    return _UNCHANGED.read(folder_of(scenario, library), lambda folder: read_anew(folder)[0])


def read_scenario(scenario: str | Path, library: Path | None = None) -> Scenario:
    """Return the scenario of an id or a folder.

    Raises `ScenarioError` with all faults, warnings included, if any of them is an error, and for a
    campaign, which has several tables.
    """
    return _of_one_table(read_any(scenario, library))


def read_located(scenario: str | Path, library: Path | None = None) -> tuple[Scenario, Places]:
    """Return the same, and where each value of it stands."""
    read, places = read_anew(folder_of(scenario, library))
    return _of_one_table(read), places


def _of_one_table(read: Scenario | Campaign) -> Scenario:
    if isinstance(read, Scenario):
        return read
    raise ScenarioError(f"{read.id} is a campaign of several tables, and this looks at one table")


def read_anew(folder: Path) -> tuple[Scenario | Campaign, Places]:
    """Return what a folder holds and where each value of it stands; raises as `read_any` does."""
    reading = _read(folder, doubting=False)
    if reading.scenario is None:
        reading = _read(folder)  # and everything else that is wrong with it
    if reading.scenario is None:
        raise ScenarioError(f"the scenario in {folder} cannot be played:", reading.faults)
    return _with_history(reading.scenario, folder), reading.places


def _with_history(scenario: Written, folder: Path) -> Written:
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


def read_despite_faults(scenario: str | Path, library: Path | None = None) -> Reading:
    """Return what can be read of a scenario, mended where it must be, and every fault of it.

    If any of them is an error, no rules can be made of it.
    """
    folder = folder_of(scenario, library)
    reading = _read(folder)
    if reading.scenario is not None:
        return reading._replace(scenario=_with_history(reading.scenario, folder))
    return reading._replace(scenario=reading.written)


def check_scenario(
    scenario: str | Path, library: Path | None = None, *, run_cases: bool = False
) -> list[Fault]:
    """Return every fault of a scenario, or of a map that scenarios share, in order.

    Those of its tests are among them, and those that do not hold where they are to be run. Where it
    is kept in a library under another name than its id, that is one, too.
    Any file of a scenario may be named for its folder. Raises `ScenarioError` for what is none.
    """
    folder = folder_of(scenario_with(Path(scenario)) or scenario, library)
    if is_shared_map(folder):
        return check_map(folder)
    reading = _read(folder)
    misnamed = _of_its_name(folder, reading.places) if is_kept(folder, library) else []
    if reading.scenario is None:
        return list(_in_order([*_despite(reading, folder), *misnamed]))
    cases = _cases(reading.scenario, folder)
    failed = cases.failures() if run_cases else []
    if isinstance(reading.scenario, Campaign):
        whole = _with_history(reading.scenario, folder)
        in_play = [*reading.faults, *_at_tables(whole, reading.places, folder)]
    else:
        in_play = list(_in_play(reading, reading.scenario, folder))
    return list(_in_order([*in_play, *misnamed, *cases.faults, *failed]))


def read_cases(scenario: str | Path, library: Path | None = None) -> Cases:
    """Return the tests of a scenario.

    Raises `ScenarioError` with all faults if anything is wrong with it, or with one of them.
    """
    folder = folder_of(scenario, library)
    cases = _cases(read_any(folder), folder)
    if cases.faults:
        raise ScenarioError(f"the tests in {folder} cannot be run:", cases.faults)
    return cases


def _of_its_name(folder: Path, places: DocumentPlaces) -> list[Fault]:
    """Return that plays cannot find their scenario again, which look for it by its id."""
    cover, name = places.documents[0], folder.absolute().name
    id = cover.data.get(ID) if isinstance(cover.data, dict) else None
    if not isinstance(id, str) or not re.fullmatch(KEBAB, id) or id == name:
        return []  # what is no id at all is a fault by itself
    message = f"this is kept as {name}, and a play of it would look for {id}"
    hint = f"call the folder {id}"
    if re.fullmatch(KEBAB, name):
        hint += f", or write {ID}: {name}"
    return [located(warning((ID,), Code.BAD_ID, message, hint), places)]


def _in_play(reading: Reading, scenario: Scenario, folder: Path) -> Iterator[Fault]:
    from game.files.in_play import with_faults_in_play  # plays have no need of it, either

    return with_faults_in_play(reading.faults, scenario, reading.places, folder / HISTORY)


def _despite(reading: Reading, folder: Path) -> Iterator[Fault]:
    """Yield why a scenario is broken, and what else is wrong that does not hang on it."""
    from game.files.despite import broken_sections, of_tests, playable
    from game.files.in_play import zone_faults

    whole = reading.written
    if isinstance(whole, Campaign):
        yield from reading.faults
        return
    if any(fault.file == HISTORY for fault in reading.faults):
        whole = None  # there is no reading what tests may ask for
    elif whole is not None:
        whole = _with_history(whole, folder)
    documents = reading.places.documents
    played = None
    if whole is not None:
        found = [located(each, reading.places) for each in problems(whole, doubting=False)]
        played = playable(whole, broken_sections(found, reading.holes, documents))
    yield from of_tests(whole, played, documents, folder)
    if played is whole and played is not None:
        yield from _in_play(reading, played, folder)
        return
    yield from reading.faults
    if played is not None:
        yield from zone_faults(played, reading.places)


def _at_tables(campaign: Campaign, places: Places, folder: Path) -> Iterator[Fault]:
    from game.files.in_play import faults_at_tables  # as above

    return faults_at_tables(campaign, places, folder / HISTORY)


def _cases(scenario: Scenario | Campaign, folder: Path) -> Cases:
    from game.files.cases import Cases  # plays read scenarios, too, and have no need of it

    whole = _with_history(scenario, folder)
    return Cases(whole, folder, whole if isinstance(whole, Scenario) else None)


def _read(folder: Path, *, doubting: bool = True) -> Reading:
    gathering = Gathering(folder)
    written, places = gathering.written, gathering.places
    scenario: Scenario | Campaign | None = None
    sound: Scenario | Campaign | None
    holes: tuple[Hole, ...] = ()
    try:
        whole = Campaign if gathering.is_campaign else Scenario
        scenario = sound = whole.model_validate({**written, "digest": digest_of(written)})
        found = list(islice(faults(sound, places, doubting=doubting), MOST_FAULTS))
        found += [located(problem, places) for problem in unknown_on(sound)]
    except ValidationError:
        from game.files.mending import mended  # what can be played has no need of it

        broken = mended(written, Campaign if gathering.is_campaign else Scenario)
        sound, holes = broken.scenario, broken.holes
        all_found = _of_broken(broken, places, doubting=gathering.has_cover)
        found = list(islice(all_found, MOST_FAULTS))
    if found:
        from game.files.misspelt import told_once  # as above
        from game.files.shadows import not_shadows

        found = told_once(not_shadows(found, places.documents), places.documents)
    found = told_with_strays(found + gathering.absent, gathering.stray)
    found += gathering.faults + _history(folder)
    is_broken = any(fault.is_error for fault in found)
    return Reading(None if is_broken else scenario, _in_order(found), places, sound, holes)


def _history(folder: Path) -> list[Fault]:
    """Return why the documented record cannot be read, if it is there and cannot."""
    if not lexists(folder / HISTORY):
        return []
    fault = unfit(folder, HISTORY)
    if fault is None:
        from game.files.in_play import unreadable

        fault = unreadable(folder / HISTORY)
    return [] if fault is None else [fault]


def _of_broken(broken: Mended, places: Places, *, doubting: bool) -> Iterator[Fault]:
    """Yield every fault of what is no scenario yet, but nothing that only follows from another."""
    yield from (located(problem, places) for problem in broken.problems)
    if broken.scenario is not None:
        of_map = unknown_on(broken.scenario)
        for problem in chain(problems(broken.scenario, doubting=doubting), of_map):
            if not broken.follows(problem):
                yield located(broken.told(problem), places)


def _in_order(found: list[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, in the order of files, lines and columns."""
    return tuple(sorted(dict.fromkeys(found), key=attrgetter("file", "line", "column")))
