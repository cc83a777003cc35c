"""Every glyph of the screens beside its plain ASCII twin; each is one cell wide.

>>> glyph("agreed", Level.BRAILLE), glyph("agreed", Level.ASCII)
('●', '@')
"""

from __future__ import annotations

from game.tui.map.glyphs import Level

GLYPHS = {
    "agreed": ("●", "@"),
    "offered": ("◐", "o"),
    "open": ("○", "."),
    "refused": ("✕", "x"),
    "more": ("▲", "^"),
    "less": ("▼", "v"),
    "cursor": ("▸", ">"),
    "before": ("◂", "<"),
    "after": ("▸", ">"),
    "bullet": ("•", "-"),
    "rule": ("─", "-"),
    "bar": ("█", "#"),
    "bar-empty": ("░", "."),
    "branch": ("├", "|"),
    "last-branch": ("└", "`"),
    "here": ("◆", "*"),
    "tick": ("✓", "x"),
    "seal": ("◉", "@"),
}
"""By meaning: the glyph, and what stands for it in ASCII."""


def glyph(meaning: str, level: Level = Level.BRAILLE) -> str:
    """Return the glyph of a meaning; raises `KeyError` where the table has none."""
    return GLYPHS[meaning][level is Level.ASCII]
