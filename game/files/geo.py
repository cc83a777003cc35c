"""The theatre: the shared map's geography, cut, clipped and rounded for quick loading.

`theatre.json` is made from the GeoJSON and CSV files beside it and from nothing else; a test
makes it again and compares. Coordinates are degrees, [longitude, latitude], two decimals
(about 1 km). To make it anew: `python -m game.files.geo scenarios/shared-map`.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from game.files.clipping import (
    BOX,
    clipped_parts,
    clipped_rings,
    parted,
    point_of,
    rings_of,
    rounded,
)

SOURCES = ("amur.geojson", "borders.geojson", "cuts.geojson", "ranges.geojson", "places.csv")
"""What a theatre is made of."""
NOT_UNDERSTOOD = (ValueError, KeyError, TypeError, IndexError, RecursionError, csv.Error)
"""What is raised where the files of a shared map do not say what they should."""


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
            {"rings": rings} for f in _of_kind(features, "land") if (rings := clipped_rings(f))
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
        rings = clipped_rings(feature)
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
        parts = list(clipped_parts(feature["geometry"]["coordinates"]))
        if not parts:
            continue
        name, rank = feature["properties"]["name"], feature["properties"]["rank"]
        river = {"id": _id(name), "name": name, "rank": rank, "parts": []}
        rivers.setdefault(name, river)["parts"].extend(parts)
    return list(rivers.values())


def _lines(features: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for feature in features:
        properties = feature["properties"]
        parts = list(clipped_parts(feature["geometry"]["coordinates"]))
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
    rings = {f["properties"]["id"]: list(rings_of(f)) for f in features}
    for cut in cuts:
        properties = cut["properties"]
        path = [point_of(p) for p in cut["geometry"]["coordinates"]]
        part, rest = parted(rings.pop(properties["region"])[0], path, point_of(properties["holds"]))
        rings[properties["part"]], rings[properties["rest"]] = [part], [rest]
        names[properties["part"]] = properties["part_name"]
        names[properties["rest"]] = properties["rest_name"]
    villages_last = sorted(rings, key=lambda region: (region == "sixty_four_villages", region))
    return [
        {"id": _id(r), "name": names[r], "rank": 1, "rings": [rounded(ring) for ring in rings[r]]}
        for r in villages_last
    ]


def _id(name: str) -> str:
    """Return a kebab-case id.

    >>> _id("Nerchinsky Zavod"), _id("nerchinsk_1689")
    ('nerchinsky-zavod', 'nerchinsk-1689')
    """
    return "".join(c if c.isalnum() else "-" for c in name.lower()).strip("-")


def main(words: list[str]) -> int:
    """Make the theatre of the named folder; return 0, or 2 after a sentence on what is amiss."""
    if len(words) != 1:
        return _sorry("say one folder with a shared map, such as scenarios/shared-map")
    try:
        write_theatre(Path(words[0]))
    except OSError as error:
        return _sorry(f"{error.filename or words[0]} cannot be read or written: {error.strerror}")
    except NOT_UNDERSTOOD as error:
        return _sorry(f"the map's files cannot be understood: {type(error).__name__} {error}")
    return 0


def _sorry(message: str) -> int:
    sys.stderr.write(f"game.files.geo: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
