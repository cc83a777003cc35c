"""Names of places: by rank, each at the best of eight anchors round its mark."""

from collections.abc import Iterator

from game.tui.map.board import Board
from game.tui.map.chart import Chart
from game.tui.map.label import Label, LabelKind
from game.tui.map.plate import Plate
from game.tui.map.theatre import Place

POST = 2
"""The rank of a place that is marked at every size, as far as its own is not higher."""

NEAR = 6
"""Cells between a mark and the name of another place in which the two are read together."""


def marked_places(plate: Plate, chart: Chart) -> Iterator[tuple[Place, int]]:
    scale = plate.placement.km_per_dot
    least = 1 if scale > 21 else 2 if scale > 11 else 3 if scale > 5 else 4
    taken: set[int] = set()
    for place, cell in sorted(
        plate.places, key=lambda item: (place_rank(item[0], chart), item[0].id)
    ):
        is_known = place.founded <= chart.year and place_rank(place, chart) <= least
        is_marked = is_known or place.id in chart.present
        if is_marked and place.id not in chart.absent and cell not in taken:
            taken.add(cell)
            yield place, cell


def place_rank(place: Place, chart: Chart) -> int:
    if place.id in chart.first:
        return 0
    return min(place.rank, POST) if place.id in chart.present else place.rank


def place_label(board: Board, place: Place, name: str, cell: int, rank: int) -> Label | None:
    column, row = cell % board.width, cell // board.width
    width = len(name)
    anchors = (
        (column + 2, row),
        (column - width - 1, row),
        (column + 1, row - 1),
        (column + 1, row + 1),
        (column - width, row - 1),
        (column - width, row + 1),
        (column - width // 2, row - 1),
        (column - width // 2, row + 1),
    )
    best: tuple[float, int, int] | None = None
    for order, (x, y) in enumerate(anchors):
        beside = 1 if y == row else 0
        if not board.is_free(x, y, width, margin=1 - beside):
            continue
        if beside and not all(map(board.is_clear, (x - 1, x + width), (y, y))):
            continue  # the mark beside it is another's, and would seem to be the one that is named
        if beside and x < column and board.is_marked(x - NEAR, x - 1, y):
            continue  # it would be read as a name of what is marked before it
        crowding = board.crowding(x, y, width) if y != row else 0.0
        candidate = (board.cost(x, y, width) + crowding + 0.7 * order, x, y)
        best = candidate if best is None or candidate < best else best
    if best is None or (rank > 0 and best[0] > 8 + width):
        return None
    _, x, y = best
    board.take(x, y, width)
    kind = LabelKind.CAPITAL if rank <= 1 else LabelKind.TOWN
    return Label(x, y, name, kind, place.id)
