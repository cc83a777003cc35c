"""The paper as it lay at a moment of a line, to be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from game.coach.papers import his_last, his_name, own_last, wished
from game.negotiation import Package
from game.rules import Rules
from game.state import HOST, State
from game.tui.glyphs_table import glyph, in_level
from game.tui.play.ledger import Ledger
from game.tui.settings import settings_of
from game.tui.texts import said
from game.tui.widgets.panel import Hatch, Panel

NO_PAPER = "No paper lies on the table yet; step on to where one is laid."
CHANGED = f"{glyph('changed')} changed here"


class Paper(Panel):
    """Shows the last paper of the chair beside the other's word; nothing can be changed in it."""

    DEFAULT_CSS = """
    Paper VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Paper Hatch { height: 1fr; min-height: 5; }
    Paper.-none VerticalScroll { display: none; }
    Paper Hatch { display: none; }
    Paper.-none Hatch { display: block; }
    """

    def __init__(self, rules: Rules, seat: int, opening: State, *, id: str) -> None:
        super().__init__(title="The paper", id=id)
        self.rules = rules
        self._first: Package = wished(rules, seat, opening)
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the clauses, and what is said while there are none."""
        with VerticalScroll(can_focus=False):
            yield Ledger(self.rules, self._first, is_read=True)
        yield Hatch(NO_PAPER)

    def show(self, seat: int, before: State, now: State) -> None:
        """Show the papers that a chair saw, with what the step from `before` changed."""
        own, his = own_last(seat, now), his_last(seat, now)
        laid = own if own is not None else his
        self.set_class(laid is None, "-none")
        if laid is None:
            self.show_title("The paper")
            self.show_state("")
            return
        last = own_last(seat, before) if own is not None else his_last(seat, before)
        word = his if own is not None else None
        level = settings_of(self.app).level
        shown = laid, last, word, his_name(self.rules, seat, now), level
        if shown != self._shown:  # to lay it out again takes as long as all else together
            self._shown = shown
            self.query_one(Ledger).lay(*shown[:-1])
        self.show_title(self._titled(seat, now, is_own=own is not None))
        is_changed = last is not None and last != laid
        self.show_state(in_level(said(CHANGED if is_changed else ""), level))

    def scroll_by(self, pages: int) -> None:
        """Go a page further, or back."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * max(1, scroll.size.height - 1), animate=False)

    def _titled(self, seat: int, now: State, *, is_own: bool) -> str:
        if now.treaty is not None:
            return "The treaty, as signed"
        if not is_own:
            return his_name(self.rules, seat, now).capitalize()
        return "Your word" if seat == HOST else "Your paper"
