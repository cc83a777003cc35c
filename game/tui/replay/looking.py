"""A place in a line as it is shown: what was told, the paper as it lay, and what was remarked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, Static

from game.tui.commands import Command
from game.tui.glyphs_table import glyph
from game.tui.keyboard import keys_now
from game.tui.map.widget import MapCanvas
from game.tui.play.board import claimed
from game.tui.play.head import Head
from game.tui.play.keyline import KeyLine
from game.tui.play.story import Story
from game.tui.replay.course import Course
from game.tui.replay.keys import NOTE, ON, PLAY, STAND
from game.tui.replay.panes import Panes
from game.tui.replay.paper import Paper
from game.tui.replay.remarks import Remarks, marks_of
from game.tui.replay.told import heads, told
from game.tui.replay.track import Track
from game.tui.texts import plain, said
from game.tui.widgets.panel import Panel

SPEEDS = {"slowly": 6.0, "evenly": 3.0, "fast": 1.2}
"""How fast a replay goes on by itself: seconds for a step."""
WHERE = "A node's number, a bookmark, or: here, main, fair, opening"
SAID_CELLS = 300


class Looking(Screen[None]):
    """Shows where one stands in a line."""

    def __init__(self, course: Course, parts_at: int | None) -> None:
        """`parts_at` is the first node that another line has not."""
        super().__init__()
        self.parts_at = parts_at
        self.place = 0
        """Where one stands: so many decisions from the opening."""
        self.speed = "evenly"
        self._take(course)

    def compose(self) -> ComposeResult:
        """Yield the head, the track, the panes and the lines for words."""
        course = self.course
        yield Head()
        yield Track()
        yield Panes(course.rules, course.seat, course.state(0))
        yield Static(id="said", classes="-empty")
        yield Input(placeholder=WHERE, compact=True)
        yield KeyLine()

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return False

    @property
    def _node(self) -> int:
        return self.course.node(self.place)

    def _take(self, course: Course) -> None:
        """Take another line."""
        self.course, self._marks = course, marks_of(course)
        parting = None if self.parts_at is None else course.place_of(self.parts_at)
        if parting is not None:
            self._marks[parting] = glyph("fork")

    # What is shown.

    def _show(self) -> None:
        course = self.course
        state = course.state(self.place)
        view = course.rules.seen_by(course.seat, state).state
        self.query_one(Head).show(*heads(course, self.place, view))
        self._show_track()
        self.query_one(Story).tell(*told(course, self.place))
        self.query_one(Remarks).show(course.record, self._node, self._key(NOTE))
        before = course.state(max(0, self.place - 1))
        seen_before = course.rules.seen_by(course.seat, before).state
        self.query_one(Paper).show(course.seat, seen_before, view)
        paper = view.treaty or view.paper
        for canvas in self.query(MapCanvas):
            canvas.show_state(claimed(course.rules, canvas.chart, paper))
        self._show_hint()

    def _show_track(self) -> None:
        course, marks = self.course, self._marks
        self.query_one(Track).show(self.place, len(course.path), course.sittings_begun, marks)

    def _show_hint(self) -> None:
        """Say at the foot of the words whether it goes on by itself, and what comes last."""
        course = self.course
        if self.is_playing:
            hint = said((f"goes on {self.speed}", "bold $accent"), "   + -: speed")
        elif self.place < course.last:
            hint = said(f"{self._key(PLAY)}: goes on by itself, {self.speed}")
        elif course.state(course.last).ended is not None:
            hint = said(f"{self._key(ON)}: the pages after the end")
        else:
            hint = said(f"{self._key(STAND)}: play on from here")
        self.query_one("#happened", Panel).show_state(hint)

    def _key(self, command: Command) -> str:
        return keys_now(self.app, command)

    def _say(self, words: str) -> None:
        static = self.query_one("#said", Static)
        static.update(plain(words, SAID_CELLS))
        static.set_class(not words, "-empty")
