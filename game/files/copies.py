"""Copies of a play: within the library, out of it and into it.

A file that is copied is only read, also while somebody plays it; nothing is ever written over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from game.errors import RecordError, UsageError
from game.files.doubles import same_play
from game.files.library import Library, free_name
from game.files.naming import LONGEST_NAME, keep_date, rename
from game.files.new_file import write_new
from game.files.records import SUFFIX, read_record
from game.files.summaries import Play, summary
from game.record import RulesFor, is_code, record_of

_COPY = re.compile(r", copy(?: \d+)?$")


class Imported(NamedTuple):
    """A play that was taken into the library."""

    path: Path
    notices: tuple[str, ...] = ()
    """What is wrong with its file, each with its line."""
    same: Play | None = None
    """A play that was in the library before, with the same decisions."""


def duplicate(library: Library, play: Path, title: str) -> Path:
    """Copy a play within the library and return the copy, which is called one.

    `title` is what is played in it, for one that has no name.
    """
    found = summary(play)
    if found.heading is None:
        raise RecordError(found.trouble)
    path = copied(play, free_name(library.records_folder, play.name))
    taken = {other.name for other in library.plays()}
    rename(path, _name_of_copy(found.name or title, taken))
    return path


def export(library: Library, play: Path, to: Path) -> Path:
    """Copy a play out of the library and return where it is; a folder takes it by its own name.

    Raises `UsageError` where there is such a file already, no such folder, or the library itself.
    """
    with _in_words(to):
        path = to / play.name if to.is_dir() else to
        has_folder = path.parent.is_dir()
    if path.resolve().is_relative_to(library.home.resolve()):
        raise UsageError(f"{path} lies in the library; to have the play there twice, copy it")
    if not has_folder:
        raise UsageError(f"there is no folder {path.parent}; make it first, or name another file")
    read_record(play)
    return copied(play, path)


def take_in(library: Library, said: str, rules_for: RulesFor) -> Imported:
    """Take a play into the library: the copy of a record from anywhere, or the line of a code.

    Raises `RecordError` for a file that is no record, `UsageError` for one that is here already,
    `CodeError` or `ScenarioError` for a code that cannot be read.
    """
    if is_code(said):
        record = record_of(said, rules_for)
        same = same_play(library, record)
        with library.new_play(record.heading, record.lines) as made:
            return Imported(made.path, same=same)
    file = path_said(said)
    with _in_words(file):
        if not file.is_file():
            raise RecordError(f"there is no record {file}")
    if file.resolve().is_relative_to(library.records_folder.resolve()):
        raise UsageError(f"{file} is in the library already")
    reading = read_record(file)
    same = same_play(library, reading.record)
    stem = file.stem.lstrip(".") or "play"
    path = copied(file, free_name(library.records_folder, stem + SUFFIX))
    return Imported(path, reading.notices, same)


def path_said(said: str) -> Path:
    """Return the path that somebody typed; `~` is his own folder.

    Raises `UsageError` where it is none.
    """
    said = said.strip()
    if not said or "\0" in said:
        raise UsageError("name a file")
    try:
        return Path(said).expanduser()
    except RuntimeError as error:
        raise UsageError(f"{said} cannot be found: {error}") from error


def copied(play: Path, path: Path) -> Path:
    """Copy a file byte for byte, its date included, to where no file is yet."""
    with _in_words(path):
        data, found = play.read_bytes(), play.stat()
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, data)
    keep_date(path, found)
    return path


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Say in a sentence what the system has against a file."""
    try:
        yield
    except FileExistsError as error:
        raise UsageError(f"{path} exists already; choose another name") from error
    except OSError as error:
        raise RecordError(f"{path} cannot be used: {error.strerror}") from error


def _name_of_copy(name: str, taken: set[str]) -> str:
    """Return a name for a copy that no other play has.

    >>> _name_of_copy("The Zeya, copy", {"The Zeya", "The Zeya, copy"})
    'The Zeya, copy 2'
    """
    stem = _COPY.sub("", name)[: LONGEST_NAME - len(", copy 9999")]
    wanted, number = f"{stem}, copy", 2
    while wanted in taken:
        wanted, number = f"{stem}, copy {number}", number + 1
    return wanted
