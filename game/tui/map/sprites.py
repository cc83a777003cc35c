"""Things that move over a finished map: a flotilla and its wake."""

from game.tui.map.canvas import Mark
from game.tui.map.glyphs import SPRITE, Level
from game.tui.map.palette import Palette, mixed
from game.tui.map.plate import Plate

WAKE = 3
"""Cells of wake behind a flotilla."""


def flotilla(
    plate: Plate, river: str, per_mille: int, palette: Palette, level: Level
) -> tuple[Mark, ...]:
    """Return the marks of a flotilla that far down a river, the wake first; empty off the map."""
    cells: list[tuple[int, int]] = []
    at = per_mille
    while at >= 0 and len(cells) <= WAKE:
        cell = plate.along(river, at)
        if cell is not None and cell not in cells:
            cells.append(cell)
        at -= 2
    marks = [
        Mark(column, row, _wake_glyph(level), _wake_ink(palette, age))
        for age, (column, row) in enumerate(cells)
        if age > 0
    ]
    ink = palette.accent if palette.colours else None
    bow = [Mark(column, row, SPRITE[level is Level.ASCII], ink) for column, row in cells[:1]]
    return (*reversed(marks), *bow)


def _wake_glyph(level: Level) -> str:
    return "·" if level is not Level.ASCII else ":"


def _wake_ink(palette: Palette, age: int) -> tuple[int, int, int] | None:
    return mixed(palette.accent, palette.lake, age / (WAKE + 1)) if palette.colours else None
