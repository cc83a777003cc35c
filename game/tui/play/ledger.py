"""The draft as a ledger: clause by clause, his word beside it, what changed since last time."""

from __future__ import annotations

from itertools import accumulate

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from game.coach.words_for import issue_label, option_text
from game.negotiation import Package
from game.rules import Rules
from game.state import State
from game.tui.play.reckoning import his_last, his_name, own_last
from game.tui.texts import clipped, lines, said

AGREED, OFFERED, OPEN = "●", "◐", "○"
TALL = 30
"""Rows of a terminal from which every word of his is shown."""
LABEL, SHORT_LABEL, NARROW = 26, 10, 60
"""Cells for what an issue is called; below `NARROW` it is called by its id."""


class Ledger(Widget, can_focus=True):
    """Shows a draft and changes it: up and down pick the issue, left and right its option."""

    BINDINGS = [
        Binding("up", "move(-1)", "Issue", show=False),
        Binding("down", "move(1)", "Issue", show=False),
        Binding("left", "turn(-1)", "Option", show=False),
        Binding("right", "turn(1)", "Option", show=False),
        Binding("home", "go_to(0)", "First issue", show=False),
        Binding("end", "go_to(-1)", "Last issue", show=False),
    ]
    DEFAULT_CSS = """
    Ledger { height: auto; }
    """

    class Changed(Message):
        """The draft, or the clause under the cursor, is another."""

    class Sought(Message):
        """The clause under the cursor is to be brought into view."""

    def __init__(self, rules: Rules, draft: Package, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rules = rules
        self.draft = draft
        self.issue = 0
        self._last: Package | None = None
        self._word: Package | None = None
        self._whose = "his word"

    def show(self, seat: int, state: State, draft: Package) -> None:
        """Show a draft against the papers of a state."""
        self.draft, self._last = draft, own_last(seat, state)
        self._word, self._whose = his_last(seat, state), his_name(seat, state)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return a row for each issue, and one for each word of his that is shown below it."""
        return self.tops[-1]

    @property
    def tops(self) -> list[int]:
        """The rows that the issues begin in, and the row after the last."""
        heights = (1 + self._shows_word(issue) for issue in range(len(self.draft)))
        return list(accumulate(heights, initial=0))

    @property
    def cursor_region(self) -> Region:
        """The rows of the clause under the cursor, within this widget."""
        top, after = self.tops[self.issue : self.issue + 2]
        return Region(0, top, self.size.width, after - top)

    @property
    def is_cursor_seen(self) -> bool:
        """Whether the clause under the cursor is in view."""
        try:
            shown = self.screen.find_widget(self)
        except NoWidget:
            return False
        return shown.clip.contains_region(self.cursor_region.translate(shown.region.offset))

    def _shows_word(self, issue: int) -> bool:
        """Return whether his word has a line of its own; where rows are few, only at the cursor."""
        word = self._word
        differs = word is not None and word[issue] != self.draft[issue]
        return differs and (issue == self.issue or self.app.size.height >= TALL)

    def on_focus(self) -> None:
        """Have the cursor in view."""
        self.post_message(self.Sought())

    def action_move(self, by: int) -> None:
        """Go to another issue."""
        self.action_go_to(self.issue + by)

    def action_go_to(self, issue: int) -> None:
        """Go to an issue, counted from the last backward where it is below 0."""
        self.issue = issue % len(self.draft)
        self._tell()

    def action_turn(self, by: int) -> None:
        """Settle the issue by another option; one that is out of sight comes into view instead."""
        if not self.is_cursor_seen:
            self.post_message(self.Sought())
            return
        option = (self.draft[self.issue] + by) % self.rules.table.sizes[self.issue]
        self.draft = (*self.draft[: self.issue], option, *self.draft[self.issue + 1 :])
        self._tell()

    def _tell(self) -> None:
        self.refresh(layout=True)
        self.post_message(self.Changed())
        self.post_message(self.Sought())

    def render(self) -> RenderResult:
        """Return a line for each issue."""
        return lines(*(self._row(issue) for issue in range(len(self.draft))))

    def _row(self, issue: int) -> Content:
        scenario, width = self.rules.scenario, self.content_size.width
        option = self.draft[issue]
        word = None if self._word is None else self._word[issue]
        changed = self._last is not None and self._last[issue] != option
        here = self.has_focus and issue == self.issue
        seal = OPEN if word is None else AGREED if word == option else OFFERED
        cells = SHORT_LABEL if width < NARROW else LABEL
        name = self.rules.table.issues[issue] if width < NARROW else issue_label(scenario, issue)
        label = clipped(name, cells).ljust(cells)
        room = max(10, width - cells - 6)
        says = option_text(scenario, issue, option)
        row = said(
            (f"{'▸' if here else ' '}{seal} ", "$accent" if here else "$text-muted"),
            (label, "$text-muted"),
            (" ▲ " if changed else "   ", "$accent"),
            (clipped(says, room), "bold" if here else ""),
        )
        if word is None or not self._shows_word(issue):
            return row
        asked = clipped(f"{self._whose}: {option_text(scenario, issue, word)}", room)
        return lines(row, (" " * (cells + 6) + asked, "italic $text-muted"))
