"""Lines and rings of the map: cut to the box of what a window may show, parted, and rounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, degrees."""

BOX = (104.0, 38.0, 152.0, 60.0)
"""West, south, east and north edge of what a window may show, degrees."""


def parted(
    ring: Sequence[Point], path: Sequence[Point], holds: Point
) -> tuple[list[Point], list[Point]]:
    """Part a ring along a path; the part that holds the point comes first.

    The ends of the path are moved to the nearest corner of the ring.
    """
    corners = list(ring[:-1])
    start, end = _nearest(corners, path[0]), _nearest(corners, path[-1])
    turned = corners[start:] + corners[:start]
    far = (end - start) % len(corners)
    middle = list(path[1:-1])
    one = [*turned[: far + 1], *reversed(middle), turned[0]]
    other = [*turned[far:], turned[0], *middle, turned[far]]
    return (one, other) if _holds(one, holds) else (other, one)


def _nearest(corners: Sequence[Point], to: Point) -> int:
    return min(
        range(len(corners)), key=lambda i: hypot(corners[i][0] - to[0], corners[i][1] - to[1])
    )


def _holds(ring: Sequence[Point], point: Point) -> bool:
    x, y = point
    crossings = (
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(ring)
        if (a[1] <= y) != (b[1] <= y)
    )
    return sum(crossing > x for crossing in crossings) % 2 == 1


def clipped_rings(feature: dict[str, Any]) -> list[list[Point]]:
    """Return the rings of a feature within the box, rounded; those that enclose nothing go."""
    clipped = (rounded(_clipped_ring(ring)) for ring in rings_of(feature))
    return [ring for ring in clipped if len(ring) > 3]


def rings_of(feature: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield every ring of a feature as it stands in its file."""
    geometry = feature["geometry"]
    one = geometry["type"] == "Polygon"
    for polygon in [geometry["coordinates"]] if one else geometry["coordinates"]:
        for ring in polygon:
            yield [point_of(corner) for corner in ring]


def _clipped_ring(ring: Sequence[Point]) -> list[Point]:
    """Clip a ring to the box, one edge of the box after another (Sutherland and Hodgman)."""
    corners = list(ring[:-1])
    for axis, bound, keeps_more in (
        (0, BOX[0], True),
        (1, BOX[1], True),
        (0, BOX[2], False),
        (1, BOX[3], False),
    ):
        kept: list[Point] = []
        for before, corner in zip(corners[-1:] + corners[:-1], corners, strict=True):
            was_inside = (before[axis] >= bound) == keeps_more
            is_inside = (corner[axis] >= bound) == keeps_more
            if was_inside != is_inside:
                share = (bound - before[axis]) / (corner[axis] - before[axis])
                kept.append(
                    (
                        before[0] + share * (corner[0] - before[0]),
                        before[1] + share * (corner[1] - before[1]),
                    )
                )
            if is_inside:
                kept.append(corner)
        corners = kept
    return [*corners, corners[0]] if corners else []


def clipped_parts(path: Sequence[Sequence[float]]) -> Iterator[list[Point]]:
    """Yield the parts of a path that lie in the box, rounded; single points go."""
    west, south, east, north = BOX
    part: list[Point] = []
    for point in map(point_of, path):
        if west <= point[0] <= east and south <= point[1] <= north:
            part.append(point)
        elif part:
            yield from _long_enough(part)
            part = []
    yield from _long_enough(part)


def _long_enough(part: Sequence[Point]) -> Iterator[list[Point]]:
    path = rounded(part)
    if len(path) > 1:
        yield path


def rounded(path: Iterable[Point]) -> list[Point]:
    """Return a path to two decimals, about 1 km; points that fall together are one."""
    points: list[Point] = []
    for x, y in path:
        point = (round(x, 2), round(y, 2))
        if not points or points[-1] != point:
            points.append(point)
    return points


def point_of(pair: Sequence[float]) -> Point:
    """Return a pair of a file as a point."""
    return (pair[0], pair[1])
