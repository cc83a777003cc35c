"""Names of rivers: each slides along its own course to the emptiest stretch beside it."""

from collections.abc import Iterator, Sequence

from game.tui.map.board import Board
from game.tui.map.label import Label, LabelKind
from game.tui.map.plate import SEA, Plate


def river_labels(board: Board, plate: Plate) -> Iterator[Label]:
    order = {"amur": 0, "ussuri": 1, "sungari": 2, "argun": 3, "zeya": 4}
    least = 3 if plate.placement.km_per_dot < 7 else 2
    shortest = 3 if plate.placement.km_per_dot > 12 else 2
    for river, dots in sorted(
        plate.rivers, key=lambda item: (order.get(item[0].id, 9), item[0].rank, item[0].id)
    ):
        if river.rank > least or len(dots) < max(16, shortest * 2 * len(river.name)):
            continue
        is_long = river.id == "amur" and len(dots) > 200
        half = len(dots) // 2
        for stretch in (dots[:half], dots[half:]) if is_long else (dots,):
            label = _river_label(board, river.name, river.id, stretch)
            if label is not None:
                board.take(label.column, label.row, len(label.text))
                yield label


def _river_label(
    board: Board, name: str, subject: str, dots: Sequence[tuple[int, int]]
) -> Label | None:
    width = len(name)
    best: tuple[float, int, int] | None = None
    for k in range(0, len(dots), 3):
        column, row = dots[k][0] // 2, dots[k][1] // 4
        anchors = (
            (column + 2, row),
            (column - width - 1, row),
            (column - width // 2, row - 1),
            (column - width // 2, row + 1),
            (column + 1, row + 1),
            (column - width, row + 1),
            (column + 1, row - 1),
            (column - width, row - 1),
        )
        for order, (x, y) in enumerate(anchors):
            if x < 1 or x + width >= board.width or not board.is_free(x, y, width):
                continue
            start = y * board.width + x
            if SEA in board.ground[start : start + width]:
                continue
            off_middle = 5 * abs(k / len(dots) - 0.5)
            if best is not None and off_middle >= best[0]:
                continue
            strangers = board.strangers(x, y, width, subject)
            cost = 1.6 * board.cost(x, y, width) + 0.8 * strangers + 0.15 * order + off_middle
            candidate = (cost, x, y)
            best = candidate if best is None or candidate < best else best
    if best is None or best[0] > 9:
        return None
    return Label(best[1], best[2], name, LabelKind.RIVER, subject)
