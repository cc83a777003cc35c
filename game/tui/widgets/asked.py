"""A line that is asked for over whatever is shown: a name, or a file."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.events import Paste
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from game.coach.visible import visible
from game.errors import AmurError
from game.tui.commands import Command, bindings
from game.tui.texts import Part, lines, plain, said
from game.tui.widgets.panel import Panel

KEYMAP = (
    Command(
        "asked-leave", "Leave", "Leaves everything as it is.", "escape", "leave", display="Esc"
    ),
)
LONGEST_ANSWER = 400
"""Cells of a sentence on what is wrong with a line; a path in it may be any length."""


class Line(Input):
    """A line of letters: what is pasted into it acts on nothing, and is one line, too."""

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(visible(" ".join(event.text.split())), *self.selection)


class Asked(ModalScreen[bool]):
    """Asks for a line until something could be done with it, or it is left."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Asked { align: center middle; }
    Asked > Panel { width: 76; max-width: 100%; background: $surface; border: round $accent; }
    Asked Input, Asked Input:focus { margin: 1 0; }
    Asked Static { height: auto; min-height: 2; }
    """

    def __init__(self, title: str, line: str, help: Part, do: Callable[[str], None]) -> None:
        """`do` does what is asked with a line; it raises `AmurError` where it cannot."""
        super().__init__()
        self._title, self._line, self._help, self._do = title, visible(line), said(help), do

    def compose(self) -> ComposeResult:
        """Yield the line, and what is said of it."""
        with Panel(title=self._title, state="Enter: done · Esc: leave"):
            yield Line(self._line, select_on_focus=False, compact=True)
            yield Static(self._help, id="said")

    @on(Input.Submitted)
    def do(self, event: Input.Submitted) -> None:
        """Do it and go, or say why it cannot be done."""
        event.stop()
        try:
            self._do(event.value)
        except AmurError as error:
            wrong = plain(str(error), LONGEST_ANSWER, "$warning")
            self.query_one("#said", Static).update(lines(self._help, wrong))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)
