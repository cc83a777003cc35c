"""A quiet picture of the river for the title: a few lines on no map, drawn in any window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.map.glyphs import DOT_BITS, LOWER_BITS, QUADRANTS, UPPER_BITS, Level
from game.tui.map.raster import Grid
from game.tui.texts import said

Line = tuple[tuple[float, float], ...]
"""Degrees east and north along a line."""
Place = tuple[str, float, float]


def _line(text: str) -> Line:
    points = (pair.split(",") for pair in text.split())
    return tuple((float(east), float(north)) for east, north in points)


AMUR = _line(
    "121.5,53.3 123.6,53.6 124.9,53.1 125.6,53.1 125.6,52.9 126.1,52.8 126.0,52.6 126.6,52.1"
    " 126.4,52.0 126.9,51.4 126.8,51.3 127.0,51.3 126.9,51.1 127.3,50.8 127.3,50.3 127.6,50.2"
    " 127.5,49.8 128.1,49.5 128.7,49.6 129.1,49.4 129.5,49.4 130.2,48.9 130.7,48.9 130.5,48.6"
    " 130.8,48.3 130.7,48.1 131.0,47.7 131.6,47.7 132.5,47.7 133.1,48.1 135.0,48.4 135.2,48.7"
    " 136.2,49.0 136.4,49.4 136.9,49.6 136.8,49.9 137.2,50.6 137.9,50.7 138.9,51.4 139.4,51.4"
    " 140.2,51.8 140.4,52.4 139.7,53.0 139.9,53.2 140.7,53.1"
)
RIVERS = tuple(
    map(
        _line,
        (
            "117.9,49.5 119.3,50.1 119.1,50.4 120.1,51.7 120.7,52.0 120.7,52.5 120.0,52.8"
            " 121.5,53.3",
            "115.8,51.7 118.5,52.4 119.8,53.4 121.5,53.3",
            "124.7,45.5 125.8,45.5 127.0,46.0 129.1,45.9 130.0,46.8 130.8,47.2 132.0,47.3"
            " 132.5,47.7",
            "134.3,43.6 133.8,43.8 134.1,44.6 133.6,44.8 133.4,45.5 134.2,47.3 134.8,47.7"
            " 134.6,48.0 135.0,48.5",
            "130.7,55.6 130.4,55.3 130.7,54.9 130.5,54.7 127.9,54.6 127.9,54.2 126.9,53.4"
            " 128.9,51.7 127.9,51.1 127.6,50.2",
            "134.4,52.4 134.3,51.6 133.1,51.6 132.3,50.9 130.3,50.3 129.5,49.4",
            "126.0,51.0 125.2,50.0 125.2,49.2 124.9,49.2 124.5,48.1 123.5,46.8 123.8,46.7"
            " 124.0,45.8 124.7,45.5",
        ),
    )
)
"""Argun, Shilka, Sungari, Ussuri, Zeya, Bureya and Nonni."""
COASTS = tuple(
    map(
        _line,
        (
            "137.4,55.9 135.5,55.1 135.2,54.7 136.8,54.6 136.8,53.8 137.7,54.3 137.3,53.5"
            " 138.6,54.0 138.4,53.5 138.6,54.3 139.8,54.3 141.4,53.3 140.7,53.1 141.3,52.9"
            " 141.1,52.4 141.6,52.2 140.7,51.3 140.4,50.5 140.7,50.1 140.6,49.6 140.2,48.5"
            " 139.3,47.8 138.0,46.2 135.8,44.4 135.1,43.5 133.2,42.7 132.3,42.8 132.3,43.3"
            " 131.9,43.1 131.8,43.3 131.2,42.6 130.7,42.7 130.4,42.2",
            "142.9,53.9 143.4,52.9 143.1,52.3 143.2,51.5 144.4,49.1 143.3,49.4 143.0,49.1"
            " 142.5,48.0 143.5,46.8 143.4,46.0 143.4,46.6 142.7,46.7 142.1,45.9 141.8,46.5"
            " 142.2,48.0 141.9,48.8 142.3,51.1 141.6,51.9 141.9,53.0 142.7,53.5 142.3,54.3"
            " 142.7,54.4 142.9,53.9",
        ),
    )
)
PLACES: tuple[Place, ...] = (
    ("Nerchinsk", 116.6, 52.0),
    ("Aigun", 127.5, 50.0),
    ("Nikolaevsk", 140.7, 53.1),
)

WEST, EAST, SOUTH, NORTH = 114.0, 145.0, 42.2, 56.0
SQUEEZE = 0.64
"""How much shorter a degree east is than a degree north on the river."""
LAND, COAST, RIVER, MAIN, TOWN = range(5)
INKS = ("", "$text-disabled", "$map-river", "bold $map-amur", "$secondary")
IN_ASCII = " .-="


class River(Widget):
    """Shows the river from its sources to the sea."""

    def __init__(self, level: Level, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.level = level
        self._drawn: tuple[Size, Content] | None = None

    def show_level(self, level: Level) -> None:
        """Draw with other glyphs."""
        self.level, self._drawn = level, None
        self.refresh()

    def render(self) -> RenderResult:
        """Return the picture for the window as it is."""
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = self.size, picture(self.size, self.level)
        return self._drawn[1]


def picture(size: Size, level: Level = Level.BRAILLE) -> Content:
    """Return the river in so many cells.

    >>> picture(Size(20, 6), Level.ASCII).plain.isascii()
    True
    """
    width, height = size
    if width < 2 or height < 2:
        return Content()
    cells = list(_cells(size, level))
    rows = (cells[at : at + width] for at in range(0, len(cells), width))
    return Content("\n").join(map(_row, rows))


def _row(cells: list[tuple[str, int]]) -> Content:
    runs = groupby(cells, key=lambda cell: cell[1])
    return said(*(("".join(glyph for glyph, _ in run), INKS[ink]) for ink, run in runs))


def _cells(size: Size, level: Level) -> Iterator[tuple[str, int]]:
    """Yield the glyph and the ink of every cell, row by row."""
    width, height = size
    grid = Grid(2 * width, 4 * height)
    scale = min(grid.width / (SQUEEZE * (EAST - WEST)), grid.height / (NORTH - SOUTH))
    left = (grid.width - scale * SQUEEZE * (EAST - WEST)) / 2
    top = (grid.height - scale * (NORTH - SOUTH)) / 2

    def at(east: float, north: float) -> tuple[float, float]:
        return left + (east - WEST) * SQUEEZE * scale, top + (NORTH - north) * scale

    bits, inks = [0] * (width * height), [LAND] * (width * height)
    for ink, drawn in ((COAST, COASTS), (RIVER, RIVERS), (MAIN, (AMUR,))):
        for line in drawn:
            for x, y in grid.trace([at(*point) for point in line]):
                cell = y // 4 * width + x // 2
                bits[cell] |= DOT_BITS[y % 4][x % 2]
                inks[cell] = ink
    glyphs = [_glyph(*cell, level) for cell in zip(bits, inks, strict=True)]
    for name, east, north in PLACES:
        across, down = at(east, north)
        mark = "o" if level is Level.ASCII else "●"
        word = f"{mark} {name} "
        column = int(across) // 2
        if column + len(word) > width:
            word, column = f" {name} {mark}", column - len(name) - 2
        start = min(int(down) // 4, height - 1) * width + max(0, column)
        glyphs[start : start + len(word)] = word
        inks[start : start + len(word)] = [TOWN] * len(word)
    return zip(glyphs, inks, strict=True)


def _glyph(bits: int, ink: int, level: Level) -> str:
    if level is Level.ASCII:
        return IN_ASCII[ink]
    if level is Level.BRAILLE or not bits:
        return chr(0x2800 + bits) if bits else " "
    left = 0x47
    upper, lower = bits & UPPER_BITS, bits & LOWER_BITS
    quarters = (upper & left, upper & ~left, lower & left, lower & ~left)
    return QUADRANTS[sum(1 << n for n, quarter in enumerate(quarters) if quarter)]
