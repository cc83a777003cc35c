"""The records that a command line names, with the rules to read them by."""

from __future__ import annotations

import sys
from pathlib import Path

from game.files.finding import file_said, is_bare, kept_as, kept_in, near_names, not_found
from game.files.library import Library
from game.files.plays import rules_told
from game.files.records import SUFFIX, Reading, read_record
from game.files.scenarios import HISTORY, folder_of
from game.record import Record, is_code, record_of
from game.rules import Game

OF_HISTORY = "history:"
"""Begins the name of a scenario's documented line."""
OF_CODE = "the code"
"""What a record that came as a code is called."""


def opened_game(name: str, scenario: str | None) -> tuple[Game, Reading]:
    """Return the rules, and the record with its faults, that a name on the command line means.

    It is a file, a play of the library by its file or its name, a code, or a documented line; what
    several may be is taken in this order. What has to be said of it goes to standard error.
    """
    own = Library.of_player().scenarios_folder
    if name.startswith(OF_HISTORY):
        scenario = scenario or name.removeprefix(OF_HISTORY)
        path = folder_of(scenario, own) / HISTORY
        called, reading = str(path), read_record(path)
    else:
        called, reading = _read(name, scenario)
    heading = reading.record.heading
    rules = rules_told(heading.scenario, heading.start, own, scenario).twisted(heading.twists)
    notices = list(reading.notices)
    if heading.digest not in ("", rules.scenario.digest):
        notices.append("the scenario has changed since; digests are expected to differ")
    for notice in notices:
        _notice(f"{called}: {notice}")
    return rules, reading


def read_named(name: str, scenario: str | None = None) -> Record:
    """Return the record that a name means, as `opened_game` takes it, its notices told."""
    called, reading = _read(name, scenario)
    for notice in reading.notices:
        _notice(f"{called}: {notice}")
    return reading.record


def names_record(name: str) -> bool:
    """Return whether a word that might be another thing, too, is the name of a record."""
    if file_said(name) is not None or kept_as(Library.of_player(), name) is not None:
        return True
    return _may_be_code(name)


def place_of(named: str, *, is_new: bool) -> Path:
    """Return the file of the play that is to be taken up or begun under a name.

    No file has that very name. It is that of the play in the library that is called so, which is
    said on standard error; else, and for a play that `is_new`, a new one.
    """
    path = Path(named)
    new = path if path.suffix else path.with_name(path.name + SUFFIX)
    if is_new or new.exists() or not is_bare(named):
        return new
    kept = kept_as(Library.of_player(), named)
    if kept is None:
        return new
    _notice(f"{named} is in the library, as {kept}; for a new file here say ./{named}")
    return kept


def say_of_new(named: str, place: Path) -> None:
    """Say on standard error that there is no play of a name yet, and where one is begun now."""
    near = near_names(Library.of_player(), named)
    _notice(f"there is no play '{named}'{f' ({near})' if near else ''}; a new one goes to {place}")


def _read(name: str, scenario: str | None) -> tuple[str, Reading]:
    """Return what a record is called where something is said of it, and the record."""
    library = Library.of_player()
    path = _found(library, name)
    if path is not None:
        return str(path), read_record(path)
    if not _may_be_code(name):
        raise not_found(library, name)

    def rules_for(id: str, start: str | None) -> Game:
        return rules_told(id, start, library.scenarios_folder, scenario)

    return OF_CODE, Reading(record_of(name, rules_for), (), 0, torn=False, ended=True)


def _found(library: Library, name: str) -> Path | None:
    """Return the file that a name means, and say which where there are two of that name."""
    here = file_said(name)
    if here is None:
        return kept_as(library, name)
    other = kept_in(library, name)
    if other is not None and not here.samefile(other):
        _notice(f"{name} is taken from this folder; the play in the library is {other}")
    return here


def _may_be_code(name: str) -> bool:
    return is_code(name) and not name.endswith(SUFFIX)


def _notice(sentence: str) -> None:
    from game.coach.visible import visible

    line = visible(" ".join(sentence.split()))
    print(f"amur: {line}", file=sys.stderr)  # noqa: T201
