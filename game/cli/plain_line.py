"""The next line that decides something: the helper words are answered on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from game.cli.plain_asked import SaidOtherwise
from game.cli.plain_drafts import Drafts
from game.cli.plain_end import tell_whether_looked
from game.cli.plain_input import BACK, LEAVE, NO, YES, Reader
from game.cli.plain_story import Story
from game.cli.plain_text import item, number_of, put, say
from game.cli.plain_walks import Walks
from game.cli.plain_why import AT_A_QUESTION, asks_of_a_line
from game.coach.leaves import CUTS_FAIR_COPY
from game.coach.visible import visible
from game.record import may_end_fair_copy
from game.session import Session


class Left(Exception):
    """Whoever plays leaves the table."""


class AskAgain(Exception):
    """Ask anew; perhaps the play stands elsewhere now."""


class MenuAsked(AskAgain):
    """Show all that can be decided, and ask anew."""


class PagesAsked(AskAgain):
    """Turn the pages of the end once more, and ask anew."""


QUESTION = "? "
"""Stands where one of several things is asked for."""
UNDO = "undo"
UNDONE_AT_A_QUESTION = "The question is taken back, and no decision; 'undo' once more takes one."
READ_ON = "Press Enter to read on. "
NO_PAGES = "The pages come when all is over; 'log' tells what has happened so far."


class Answering(Protocol):
    """Answers the words that only ask something."""

    def answer(self, text: str) -> bool:
        """Answer a line if it begins with such a word; return whether it did."""
        ...


class Asking:
    """Reads lines and answers those that only ask something."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        answers: Answering,
        story: Story,
        resume: str,
        walks: type[Walks] = Walks,
    ) -> None:
        self.session = session
        self.reader = reader
        self.answers = answers
        self.story = story
        self.walks = walks(session, session.record.heading.mode, self._moved)
        self.resume = resume
        """The command that takes the play up again."""
        self._has_warned = False
        """It was said that the fair copy may be cut short."""
        self.is_aside: Callable[[str], bool] = lambda text: False
        """Does what is said where that decides nothing of the talks, and says whether it did."""

    def line(self, prompt: str = "> ", *, empty: bool = False) -> str:
        """Return the next line that is not one of the helper words, which it answers.

        With `empty` a line without a word is one. Raises `Left` when it leaves the table,
        `AskAgain` when the play may stand elsewhere.
        """
        while True:
            text = self.reader.line(prompt, empty=empty)
            match text.lower():
                case word if word in LEAVE:
                    raise Left
                case "save":
                    say("Everything is kept as soon as it is decided; to take it up again:")
                    put(f"    {visible(self.resume)}")
                case "menu":
                    raise MenuAsked
                case "pages" if self.session.is_over:
                    raise PagesAsked
                case "pages":
                    say(NO_PAGES)
                case word if prompt == QUESTION and word == UNDO:
                    say(UNDONE_AT_A_QUESTION)
                    return BACK[0]
                case _ if prompt == QUESTION and asks_of_a_line(text):
                    say(AT_A_QUESTION)
                case _ if not self.walks.answer(text) and not self.answers.answer(text):
                    return text
            put()

    def reads_on(self) -> bool:
        """Wait at a keyboard for an empty line; return whether it came: any other is read next.

        A word that only asks something is answered, and the page waits on.
        """
        if not self.reader.is_keyboard:
            return True
        try:
            text = self.line(READ_ON, empty=True)
        except MenuAsked:
            text = "menu"
        if text:
            self.reader.give_back(text)
        return not text

    def number(self, known: Sequence[int], show: Callable[[], None]) -> int:
        """Return one of the numbers that lines have, or 0 to go back one question.

        What is asked of one's own people on the way leaves the question; it is shown once more.
        """
        show()
        put(item(0, "Back"))
        while True:
            text = self.line(QUESTION)
            if len(known) == 1 and text.lower() in YES:
                return known[0]
            if text.lower() in BACK or (len(known) == 1 and text.lower() in NO):
                return 0
            if not text.isdecimal():
                if not self.is_aside(text):
                    raise SaidOtherwise(text)
                show()
                put(item(0, "Back"))
                continue
            if int(text) in known:
                return int(text)
            say(f"{number_of(known)}, please; 0 goes back.")

    def _moved(self) -> None:
        """Ask anew where the play stands now."""
        self.session.advance()
        self.story.forget()
        tell_whether_looked(self.session)
        if may_end_fair_copy(self.session.record) and not self._has_warned:
            self._has_warned = True
            say(CUTS_FAIR_COPY)
            put()
        raise AskAgain


class Lines(Asking):
    """The same at a table, where each chair has a paper in hand."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        answers: Answering,
        drafts: Drafts,
        story: Story,
        resume: str,
        walks: type[Walks] = Walks,
    ) -> None:
        super().__init__(session, reader, answers, story, resume, walks)
        self.drafts = drafts

    def _moved(self) -> None:
        self.drafts.forget_all()
        super()._moved()
