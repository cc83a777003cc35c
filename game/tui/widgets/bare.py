"""What shows nothing of its own but its ground, and so is painted as one row over and over.

A pane that is covered by others is painted nonetheless, and cut at their frames: with a row of its
own for each line of a large window that was three parts in five of all that was kept for painting.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip


class Bare:
    """Paints its first row for each; for what has no frame, title or hatching."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the first row, as often as there are rows."""
        first = Region(crop.x, 0, crop.width, 1)
        rows: list[Strip] = super().render_lines(first)  # type: ignore[misc]
        return rows * crop.height


class BareRow(Bare, Horizontal):
    """Holds things side by side."""


class BareColumn(Bare, Vertical):
    """Holds things one below another."""
