"""Names of expanses: tracts and their parts, and captions across land and sea."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.scenario.map_model import Holder
from game.tui.map.board import SMALL_REGION, Board
from game.tui.map.chart import Caption, CaptionKind, Tract
from game.tui.map.claims import HOLDER_WORDS
from game.tui.map.label import Label, LabelKind
from game.tui.map.plate import FIRST_REGION, LAKE, SEA, Plate
from game.tui.map.projection import albers

NEAR = 7
"""Cells between a small region and its name at most."""
SPILL = 0.55
"""The share of a tract's name that may lie outside the tract."""


@dataclass(frozen=True, slots=True)
class Expanse:
    """A tract, or a part of one, that has one holder and wants one name."""

    subject: str
    rows: tuple[str, ...]
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Where the holder's word of an expanse is written."""

    column: int
    row: int
    width: int
    expanse: Expanse


def whole(tract: Tract) -> Expanse:
    """Return a tract as one expanse, under its own name."""
    return Expanse(tract.id, tract.rows or (tract.name.upper(),), tract.regions)


def parts(tract: Tract, plate: Plate) -> Iterator[Expanse]:
    """Return each region of a tract as an expanse; the largest bears the tract's name."""
    sizes = {region: plate.ground.count(plate.code(region)) for region in tract.regions}
    largest = max(tract.regions, key=sizes.__getitem__)
    for region in tract.regions:
        rows = whole(tract).rows if region == largest else ()
        yield Expanse(region, rows, (region,))


