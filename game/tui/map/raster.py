"""Dots: filling areas, tracing lines, and whole-grid masks.

A *mask* is one byte per dot, row by row, 1 where something is and 0 elsewhere. Masks are
widened and combined as one great whole number each, which costs microseconds where a loop
over the dots would cost milliseconds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from game.tui.map.projection import Point

Dot = tuple[int, int]
"""Right and down from the upper left corner."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of dots: two a cell across, four down."""

    width: int
    height: int

    @property
    def size(self) -> int:
        """How many dots there are."""
        return self.width * self.height

    def flood(self, ground: bytearray, rings: Iterable[Sequence[Point]], code: int) -> None:
        """Write a code on every dot inside the rings, by the even-odd rule."""
        width = self.width
        for row, left, right in self._spans(rings):
            start = row * width
            ground[start + left : start + right] = bytes((code,)) * (right - left)

    def trace(self, path: Sequence[Point]) -> Iterator[Dot]:
        """Return the dots along a path in order, each once in a row, those on the grid only."""
        width, height = self.width, self.height
        seen: Dot | None = None
        for (ax, ay), (bx, by) in pairwise(path):
            if (ax < 0 and bx < 0) or (ay < 0 and by < 0):
                continue
            if (ax >= width and bx >= width) or (ay >= height and by >= height):
                continue
            steps = max(1, int(max(abs(bx - ax), abs(by - ay)) * 2))
            for i in range(steps + 1):
                dot = (floor(ax + (bx - ax) * i / steps), floor(ay + (by - ay) * i / steps))
                if dot != seen:
                    seen = dot
                    if 0 <= dot[0] < width and 0 <= dot[1] < height:
                        yield dot

    def mask(self, dots: Iterable[Dot]) -> bytes:
        """Return the mask of some dots."""
        marked = bytearray(self.size)
        for x, y in dots:
            marked[y * self.width + x] = 1
        return bytes(marked)

    def edge(self, mask: bytes) -> bytes:
        """Return the dots of a mask that touch a dot outside it; the grid's rim is no edge."""
        inside = int.from_bytes(mask, "little")
        everything = int.from_bytes(b"\1" * self.size, "little")
        return (inside & self._widened(everything ^ inside)).to_bytes(self.size, "little")

    def distance(self, mask: bytes, steps: int, stride: int = 1) -> bytes:
        """Return for each dot how many widenings the mask needs to reach it, at most `steps`."""
        reached = int.from_bytes(mask, "little")
        everything = int.from_bytes(b"\1" * self.size, "little")
        total = 0
        for _ in range(steps):
            total += everything ^ reached
            for _ in range(stride):
                reached = self._widened(reached)
        return total.to_bytes(self.size, "little")

    def _widened(self, mask: int) -> int:
        row = b"\0" + b"\1" * (self.width - 1)
        not_first = int.from_bytes(row * self.height, "little")
        everything = int.from_bytes(b"\1" * self.size, "little")
        down = 8 * self.width
        right, left = (mask << 8) & not_first, (mask & not_first) >> 8
        return (mask | right | left | (mask << down) | (mask >> down)) & everything

    def _spans(self, rings: Iterable[Sequence[Point]]) -> Iterator[tuple[int, int, int]]:
        crossings: list[list[float]] = [[] for _ in range(self.height)]
        for ring in rings:
            for (ax, ay), (bx, by) in pairwise(ring):
                if ay == by:
                    continue
                slope = (bx - ax) / (by - ay)
                low, high = (ay, by) if ay < by else (by, ay)
                for row in range(max(0, ceil(low - 0.5)), min(self.height, ceil(high - 0.5))):
                    crossings[row].append(ax + (row + 0.5 - ay) * slope)
        for row, found in enumerate(crossings):
            found.sort()
            for start, end in zip(found[::2], found[1::2], strict=False):
                left, right = max(0, ceil(start - 0.5)), min(self.width, ceil(end - 0.5))
                if right > left:
                    yield row, left, right


def thin(dots: Iterable[Dot]) -> list[Dot]:
    """Drop the elbow of every L-corner, so that slanting lines stay one dot wide.

    >>> thin([(0, 0), (1, 0), (1, 1), (2, 1)])
    [(0, 0), (1, 1), (2, 1)]
    """
    kept: list[Dot] = []
    for dot in dots:
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2:]
            is_corner = abs(ax - dot[0]) == 1 and abs(ay - dot[1]) == 1
            if is_corner and bx in (ax, dot[0]) and by in (ay, dot[1]):
                kept.pop()
        kept.append(dot)
    return kept
