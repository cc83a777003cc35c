"""Why a scenario that was changed beside the play cannot be played, over the play that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from game.scenario.faults import remedy
from game.tui.texts import Part, lines, plain, said
from game.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.files.reloading import Trouble

LONGEST = 300
"""Cells of a sentence on what is wrong, or on how it is mended."""
LONGEST_PLACE = 60
HIDES = "goes on as it was · Esc hides this"


class TroublePanel(Panel):
    """Shows the first fault: where it is, what it is and how it is mended."""

    DEFAULT_CSS = """
    TroublePanel, TroublePanel:focus-within {
        layer: above;
        dock: top;
        margin: 1 0 0 0;
        background: $surface;
        border: round $warning;
        border-title-color: $warning;
    }
    TroublePanel > Static { height: auto; }
    """

    def __init__(self, trouble: Trouble) -> None:
        fault = trouble.fault
        place = trouble.files[0] if fault is None else f"{fault.file}:{fault.line}:{fault.column}"
        super().__init__(title=plain(place, LONGEST_PLACE), state=HIDES)
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """Yield the sentence, the remedy, and how many more there are."""
        yield Static(lines(*self._lines()), id="trouble")

    def _lines(self) -> list[Part]:
        fault, more = self._trouble.fault, self._trouble.more
        if fault is None:
            return [plain(self._trouble.why, LONGEST)]
        told: list[Part] = [
            said((f"{fault.code}: ", "bold"), plain(fault.message, LONGEST)),
            said(("To mend it: ", "$text-muted"), plain(remedy(fault.hint), LONGEST)),
        ]
        if fault.file not in self._trouble.files:
            told.insert(0, plain(f"{self._trouble.what}.", LONGEST))
        if more:
            told.append(said((f"{more} more; `amur check` shows them all", "$text-muted")))
        return told

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return f"{self.border_title}\n{self.query_one('#trouble', Static).content}"
