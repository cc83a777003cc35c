"""What is remarked in the timeline: marks, names, notes, and which line is the main one."""

from __future__ import annotations

from collections.abc import Callable

from game.coach.words_for import sentence
from game.errors import AmurError
from game.record import LOOKED, OPENING, Glyph, Name, Note, Promotion, Sign, marked, own_words
from game.tui.texts import clipped
from game.tui.timeline.looks import Looks
from game.tui.widgets.asked import Asked

TAKES_AWAY = "An empty line takes it away."
BOTH_READ = "Both of you read it, and who sees the list of plays."
LONGEST = 1000
"""Cells of a name or a note."""


class Marking(Looks):
    """Remarks on the row under the cursor; history stays as it is."""

    def action_mark(self) -> None:
        """Mark the decision under the cursor with the next glyph, or with none."""
        node = self._remarked()
        if node is None:
            return
        glyphs = [None, *Glyph]
        now = self.session.record.glyphs.get(node)
        self._try(Sign(node, glyphs[(glyphs.index(now) + 1) % len(glyphs)]))

    def action_name(self) -> None:
        """Ask for a name of the row, or of the play at its opening."""
        node = self._named()
        if node is not None:
            what = "The name of the play" if node == OPENING else f"The name of node {node}"
            self._ask(what, self.session.record.names.get(node, ""), lambda t: Name(node, t))

    def action_note(self) -> None:
        """Ask for a note on the row."""
        node = self._named()
        if node is not None:
            old = self.session.record.notes.get(node, "")

            def remark(text: str) -> Note:
                return Note(node, marked(text) if LOOKED in old else text)

            self._ask(f"The note on node {node}", own_words(old), remark)

    def _ask(self, what: str, now: str, remark: Callable[[str], Name | Note]) -> None:
        """Ask for the words of a remark, and add it."""

        def do(words: str) -> None:
            self._remark(remark(clipped(words.strip(), LONGEST)))

        is_shared = len(self.session.persons) > 1
        help = f"{TAKES_AWAY} {BOTH_READ}" if is_shared else TAKES_AWAY
        self.app.push_screen(Asked(what, now, help, do))

    def action_promote(self) -> None:
        """Make the line through the row the main one."""
        node = self._named()
        if node is not None:
            self._try(Promotion(node))
            self.say("The line through this row is the main one now.")

    def _named(self) -> int | None:
        """Return the node that a name or a note is for; `None` in history, which stays as it is."""
        if self.stop.is_history:
            self.say("History is not yours to mark; compare it, or play on from it.", "$warning")
            return None
        return self.stop.node

    def _remarked(self) -> int | None:
        """Return the decision of the row; `None` where there is none."""
        if self._named() is None:
            return None
        if self.stop.row.nodes:
            return self.stop.row.decided
        self.say("Nothing is decided in the opening.", "$warning")
        return None

    def _try(self, line: Sign | Promotion) -> None:
        try:
            self._remark(line)
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")

    def _remark(self, line: Name | Note | Sign | Promotion) -> None:
        """Add a remark, and show it; raises `RecordError` where it cannot be kept."""
        key = self.stop.key
        self.session.remark(line)
        self.grove.refresh()
        self._show(key=key)
        self._say_what_there_is()
        self._preview()
