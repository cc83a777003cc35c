"""The advisers: who they are, which way they err, and what each says of the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from game.coach.advice import Advice, bias_words, record_words
from game.coach.words_for import listed
from game.tui.texts import lines, said
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose

PAUSE = 0.15
"""Seconds without a change after which they speak."""
NOBODY = "Nobody here has anything to say."


class Advisers(Panel):
    """Shows a line of each adviser."""

    DEFAULT_CSS = """
    Advisers > Prose { height: auto; max-height: 100%; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(title="Your advisers", id=id)
        self._shown: tuple[Advice, ...] = ()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the page of their words."""
        yield Prose()

    def show_soon(self, ask: Callable[[], Iterable[Advice]], on_what: str) -> None:
        """Ask them when nothing has changed for a moment: to weigh a draft takes a while."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, partial(self._show, ask, on_what))

    def clear(self) -> None:
        """Show nothing, and forget what was to be asked."""
        if self._timer is not None:
            self._timer.stop()
        self._shown = ()
        self.query_one(Prose).show()

    def _show(self, ask: Callable[[], Iterable[Advice]], on_what: str) -> None:
        self.show_state(on_what)
        words = tuple(ask())
        if words != self._shown:
            self._shown = words
            self.query_one(Prose).show(*_parts(words))

    @property
    def text(self) -> str:
        """What they say, without its looks."""
        return self.query_one(Prose).text


def _parts(words: tuple[Advice, ...]) -> Iterator[Content]:
    if not words:
        yield said((NOBODY, "$text-muted"))
    for adviser, say in words:
        if say:
            office = f", {adviser.office}"
            known = f"  {bias_words(adviser)}; {record_words(adviser)}"
            yield lines(
                said((adviser.name, "bold"), (office, "$text-muted"), (known, "$secondary")),
                f"“{say}”",
            )
    silent = [adviser.name for adviser, say in words if not say]
    if silent:
        yield said((f"Nothing to say of it: {listed(silent)}.", "$text-muted"))
