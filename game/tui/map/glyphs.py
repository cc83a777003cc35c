"""Every glyph of the map, with its plain ASCII twin: all are one cell wide."""

from enum import StrEnum


class Level(StrEnum):
    """How fine the glyphs may be."""

    BRAILLE = "braille"
    HALF = "half"
    ASCII = "ascii"


DOT_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a braille dot, by row and column of the cell."""

UPPER_BITS, LOWER_BITS = 0x1B, 0xE4
"""The braille dots of the upper and of the lower half of a cell."""

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Blocks by the quarters they fill: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""

UPPER_HALF, LOWER_HALF, FULL = "▀", "▄", "█"

PEAK = "^"

PLACES = {"city": ("●", "*"), "port": ("◆", "+"), "fort": ("▲", "A"), "post": ("○", "o")}
"""A place's mark by kind, and its ASCII twin."""

SPRITE = ("◆", ">")

LAKE_TEXTURE = "≈"

ASCII_SEA, ASCII_LAKE, ASCII_COAST = "~", "~", "."
ASCII_AMUR, ASCII_RIVER, ASCII_BORDER = "=", "-", "#"


def place_mark(kind: str, level: Level) -> str:
    """Return the mark of a place; an unknown kind is shown as a city.

    >>> place_mark("port", Level.BRAILLE), place_mark("port", Level.ASCII)
    ('◆', '+')
    """
    return PLACES.get(kind, PLACES["city"])[level is Level.ASCII]


def in_ascii(name: str) -> str:
    """Return a name in ASCII, as many cells wide; what has no twin becomes a question mark.

    >>> in_ascii("Tao’er")
    "Tao'er"
    """
    return name.replace("’", "'").encode("ascii", "replace").decode("ascii")
