"""Starting a play and taking one up: a session whose every line goes into a file first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from game.coach.words_for import listed
from game.errors import RecordError, TakenError, UsageError
from game.files.begun_with import BOTH, MODES
from game.files.copies import copied
from game.files.doubles import same_play, told_of_same
from game.files.library import Library
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_any, read_scenario
from game.files.summaries import Play
from game.policy import Policy
from game.record import Heading, Line, Record, RulesFor, is_code, record_of
from game.rules import CampaignRules, Game, Rules, rules_for
from game.scenario.authored import KEBAB
from game.scenario.campaign_model import Campaign
from game.scenario.model import AnyScenario
from game.session import Session

Seating = Callable[[Game, str], Mapping[str, Policy]]
"""Given the rules and the seed, returns who decides for the seats that people may leave."""

_LONGEST = 40
"""Characters of what is no id that are said."""


class KeptPlay:
    """A session and the file it is kept in; closing it lets go of the file."""

    def __init__(self, session: Session, file: RecordFile) -> None:
        self.session = session
        self.file = file
        self.same: Play | None = None
        """A play that was in the library before, with the same decisions."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a player should know of how the file and the play were found."""
        same = () if self.same is None else (told_of_same(self.same),)
        return self.file.notices + self.session.notices + same

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


def game_of(
    scenario: str, start: str | None, library: Path | None, twists: Sequence[str] = ()
) -> Game:
    """Return the rules of a scenario or campaign, by id or folder, from one of its starts.

    Raises `ScenarioError`, or `UsageError` for a start or a twist that it has not.
    """
    read = read_any(scenario, library)
    _check_start(read, start)
    known = read.twists if isinstance(read, Campaign) else {}
    for twist in twists:
        if twist not in known:
            there = f"there are {', '.join(known)}" if known else "it has none"
            raise UsageError(f"{read.id} has no twist '{twist}'; {there}")
    return rules_for(read, start, twists)


def rules_of(scenario: str, start: str | None, library: Path | None) -> Rules:
    """Return the rules of a scenario of one table, by id or folder, from one of its starts.

    Raises `ScenarioError`, or `UsageError` for a start that it has not.
    """
    read = read_scenario(scenario, library)
    _check_start(read, start)
    return Rules(read, start)


def _check_start(read: AnyScenario, start: str | None) -> None:
    if start is not None and start not in read.starts:
        none = "there is none but the first"
        known = f"besides the first there is {listed(read.starts)}" if read.starts else none
        raise UsageError(f"{read.id} has no start '{start}'; {known}")


def rules_told(id: str, start: str | None, library: Path | None, named: str | None = None) -> Game:
    """Return the rules of the scenario that a record or a code tells by its id.

    A scenario that is `named` besides, by id or folder, is taken instead. Raises `RecordError` for
    what is no id.
    """
    if named is None:
        _check_told(id)
    return game_of(named or id, start, library)


def scenario_told(id: str, library: Path | None) -> AnyScenario:
    """Return the scenario that a record tells by its id; raises `RecordError` for what is none."""
    _check_told(id)
    return read_any(id, library)


def _check_told(id: str) -> None:
    """Raise `RecordError` for what is no id.

    No play that somebody sends makes the game read a folder of its choice.
    """
    if not re.fullmatch(KEBAB, id):
        raise RecordError(f"'{id[:_LONGEST]}' is no scenario's id; this play cannot be had")


def check_seat(rules: Game, seat: str) -> None:
    """Raise `UsageError` for what is no chair of the table, nor the word for both."""
    if isinstance(rules, CampaignRules):
        if seat != rules.seats[0]:
            raise UsageError(f"in a campaign one plays {rules.seats[0]}, not '{seat}'")
        return
    seats = rules.seats
    if seat not in (*seats, BOTH):
        raise UsageError(f"there is no seat '{seat}'; there are {', '.join(seats)} and {BOTH}")


def heading_for(
    rules: Game,
    seed: str,
    seat: str,
    *,
    mode: str = MODES[0],
    persons: tuple[str, ...] | None = None,
) -> Heading:
    """Return the heading of a new play by these rules; `BOTH` is two people, told to the first."""
    if seat == BOTH:
        seat, persons = rules.seats[0], rules.seats
    return Heading(
        scenario=rules.scenario.id,
        version=rules.scenario.version,
        digest=rules.scenario.digest,
        seed=seed,
        seat=seat,
        mode=mode,
        start=rules.start,
        twists=rules.twists,
        persons=persons,
    )


