"""A source as it stands below what rests on it."""

from __future__ import annotations

from textual.content import Content

from game.tui.texts import clipped, said

LONGEST, SET_IN = 66, "    "
"""Cells of a source, and what stands before it."""


def source_line(source: str) -> Content:
    """Return a source as a quiet line of its own, in short."""
    return said((f"{SET_IN}{clipped(source, LONGEST)}", "$text-muted"))
