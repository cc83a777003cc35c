"""A page to read, over whatever lies beneath it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen

from game.tui.texts import Part
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose


class Reading(ModalScreen[None]):
    """Shows paragraphs until any of the leaving keys is pressed."""

    BINDINGS = [Binding("escape,q,enter", "dismiss", "Back")]
    DEFAULT_CSS = """
    Reading { align: center middle; }
    Reading > Panel { width: 80; max-width: 100%; height: 90%; background: $surface; }
    """

    def __init__(self, title: Part, *parts: Content) -> None:
        super().__init__()
        self._title = title
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Yield the page in its frame."""
        yield Panel(Prose(*self._parts), title=self._title, state="Esc: back")

    def on_mount(self) -> None:
        """Give the arrows to the text."""
        self.query_one(Prose).focus()
