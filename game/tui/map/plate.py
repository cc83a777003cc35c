"""The plate: a theatre engraved for one window and size, before anything is coloured.

A claim only recolours a plate, so it is engraved once and kept. Cells are numbered row by
row; ground codes number what a dot belongs to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from game.tui.map.glyphs import DOT_BITS
from game.tui.map.projection import Path, Placement, Point, Window, fit
from game.tui.map.raster import Dot, Grid, thin
from game.tui.map.theatre import Line, Place, Theatre

SEA, BLANK, LAKE, QING, RUSSIA, OTHER, FIRST_REGION = range(7)
"""Ground codes; the regions follow in painting order."""

REALM_CODES = {"russia-1847": RUSSIA, "korea": OTHER, "japan": OTHER}
"""Land in no realm is Qing."""

DEPTHS, RELIEFS = 13, 8
"""How many steps the sea darkens in, and the land near a range lightens in."""

BORDER_RIVERS = frozenset({"amur", "argun", "ussuri", "sungacha"})


class Weight(IntEnum):
    """How strongly a stroke claims the ink of its cell."""

    BROOK = 1
    TRIBUTARY = 2
    COAST = 3
    RIVER = 4
    AMUR = 5
    BORDER = 6


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line in cells: which of the eight dots of each cell it sets."""

    id: str
    weight: Weight
    cells: tuple[tuple[int, int], ...]
    """Cell number and braille bits, in order along the line; a cell may come again."""


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """The engraving; equal only to itself."""

    width: int
    height: int
    """In cells."""
    placement: Placement
    regions: tuple[str, ...]
    """Region ids by ground code, from `FIRST_REGION` on."""
    ground: bytes
    """The ground code of each cell as a whole."""
    mosaic: dict[int, tuple[int, int, int, int]]
    """Where a cell is of several grounds: the codes of its quarters, as in `QUADRANTS`."""
    depth: bytes
    """For each cell, 0 at the shore to `DEPTHS` far out."""
    relief: bytes
    """For each cell, 0 on a range to `RELIEFS` far from one."""
    strokes: tuple[Stroke, ...]
    """Coast and rivers, the lightest first."""
    borders: tuple[Stroke, ...]
    """Every line that a claim may draw."""
    rivers: tuple[tuple[Line, tuple[Dot, ...]], ...]
    """The rivers drawn and their dots, longest part."""
    peaks: tuple[int, ...]
    """Cells that bear a mountain mark where nothing else is."""
    places: tuple[tuple[Place, int], ...]
    """Places within the window and their cells, the greatest first."""

    def code(self, region: str) -> int:
        """The ground code of a region; raises `ValueError` for one that the theatre lacks."""
        return FIRST_REGION + self.regions.index(region)

    def cell_at(self, at_km: Point) -> tuple[int, int]:
        """The column and row of a projected point; may lie outside."""
        x, y = self.placement.dot(at_km)
        return int(x // 2), int(y // 4)

    def per_mille_near(self, river: str, at_km: Point) -> int | None:
        """How far down a river a projected point is nearest to it, as `along` counts.

        `None` where the point does not lie on the map, or the river is not drawn.
        """
        column, row = self.cell_at(at_km)
        if not (0 <= column < self.width and 0 <= row < self.height):
            return None
        x, y = self.placement.dot(at_km)
        for line, dots in self.rivers:
            if line.id == river and dots:
                far = [(dot[0] - x) ** 2 + (dot[1] - y) ** 2 for dot in dots]
                return -(-1000 * far.index(min(far)) // len(dots))
        return None

    def along(self, river: str, per_mille: int) -> tuple[int, int] | None:
        """The column and row that far down a river; `None` where it is not drawn.

        0 is where the river enters the window, 1,000 where it leaves it or ends.
        """
        for line, dots in self.rivers:
            if line.id == river and dots:
                x, y = dots[min(len(dots) - 1, len(dots) * per_mille // 1000)]
                return x // 2, y // 4
        return None


@lru_cache(maxsize=4)
def engrave(theatre: Theatre, window: Window, width: int, height: int) -> Plate:
    """Return the plate of a window at a size in cells; kept for the last four asked for."""
    grid = Grid(2 * width, 4 * height)
    placement = fit(window, grid.width, grid.height)
    scale = placement.km_per_dot
    dots = _ground(theatre, grid, placement)
    land = dots.translate(bytes(code not in (SEA, BLANK) for code in range(256)))
    ground, mosaic = _cells(dots, width, height)
    ranges = [
        [dot for part in axis.parts for dot in grid.trace(placement.dots(part))]
        for axis in theatre.ranges
    ]
    near_range = grid.mask(dot for axis in ranges for dot in axis)
    rivers = [
        (river, [thin(grid.trace(placement.dots(part))) for part in river.parts])
        for river in theatre.rivers
        if river.rank <= _least_rank(scale) or river.id in BORDER_RIVERS
    ]
    drawn = [(river, tracks) for river, tracks in rivers if any(tracks)]
    strokes = [_stroke("coast", Weight.COAST, _coast(grid, land, dots), width)]
    for river, tracks in drawn:
        is_thick = river.id == "amur" and scale < 14
        along = [dot for track in tracks for dot in (_doubled(track, grid) if is_thick else track)]
        strokes.append(_stroke(river.id, _weight(river), along, width))
    return Plate(
        width=width,
        height=height,
        placement=placement,
        regions=tuple(region.id for region in theatre.regions),
        ground=ground,
        mosaic=mosaic,
        depth=_sampled(grid.distance(land, DEPTHS, stride=2), width, height),
        relief=_sampled(grid.distance(near_range, RELIEFS), width, height),
        strokes=tuple(sorted(strokes, key=lambda stroke: stroke.weight)),
        borders=tuple(_borders(theatre, grid, placement, width)),
        rivers=tuple((river, tuple(_longest(tracks))) for river, tracks in drawn),
        peaks=tuple(_peaks(ranges, width)),
        places=tuple(_placed(theatre, placement, width, height)),
    )


def _ground(theatre: Theatre, grid: Grid, placement: Placement) -> bytes:
    def flooded(ground: bytearray, paths: Sequence[Path], code: int) -> None:
        grid.flood(ground, [placement.dots(path) for path in paths], code)

    land, owners, known = bytearray(grid.size), bytearray((QING,)) * grid.size, bytearray(grid.size)
    for rings in theatre.land:
        flooded(land, rings, 255)
    for realm in theatre.realms:
        flooded(owners, realm.rings, REALM_CODES[realm.id])
    for code, region in enumerate(theatre.regions, FIRST_REGION):
        flooded(owners, region.rings, code)
    flooded(known, (theatre.box,), 1)
    shared = int.from_bytes(land, "little") & int.from_bytes(owners, "little")
    ground = bytearray(shared.to_bytes(grid.size, "little"))
    for lake in theatre.lakes:
        if lake.rank <= 3:
            flooded(ground, lake.rings, LAKE)
    if 0 in known:
        ground = bytearray(g if k else BLANK for g, k in zip(ground, known, strict=True))
    return bytes(ground)


def _cells(
    dots: bytes, width: int, height: int
) -> tuple[bytes, dict[int, tuple[int, int, int, int]]]:
    ground = bytearray(width * height)
    mosaic: dict[int, tuple[int, int, int, int]] = {}
    across = 2 * width
    for row in range(height):
        start = 4 * row * across
        lines = [dots[start + i * across : start + (i + 1) * across] for i in range(4)]
        halves = [line[side::2] for line in lines for side in (0, 1)]
        for column, (a, b, c, d, e, f, g, h) in enumerate(zip(*halves, strict=True)):
            cell = row * width + column
            if a == b == c == d == e == f == g == h:
                ground[cell] = a
                continue
            ground[cell] = _majority((a, b, c, d, e, f, g, h))
            quarters = (_nearer(a, c), _nearer(b, d), _nearer(g, e), _nearer(h, f))
            if len(set(quarters)) > 1 or quarters[0] != ground[cell]:
                mosaic[cell] = quarters
    return bytes(ground), mosaic


def _majority(eight: tuple[int, ...]) -> int:
    # Sea has to win clearly and lakes show early, or coasts crumble and Khanka drowns.
    if eight.count(LAKE) >= 3:
        return LAKE
    if eight.count(SEA) > 4:
        return SEA
    ashore = [code for code in eight if code != SEA]
    return max(ashore, key=ashore.count)


def _nearer(outer: int, inner: int) -> int:
    return outer if outer == LAKE else inner


def _sampled(values: bytes, width: int, height: int) -> bytes:
    across = 2 * width
    return b"".join(
        values[(4 * row + 2) * across : (4 * row + 3) * across : 2] for row in range(height)
    )


def _coast(grid: Grid, land: bytes, dots: bytes) -> Iterator[Dot]:
    edge = grid.edge(land)
    if BLANK in dots:
        blank = dots.translate(bytes(code == BLANK for code in range(256)))
        beyond = grid.distance(blank, 2)
        edge = bytes(e and b == 2 for e, b in zip(edge, beyond, strict=True))
    at = edge.find(1)
    while at >= 0:
        yield at % grid.width, at // grid.width
        at = edge.find(1, at + 1)


def _longest(tracks: Sequence[list[Dot]]) -> list[Dot]:
    return max(tracks, key=len)


def _least_rank(km_per_dot: float) -> int:
    return 3 if km_per_dot < 11 else 2 if km_per_dot < 17 else 1


def _weight(river: Line) -> Weight:
    if river.id in BORDER_RIVERS:
        return Weight.AMUR
    return {1: Weight.RIVER, 2: Weight.TRIBUTARY}.get(river.rank, Weight.BROOK)


def _doubled(track: Iterable[Dot], grid: Grid) -> Iterator[Dot]:
    for x, y in track:
        yield x, y
        if y + 1 < grid.height:
            yield x, y + 1


def _borders(theatre: Theatre, grid: Grid, placement: Placement, width: int) -> Iterator[Stroke]:
    for line in theatre.lines:
        track = [dot for part in line.parts for dot in thin(grid.trace(placement.dots(part)))]
        dashes = [dot for i, dot in enumerate(track) if i % 5 < 3]
        yield _stroke(line.id, Weight.BORDER, dashes, width)


def _stroke(name: str, weight: Weight, dots: Iterable[Dot], width: int) -> Stroke:
    cells: dict[int, int] = {}
    for x, y in dots:
        cell = (y // 4) * width + x // 2
        cells[cell] = cells.get(cell, 0) | DOT_BITS[y % 4][x % 2]
    return Stroke(name, weight, tuple(cells.items()))


def _peaks(ranges: Iterable[Iterable[Dot]], width: int) -> Iterator[int]:
    for axis in ranges:
        last = (-9, -9)
        for x, y in axis:
            column, row = x // 2, y // 4
            if abs(column - last[0]) >= 2 or abs(row - last[1]) >= 1:
                last = (column, row)
                yield row * width + column


def _placed(
    theatre: Theatre, placement: Placement, width: int, height: int
) -> Iterator[tuple[Place, int]]:
    for place in sorted(theatre.places, key=lambda place: (place.rank, place.id)):
        x, y = placement.dot(place.at)
        column, row = int(x // 2), int(y // 4)
        if 0 <= column < width and 0 <= row < height:
            yield place, row * width + column