def start_play(rules: Game, heading: Heading, seating: Seating, where: Library | Path) -> KeptPlay:
    """Begin a play in a new file: of that name, or numbered in a library.

    Raises `RecordError`, and leaves no file, when the heading does not fit the rules.
    """
    return _begun(rules, _created(where, heading), seating)


def begin_from(
    shared: str,
    rules_by: RulesFor,
    seating: Seating,
    where: Library | Path,
    asked: Mapping[str, str | None] | None = None,
) -> KeptPlay:
    """Begin a play in a new file with all that a code or somebody's record file holds.

    The play goes on at the end of a code's line, or where the record's cursor stands; the record
    itself stays as it is. Raises `CodeError`, `RecordError` or `ScenarioError` where that cannot
    be, `UsageError` where something else is asked for, and then leaves no file.
    """
    asked = asked or {}
    if is_code(shared) and not _is_file(shared):
        record = record_of(shared, rules_by)
        check_asked("this code", record.heading, asked)
        heading = record.heading
        rules = rules_by(heading.scenario, heading.start).twisted(heading.twists)
        same = _same(where, record)
        file = _created(where, heading, record.lines)
    elif _is_file(shared):
        source = Path(shared)
        record = read_record(source).record
        heading, same = record.heading, _same(where, record)
        check_asked(shared, heading, asked)
        rules = rules_by(heading.scenario, heading.start).twisted(heading.twists)
        file = _opened_copy(source, where, heading)
    else:
        raise UsageError(f"{shared} is neither the code of a play nor a record's file")
    kept = _begun(rules, file, seating)
    kept.same = same
    return kept


def check_file(named: str) -> None:
    """Raise `UsageError` where a play cannot be kept in a file of that name."""
    path = Path(named)
    if not named.strip() or named == "-":
        raise UsageError("--record needs the name of a file; a play is kept in one of its own")
    if path.is_dir() or named.endswith(("/", os.sep)):
        raise UsageError(f"{named} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}; make it first, or name another file")


def check_asked(named: Path | str, heading: Heading, asked: Mapping[str, str | None]) -> None:
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
                f"{named} is a play with {what} '{kept[what] or 'the first'}', not '{word}'; "
                f"leave out --{what}, or name another"
            )


def resume_play(rules_by: Callable[[Heading], Game], path: Path, seating: Seating) -> KeptPlay:
    """Take up a play where its cursor stands; `rules_by` finds the rules for its heading."""
    file = RecordFile.open(path)
    try:
        return _joined(rules_by(file.record.heading), file, seating)
    except BaseException:
        file.close()
        raise


def _created(where: Library | Path, heading: Heading, lines: Iterable[Line] = ()) -> RecordFile:
    """Return a new file, of the name that was said, or numbered in a library."""
    if isinstance(where, Library):
        return where.new_play(heading, lines)
    return RecordFile.create(where, heading, lines)


def _same(where: Library | Path, record: Record) -> Play | None:
    """Return the play that a library, where one is to go into it, has already."""
    return same_play(where, record) if isinstance(where, Library) else None


def _is_file(named: str) -> bool:
    with suppress(OSError, ValueError):  # what is too long for a name, or holds what none can
        return Path(named).is_file()
    return False


def _opened_copy(source: Path, where: Library | Path, heading: Heading) -> RecordFile:
    """Open a copy of a record, of that name or numbered; if it cannot be opened there is none."""

    def copy(path: Path) -> Path:
        try:
            return copied(source, path)
        except UsageError as error:
            if path.exists():
                raise TakenError(str(error)) from error
            raise

    path = where.placed(heading, copy) if isinstance(where, Library) else copied(source, where)
    try:
        return RecordFile.open(path)
    except BaseException:
        path.unlink()
        raise


def _begun(rules: Game, file: RecordFile, seating: Seating) -> KeptPlay:
    """Join a new file to a session; where that cannot be, there is no file."""
    try:
        return _joined(rules, file, seating)
    except BaseException:
        file.close()
        file.path.unlink()  # nothing was decided in it
        raise


def _joined(rules: Game, file: RecordFile, seating: Seating) -> KeptPlay:
    policies = seating(rules, file.record.heading.seed)
    return KeptPlay(Session(rules, file.record, policies, file.append), file)
