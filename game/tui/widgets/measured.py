"""A text that tells when it takes another room than before."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Static


class Measured(Static):
    """Tells whoever scrolls it when its size is another."""

    class Resized(Message):
        """It takes another room than before."""

    def on_resize(self) -> None:
        """Tell it."""
        self.post_message(self.Resized())
