"""The curtain between two people at one terminal: while it hangs, nothing else is to be seen."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from game.tui.commands import Command, bindings
from game.tui.texts import lines

KEYMAP = (
    Command(
        "lift-curtain",
        "Lift the curtain",
        "Lays the table out for you; press it when only you can see this.",
        "enter",
        "lift",
    ),
)


class Curtain(Screen[None]):
    """Covers the table until the one whose turn it is says that only he can see it."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Curtain {
        align: center middle;
        background: $background;
        & > Static { width: auto; max-width: 90%; height: auto; text-align: center; }
    }
    """

    def __init__(self, name: str, lay_out: Callable[[], None]) -> None:
        """`lay_out` lays the table out for the next one before the curtain goes."""
        super().__init__()
        self.name_of_next = name
        self._lay_out = lay_out

    def compose(self) -> ComposeResult:
        """Yield the words on the curtain."""
        yield Static(
            lines(
                (f"Pass the keyboard to {self.name_of_next}.", "bold $secondary"),
                "",
                ("Press Enter when only you can see this.", "$text-muted"),
            )
        )

    def action_lift(self) -> None:
        """Lift the curtain from a table that is laid out anew."""
        self._lay_out()
        self.dismiss()
