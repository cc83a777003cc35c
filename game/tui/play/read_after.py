"""A panel beside the story that is read on, in a wide window, once the story is at its end."""

from __future__ import annotations

from game.tui.play.widths import NARROW
from game.tui.widgets.overflowing import READ_ON, Overflowing


class ReadAfterStory(Overflowing):
    """Says at its foot that Space, which reads the story, reads this after it."""

    @property
    def reads_on(self) -> str:
        """Which keys bring more into view; in a narrow window no story stands beside it."""
        return super().reads_on if self.screen.has_class(NARROW) else READ_ON
