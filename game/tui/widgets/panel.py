"""The one grammar of frames: what it is at the upper left, its state or key at the lower right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.tui.texts import Part, said

AROUND = 6
"""Cells that a frame has before and after its title."""


class Panel(Vertical):
    """A framed group; its frame takes the accent while something within has the focus."""

    DEFAULT_CSS = """
    Panel {
        border: round $frame;
        border-title-color: $text-muted;
        border-title-style: bold;
        border-subtitle-color: $text-muted;
        border-subtitle-align: right;
        padding: 0 1;
        height: auto;
        &:focus-within { border: round $accent; border-title-color: $accent; }
    }
    """

    def __init__(
        self,
        *children: Widget,
        title: Part = "",
        state: Part = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(*children, id=id, classes=classes)
        self._title = self._before = self._after = Content()
        self.show_title(title)
        self.show_state(state)

    def show_title(self, title: Part) -> None:
        """Say what the panel holds."""
        self._title = said(title)
        self._frame_title()

    def stand_among(self, before: Part, after: Part) -> None:
        """Have others that stand in the panel's place named before and after its title."""
        self._before, self._after = said(before), said(after)
        self._frame_title()

    def show_state(self, state: Part) -> None:
        """Say how it stands, or which key does something here."""
        self.border_subtitle = said(state)

    def on_resize(self) -> None:
        """Say of the title what there is room for."""
        self._frame_title()

    def _frame_title(self) -> None:
        """Frame the title; what stands around it is left away where only the title has room."""
        whole = said(self._before, self._title, self._after)
        is_short = 0 < self.outer_size.width < whole.cell_length + AROUND
        self.border_title = self._title if is_short else whole


class Hatch(Vertical):
    """An empty place: a faint hatch around one sentence on what to do."""

    DEFAULT_CSS = """
    Hatch {
        hatch: right $hatch;
        height: 1fr;
        align: center middle;
        & > Static {
            width: auto;
            height: auto;
            max-width: 100%;
            padding: 1 2;
            background: $background;
            color: $text-muted;
            text-align: center;
        }
    }
    """

    def __init__(self, sentence: Part, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sentence = said(sentence)

    def compose(self) -> ComposeResult:
        """Yield the sentence."""
        yield Static(self.sentence)
