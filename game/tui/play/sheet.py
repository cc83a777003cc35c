"""The draft as a sheet: its clauses, what one knows of it, and the forecast stamped on it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.widgets import Static

from game.coach.papers import differences
from game.coach.standing import when
from game.negotiation import Package
from game.rules import Rules
from game.state import State
from game.tui.glyphs_table import in_level
from game.tui.keyboard import keys_now
from game.tui.play.along import Along
from game.tui.play.keys import CARRY, CHANGE
from game.tui.play.ledger import Ledger
from game.tui.play.reckoning import reckoned
from game.tui.play.stamps import Stamp
from game.tui.settings import settings_of
from game.tui.texts import lines, said
from game.tui.widgets.measured import Measured
from game.tui.widgets.panel import AROUND, Panel

FRAME = 2
"""Cells of a frame, above and below, and of the margins of a text, left and right."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """All that a sheet shows."""

    seat: int
    state: State
    """As the chair may see it."""
    draft: Package
    along: Along
    stamp: Stamp | None
    mode: str


class Sheet(Panel):
    """Shows a draft, and lets it be changed."""

    class Laid(Message):
        """What it says takes other rows, or other cells."""

    DEFAULT_CSS = """
    Sheet > VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Sheet Static { height: auto; margin: 0 1; }
    Sheet #legend, Sheet #reckoned { color: $text-muted; }
    Sheet #stamp.-empty { display: none; }
    """

    def __init__(self, rules: Rules, draft: Package, *, id: str | None = None) -> None:
        super().__init__(title="The draft", id=id)
        self.rules = rules
        self._draft = draft
        self._along = Along(0, carries=False, was_turned=False)
        self._is_on_stamp = False
        self._gap = 1
        """Blank rows above the stamp: none where its own are wanted."""

    def compose(self) -> ComposeResult:
        """Yield the clauses, what their marks say, the reckoning and the stamp."""
        with VerticalScroll(can_focus=False):
            yield Ledger(self.rules, self._draft)
            yield Static(id="legend")
            yield Static(id="reckoned")
            yield Measured(id="stamp")

    def show(self, view: SheetView) -> None:
        """Show a draft in its moment."""
        self.query_one(Ledger).show(view.seat, view.state, view.draft)
        self.query_one("#legend", Static).update(said(self.query_one(Ledger).legend))
        known = reckoned(self.rules, view.seat, view.state, view.draft, view.mode)
        self.query_one("#reckoned", Static).update(
            in_level(said(" ".join(known)), settings_of(self.app).level)
        )
        self._along = view.along
        self._show_foot()
        self._show_stamp(view)
        self._give_room()

    def on_resize(self) -> None:
        """Say at the foot, and of the clauses, what there is room for."""
        self._show_foot()
        self._give_room()

    def _give_room(self) -> None:
        """Give the clauses the rows that the rest of the sheet leaves them."""
        width, most = self.content_size.width, self.styles.max_height
        if not width or most is None:
            return
        rows = most.value if most.is_cells else most.value * self.container_size.height / 100
        # A forecast stands below all that, and comes into view when it is asked for.
        taken = self._rows_of("#legend", "#reckoned")
        room = max(int(rows) - FRAME, self.content_size.height)
        self._gap = int(self.rows_wanted <= int(rows))
        self._set_stamp_apart(self.query_one("#stamp").styles.margin.bottom)
        self.query_one(Ledger).give_room(room - taken, width)
        self.post_message(self.Laid())

    def _rows_of(self, *ids: str) -> int:
        width = max(1, self.content_size.width - FRAME)
        found = [self.query_one(id, Static) for id in ids]
        return sum(len(said(str(one.content)).wrap(width)) for one in found if one.display)

    @property
    def rows_wanted(self) -> int:
        """The rows in which all of it can be seen, wherever the cursor goes; its frame, too."""
        taken = self._rows_of("#legend", "#reckoned", "#stamp")
        is_stamped = self.query_one("#stamp").display
        return FRAME + self.query_one(Ledger).rows_at_most + taken + is_stamped

    @property
    def rows_laid(self) -> int:
        """The rows that it takes as it stands, where it has all the room; its frame, too."""
        return FRAME + self.query_one(VerticalScroll).virtual_size.height

    @property
    def is_looked_at(self) -> bool:
        """Whether its clauses are, or the forecast that has just been asked for."""
        return self._is_on_stamp or self.query_one(Ledger).has_focus

    @on(DescendantFocus)
    @on(DescendantBlur)
    def show_keys(self) -> None:
        """Say at the foot what changes the draft: from within, the arrows."""
        self._show_foot()

    def _show_foot(self) -> None:
        change, carry = (keys_now(self.app, command) for command in (CHANGE, CARRY))
        is_within = self.query_one(Ledger).has_focus
        change = "arrows" if is_within else change
        along = self._along.in_the_foot(carry)
        full = f"{change}: change it   {along}"
        if is_within and self._along.can_turn and not self._along.was_turned:
            # How it stands is said beside the acts, too; which keys change it only here.
            along = f"{change}: change it   {self._along.turned_by(carry)}"
        self.show_state(full if len(full) + AROUND <= self.outer_size.width else along)

    def show_stamp(self, *, is_drafting: bool = False) -> None:
        """Bring the stamp into view, and keep it there until another clause is looked at.

        Where the draft is being changed, the next key goes on with the clause that gives way.
        """
        self.query_one(Ledger).gave_way = is_drafting
        self._is_on_stamp = True
        self.keep_stamp()

    def leave_stamp(self) -> None:
        """Begin with the first clause again."""
        self._is_on_stamp = False
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Measured.Resized)
    def keep_stamp(self) -> None:
        """Show the stamp as a whole, too, when it takes another room."""
        if self._is_on_stamp:
            self.call_after_refresh(self._scroll_to_stamp)

    @on(Ledger.Sought)
    def show_cursor(self) -> None:
        """Bring the clause under the cursor into view."""
        self._is_on_stamp = False
        self.call_after_refresh(self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        ledger = self.query_one(Ledger)
        region = ledger.cursor_region.translate(ledger.virtual_region.offset)
        self.query_one(VerticalScroll).scroll_to_region(region, animate=False, force=True)

    def _scroll_to_stamp(self) -> None:
        """Show the whole stamp, and above it nothing of which the beginning is out of sight."""
        page, stamp = self.query_one(VerticalScroll), self.query_one("#stamp", Static)
        reckoned, ledger = self.query_one("#reckoned", Static), self.query_one(Ledger)
        first = max(0, stamp.virtual_region.bottom - page.size.height)
        tops = [*ledger.tops[:-1], reckoned.virtual_region.y, stamp.virtual_region.y]
        top = next((top for top in tops if top >= first), stamp.virtual_region.y)
        below = top + page.size.height - stamp.virtual_region.bottom
        self._set_stamp_apart(max(0, below))
        self.call_after_refresh(page.scroll_to, y=top, animate=False, force=True)

    def _set_stamp_apart(self, below: int = 0) -> None:
        self.query_one("#stamp").styles.margin = (self._gap, 1, below, 1)

    def _show_stamp(self, view: SheetView) -> None:
        stamp, shown = view.stamp, self.query_one("#stamp", Static)
        shown.set_class(stamp is None, "-empty")
        self._set_stamp_apart()
        if stamp is None:
            self.show_title("The draft")
            return
        fresh = stamp.is_of(view.draft)
        which = "forecast" if fresh else "old forecast"
        self.show_title(said("The draft", (f"  {which} (PgDn)", "$text-muted")))
        heading = f"Forecast, {when(self.rules, stamp.sitting)}"
        was = differences(self.rules, stamp.paper, view.draft)
        older = "" if fresh else f"  of an earlier draft, which had: {was}"
        is_past = not fresh and stamp.sitting != view.state.sitting
        if is_past:
            told = [("What was said of it stands in what happened.", "$text-muted")]
        else:
            # What the reckoning above says in the same words is not said again.
            known = str(self.query_one("#reckoned", Static).content) if fresh else ""
            parts = [part for part in stamp.parts if part not in known]
            told = [(part, "$text" if fresh else "$text-muted") for part in parts]
        shown.update(lines(said((heading, "bold $secondary"), (older, "bold $warning")), *told))
