"""The theatre: the shared geography, projected once, ready for any window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.tui.map.projection import Path, Point, albers, packed, projected


@dataclass(frozen=True, slots=True)
class Area:
    """A region, realm or lake; rings in kilometres."""

    id: str
    name: str
    rank: int
    """1 is the greatest."""
    rings: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A river (from its head down), border or range; parts in kilometres."""

    id: str
    name: str
    rank: int
    """1 is the greatest."""
    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A town, port, fort or post; its place in kilometres."""

    id: str
    name: str
    at: Point
    kind: str
    rank: int
    """1 is the greatest."""
    founded: int
    """Year; 0 where it is not known and long ago."""


@dataclass(frozen=True, slots=True, eq=False)
class Theatre:
    """Everything that may be drawn; equal only to itself, so that plates can be kept by it."""

    box: Path
    """The edge of what is known; beyond it the paper is blank."""
    land: tuple[tuple[Path, ...], ...]
    lakes: tuple[Area, ...]
    rivers: tuple[Line, ...]
    realms: tuple[Area, ...]
    regions: tuple[Area, ...]
    """In painting order: a later one lies on top."""
    lines: tuple[Line, ...]
    ranges: tuple[Line, ...]
    places: tuple[Place, ...]


def theatre_from(data: Mapping[str, Any]) -> Theatre:
    """Return the theatre of a parsed `theatre.json`; about 7,000 points are projected."""
    west, south, east, north = data["box"]
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Theatre(
        box=packed(projected(corners)),
        land=tuple(_paths(land["rings"]) for land in data["land"]),
        lakes=_areas(data["lakes"]),
        rivers=_lines(data["rivers"]),
        realms=_areas(data["realms"]),
        regions=_areas(data["regions"]),
        lines=_lines(data["lines"]),
        ranges=_lines(data["ranges"]),
        places=tuple(
            Place(p["id"], p["name"], albers(*p["at"]), p["kind"], p["rank"], p["founded"])
            for p in data["places"]
        ),
    )


def _areas(items: Iterable[Mapping[str, Any]]) -> tuple[Area, ...]:
    return tuple(Area(a["id"], a["name"], a["rank"], _paths(a["rings"])) for a in items)


def _lines(items: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line(n["id"], n["name"], n["rank"], _paths(n["parts"])) for n in items)


def _paths(parts: Sequence[Sequence[Sequence[float]]]) -> tuple[Path, ...]:
    return tuple(packed(projected(part)) for part in parts)
