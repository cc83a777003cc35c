"""The draft as a ledger: clause by clause, his word beside it, what changed since last time."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import accumulate, chain, zip_longest

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from game.coach.papers import his_last, his_name, own_last
from game.coach.words_for import issue_label, option_text
from game.negotiation import Package
from game.rules import Rules
from game.state import State
from game.tui.glyphs_table import glyph
from game.tui.settings import settings_of
from game.tui.texts import lines, plain, said

TALL = 30
"""Rows of a terminal from which everything is shown of every issue."""
CUT, WRAPPED, WHOLE = range(3)
"""How much is told of an issue: one row of how it is settled, all of that, and his word below."""
NARROW = 60
"""Cells of a ledger below which an issue is called by its id."""
LABELS = ((80, 36), (NARROW, 26), (0, 10))
"""From how many cells on how many of them are for what an issue is called."""
MARKS, LEAST = 6, 10
"""Cells of the marks, and the fewest for what is said."""


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

    def __init__(
        self, rules: Rules, draft: Package, *, is_read: bool = False, id: str | None = None
    ) -> None:
        """A ledger that `is_read` takes no keys, and tells every clause in full."""
        super().__init__(id=id)
        self.rules = rules
        self._is_read = is_read
        self.can_focus = not is_read
        self.draft = draft
        self.issue = 0
        self._last: Package | None = None
        self._word: Package | None = None
        self._whose = ""
        self._told = CUT
        self._shown: tuple[Hashable, ...] = ()
        self._made: list[list[Content]] = []

    def show(self, seat: int, state: State, draft: Package) -> None:
        """Show a draft against the papers of a state."""
        whose = his_name(self.rules, seat, state)
        self.lay(draft, own_last(seat, state), his_last(seat, state), whose)

    def lay(self, draft: Package, last: Package | None, word: Package | None, whose: str) -> None:
        """Show a paper: against the `last`, and with the `word` of the other, as it is called."""
        self.draft, self._last = draft, last
        self._word, self._whose = word, whose
        self.refresh(layout=True)

    @property
    def legend(self) -> str:
        """What the marks say that stand before the issues now."""
        level = settings_of(self.app).level
        if self._word is None:
            none = "no paper lies there" if self._whose.endswith("paper") else "no answer to it"
            return f"Marks: {glyph('open', level)} {none} yet"
        as_he = f"as {self._whose} has it"
        same = [word == option for word, option in zip(self._word, self.draft, strict=True)]
        agreed, offered = (glyph(mark, level) for mark in ("agreed", "offered"))
        otherwise = "not so" if any(same) else f"not {as_he}"
        told = [f"{agreed} {as_he}"] * any(same) + [f"{offered} {otherwise}"] * (not all(same))
        return f"Marks: {'   '.join(told)}"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the issues take at a width."""
        return self._tops(width)[-1]

    @property
    def tops(self) -> list[int]:
        """The rows that the issues begin in, and the row after the last."""
        return self._tops(self.content_size.width)

    def _tops(self, width: int) -> list[int]:
        return list(accumulate(map(len, self._all_rows(width)), initial=0))

    @property
    def cursor_region(self) -> Region:
        """The rows of the clause under the cursor, within this widget."""
        top, after = self.tops[self.issue : self.issue + 2]
        return Region(0, top, self.size.width, after - top)

    gave_way = False
    """Whether the clause under the cursor was in view until a forecast was brought there."""

    @property
    def is_cursor_seen(self) -> bool:
        """Whether the clause under the cursor is in view."""
        try:
            shown = self.screen.find_widget(self)
        except NoWidget:
            return False
        return shown.clip.contains_region(self.cursor_region.translate(shown.region.offset))

    def give_room(self, rows: int, width: int) -> None:
        """Tell as much of the issues as so many rows hold at a width, wherever the cursor goes."""
        if self.app.size.height >= TALL:
            return
        told = next((told for told in (WHOLE, WRAPPED) if self._most(told, width) <= rows), CUT)
        if told != self._told:
            self._told = told
            self.refresh(layout=True)

    @property
    def rows_at_most(self) -> int:
        """The rows in which every issue is told in full, wherever the cursor goes."""
        return self._most(WHOLE, self.content_size.width)

    def _most(self, told: int, width: int) -> int:
        """Return the most rows that are taken where so much is told of every issue."""
        of_each = range(len(self.draft))
        rows = [len(self._rows(issue, width, told)) for issue in of_each]
        at_cursor = [len(self._rows(issue, width, WHOLE)) for issue in of_each]
        return sum(rows) + max(more - less for more, less in zip(at_cursor, rows, strict=True))

    def _told_of(self, issue: int) -> int:
        """Return how much is told of an issue: of the one under the cursor all."""
        is_whole = self._is_read or issue == self.issue or self.app.size.height >= TALL
        return WHOLE if is_whole else self._told

    def on_focus(self) -> None:
        """Have the cursor in view."""
        self.post_message(self.Sought())

    def action_move(self, by: int) -> None:
        """Go to another issue, as far as there is one."""
        self.action_go_to(min(max(0, self.issue + by), len(self.draft) - 1))

    def action_go_to(self, issue: int) -> None:
        """Go to an issue, counted from the last backward where it is below 0."""
        self.issue = issue % len(self.draft)
        self._tell()

    def action_turn(self, by: int) -> None:
        """Settle the issue by the next option, or the one before; at the ends it stays.

        One that is out of sight comes into view instead, unless it was in view until a forecast of
        the draft was brought there.
        """
        if not (self.is_cursor_seen or self.gave_way):
            self.post_message(self.Sought())
            return
        last = self.rules.table.sizes[self.issue] - 1
        option = min(max(0, self.draft[self.issue] + by), last)
        self.draft = (*self.draft[: self.issue], option, *self.draft[self.issue + 1 :])
        self._tell()

    def _tell(self) -> None:
        self.gave_way = False
        self.refresh(layout=True)
        self.post_message(self.Changed())
        self.post_message(self.Sought())

    def render(self) -> RenderResult:
        """Return the rows of every issue."""
        return lines(*chain.from_iterable(self._all_rows(self.content_size.width)))

    def _all_rows(self, width: int) -> list[list[Content]]:
        """Return the rows of every issue; they are asked for many times, and made once."""
        looks = width, self._told, self.app.size.height >= TALL, settings_of(self.app).level
        papers = self.draft, self._last, self._word, self._whose
        shown = looks, self.issue, self.has_focus, papers
        if shown != self._shown:
            self._shown = shown
            of_each = range(len(self.draft))
            self._made = [self._rows(issue, width, self._told_of(issue)) for issue in of_each]
        return self._made

    def _rows(self, issue: int, width: int, told: int) -> list[Content]:
        """Return the rows of an issue: what it is called, how it is settled, and his word."""
        scenario, option = self.rules.scenario, self.draft[issue]
        word = None if self._word is None else self._word[issue]
        changed = self._last is not None and self._last[issue] != option
        here = self.has_focus and issue == self.issue
        level = settings_of(self.app).level
        seal = glyph("open" if word is None else "agreed" if word == option else "offered", level)
        cells = next(cells for least, cells in LABELS if width >= least)
        name = self.rules.table.issues[issue] if width < NARROW else issue_label(scenario, issue)
        room = max(LEAST, width - cells - MARKS)
        in_full = told > CUT
        labels = _fitted(name, "$text-muted", cells, in_full)
        says = option_text(scenario, issue, option)
        settled = _fitted(says, "bold" if here else "", room, in_full)
        if here:
            at = f"  {turns(option, self.rules.table.sizes[issue])}"
            settled = said(plain(says, style="bold"), (at, "$text-muted")).wrap(room)
        if word is not None and word != option and told == WHOLE:
            is_left = self._last is not None and self._last[issue] == word
            whose = f"{self._whose}{', as you had it' if is_left else ''}"
            asked = f"{whose}: {option_text(scenario, issue, word)}"
            settled += _fitted(asked, "italic $text-muted", room, in_full)
        marked = (
            (
                f"{glyph('cursor', level) if here else ' '}{seal} ",
                "$accent" if here else "$text-muted",
            ),
            (f" {glyph('changed', level)} " if changed else "   ", "$accent"),
        )
        rows: list[Content] = []
        for label, words in zip_longest(labels, settled, fillvalue=Content()):
            mark, change = marked if not rows else (" " * 3, " " * 3)
            padded = label.pad_right(max(0, cells - label.cell_length))
            rows.append(said(mark, padded, change, words))
        return rows


def turns(option: int, options: int) -> str:
    """Return which of its options an issue is settled by, and which arrows lead to others.

    Nothing parts it, so that it stands in one row.

    >>> turns(0, 4), turns(1, 4), turns(3, 4)
    ('1/4→', '←2/4→', '←4/4')
    """
    before, after = "←" * (option > 0), "→" * (option + 1 < options)
    return f"{before}{option + 1}/{options}{after}"


def _fitted(text: str, style: str, cells: int, in_full: bool) -> list[Content]:
    """Return a text as rows of so many cells; unless it is told in full, as one that is cut."""
    if in_full:
        return plain(text, style=style).wrap(cells)
    return [plain(text, cells, style)]
