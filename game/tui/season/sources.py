"""A source as it stands below what rests on it."""

from __future__ import annotations

from textual.content import Content

from game.tui.play.closed import SET_IN
from game.tui.texts import plain


def source_line(source: str) -> Content:
    """Return a source as a quiet line of its own, whole: it is told nowhere else beside this."""
    return plain(f"{SET_IN}{source}", style="$text-muted")
