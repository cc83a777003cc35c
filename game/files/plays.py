"""Starting a play and taking one up: a session whose every line goes into a file first."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from game.errors import UsageError
from game.files.begun_with import BOTH, MODES
from game.files.library import Library
from game.files.records import RecordFile
from game.files.scenarios import read_scenario
from game.policy import Policy
from game.record import Heading
from game.rules import Rules
from game.session import Session

Seating = Callable[[Rules, str], Mapping[str, Policy]]
"""Given the rules and the seed, returns who decides for the seats that people may leave."""


class KeptPlay:
    """A session and the file it is kept in; closing it lets go of the file."""

    def __init__(self, session: Session, file: RecordFile) -> None:
        self.session = session
        self.file = file

    @property
    def notices(self) -> tuple[str, ...]:
        """What a player should know of how the file and the play were found."""
        return self.file.notices + self.session.notices

    def close(self) -> None:
        """Let go of the file; everything is in it already."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def rules_of(scenario: str, start: str | None, library: Path | None) -> Rules:
    """Return the rules of a scenario, by id or folder, from one of its starts.

    Raises `ScenarioError`, or `UsageError` for a start that it has not.
    """
    read = read_scenario(scenario, library)
    if start is not None and start not in read.starts:
        known = ", ".join(read.starts) or "no other than the first"
        raise UsageError(f"{read.id} has no start '{start}'; there are {known}")
    return Rules(read, start)


def check_seat(rules: Rules, seat: str) -> None:
    """Raise `UsageError` for what is no chair of the table, nor the word for both."""
    seats = rules.table.seats
    if seat not in (*seats, BOTH):
        raise UsageError(f"there is no seat '{seat}'; there are {', '.join(seats)} and {BOTH}")


def heading_for(
    rules: Rules,
    seed: str,
    seat: str,
    *,
    mode: str = MODES[0],
    persons: tuple[str, ...] | None = None,
) -> Heading:
    """Return the heading of a new play by these rules; `BOTH` is two people, told to the first."""
    if seat == BOTH:
        seat, persons = rules.table.seats[0], rules.table.seats
    return Heading(
        scenario=rules.scenario.id,
        version=rules.scenario.version,
        digest=rules.scenario.digest,
        seed=seed,
        seat=seat,
        mode=mode,
        start=rules.start,
        persons=persons,
    )


def start_play(rules: Rules, heading: Heading, seating: Seating, where: Library | Path) -> KeptPlay:
    """Begin a play in a new file: of that name, or numbered in a library.

    Raises `RecordError`, and leaves no file, when the heading does not fit the rules.
    """
    if isinstance(where, Library):
        file = where.new_play(heading)
    else:
        file = RecordFile.create(where, heading)
    try:
        return _joined(rules, file, seating)
    except BaseException:
        file.close()
        file.path.unlink()  # nothing but its heading was in it
        raise


def check_file(named: str) -> None:
    """Raise `UsageError` where a play cannot be kept in a file of that name."""
    path = Path(named)
    if not named.strip() or named == "-":
        raise UsageError("--record needs the name of a file; a play is kept in one of its own")
    if path.is_dir() or named.endswith(("/", os.sep)):
        raise UsageError(f"{named} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}; make it first, or name another file")


def check_asked(path: Path, heading: Heading, asked: Mapping[str, str | None]) -> None:
    """Raise `UsageError` when a seat, seed, start or mode is asked for that a kept play has not."""
    kept = {
        "seat": BOTH if len(heading.played) > 1 else heading.seat,
        "seed": heading.seed,
        "start": heading.start,
        "mode": heading.mode,
    }
    for what, word in asked.items():
        if word is not None and word != kept[what]:
            raise UsageError(
                f"{path} is a play with {what} '{kept[what]}', not '{word}'; "
                f"leave out --{what}, or name another file"
            )


def resume_play(rules_for: Callable[[Heading], Rules], path: Path, seating: Seating) -> KeptPlay:
    """Take up a play where its cursor stands; `rules_for` finds the rules for its heading."""
    file = RecordFile.open(path)
    try:
        return _joined(rules_for(file.record.heading), file, seating)
    except BaseException:
        file.close()
        raise


def _joined(rules: Rules, file: RecordFile, seating: Seating) -> KeptPlay:
    policies = seating(rules, file.record.heading.seed)
    return KeptPlay(Session(rules, file.record, policies, file.append), file)
