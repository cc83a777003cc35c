"""Line mode: the whole game as text that is only ever added to.

It reads numbers or decisions in words, from a keyboard or a pipe, and needs neither colour nor a
cursor, so that it serves screen readers, scripts and dumb terminals alike.
"""

from __future__ import annotations

from functools import partial

from game.cli.plain_answers import Answers
from game.cli.plain_begin import sit_down
from game.cli.plain_curtain import Curtain
from game.cli.plain_drafts import Drafts
from game.cli.plain_end import after, lead_to, tell_what_next, tell_whether_looked
from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_line import AskAgain, Left, Lines, MenuAsked, PagesAsked
from game.cli.plain_refusal import refuse
from game.cli.plain_story import Story
from game.cli.plain_text import put, say
from game.cli.plain_turn import Turns
from game.cli.plain_unknown import after_the_end
from game.coach.standing import when
from game.coach.visible import visible
from game.coach.words_for import sentence
from game.files.plays import KeptPlay
from game.state import Phase


class LineMode:
    """One play at a keyboard or a pipe."""

    def __init__(self, play: KeptPlay, reader: Reader, resume: str) -> None:
        """`resume` is the command that takes the play up again."""
        self.play = play
        self.session = play.session
        self.reader = reader
        self.resume = resume
        mode = self.session.record.heading.mode
        drafts = Drafts(self.session.rules, mode)
        self.story = Story(self.session, mode)
        answers = Answers(self.session, drafts)
        self.lines = Lines(self.session, reader, answers, drafts, self.story, resume)
        self.curtain = Curtain(self.session, reader)
        self.turns = Turns(self.lines)
        self._is_seated = False
        self._turns_pages = False
        """The end, where the play stands at one, is to be told page by page."""

    def go_on_from(self, other: LineMode) -> None:
        """Take the place of a play that was carried over, with what lay on its table."""
        self._is_seated = True
        self.curtain.hides = True
        self.lines.drafts.take_over(other.lines.drafts)
        if not other.session.needs_curtain and self.session.seat == other.session.seat:
            self.session.lift_curtain()

    def run(self) -> None:
        """Play until the end, or until whoever plays leaves."""
        try:
            self._begin()
            while True:
                try:
                    self._go_on()
                except PagesAsked:
                    self._turns_pages = True
                except MenuAsked:
                    self.turns.shows_all = True
                    self._say_the_day()
                except AskAgain:
                    self._say_the_day()
        except InputEnded:
            put()
            self._leave()
        except Left:
            self._leave()

    def _say_the_day(self) -> None:
        """Say it where the table does not."""
        state = self.session.state
        if state.phase not in (Phase.SITTING, Phase.REPLY, Phase.CALLED):
            put(sentence(f"It is {when(self.session.rules, max(1, state.sitting))}"))
            put()

    def _leave(self) -> None:
        say("You leave the table. Everything is kept; to take it up again:")
        put(f"    {visible(self.resume)}")

    def _begin(self) -> None:
        for notice in self.play.notices:
            say(sentence(notice))
        tell_whether_looked(self.session)
        if not self.session.record.nodes and not self._is_seated:
            sit_down(self.lines)
        self.story.add(self.session.state, self.session.advance())

    def _go_on(self) -> None:
        while not self.session.is_over:
            self.curtain.draw()
            self._tell()
            self.turns.take()
            self._turns_pages = self.session.is_over
        self._tell()
        turns_pages, self._turns_pages = self._turns_pages, False
        pages = partial(after, self.session, self.reader, self.lines.reads_on)
        lead_to(pages if turns_pages else None, partial(tell_what_next, self.session, self.reader))
        while True:
            refuse(after_the_end(self.lines.line()))

    def _tell(self) -> None:
        self.story.tell(self.session.rules.table.seats.index(self.session.seat))
