"""What the signs above a line that is told again mean, for whoever asks."""

from __future__ import annotations

from textual.content import Content

from game.tui.glyphs_table import glyph
from game.tui.texts import lines, said

SIGNS = (
    ("agreed", "where you are on the line"),
    ("tick", "a sitting begins"),
    ("name", "a decision has a name"),
    ("note", "something was noted there; n reads it in full"),
    ("fork", "another line parts there; d goes to it"),
)
MARKS = "a decision was marked, from brilliant !! to blunder ??"


def legend() -> Content:
    """Return the signs, each with its meaning."""
    rows = (said((f"{glyph(name)}  ", "$accent"), meaning) for name, meaning in SIGNS)
    return lines(*rows, said(("! ?  ", "$accent"), MARKS))
