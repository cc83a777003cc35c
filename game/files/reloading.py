"""A play beside the editor: its scenario is read anew when a file changes, and the play goes on.

No record is ever spoilt. What was decided by the old version stays in the record it was decided in;
the play goes on in a new one, of the new version, that holds the same decisions as far as they can
be made. A record that was begun so, and in which nothing was decided before the next change, holds
nothing of its own, and goes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.coach.workshop.reloaded import changed, replayed
from game.errors import AmurError, ScenarioError
from game.files.drafts import keep_draft
from game.files.folders import COVER
from game.files.library import free_name
from game.files.plays import KeptPlay, Seating, resume_play, rules_of
from game.files.records import RecordFile
from game.files.watching import Watch
from game.record import OPENING, Note, Record
from game.rules import Rules
from game.scenario.faults import Fault
from game.session import Carried, Session, carried, other_answer, otherwise

CARRIED = "Carried over from "
"""Begins the note on the opening of a record that goes on from another."""
GOES_ON = "The play goes on by the rules as they were"


class Trouble(NamedTuple):
    """Why a changed scenario cannot be played."""

    files: tuple[str, ...]
    """Those that have changed."""
    why: str
    """One sentence; of a fault its place, what it is and how to mend it."""
    fault: Fault | None
    more: int
    """Other faults."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to say of it in lines."""
        more = f"; {self.more} more; `amur check` shows them all" if self.more else ""
        return (f"{changed(self.files)}, and cannot be played: {self.why}{more}.", f"{GOES_ON}.")


class Ready(NamedTuple):
    """A play as it comes out by the changed scenario; nothing of it is written yet."""

    files: tuple[str, ...]
    rules: Rules
    carried: Carried
    sentences: tuple[str, ...]
    """What came of it."""
    same: bool
    """Nothing that is played has changed, but perhaps the map."""
    unchanged: bool
    """Nothing at all has, but for layout and comments."""
    back: bool
    """The scenario is again as it was when the play was last decided in."""
    of: Record
    """The play as it was when this was found."""


class Reloading:
    """Watches the scenario of one play, and carries the play over when it changes."""

    def __init__(
        self, play: KeptPlay, folder: Path, seating: Seating, since: int | None = None
    ) -> None:
        """`since` is when the scenario was read, in nanoseconds of the epoch; now, if not said."""
        self.play = play
        self.folder = folder
        self._seating = seating
        self._watch = Watch(folder, since)
        self._source = play.session.record, play.session.cursor, play.file.path
        """Where the play was last decided in: its record, where it stood, and its file."""
        self._first = play.file.path
        """What the records that are begun here are named after, each with a number."""
        self._begun = -1
        """The lines of a record that was begun here; -1 of one that was there before."""

    def changes(self) -> tuple[str, ...]:
        """Return the files that have changed since the last look."""
        return self._watch.changes()

    def read(self, files: tuple[str, ...]) -> Ready | Trouble:
        """Return what comes of the play by the files as they are now.

        Nothing is changed by that; it may be done in a thread while nobody decides.
        """
        session = self.play.session
        found_of = session.record
        self._note_decided(session)
        record, at, path = self._source
        try:
            rules = rules_of(str(self.folder), session.rules.start, None)
            came = carried(record, rules, at)
            now = came.record
            answer = other_answer(rules, now, self._seating(rules, now.heading.seed))
        except ScenarioError as error:
            return _trouble(files, error, self.folder)
        except AmurError as error:
            return Trouble(files, str(error), None, 0)
        except OSError as error:
            return Trouble(files, f"{self.folder} cannot be read: {error.strerror}", None, 0)
        same = rules.scenario.digest == found_of.heading.digest
        unchanged = same and rules.scenario == session.rules.scenario
        differs = otherwise(session.rules, session.record, rules, now)
        said = replayed(files, came, differs, answer, str(path))
        if same:
            said = (f"{changed(files)}; nothing of what is played is another.",)
        back = rules.scenario.digest == record.heading.digest
        return Ready(files, rules, came, said, same, unchanged, back, found_of)

    def switch(self, ready: Ready) -> KeptPlay:
        """Go on by the new rules, in a record of the new version, and return the play.

        Raises `AmurError`, and leaves the play as it was, where that record cannot be written.
        """
        before, (_, _, source) = self.play, self._source
        if ready.unchanged:
            return before
        if ready.same or (ready.back and before.file.path != source):
            path = before.file.path if ready.same else source
            self._leave(before, path)
            self.play = resume_play(lambda _: ready.rules, path, self._seating)
            self._begun = self._begun if ready.same else -1
            return self.play
        record = _noted(ready.carried.record, source, ready.files)
        path = free_name(self._first.parent, self._first.name)
        file = RecordFile.create(path, record.heading, record.lines)
        try:
            policies = self._seating(ready.rules, record.heading.seed)
            session = Session(ready.rules, file.record, policies, file.append)
        except BaseException:
            file.close()
            path.unlink()
            raise
        self._leave(before, path)
        self.play = KeptPlay(session, file)
        self._begun = len(session.record.lines)
        return self.play

    def _note_decided(self, session: Session) -> None:
        """Take the play's record for where it was last decided in, if anything was added to it."""
        if self._begun < 0 or len(session.record.lines) > self._begun:
            self._source = session.record, session.cursor, self.play.file.path
            self._begun = -1

    def _leave(self, play: KeptPlay, path: Path) -> None:
        """Let go of a record; one that holds nothing of its own goes, but for the one at `path`."""
        play.close()
        if self._begun >= 0 and play.file.path != path:
            keep_draft(play.file.path, None)
            play.file.path.unlink(missing_ok=True)


def _trouble(files: tuple[str, ...], error: ScenarioError, folder: Path) -> Trouble:
    faults = [fault for fault in error.faults if isinstance(fault, Fault) and fault.is_error]
    if faults:
        return Trouble(files, str(faults[0]), faults[0], len(faults) - 1)
    gone = not (folder / COVER).exists()
    why = f"{folder} holds no scenario any more; put it back" if gone else str(error)
    return Trouble(files, why, None, 0)


def _noted(record: Record, source: Path, files: tuple[str, ...]) -> Record:
    """Return a record that says on its opening where its decisions come from."""
    own = record.notes.get(OPENING, "").split("\n")
    kept = [line for line in own if line and not line.startswith(CARRIED)]
    note = f"{CARRIED}{source.name}: {changed(files)}."
    return record.with_line(Note(OPENING, "\n".join([*kept, note])))
