"""The ground of every cell under a claim: colours, or textures where there are none."""

from game.scenario.map_model import Holder
from game.tui.map.claims import HOLDER_TEXTURES, MapState
from game.tui.map.glyphs import ASCII_LAKE, ASCII_SEA, LAKE_TEXTURE, Level
from game.tui.map.palette import Colour, Look, Palette, mixed
from game.tui.map.plate import (
    BLANK,
    DEPTHS,
    FIRST_REGION,
    LAKE,
    OTHER,
    QING,
    RELIEFS,
    RUSSIA,
    SEA,
    Plate,
)


class Ground:
    """The ground of every cell under a claim: colours, or textures where there are none."""

    __slots__ = ("behind", "blanks", "holders", "level", "palette", "plate", "shades")

    def __init__(self, plate: Plate, state: MapState, palette: Palette, level: Level) -> None:
        self.plate, self.palette, self.level = plate, palette, level
        holders = dict(state.holders)
        self.holders = [holders.get(region, Holder.UNDEFINED) for region in plate.regions]
        fixed = {SEA: palette.shoal, BLANK: palette.blank, LAKE: palette.lake}
        fixed |= {QING: palette.qing, RUSSIA: palette.russia, OTHER: palette.other}
        self.shades: list[tuple[list[Colour], list[Colour]]] = []
        for code in range(FIRST_REGION):
            shades = self._land(fixed[code]) if code >= QING else [fixed[code]] * (RELIEFS + 1)
            self.shades.append((shades, shades))
        slopes = [1 - (1 - step / DEPTHS) ** 2 for step in range(DEPTHS + 1)]
        sea = [mixed(palette.shoal, palette.deep, slope) for slope in slopes]
        self.shades[SEA] = (sea, sea)
        for region, holder in zip(plate.regions, self.holders, strict=True):
            glow = 0.13 if region in state.highlight else 0.0
            one, other = (
                self._land(mixed(tint, palette.accent, glow)) for tint in _grounds(palette, holder)
            )
            self.shades.append((one, other))
        self.behind = [self.colour(cell, code) for cell, code in enumerate(plate.ground)]
        """The colour of the ground that fills most of each cell."""
        self.blanks = {colour: Look(None, colour) for colour in self.behind}

    def colour(self, cell: int, code: int) -> Colour | None:
        """The colour of a ground at a cell; `None` where colours are not used."""
        if not self.palette.colours:
            return None
        if code == SEA:
            return self.shades[SEA][0][self.plate.depth[cell]]
        phase = self._phase(cell, code) if code >= FIRST_REGION else 0
        return self.shades[code][phase][self.plate.relief[cell]]

    def texture(self, cell: int) -> str:
        """What fills a cell where nothing is drawn: a blank, unless there are no colours."""
        code = self.plate.ground[cell]
        is_ascii = self.level is Level.ASCII
        if self.palette.colours and not is_ascii:
            return " "
        row, column = divmod(cell, self.plate.width)
        if is_ascii and code == LAKE:
            return ASCII_LAKE
        if code == SEA:
            sea = ASCII_SEA if is_ascii else "~"
            return sea if (column + 3 * row) % 6 == 0 else " "
        if not self.palette.colours and code == LAKE:
            return LAKE_TEXTURE
        if not self.palette.colours and code >= FIRST_REGION:
            holder = self.holders[code - FIRST_REGION]
            mark = HOLDER_TEXTURES[holder][is_ascii]
            return mark if self._phase(cell, code) or holder is Holder.RUSSIA else " "
        return " "

    def _phase(self, cell: int, code: int) -> int:
        holder = self.holders[code - FIRST_REGION]
        row, column = divmod(cell, self.plate.width)
        if holder is Holder.LENT:
            return row & 1
        if holder is Holder.UNDEFINED:
            return int((column + 2 * row) % 4 == 0)
        return int((column + 2 * row) % 4 < 2)

    def _land(self, tint: Colour) -> list[Colour]:
        relief = self.palette.relief
        return [mixed(tint, relief, 0.2 * (1 - step / RELIEFS)) for step in range(RELIEFS + 1)]


def _grounds(palette: Palette, holder: Holder) -> tuple[Colour, Colour]:
    """Return the two grounds that alternate over a land; twice the same where it is one."""
    qing, russia = palette.held_by_qing, palette.held_by_russia
    match holder:
        case Holder.QING:
            return qing, qing
        case Holder.RUSSIA:
            return russia, russia
        case Holder.COMMON:
            return mixed(qing, russia, 0.15), mixed(qing, russia, 0.75)
        case Holder.LENT:
            return mixed(qing, russia, 0.35), mixed(qing, russia, 0.75)
        case Holder.UNDEFINED:
            return palette.undefined, mixed(palette.undefined, palette.relief, 0.12)