def expanse_labels(
    board: Board, plate: Plate, expanse: Expanse
) -> tuple[list[Label], HolderRow | None] | None:
    """Return where an expanse is named, and below that where its holder's word stands.

    By a small one there may be room for its name alone; `None` where there is none for that.
    """
    codes = {plate.code(region) for region in expanse.regions}
    inside = plate.ground.translate(bytes(code in codes for code in range(256)))
    at = [cell for cell in range(len(inside)) if inside[cell]]
    if not at or not (expanse.rows or len(at) >= SMALL_REGION):
        return None
    middle = (
        sum(cell % plate.width for cell in at) / len(at),
        sum(cell // plate.width for cell in at) / len(at),
    )
    longest = len(max(HOLDER_WORDS.values(), key=len))
    for holder_width in (longest, len(HOLDER_WORDS[Holder.COMMON])):
        rows = (*expanse.rows, " " * holder_width)
        width = max(map(len, rows))
        found = None
        if len(at) >= SMALL_REGION:
            found = _open_ground(board, inside, middle, width, len(rows))
        if found is None and expanse.rows and len(at) < 4 * SMALL_REGION:
            found = _beside(board, inside, middle, width, len(rows))
        if found is not None:
            x, y = found
            labels = [
                Label(x + (width - len(text)) // 2, y + i, text, LabelKind.TRACT, expanse.subject)
                for i, text in enumerate(expanse.rows)
            ]
            for i in range(-1, len(rows) + 1):
                board.take(x, y + i, width)
            return labels, HolderRow(x, y + len(expanse.rows), width, expanse)
    return _named_alone(board, inside, middle, expanse)


def _named_alone(
    board: Board, inside: bytes, middle: tuple[float, float], expanse: Expanse
) -> tuple[list[Label], None] | None:
    """Return the name of a small region where it fits beside it without its holder's word."""
    if inside.count(1) >= SMALL_REGION or len(expanse.rows) != 1:
        return None
    (name,) = expanse.rows
    found = _beside(board, inside, middle, len(name), 1)
    if found is None:
        return None
    board.take(*found, len(name))
    return [Label(*found, name, LabelKind.TRACT, expanse.subject)], None


def _beside(
    board: Board, inside: bytes, middle: tuple[float, float], width: int, height: int
) -> tuple[int, int] | None:
    """Return where a block fits by a region too small to bear it: off it, on land at issue.

    It touches the region, or nearly: a name that stands apart names something else.
    """
    column, row = round(middle[0]), round(middle[1])
    own = [(cell % board.width, cell // board.width) for cell, is_in in enumerate(inside) if is_in]
    best: tuple[float, int, int] | None = None
    for y in range(max(0, row - 4), min(board.height - height, row + 4) + 1):
        for x in range(max(0, column - width - 6), min(board.width - width, column + 8) + 1):
            if _apart(own, x, y, width, height) > NEAR:
                continue
            gap = max(x - middle[0], middle[0] - x - width, 0.0)
            cost = 0.6 * gap + 1.2 * abs(y + height / 2 - middle[1])
            for at in range(y, y + height):
                begin = at * board.width + x
                undisputed = min(board.ground[begin : begin + width]) < FIRST_REGION
                if undisputed or not board.is_free(x, at, width):
                    break
                cost += board.cost(x, at, width) + 9 * inside.count(1, begin, begin + width)
            else:
                if best is None or (cost, x, y) < best:
                    best = (cost, x, y)
    return (best[1], best[2]) if best is not None and best[0] < 12 else None


def _apart(cells: list[tuple[int, int]], x: int, y: int, width: int, height: int) -> int:
    """Return the cells between a block and the nearest of some cells.

    Above or below it the rows up to its first, the name, count double, and four more.
    """
    return min(
        max(x - column, column - x - width + 1, 0)
        + (0 if y <= row < y + height else 4 + 2 * abs(y - row))
        for column, row in cells
    )


def _open_ground(
    board: Board, inside: bytes, middle: tuple[float, float], width: int, height: int
) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for y in range(board.height - height + 1):
        start = y * board.width
        if inside.find(1, start, start + board.width) < 0:
            continue
        for x in range(board.width - width + 1):
            if not inside[start + x + width // 2]:
                continue
            cost = 0.12 * abs(x + width / 2 - middle[0]) + 0.5 * abs(y + height / 2 - middle[1])
            if best is not None and cost >= best[0]:
                continue
            spilt = 0
            for row in range(y, y + height):
                begin = row * board.width + x
                outside = width - inside.count(1, begin, begin + width)
                spilt += outside
                if spilt > SPILL * width * height or not board.is_free(x, row, width):
                    break
                cost += 1.3 * board.cost(x, row, width) + 2.5 * outside
            else:
                if best is None or (cost, x, y) < best:
                    best = (cost, x, y)
    if best is None or best[0] > 10 + 2.2 * width * height:
        return None
    return best[1], best[2]


def caption_labels(board: Board, plate: Plate, caption: Caption) -> list[Label]:
    if caption.rank > 1 and plate.width * plate.height < 2000:
        return []
    gap = " " * (0 if plate.width < 50 or caption.kind is CaptionKind.COUNTRY else 1)
    rows = [gap.join(row) for row in caption.rows]
    width = max(map(len, rows))
    column, row = plate.cell_at(albers(caption.longitude, caption.latitude))
    column -= width // 2
    is_sea = caption.kind is CaptionKind.SEA
    best: tuple[float, int, int] | None = None
    for y in range(max(0, row - 4), min(board.height - len(rows), row + 4) + 1):
        for x in range(max(1, column - 9), min(board.width - width - 1, column + 9) + 1):
            if not all(board.is_free(x, y + i, width) for i in range(len(rows))):
                continue
            cost = 0.25 * abs(x - column) + 0.9 * abs(y - row)
            for i in range(len(rows)):
                begin = (y + i) * board.width + x
                water = sum(code in (SEA, LAKE) for code in board.ground[begin : begin + width])
                cost += board.cost(x, y + i, width) + 4 * (width - water if is_sea else water)
            if best is None or (cost, x, y) < best:
                best = (cost, x, y)
    if best is None or best[0] > 24:
        return []
    _, x, y = best
    kind = LabelKind[caption.kind.name]
    labels = []
    for i, text in enumerate(rows):
        board.take(x, y + i, width)
        labels.append(Label(x + (width - len(text)) // 2, y + i, text, kind, caption.rows[0]))
    return labels
