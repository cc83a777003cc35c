"""A play on the screen, whatever stands in it now: a table, or a season between tables.

Each is a screen of its own, made for what it shows; where the play goes on from one to another,
by deciding or by going back, the screen has itself replaced.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from game.coach.leaves import CUTS_FAIR_COPY, LOOKED
from game.coach.words_for import sentence
from game.files.plays import KeptPlay
from game.record import may_end_fair_copy
from game.session import Session
from game.state import Phase
from game.tui.play.acts import Acts
from game.tui.play.options import Offer
from game.tui.play.twice import Once
from game.tui.play.why_page import WhyPage
from game.tui.texts import Part, plain, said
from game.tui.widgets.bare import Bare

if TYPE_CHECKING:
    from game.tui.timeline.grove import Memory


QUESTION_LEFT = "That is left undone, and nothing was taken back."
WORKED_OUT = "What comes of it is being worked out…"


class InPlay(Bare, Screen[None]):
    """Shows a play where it stands, and goes back, forward and anywhere in it."""

    AUTO_FOCUS = "Acts OptionList"

    class Again(Message):
        """A new play is asked for, in a chair, with the same seed; this screen has gone."""

        def __init__(self, seat: str, seed: str) -> None:
            super().__init__()
            self.seat = seat
            self.seed = seed

    class Elsewhere(Message):
        """The play stands where another screen is to show it."""

        def __init__(self, left: InPlay, *, is_news: bool) -> None:
            """It `is_news` where a decision led there, and nobody has seen it before."""
            super().__init__()
            self.left = left
            self.is_news = is_news

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__()
        self.play = play
        self.session = play.session if isinstance(play, KeptPlay) else play
        self.mode = mode
        self.is_news = False
        """A decision on another screen led here; what was brought about there is still to tell."""
        self.is_unasked = False
        """What is shown came of a decision by itself: nobody went to it."""
        self.once = Once()
        """What was pressed once, and waits to be pressed again."""
        self.memory: Memory | None = None
        """What was open in the timeline when it was left."""
        self.notes: list[Content] = [
            *(plain(sentence(notice), style="$warning") for notice in play.notices),
            *self.known(),
        ]
        """What is said beside the chronicle, until the next decision."""
        self.is_back = False
        """The play went back: what came of the decision before lies before the notes."""

    @property
    @abstractmethod
    def can_show(self) -> bool:
        """Whether this screen is made for where the play stands now."""

    @property
    def is_scene(self) -> bool:
        """Whether a scene waits for a choice."""
        return self.session.state.phase == Phase.SCENE

    @abstractmethod
    def why(self, offer: Offer) -> Iterator[Content]:
        """Yield what can be known of a line before it is chosen."""

    @abstractmethod
    def come_here(self) -> None:
        """Show where the play stands, and ask whoever is to decide."""

    def come_to(self, *, is_news: bool = False) -> None:
        """Show where the play stands, or have another screen do it."""
        self.is_unasked = is_news
        if self.can_show:
            self.come_here()
            return
        self.query_one(Acts).wait("")
        self.post_message(self.Elsewhere(self, is_news=is_news))

    def known(self) -> Iterator[Content]:
        """Yield that the end of this play is known to whoever goes on with it, if it is."""
        if self.session.has_looked and not self.session.is_over:
            yield plain(LOOKED, style="$warning")

    def work_out(self, done: Callable[[], object]) -> None:
        """Say at once that what comes of a decision is worked out, and do that once it was said.

        Nothing is done if the play was moved meanwhile.
        """
        self.query_one(Acts).wait((WORKED_OUT, "$secondary"))
        self.call_after_refresh(self._work_out, done, self.session.cursor)

    def _work_out(self, done: Callable[[], object], cursor: int) -> None:
        self.query_one(Acts).resume()  # an end shows no other list that would
        if self.session.cursor == cursor:
            done()

    def on_key(self, event: Key) -> None:
        """Say no more why the key before did nothing."""
        for acts in self.query(Acts):
            acts.let_hint_go()

    def ask_why(self, title: Part, offer: Offer) -> None:
        """Open a page on a line; there a number asks of another, and brings the cursor to it."""
        self.app.push_screen(WhyPage(title, self.why(offer), self._why_of_line))

    def _why_of_line(self, number: int) -> Sequence[Content]:
        """Return what can be known of the line with a number; nothing where there is none."""
        acts = self.query_one(Acts)
        offer = acts.current if acts.look_at_number(number) else None
        return () if offer is None else tuple(self.why(offer))

    @property
    def is_deciding(self) -> bool:
        """Whether a line was chosen and is not done yet."""
        return any(acts.is_waiting for acts in self.query(Acts))

    @property
    def is_drafting(self) -> bool:
        """Whether the keys go to a draft."""
        return False

    def empty_hands(self) -> None:
        """Begin every draft anew: the play stands elsewhere."""

    def draft(self) -> None:
        """Give the keys to a draft, where there is one."""

    def go_on_from(self, other: InPlay, told: Iterable[str]) -> None:
        """Take the place of a screen whose play was carried over; `told` is said quietly first."""
        self.notes = [*(plain(text, style="$text-muted") for text in told), *self.notes]
        self.memory = other.memory
        other.let_go()

    def let_go(self) -> None:
        """Keep nothing any more beside a record that the play has left."""

    def take_over(self, other: InPlay, *, is_news: bool) -> None:
        """Take the place of the screen that the play has left."""
        self.notes, self.memory = other.notes, other.memory
        self.is_back = other.is_back
        self.is_news = is_news
        other.let_go()

    # Going back, forward and anywhere.

    def action_undo(self) -> None:
        """Take back the last decision; the line is kept. A question alone is taken back first."""
        if self.once.forget():
            self.answer_key(QUESTION_LEFT)
        elif self.session.undo():
            self._taken_up("You go back to the decision before.", is_back=True)
        else:
            self._say_not("Nothing was decided yet that could be taken back.")

    def action_redo(self) -> None:
        """Go forward again along the line that was taken back."""
        if self.session.redo():
            self._taken_up("You go forward again.")
        else:
            self._say_not("Nothing was decided from here on; the tree shows all lines.")

    def action_timeline(self) -> None:
        """Show every line of the play; it may go on from elsewhere then."""
        # Imported here: a play can be begun without it.
        from game.tui.timeline.grove import Memory
        from game.tui.timeline.screen import TimelineScreen

        self.memory = self.memory or Memory()
        self.app.push_screen(TimelineScreen(self.session, self.memory), self._come_back)

    def _come_back(self, note: str | None) -> None:
        """Show the play where it stands, if it was moved in the timeline."""
        if note:
            self._taken_up(note, is_back=True)

    def forget_notes(self) -> None:
        """Say nothing any more beside the chronicle: something was decided."""
        self.notes, self.is_back = [], False

    def _taken_up(self, note: str, *, is_back: bool = False) -> None:
        """Show the play where it stands now, elsewhere than before."""
        self.is_back = is_back
        self.notes = [said((note, "$text-muted")), *self.known()]
        if may_end_fair_copy(self.session.record):
            self.notes.append(said((CUTS_FAIR_COPY, "$text-muted")))
        self.empty_hands()
        self.come_to()

    def answer_key(self, sentence: str) -> bool:
        """Say a sentence below what can be chosen; return whether anything can be."""
        if not self.session.is_over:
            self.query_one(Acts).say((sentence, "$warning"))
        return not self.session.is_over

    def _say_not(self, why: str) -> None:
        """Say why nothing is done, where there is a place for it."""
        self.answer_key(why)
