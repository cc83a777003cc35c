"""How wide a window is, as a class of the screen that the style sheets read."""

from __future__ import annotations

NARROW = "-narrow"
BREAKPOINTS = [(0, NARROW), (100, "-normal"), (140, "-wide")]


def width_class(columns: int) -> str:
    """Return the class of a screen that is so wide.

    >>> width_class(80), width_class(200)
    ('-narrow', '-wide')
    """
    return [name for least, name in BREAKPOINTS if least <= columns][-1]
