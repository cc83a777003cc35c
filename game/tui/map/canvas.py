"""The canvas: a plate, its lettering and a claim composed into rows of inked cells."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from game.scenario.map_model import Holder
from game.tui.map.chart import Chart
from game.tui.map.claims import HOLDER_LETTERS, MapState
from game.tui.map.glyphs import (
    ASCII_AMUR,
    ASCII_BORDER,
    ASCII_COAST,
    ASCII_RIVER,
    FULL,
    LOWER_BITS,
    LOWER_HALF,
    PEAK,
    QUADRANTS,
    UPPER_BITS,
    UPPER_HALF,
    Level,
    in_ascii,
    place_mark,
)
from game.tui.map.ground import Ground
from game.tui.map.inks import Ink, inked_strokes
from game.tui.map.label import Label, LabelKind
from game.tui.map.labels import lettering
from game.tui.map.palette import Colour, Look, Palette, mixed
from game.tui.map.plate import FIRST_REGION, QING, RUSSIA, Plate, Weight


class Run(NamedTuple):
    """Neighbouring cells of one row that look alike; every character is one cell."""

    text: str
    look: Look


Row = tuple[Run, ...]
Cell = tuple[str, Look]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sprite, wake or cursor laid over a finished frame."""

    column: int
    row: int
    glyph: str
    ink: Colour | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A finished map."""

    rows: tuple[Row, ...]
    left_off: tuple[str, ...]
    """Names that found no room, for the side pane."""

    @property
    def text(self) -> str:
        """The letters and glyphs alone, one line a row."""
        return "\n".join("".join(run.text for run in row) for row in self.rows)


@lru_cache(maxsize=6)
def draw(plate: Plate, chart: Chart, state: MapState, palette: Palette, level: Level) -> Frame:
    """Return the frame of a claim; the last six are kept."""
    letters = lettering(plate, chart, state)
    strokes = inked_strokes(plate, chart, state, palette)
    ground = Ground(plate, state, palette, level)
    cells = _drawn(plate, ground, strokes, palette, level)
    width = plate.width
    lettered = {cell for label in letters.labels for cell in _around(label, width)}
    marked = {cell for _, cell in letters.marked}
    _add_peaks(cells, plate, ground, lettered.union(strokes, marked), palette)
    if palette.letters:
        _add_letters(cells, plate, ground, lettered.union(strokes))
    if not palette.colours:
        for cell in lettered.difference(strokes).intersection(range(len(cells))):
            cells[cell] = (" ", cells[cell][1])
    for cell in _cleared(letters.labels, strokes, width) - marked:
        cells[cell] = (" ", ground.blanks[ground.behind[cell]])
    for label in letters.labels:
        ink = _label_ink(label.kind, label.subject, state, palette)
        is_bold = label.kind in (LabelKind.CAPITAL, LabelKind.TRACT)
        is_italic = label.kind in (LabelKind.RIVER, LabelKind.SEA)
        text = label.text if level is not Level.ASCII else in_ascii(label.text)
        for column, letter in enumerate(text, label.column):
            if letter != " " and column < width:
                cell = label.row * width + column
                cells[cell] = (letter, Look(ink, ground.behind[cell], is_bold, is_italic))
    for place, cell in letters.marked:
        is_lit = place.id in state.highlight or place.id in chart.first[:1]
        ink = palette.accent if is_lit else palette.place
        look = Look(ink if palette.colours else None, ground.behind[cell], True)
        cells[cell] = (place_mark(place.kind, level), look)
    rows = (cells[start : start + width] for start in range(0, len(cells), width))
    return Frame(tuple(_once(map(_runs, rows))), letters.left_off)


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows in which runs that are alike are one: most stand in a map more than once."""
    known: dict[Run, Run] = {}
    for row in rows:
        yield tuple(known.setdefault(run, run) for run in row)


def _around(label: Label, width: int) -> Iterator[int]:
    """Yield the cells of a label, and one at either end of it."""
    start = label.row * width
    first, after = max(0, label.column - 1), min(width, label.column + len(label.text) + 1)
    yield from range(start + first, start + after)


def _cleared(labels: Iterable[Label], strokes: dict[int, Ink], width: int) -> set[int]:
    """Return the cells of names, also between letters, and those of faint strokes beside them."""
    cleared: set[int] = set()
    for label in labels:
        begun = len(label.text) - len(label.text.lstrip())
        first = label.row * width + label.column + begun
        after = first + len(label.text.strip())
        cleared.update(range(first, after))
        for beside in (first - 1, after):
            ink = strokes.get(beside)
            is_in_row = beside // width == label.row
            if is_in_row and ink is not None and ink.weight < Weight.AMUR:
                cleared.add(beside)
    return cleared


def overlaid(row: Row, marks: Iterable[Mark]) -> Row:
    """Return the row with marks laid over it, each keeping the ground below it."""
    cells = [(character, run.look) for run in row for character in run.text]
    for mark in marks:
        if 0 <= mark.column < len(cells):
            cells[mark.column] = (
                mark.glyph,
                Look(mark.ink, cells[mark.column][1].ground, is_bold=True),
            )
    return _runs(cells)


def _runs(cells: Sequence[Cell]) -> Row:
    return tuple(
        Run("".join(map(itemgetter(0), group)), look)
        for look, group in groupby(cells, key=itemgetter(1))
    )


