"""A share as a bar of eighths of a cell, beside the number that it shows."""

from __future__ import annotations

from game.tui.map.glyphs import Level

EIGHTHS = " ▏▎▍▌▋▊▉█"
"""A cell by how many eighths of it are filled."""
FULL = "#"
"""A full cell in ASCII."""


def bar(share: int, cells: int, level: Level = Level.BRAILLE) -> str:
    """Return a share of a hundred as a bar in so many cells; what is not filled is blank.

    >>> bar(100, 4), bar(50, 4), bar(3, 4), bar(0, 4)
    ('████', '██  ', '▏   ', '    ')
    >>> bar(50, 4, Level.ASCII)
    '##  '
    """
    share = min(100, max(0, share))
    if level is Level.ASCII:
        return (FULL * ((share * cells + 50) // 100)).ljust(cells)
    eighths = (share * cells * 8 + 50) // 100
    full, rest = divmod(eighths, 8)
    return (EIGHTHS[-1] * full + (EIGHTHS[rest] if rest else "")).ljust(cells)
