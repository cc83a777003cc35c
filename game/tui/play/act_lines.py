"""A list of lines to choose from, in whatever room it gets."""

from __future__ import annotations

from itertools import compress

from textual.geometry import Size
from textual.message import Message
from textual.widgets import OptionList

from game.tui.play.doubled import typed_at


class Lines(OptionList):
    """Keeps the line under the cursor in view when it has less room, and tells what is not.

    Its lines leave room for a scrollbar at any time: one that comes later would cover letters.
    """

    DEFAULT_CSS = """
    Lines { scrollbar-size: 0 1; scrollbar-gutter: stable; }
    """

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows of all lines beside the room for a scrollbar."""
        bar = self.styles.scrollbar_size_vertical
        return super().get_content_height(container, viewport, width - bar)

    class Moved(Message):
        """Other lines are in view."""

    selected_at = 0.0
    """When the key was typed by which a line was selected last."""

    def action_select(self) -> None:
        """Select the line under the cursor."""
        self.selected_at = typed_at()
        super().action_select()

    def on_resize(self) -> None:
        """Scroll to the cursor."""
        self.call_after_refresh(self.scroll_to_highlight)
        self.post_message(self.Moved())

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell that other lines are in view."""
        super().watch_scroll_y(old, new)
        self.post_message(self.Moved())

    def watch_virtual_size(self) -> None:
        """Tell that there are other lines."""
        self.post_message(self.Moved())

    @property
    def out_of_sight(self) -> str:
        """Where there is more than can be seen; empty where all is in view."""
        is_above, is_below = self.scroll_y > 0, self.scroll_y < self.max_scroll_y
        where = " and ".join(compress(("above", "below"), (is_above, is_below)))
        return f"more {where}" if where else ""