def _drawn(
    plate: Plate, ground: Ground, strokes: dict[int, Ink], palette: Palette, level: Level
) -> list[Cell]:
    cells: list[Cell] = []
    for cell in range(plate.width * plate.height):
        ink = strokes.get(cell)
        if level is Level.HALF:
            cells.append(_half_cell(cell, plate, ground, ink))
        elif ink is not None and level is Level.BRAILLE:
            look = Look(ink.colour, ground.behind[cell], ink.is_bold)
            cells.append((chr(0x2800 + ink.bits), look))
        elif ink is not None and ink.weight is not Weight.BROOK:
            cells.append((_ascii_stroke(ink), Look(ink.colour, ground.behind[cell], ink.is_bold)))
        elif palette.colours and level is Level.BRAILLE and cell in plate.mosaic:
            cells.append(_mosaic_cell(cell, plate.mosaic[cell], ground))
        else:
            cells.append(_open_cell(cell, ground))
    return cells


def _open_cell(cell: int, ground: Ground) -> Cell:
    texture = ground.texture(cell)
    if texture == " " or not ground.palette.colours:
        return texture, ground.blanks[ground.behind[cell]]
    return texture, Look(ground.palette.sea_name, ground.behind[cell])


def _ascii_stroke(ink: Ink) -> str:
    strokes = {
        Weight.BORDER: ASCII_BORDER,
        Weight.AMUR: ASCII_AMUR,
        Weight.COAST: ASCII_COAST,
    }
    return strokes.get(ink.weight, ASCII_RIVER)


def _mosaic_cell(cell: int, quarters: tuple[int, int, int, int], ground: Ground) -> Cell:
    tints = [ground.colour(cell, code) for code in quarters]
    ranked = sorted(set(tints), key=lambda tint: (-tints.count(tint), tint or (0, 0, 0)))
    if len(ranked) == 1:
        return " ", Look(None, ranked[0])
    filled = sum(1 << i for i, tint in enumerate(tints) if tint == ranked[1])
    return QUADRANTS[filled], Look(ranked[1], ranked[0])


def _half_cell(cell: int, plate: Plate, ground: Ground, ink: Ink | None) -> Cell:
    quarters = plate.mosaic.get(cell) or (plate.ground[cell],) * 4
    upper, lower = ground.colour(cell, quarters[0]), ground.colour(cell, quarters[3])
    is_drawn = ink is not None and ink.weight not in (Weight.BROOK, Weight.COAST)
    bits = ink.bits if ink is not None and (is_drawn or not ground.palette.colours) else 0
    is_upper, is_lower = bool(bits & UPPER_BITS), bool(bits & LOWER_BITS)
    if ink is not None and is_upper and is_lower:
        return FULL, Look(ink.colour, upper, ink.is_bold)
    if ink is not None and is_upper:
        return UPPER_HALF, Look(ink.colour, lower, ink.is_bold)
    if ink is not None and is_lower:
        return LOWER_HALF, Look(ink.colour, upper, ink.is_bold)
    if upper != lower:
        return UPPER_HALF, Look(upper, lower)
    return _open_cell(cell, ground)


def _add_peaks(
    cells: list[Cell], plate: Plate, ground: Ground, taken: Set[int], palette: Palette
) -> None:
    for cell in plate.peaks:
        if cell not in taken and cell not in plate.mosaic and plate.ground[cell] >= QING:
            back = ground.behind[cell]
            ink = mixed(back, palette.range, 0.65) if back is not None else None
            cells[cell] = (PEAK, Look(ink, back))


def _add_letters(cells: list[Cell], plate: Plate, ground: Ground, taken: Set[int]) -> None:
    hearts = _hearts(plate)
    palette = ground.palette
    for cell in range(len(cells)):
        row, column = divmod(cell, plate.width)
        is_due = row % 3 == 1 and (column + 4 * (row // 3 % 2)) % 8 == 4
        if not (is_due or cell in hearts) or cell in taken:
            continue
        code = plate.ground[cell]
        holder = {QING: Holder.QING, RUSSIA: Holder.RUSSIA}.get(code)
        if code >= FIRST_REGION:
            holder = ground.holders[code - FIRST_REGION]
        if holder is not None:
            ink = palette.realm_name if palette.colours else None
            cells[cell] = (HOLDER_LETTERS[holder], Look(ink, ground.behind[cell]))


def _hearts(plate: Plate) -> set[int]:
    """Return one cell in the middle of each region, so that the smallest has its letter."""
    members: dict[int, list[int]] = {}
    for cell, code in enumerate(plate.ground):
        if code >= FIRST_REGION:
            members.setdefault(code, []).append(cell)
    return {cells[len(cells) // 2] for cells in members.values()}


def _label_ink(kind: LabelKind, subject: str, state: MapState, palette: Palette) -> Colour | None:
    if not palette.colours:
        return None
    if subject in state.highlight:
        return palette.accent
    return {
        LabelKind.CAPITAL: palette.place,
        LabelKind.TOWN: palette.town,
        LabelKind.RIVER: palette.river_name,
        LabelKind.SEA: palette.sea_name,
        LabelKind.REALM: palette.realm_name,
        LabelKind.COUNTRY: palette.country_name,
        LabelKind.TRACT: palette.tract_name,
        LabelKind.HOLDER: palette.tract_name,
    }[kind]
