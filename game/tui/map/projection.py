"""Where a place on the globe falls on the map: Albers' equal-area conic, on a sphere.

The parallels and the axis suit the Amur theatre; areas stay true, so that a claim is never
drawn larger than it is.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import TypeAlias

Point = tuple[float, float]
"""Degrees (longitude, latitude), kilometres (east, north) or dots (right, down)."""

Path: TypeAlias = "array[float]"
"""Points one after another, each kilometres east and then north: a seventh of what pairs take."""

RADIUS_KM = 6371.0
SOUTH_PARALLEL, NORTH_PARALLEL, AXIS = radians(44), radians(57), radians(126)
_CONE = (sin(SOUTH_PARALLEL) + sin(NORTH_PARALLEL)) / 2
_BASE = cos(SOUTH_PARALLEL) ** 2 + 2 * _CONE * sin(SOUTH_PARALLEL)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that must be seen, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a window lies on a grid of dots."""

    km_per_dot: float
    left_km: float
    top_km: float

    def dot(self, at_km: Point) -> Point:
        """Return the place of a projected point, in dots right and down; not rounded."""
        scale = self.km_per_dot
        return ((at_km[0] - self.left_km) / scale, (self.top_km - at_km[1]) / scale)

    def dots(self, path_km: Path) -> list[Point]:
        """Return the places of a projected path, in dots right and down; not rounded."""
        scale, left, top = self.km_per_dot, self.left_km, self.top_km
        east_north = iter(path_km)
        pairs = zip(east_north, east_north, strict=True)
        return [((x - left) / scale, (top - y) / scale) for x, y in pairs]


def albers(longitude: float, latitude: float) -> Point:
    """Return kilometres east of the axis and north of the cone's point; degrees in.

    >>> [round(km) for km in albers(126, 50)], round(albers(130, 50)[0])
    ([0, -5308], 284)
    """
    distance = RADIUS_KM * sqrt(max(0.0, _BASE - 2 * _CONE * sin(radians(latitude)))) / _CONE
    turn = _CONE * (radians(longitude) - AXIS)
    return (distance * sin(turn), -distance * cos(turn))


def projected(path: Sequence[Sequence[float]], step: float = 0.5) -> tuple[Point, ...]:
    """Project a path of degrees; stretches longer than `step` degrees bend with the parallels."""
    points: list[Point] = []
    before: Sequence[float] | None = None
    for corner in path:
        if before is not None:
            across, up = corner[0] - before[0], corner[1] - before[1]
            pieces = int(max(abs(across), abs(up)) / step)
            if pieces > 1:
                points += [
                    albers(before[0] + across * i / pieces, before[1] + up * i / pieces)
                    for i in range(1, pieces)
                ]
        points.append(albers(corner[0], corner[1]))
        before = corner
    return tuple(points)


def packed(points: Iterable[Point]) -> Path:
    """Return projected points as they are kept.

    >>> packed([(1, 2), (3, 4)])
    array('d', [1.0, 2.0, 3.0, 4.0])
    """
    return array("d", (along for point in points for along in point))


def fit(window: Window, width: int, height: int) -> Placement:
    """Place a window in the middle of a grid of dots, as large as it goes."""
    west, south, east, north = window.west, window.south, window.east, window.north
    edge = projected(((west, south), (east, south), (east, north), (west, north), (west, south)))
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    bottom, top = min(y for _, y in edge), max(y for _, y in edge)
    scale = max((right - left) / width, (top - bottom) / height)
    return Placement(
        km_per_dot=scale,
        left_km=(left + right - width * scale) / 2,
        top_km=(bottom + top + height * scale) / 2,
    )
