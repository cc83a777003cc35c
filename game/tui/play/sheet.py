"""The draft as a sheet: its clauses, what one knows of it, and the forecast stamped on it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from game.coach.standing import when
from game.negotiation import Package
from game.rules import Rules
from game.state import State
from game.tui.keyboard import keys_now
from game.tui.play.along import Along
from game.tui.play.keys import KEYMAP
from game.tui.play.ledger import Ledger
from game.tui.play.reckoning import reckoned
from game.tui.play.stamps import Stamp
from game.tui.texts import lines, said
from game.tui.widgets.panel import Panel

CHANGE, CARRY = (
    next(command for command in KEYMAP if command.id == id) for id in ("draft", "carry-paper")
)
FRAME = 4
"""Cells that the frame needs beside what it says."""


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

    DEFAULT_CSS = """
    Sheet > VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Sheet Static { height: auto; margin: 0 1; }
    Sheet #reckoned { color: $text-muted; }
    Sheet #stamp { margin: 1 1 0 1; }
    Sheet #stamp.-empty { display: none; }
    """

    def __init__(self, rules: Rules, draft: Package, *, id: str | None = None) -> None:
        super().__init__(title="The draft", id=id)
        self.rules = rules
        self._draft = draft
        self._along = Along(0, carries=False, was_turned=False)

    def compose(self) -> ComposeResult:
        """Yield the clauses, the reckoning and the stamp."""
        with VerticalScroll(can_focus=False):
            yield Ledger(self.rules, self._draft)
            yield Static(id="reckoned")
            yield Static(id="stamp")

    def show(self, view: SheetView) -> None:
        """Show a draft in its moment."""
        self.query_one(Ledger).show(view.seat, view.state, view.draft)
        known = reckoned(self.rules, view.seat, view.state, view.draft, view.mode)
        self.query_one("#reckoned", Static).update(said(" ".join(known)))
        self._along = view.along
        self._show_foot()
        self._show_stamp(view)

    def on_resize(self) -> None:
        """Say at the foot what there is room for."""
        self._show_foot()

    def _show_foot(self) -> None:
        change, carry = (keys_now(self.app, command) for command in (CHANGE, CARRY))
        along = self._along.in_the_foot(carry)
        full = f"{change}: change it   {along}"
        self.show_state(full if len(full) + FRAME <= self.outer_size.width else along)

    def show_stamp(self) -> None:
        """Bring the stamp into view."""
        stamp = self.query_one("#stamp", Static)
        self.call_after_refresh(stamp.scroll_visible, animate=False)

    def _show_stamp(self, view: SheetView) -> None:
        stamp, shown = view.stamp, self.query_one("#stamp", Static)
        shown.set_class(stamp is None, "-empty")
        if stamp is None:
            self.show_title("The draft")
            return
        fresh = stamp.is_of(view.draft)
        where = "forecast below" if fresh else "forecast below, of an earlier draft"
        self.show_title(said("The draft", (f"  {where} (PgDn)", "$text-muted")))
        heading = f"Forecast, {when(self.rules, stamp.sitting)}"
        older = "" if fresh else "  of an earlier draft"
        shown.update(
            lines(
                said((heading, "bold $secondary"), (older, "bold $warning")),
                *((part, "$text" if fresh else "$text-muted") for part in stamp.parts),
            )
        )
