"""A list that stands beside a text."""

from __future__ import annotations

from textual.widgets import OptionList

from game.tui.widgets.prose import Prose


class ListBeside(OptionList):
    """At its ends the arrows go on through the text, as far as there is any."""

    def __init__(self, text: Prose, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = text

    def action_cursor_down(self) -> None:
        """Go a line down, in the list or below its last in the text."""
        is_at_end = self.highlighted in (None, self.option_count - 1)
        if is_at_end and self._text.scroll_y < self._text.max_scroll_y:
            self._text.scroll_down(animate=False)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go a line up, in the list or above its first in the text."""
        if self.highlighted in (None, 0) and self._text.scroll_y > 0:
            self._text.scroll_up(animate=False)
        else:
            super().action_cursor_up()
