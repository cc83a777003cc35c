"""The advisers: who they are, which way they err, and what each says of the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from game.coach.advice import NO_ADVISERS, Advice, bias_words, record_words
from game.coach.invented import office_of
from game.coach.words_for import is_many, listed, sentence
from game.scenario.model import Adviser
from game.tui.play.read_after import ReadAfterStory
from game.tui.texts import lines, said
from game.tui.widgets.prose import Prose, joined

ADVISERS, INSTRUCTIONS = "Your advisers", "Your instructions"
OVER = "The talks are over: there is nothing to advise on."
PAUSE = 0.15
"""Seconds without a change of the draft after which they speak."""
EDGES = 2
"""Rows of the frame."""
PADDING = 2
"""Cells of its lines that stay blank."""
_THE = re.compile(r"^(The|An?) ")


class Advisers(ReadAfterStory):
    """Shows a line of each adviser."""

    DEFAULT_CSS = """
    Advisers > Prose { height: auto; max-height: 100%; }
    """

    class Spoke(Message):
        """They were asked: so many have something to say."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(title=ADVISERS, id=id)
        self._shown: tuple[tuple[Advice, ...], str] | None = None
        self._timer: Timer | None = None
        self._most: int | None = None
        self._instead: tuple[Content, ...] = ()
        self._on_what = ""

    def compose(self) -> ComposeResult:
        """Yield the page of their words."""
        yield Prose()

    def ask(
        self, ask: Callable[[], Iterable[Advice]], on_what: str, unweighed: str = "", *, soon: bool
    ) -> None:
        """Ask them now; or `soon`, when nothing has changed for a moment.

        `unweighed` says why none of them tells how likely a signature is, where that is so.
        """
        if self._timer is not None:
            self._timer.stop()
        show = partial(self._show, ask, on_what, unweighed)
        if soon:
            self._timer = self.set_timer(PAUSE, show)
        else:
            show()

    def stand_in(self, *parts: Content) -> None:
        """Show something else to go by where the chair has no advisers."""
        self._instead = parts
        self._write()

    def give_room(self, most: int | None) -> None:
        """Let the pane take at most so many rows; `None` lets it take all that there are."""
        if most != self._most:
            self._most = self.styles.max_height = most
            self._write()

    def on_resize(self) -> None:
        """Say what there is room for."""
        super().on_resize()
        self.call_after_refresh(self._write)

    def say_more(self) -> None:
        """Say at the foot what they speak of, and how the rest is read, if there is any."""
        more = "" if self.is_at_end else self.reads_on
        self.show_state("   ".join(filter(None, (self._on_what, more))))

    def clear(self) -> None:
        """Show nothing, and forget what was to be asked."""
        if self._timer is not None:
            self._timer.stop()
        self._shown, self._instead = None, ()
        self.show_title(ADVISERS)
        self._say_of("")
        self.query_one(Prose).show()
        self.post_message(self.Spoke(0))

    def fall_silent(self) -> None:
        """Say nothing more of a paper: the talks are over."""
        self.clear()
        self.query_one(Prose).show(said((OVER, "$text-muted")))

    def _show(self, ask: Callable[[], Iterable[Advice]], on_what: str, unweighed: str) -> None:
        shown = (tuple(ask()), unweighed)
        self._say_of(on_what if shown[0] else "")
        if shown != self._shown:
            self._shown = shown
            self._write()
            self.post_message(self.Spoke(sum(bool(say) for _, say in shown[0])))

    def _say_of(self, on_what: str) -> None:
        self._on_what = on_what
        self.say_more()

    def _write(self) -> None:
        """Write down what they say: all of it, without blanks between, or what they said alone."""
        if self._shown is None:
            return
        words, unweighed = self._shown
        self.show_title(INSTRUCTIONS if self._instead and not words else ADVISERS)
        whole = tuple(_parts(words, unweighed)) if words else self._alone()
        tight, tighter = lines(*whole), lines(*(_parts(words, "") if words else whole))
        forms = (whole, (tight,), (tighter,))
        fitting = next(filter(self._fits, forms), (tight,)) if words else whole
        self.query_one(Prose).show(*fitting)

    def _fits(self, parts: tuple[Content, ...]) -> bool:
        """Return whether all of it can be seen, as far as the pane's room is known."""
        longest = self.query_one(Static).styles.max_width
        width = self.size.width - PADDING
        if longest is not None and longest.cells is not None:
            width = min(width, longest.cells)
        rows = len(joined(parts).wrap(width)) if width > 0 else 0
        return self._most is None or rows <= self._most - EDGES

    def _alone(self) -> tuple[Content, ...]:
        """Return what is said where there are none."""
        return said((NO_ADVISERS, "$text-muted")), *self._instead

    @property
    def text(self) -> str:
        """What they say, without its looks."""
        return self.query_one(Prose).text


def _parts(words: tuple[Advice, ...], unweighed: str) -> Iterator[Content]:
    for adviser, say in words:
        if say:
            office = f", {office_of(adviser)}"
            known = f"  {bias_words(adviser)}; {record_words(adviser)}"
            yield lines(
                said((adviser.name, "bold"), (office, "$text-muted"), (known, "$secondary")),
                f"“{say}”",
            )
    yield from silence(words, "nothing else to say of it" if unweighed else "nothing to say of it")
    if unweighed:
        yield said((unweighed, "$text-muted"))


def silence(words: Iterable[tuple[Adviser, str]], nothing: str) -> Iterator[Content]:
    """Yield in a line who of them has nothing to say."""
    silent = [_THE.sub(lambda found: found[0].lower(), a.name) for a, say in words if not say]
    if silent:
        has = "have" if is_many(listed(silent)) else "has"
        yield said((sentence(f"{listed(silent)} {has} {nothing}"), "$text-muted"))
