"""A play beside the editor: its scenario is read anew when a file changes, and the play goes on.

No record is ever spoilt. What was decided by the old version is put aside under a name of its own,
as it is; the play goes on in a new record of the new version, under the name that it has always
had, which holds the same decisions as far as they can be made. A record that was begun so, and in
which nothing was decided before the next change, holds nothing of its own, and goes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.coach.workshop.reloaded import changed, replayed
from game.errors import AmurError, RecordError, ScenarioError
from game.files.folders import COVER
from game.files.library import free_name
from game.files.naming import LONGEST_NAME, rename
from game.files.plays import KeptPlay, Seating, game_of, resume_play
from game.files.records import RecordFile
from game.files.shared_map import theatre_of
from game.files.watching import TESTS, WATCHED, Watch
from game.record import OPENING, Note, Record
from game.rules import Game
from game.scenario.faults import Fault
from game.session import (
    Carried,
    Session,
    carried,
    other_answer,
    otherwise,
    recorded_otherwise,
)

WHOLE = "the scenario"
"""Stands for all of its files."""
CARRIED = "Carried over from "
"""Begins the note on the opening of a record that goes on from another."""
BEFORE = ", before a change"
"""Ends the name of a record that was put aside."""
GOES_ON = "The play goes on by the rules as they were"


class Trouble(NamedTuple):
    """Why a changed scenario cannot be played."""

    files: tuple[str, ...]
    """Those that have changed, gone ones too."""
    what: str
    """Which they are, in words."""
    why: str
    """One sentence; of a fault its place, what it is and how to mend it."""
    fault: Fault | None
    more: int
    """Other faults."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to say of it in lines."""
        more = f"; {self.more} more; `amur check` shows them all" if self.more else ""
        return (f"{self.what}, and cannot be played: {self.why}{more}.", f"{GOES_ON}.")


class Ready(NamedTuple):
    """A play as it comes out by the changed scenario; nothing of it is written yet."""

    files: tuple[str, ...]
    """Those that have changed, gone ones too."""
    what: str
    """Which they are, in words."""
    rules: Game
    carried: Carried
    sentences: tuple[str, ...]
    """What came of it."""
    same: bool
    """Nothing that is played has changed, but perhaps the map."""
    unchanged: bool
    """Nothing at all has, but for layout and comments."""
    back: bool
    """The scenario is again as it was when the play was last decided in."""
    aside: Path
    """Where the record of the old version is put, or lies already."""
    of: Record
    """The play as it was when this was found."""


class _Source(NamedTuple):
    """Where a play was last decided in."""

    record: Record
    cursor: int
    aside: Path | None = None
    """Its file, where it was put aside; `None` while it is the play's own."""


