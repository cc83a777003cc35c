"""The board: what is taken, and what a letter would hide, while names are being placed."""

from collections.abc import Iterable

from game.tui.map.chart import Chart
from game.tui.map.plate import FIRST_REGION, Plate, Weight

STROKE_COST = {
    Weight.BROOK: 0.5,
    Weight.TRIBUTARY: 1.5,
    Weight.COAST: 3.0,
    Weight.RIVER: 3.0,
    Weight.AMUR: 4.0,
    Weight.BORDER: 5.0,
}
"""What it costs to hide a cell of a stroke under a letter."""

SMALL_REGION = 12
"""Cells below which a region is named beside it, not on it."""


class Board:
    """What is where while letters are being placed."""

    __slots__ = ("ground", "height", "ink", "marks", "river_codes", "rivers", "taken", "width")

    def __init__(self, plate: Plate, chart: Chart) -> None:
        self.width, self.height, self.ground = plate.width, plate.height, plate.ground
        self.taken = bytearray(self.width * self.height)
        self.marks: set[int] = set()
        """Cells in which places are marked."""
        self.ink = [0.0] * (self.width * self.height)
        self.rivers = bytearray(self.width * self.height)
        self.river_codes: dict[str, int] = {}
        lines = {name for name, _, _ in chart.lines}
        for stroke in (*plate.strokes, *(b for b in plate.borders if b.id in lines)):
            cost = STROKE_COST[stroke.weight]
            for cell, _ in stroke.cells:
                self.ink[cell] = max(self.ink[cell], cost)
            if stroke.weight not in (Weight.COAST, Weight.BORDER):
                code = self.river_codes.setdefault(stroke.id, len(self.river_codes) + 1)
                for cell, _ in stroke.cells:
                    self.rivers[cell] = code
        self._keep_small_regions_open(plate)

    def _keep_small_regions_open(self, plate: Plate) -> None:
        for code in range(FIRST_REGION, FIRST_REGION + len(plate.regions)):
            if 0 < plate.ground.count(code) < SMALL_REGION:
                for cell, owner in enumerate(plate.ground):
                    if owner == code:
                        self.ink[cell] += 5

    def is_free(self, column: int, row: int, width: int, margin: int = 1) -> bool:
        """Whether a row of letters fits here with a clear cell at either end."""
        if column < 0 or column + width > self.width or not 0 <= row < self.height:
            return False
        start = row * self.width
        left, right = max(0, column - margin), min(self.width, column + width + margin)
        return self.taken.find(1, start + left, start + right) < 0

    def mark(self, cells: Iterable[int]) -> None:
        """Keep letters off the cells in which places are marked."""
        for cell in cells:
            self.marks.add(cell)
            self.taken[cell] = 1

    def is_marked(self, first: int, last: int, row: int) -> bool:
        """Whether a place is marked in a row of cells."""
        columns = range(max(0, first), min(self.width, last + 1))
        return any(row * self.width + column in self.marks for column in columns)

    def is_clear(self, column: int, row: int) -> bool:
        """Whether nothing is taken of one cell; beyond the edge there is nothing."""
        return not 0 <= column < self.width or not self.taken[row * self.width + column]

    def cost(self, column: int, row: int, width: int) -> float:
        """What a row of letters here would hide."""
        start = row * self.width + column
        return sum(self.ink[start : start + width])

    def crowding(self, column: int, row: int, width: int) -> float:
        """What it costs to stand close to other letters in the same row."""
        return 0.0 if self.is_free(column, row, width, margin=2) else 4.0

    def strangers(self, column: int, row: int, width: int, river: str) -> int:
        """How many cells on and around a row of letters belong to other rivers."""
        own = self.river_codes.get(river, 0)
        left, right = max(0, column - 1), min(self.width, column + width + 1)
        count = 0
        for y in range(max(0, row - 1), min(self.height, row + 2)):
            near = self.rivers[y * self.width + left : y * self.width + right]
            count += len(near) - near.count(0) - near.count(own)
        return count

    def clear(self) -> None:
        """Take nothing."""
        self.taken = bytearray(len(self.taken))

    def take(self, column: int, row: int, width: int) -> None:
        """Keep later letters off these cells."""
        left, right = max(0, column), min(self.width, column + width)
        if 0 <= row < self.height and right > left:
            start = row * self.width
            self.taken[start + left : start + right] = b"\1" * (right - left)
