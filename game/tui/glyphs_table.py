"""The marks of the screens beside their plain ASCII twins; each is one cell wide.

>>> glyph("agreed", Level.BRAILLE), glyph("agreed", Level.ASCII)
('●', '@')
>>> in_level(Content("● the map"), Level.ASCII).plain
'@ the map'
"""

from __future__ import annotations

from textual.content import Content

from game.tui.map.glyphs import Level

GLYPHS = {
    "agreed": ("●", "@"),
    "offered": ("◐", "o"),
    "open": ("○", "."),
    "changed": ("▲", "^"),
    "cursor": ("▸", ">"),
    "deed": ("›", ">"),
    "bullet": ("•", "-"),
    "gone": ("−", "-"),
    "come": ("+", "+"),
    "fork": ("◆", "*"),
    "folded": ("⋯", "~"),
    "between": ("│", "|"),
    "unseen": ("◦", "'"),
    "ratified": ("◆", "*"),
    "silence": ("◇", "%"),
    "torn": ("✕", "x"),
    "unsigned": ("□", "_"),
    "branch": ("├", "+"),
    "stub": ("╴", "-"),
    "note": ("¶", "n"),
    "name": ("▼", "v"),
    "done": ("━", "="),
    "ahead": ("─", "-"),
    "tick": ("┼", "|"),
}
"""By meaning: the glyph, and what stands for it in ASCII."""
_TWINS = str.maketrans(dict(GLYPHS.values()))


def glyph(meaning: str, level: Level = Level.BRAILLE) -> str:
    """Return the glyph of a meaning; raises `KeyError` where the table has none."""
    return GLYPHS[meaning][level is Level.ASCII]


def in_level(content: Content, level: Level) -> Content:
    """Return a content with the twins of its glyphs where the level asks for them."""
    if level is not Level.ASCII:
        return content
    return Content(content.plain.translate(_TWINS), spans=list(content.spans))
