"""The inks of rivers, coasts and lines: which stroke wins a cell, and in what colour."""

from typing import NamedTuple

from game.scenario.map_model import Waters
from game.tui.map.chart import Chart, LineStyle
from game.tui.map.claims import MapState
from game.tui.map.palette import Colour, Palette, mixed
from game.tui.map.plate import Plate, Weight


class Ink(NamedTuple):
    """What the strokes make of one cell."""

    bits: int
    weight: Weight
    colour: Colour | None
    is_bold: bool


def inked_strokes(plate: Plate, chart: Chart, state: MapState, palette: Palette) -> dict[int, Ink]:
    cells: dict[int, Ink] = {}
    styles = {name: style for name, _, style in chart.lines}
    waters = dict(state.waters)
    drawn = {border.id: border for border in plate.borders}
    for stroke in (*plate.strokes, *(drawn[line] for line in state.lines if line in drawn)):
        weight = stroke.weight
        is_lit = stroke.id in state.highlight
        is_bold = is_lit or (weight is Weight.BORDER and not palette.colours)
        colour: Colour | None = None
        if palette.colours:
            style = styles.get(stroke.id)
            colour = _stroke_colour(weight, style, waters.get(stroke.id), palette)
            colour = mixed(colour, palette.accent, 0.7) if is_lit else colour
        for order, (cell, bits) in enumerate(stroke.cells):
            below = cells.get(cell)
            if below is None:
                cells[cell] = Ink(bits, weight, colour, is_bold)
            elif weight is Weight.BORDER and below.weight is Weight.AMUR:
                # A line down a river shares its ink with the river, so that both can be read.
                if order % 5 < 3:
                    cells[cell] = Ink(below.bits, weight, colour, is_bold)
            elif weight is Weight.BORDER and below.weight is not Weight.BORDER:
                cells[cell] = Ink(bits, weight, colour, is_bold)
            else:
                keeps = below.weight is not Weight.BROOK and weight - below.weight <= 3
                cells[cell] = Ink(bits | below.bits if keeps else bits, weight, colour, is_bold)
    return cells


def _stroke_colour(
    weight: Weight, style: LineStyle | None, waters: Waters | None, palette: Palette
) -> Colour:
    if weight is Weight.BORDER:
        inks = {LineStyle.STANDING: palette.standing, LineStyle.OPEN: palette.open}
        return inks.get(style or LineStyle.PROPOSED, palette.proposed)
    if waters is Waters.CLOSED:
        return palette.closed
    if waters is Waters.ALL_FLAGS:
        return palette.all_flags
    if waters is Waters.TWO_FLAGS or weight is Weight.AMUR:
        return palette.amur
    if weight is Weight.COAST:
        return palette.coast
    return palette.river if weight is Weight.RIVER else palette.brook
