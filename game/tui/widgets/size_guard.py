"""The card that is shown where the window is too small to play in."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from game.tui.texts import lines

LEAST = Size(80, 24)
"""Columns and rows that every screen is complete in."""


def is_too_small(size: Size) -> bool:
    """Whether a window is smaller than the game can be played in."""
    return size.width < LEAST.width or size.height < LEAST.height


class SizeGuard(Screen[None]):
    """Covers everything until the window has grown; nothing beneath it can be pressed.

    It is not modal: where colours are the terminal's own, what lies beneath would shine through.
    """

    DEFAULT_CSS = """
    SizeGuard {
        align: center middle;
        background: $background;
        & > Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    }
    """

    _leaving = False

    def compose(self) -> ComposeResult:
        """Yield the card."""
        yield Static()

    def on_mount(self) -> None:
        """Say how large the window is."""
        self._say(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Leave when the window has grown, else say how large it is now."""
        self._settle(event.size)

    def on_screen_resume(self) -> None:
        """Leave if the window has grown while something else lay on top."""
        self._settle(self.app.size)

    def _settle(self, size: Size) -> None:
        if is_too_small(size):
            self._say(size)
        elif self.is_current and not self._leaving:
            # Growing is told more than once; leaving is done once.
            self._leaving = True
            self.dismiss()

    def _say(self, size: Size) -> None:
        self.query_one(Static).update(
            lines(
                ("The map needs a larger table.", "bold $text"),
                f"This window is {size.width} by {size.height};",
                f"please make it {LEAST.width} by {LEAST.height} or more.",
                ("Ctrl+Q leaves; nothing is lost.", "$text-muted"),
            )
        )
