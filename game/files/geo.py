"""The theatre: the shared map's geography, cut, clipped and rounded for quick loading.

`theatre.json` is made from the GeoJSON and CSV files beside it and from nothing else; a test
makes it again and compares. Coordinates are degrees, [longitude, latitude], two decimals
(about 1 km). To make it anew: `python -m game.files.geo scenarios/shared-map`.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, degrees."""

BOX = (104.0, 38.0, 152.0, 60.0)
"""West, south, east and north edge of what a window may show, degrees."""


def read_theatre(folder: Path) -> dict[str, Any]:
    """Return the pre-digested geography of a shared map folder, as plain data."""
    text = (folder / "theatre.json").read_text(encoding="utf-8")
    theatre: dict[str, Any] = json.loads(text)
    return theatre


def write_theatre(folder: Path) -> None:
    """Make `theatre.json` anew from the files beside it."""
    target = folder / "theatre.json"
    fresh = target.with_suffix(".new")
    fresh.write_text(digest(folder), encoding="utf-8", newline="\n")
    fresh.replace(target)


def digest(folder: Path) -> str:
    """Return the text of `theatre.json` that the files of the folder call for.

    One feature a line, so that a changed river is a changed line.
    """
    features = _features(folder, "amur.geojson")
    borders = _features(folder, "borders.geojson")
    cuts = _features(folder, "cuts.geojson")
    groups: dict[str, list[dict[str, Any]]] = {
        "land": [
            {"rings": rings} for f in _of_kind(features, "land") if (rings := _clipped_rings(f))
        ],
        "lakes": list(_areas(_of_kind(features, "lake"))),
        "rivers": _rivers(_of_kind(features, "river")),
        "realms": list(_areas(_of_kind(borders, "realm"))),
        "regions": _regions(_of_kind(borders, "region"), _of_kind(cuts, "cut")),
        "lines": list(_lines([*_of_kind(borders, "border"), *cuts])),
        "ranges": list(_lines(_features(folder, "ranges.geojson"))),
        "places": list(_places(folder / "places.csv")),
    }
    body = ",\n".join(
        f"{json.dumps(group)}: [\n" + ",\n".join(_compact(item) for item in items) + "\n]"
        for group, items in groups.items()
    )
    return "{\n" + f'"box": {_compact(BOX)},\n{body}' + "\n}\n"


def _features(folder: Path, name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((folder / name).read_text(encoding="utf-8"))[
        "features"
    ]
    return features


def _of_kind(features: Iterable[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [feature for feature in features if feature["properties"]["kind"] == kind]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _areas(features: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for feature in features:
        rings = _clipped_rings(feature)
        properties = feature["properties"]
        if rings:
            yield {
                "id": _id(properties.get("id", properties["name"])),
                "name": properties["name"],
                "rank": properties.get("rank", 1),
                "rings": rings,
            }


def _rivers(features: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    rivers: dict[str, dict[str, Any]] = {}
    for feature in features:
        parts = list(_clipped_parts(feature["geometry"]["coordinates"]))
        if not parts:
            continue
        name, rank = feature["properties"]["name"], feature["properties"]["rank"]
        river = {"id": _id(name), "name": name, "rank": rank, "parts": []}
        rivers.setdefault(name, river)["parts"].extend(parts)
    return list(rivers.values())


def _lines(features: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for feature in features:
        properties = feature["properties"]
        parts = list(_clipped_parts(feature["geometry"]["coordinates"]))
        if parts:
            name = properties["name"]
            yield {
                "id": _id(properties.get("id", name)),
                "name": name,
                "rank": properties.get("rank", 1),
                "parts": parts,
            }


def _places(table: Path) -> Iterator[dict[str, Any]]:
    west, south, east, north = BOX
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            at = (round(float(row["lon"]), 2), round(float(row["lat"]), 2))
            if row["map"] == "main" and west <= at[0] <= east and south <= at[1] <= north:
                digits = "".join(c for c in row["founded"] if c.isdigit())[:4]
                yield {
                    "id": _id(row["name"]),
                    "name": row["name"],
                    "at": at,
                    "kind": row["kind"],
                    "rank": int(row["rank"]),
                    "founded": int(digits or 0),
                }


def _regions(
    features: Iterable[dict[str, Any]], cuts: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    names = {f["properties"]["id"]: f["properties"]["name"] for f in features}
    rings = {f["properties"]["id"]: list(_rings(f)) for f in features}
    for cut in cuts:
        properties = cut["properties"]
        path = [_point(p) for p in cut["geometry"]["coordinates"]]
        part, rest = _cut(rings.pop(properties["region"])[0], path, _point(properties["holds"]))
        rings[properties["part"]], rings[properties["rest"]] = [part], [rest]
        names[properties["part"]] = properties["part_name"]
        names[properties["rest"]] = properties["rest_name"]
    villages_last = sorted(rings, key=lambda region: (region == "sixty_four_villages", region))
    return [
        {"id": _id(r), "name": names[r], "rank": 1, "rings": [_rounded(ring) for ring in rings[r]]}
        for r in villages_last
    ]


def _cut(
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


def _clipped_rings(feature: dict[str, Any]) -> list[list[Point]]:
    clipped = (_rounded(_clipped_ring(ring)) for ring in _rings(feature))
    return [ring for ring in clipped if len(ring) > 3]


def _rings(feature: dict[str, Any]) -> Iterator[list[Point]]:
    geometry = feature["geometry"]
    one = geometry["type"] == "Polygon"
    for polygon in [geometry["coordinates"]] if one else geometry["coordinates"]:
        for ring in polygon:
            yield [_point(corner) for corner in ring]


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


def _clipped_parts(path: Sequence[Sequence[float]]) -> Iterator[list[Point]]:
    west, south, east, north = BOX
    part: list[Point] = []
    for point in map(_point, path):
        if west <= point[0] <= east and south <= point[1] <= north:
            part.append(point)
        elif part:
            yield from _long_enough(part)
            part = []
    yield from _long_enough(part)


def _long_enough(part: Sequence[Point]) -> Iterator[list[Point]]:
    rounded = _rounded(part)
    if len(rounded) > 1:
        yield rounded


def _rounded(path: Iterable[Point]) -> list[Point]:
    rounded: list[Point] = []
    for x, y in path:
        point = (round(x, 2), round(y, 2))
        if not rounded or rounded[-1] != point:
            rounded.append(point)
    return rounded


def _point(pair: Sequence[float]) -> Point:
    return (pair[0], pair[1])


def _id(name: str) -> str:
    """Return a kebab-case id.

    >>> _id("Nerchinsky Zavod"), _id("nerchinsk_1689")
    ('nerchinsky-zavod', 'nerchinsk-1689')
    """
    return "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-")


if __name__ == "__main__":
    write_theatre(Path(sys.argv[1]))