class Reloading:
    """Watches the scenario of one play, and carries the play over when it changes."""

    def __init__(
        self, play: KeptPlay, folder: Path, seating: Seating, since: int | None = None
    ) -> None:
        """`since` is when the scenario was read, in nanoseconds of the epoch; now, if not said."""
        self.play = play
        self.folder = folder
        self._seating = seating
        beside = _beside(play.session.game)
        self._watch = Watch(folder, since, {**WATCHED, **TESTS}, beside)
        self._known = self._watch.names
        """Its files that were told of; one that was put back after it had gone is not new."""
        self._path = play.file.path
        record, rules = play.session.record, play.session.game
        self._is_old = record.heading.digest not in ("", rules.scenario.digest)
        """The record is of an earlier version, and nothing was looked for yet."""
        at = record.cursor if self._is_old else play.session.cursor
        self._source = _Source(record, at)
        self._begun = -1
        """The lines of a record that was begun here; -1 of one that was there before."""

    def changes(self) -> tuple[str, ...]:
        """Return the files that have changed since the last look.

        Before the first one it may be the scenario as a whole that has, since the play was left.
        """
        found = self._watch.changes()
        was_old, self._is_old = self._is_old, False
        return found or ((WHOLE,) if was_old else ())

    def read(self, files: tuple[str, ...]) -> Ready | Trouble:
        """Return what comes of the play by the files as they are now.

        No file is changed by that; it may be done in a thread while somebody decides.
        """
        what, session = self._what(files), self.play.session
        found_of = session.record
        self._note_decided(session)
        record, at, aside = self._source
        aside = aside or self._free()
        try:
            twists = record.heading.twists
            rules = game_of(str(self.folder), session.game.start, None, twists)
            came = carried(record, rules, at)
            now = came.record
            answer = other_answer(rules, now, self._seating(rules, now.heading.seed))
        except ScenarioError as error:
            return _trouble(files, what, error, self.folder)
        except AmurError as error:
            return Trouble(files, what, str(error), None, 0)
        except OSError as error:
            why = f"{self.folder} cannot be read: {error.strerror}"
            return Trouble(files, what, why, None, 0)
        same = rules.scenario.digest == found_of.heading.digest
        drawn = _beside(rules)
        unchanged = same and rules.scenario == session.game.scenario and not drawn & set(files)
        was_left = found_of.heading.digest not in ("", session.game.scenario.digest)
        differs = (
            recorded_otherwise(came) if was_left else otherwise(session.game, found_of, rules, now)
        )
        said = replayed(what, came, differs, answer, str(aside))
        if same:
            said = (f"{what}; nothing of what is played is another.",)
        back = rules.scenario.digest == record.heading.digest
        return Ready(files, what, rules, came, said, same, unchanged, back, aside, found_of)

    def _what(self, files: tuple[str, ...]) -> str:
        gone = {name for name in files if name != WHOLE and not (self.folder / name).exists()}
        begun = set(files) - self._known - gone - {WHOLE}
        self._known |= begun
        written = [name for name in files if name not in gone | begun]
        return changed(written, sorted(gone), sorted(begun))

    def switch(self, ready: Ready) -> KeptPlay:
        """Go on by the new rules and return the play: as it is, or another under the same name.

        Raises `AmurError` where no record can be written; `play` is then as it was, opened anew.
        """
        before, source = self.play, self._source
        self._watch.look_beside(_beside(ready.rules))
        if ready.unchanged:
            return before
        if ready.same:
            before.close()
            return self._opened(ready.rules)
        if ready.back and source.aside is not None:
            before.close()
            source.aside.replace(self._path)  # what lay there holds nothing of its own
            if OPENING in source.record.names:
                rename(self._path, source.record.names[OPENING])
            self._source, self._begun = source._replace(aside=None), -1
            return self._opened(ready.rules)
        holds_own = self._begun < 0 and bool(source.record.nodes)
        self._write(ready, _noted(ready.carried.record, ready) if source.record.nodes else None)
        if holds_own:
            self._source = source._replace(aside=ready.aside)
        self._begun = len(self.play.session.record.lines) if source.record.nodes else -1
        return self.play

    def _write(self, ready: Ready, noted: Record | None) -> None:
        """Put the play's record aside and write the new one in its place."""
        before, record = self.play, noted or ready.carried.record
        keeps = self._begun < 0 and noted is not None
        aside = ready.aside if keeps else self._free()
        before.close()
        try:
            self._path.rename(aside)
            self.play = self._begun_anew(ready.rules, record)
        except BaseException as error:
            if aside.exists():
                aside.replace(self._path)
            self._opened(before.session.game)
            if isinstance(error, OSError):
                raise RecordError(f"{aside} cannot be written: {error.strerror}") from error
            raise
        if keeps:
            self._named_after_its_time(aside, record)
        else:
            aside.unlink()

    def _begun_anew(self, rules: Game, record: Record) -> KeptPlay:
        file = RecordFile.create(self._path, record.heading, record.lines)
        try:
            policies = self._seating(rules, record.heading.seed)
            return KeptPlay(Session(rules, file.record, policies, file.append), file)
        except BaseException:
            file.close()
            raise

    def _opened(self, rules: Game) -> KeptPlay:
        """Open the play's record anew, and return the play."""
        self.play = resume_play(lambda _: rules, self._path, self._seating)
        return self.play

    def _free(self) -> Path:
        return free_name(self._path.parent, f"{self._path.stem}-before{self._path.suffix}")

    def _note_decided(self, session: Session) -> None:
        """Take the play's record for where it was last decided in, if anything was added to it."""
        if session.record is not self._source.record and (
            self._begun < 0 or len(session.record.lines) > self._begun
        ):
            self._source = _Source(session.record, session.cursor)
            self._begun = -1

    @staticmethod
    def _named_after_its_time(aside: Path, record: Record) -> None:
        """Have two records of one name differ in it."""
        name = record.names.get(OPENING, "")
        if name:
            rename(aside, f"{name[: LONGEST_NAME - len(BEFORE)]}{BEFORE}")


def _beside(rules: Game) -> frozenset[str]:
    """Return the files outside the folder that are read for a play: the geography of its map."""
    written = rules.scenario.map
    return frozenset() if written is None else frozenset({str(theatre_of(written))})


def _trouble(files: tuple[str, ...], what: str, error: ScenarioError, folder: Path) -> Trouble:
    faults = [fault for fault in error.faults if isinstance(fault, Fault) and fault.is_error]
    if faults:
        return Trouble(files, what, str(faults[0]), faults[0], len(faults) - 1)
    gone = not (folder / COVER).exists()
    why = f"{folder} holds no scenario any more; put it back" if gone else str(error)
    return Trouble(files, what, why, None, 0)


def _noted(record: Record, ready: Ready) -> Record:
    """Return a record that says on its opening where its decisions come from."""
    own = record.notes.get(OPENING, "").split("\n")
    kept = [line for line in own if line and not line.startswith(CARRIED)]
    note = f"{CARRIED}{ready.aside.name}: {ready.what}."
    return record.with_line(Note(OPENING, "\n".join([*kept, note])))
