"""What is wrong with a map: names of its own, and of the table's, that nothing bears."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.authored import ById
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, complete, ranged, referred
from game.scenario.map_model import Caption, Edges, Map, MapIssue, Redrawing, Tract

WHOLE = "theatre"
"""The window in which a map is opened."""
ROUND = (-18000, 18000)
"""Hundredths of a degree."""


def check_map(written: Map, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the map as a whole."""
    yield from check_frame(written, path)
    yield from check_issues(written.issues, (*path, "issues"), known)


def check_frame(written: Map, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a map before anything on it is settled."""
    yield from complete(written.windows, (*path, "windows"), (WHOLE,), others=True)
    for index, line in enumerate(written.drawn):
        yield from referred(line, (*path, "drawn", index), written.lines, "line")


def check_issues(issues: ById[MapIssue], path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the issues that a map answers for one table."""
    for id, issue in issues.items():
        at = (*path, id)
        yield from referred(id, at, known.options, "issue", at_key=True)
        yield from _check_options(id, issue, (*at, "options"), known)


def _check_options(id: str, issue: MapIssue, path: Path, known: Known) -> Iterator[Problem]:
    options = known.options.get(id)
    if options is None:
        return
    yield from complete(issue.options, path, options)
    for option in issue.options:
        yield from referred(option, (*path, option), options, f"option of {id}", at_key=True)


def check_edges(edges: Edges, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a window."""
    for low, high in (("west", "east"), ("south", "north")):
        first, last = getattr(edges, low), getattr(edges, high)
        yield from _check_degrees(first, (*path, low))
        yield from _check_degrees(last, (*path, high))
        if first >= last:
            message = f"its {high} does not lie beyond its {low}"
            yield Problem((*path, high), Code.BAD_RANGE, message, "degrees grow to east and north")


def check_caption(caption: Caption, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a name written across the land."""
    yield from _check_degrees(caption.longitude, (*path, "longitude"))
    yield from _check_degrees(caption.latitude, (*path, "latitude"))
    if not caption.rows:
        message, hint = "a name has one row at least", "write rows: [NAME]"
        yield Problem((*path, "rows"), Code.MISSING_KEY, message, hint)
    yield from ranged(caption.rank, (*path, "rank"), 1, 2)


def _check_degrees(hundredths: int, path: Path) -> Iterator[Problem]:
    least, most = ROUND
    if not least <= hundredths <= most:
        message = f"{hundredths / 100:g} does not lie in {least // 100} to {most // 100} degrees"
        yield Problem(path, Code.BAD_RANGE, message, "degrees, with two decimals at most")


def check_tract(tract: Tract, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with regions and lines that are spoken of together."""
    written = known.scenario.map
    if written is None:
        return
    for key, ids, among in (
        ("regions", tract.regions, written.regions),
        ("lines", tract.lines, written.lines),
    ):
        for index, id in enumerate(ids):
            yield from referred(id, (*path, key, index), among, key[:-1])


def check_map_issue(issue: MapIssue, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an issue that the map answers."""
    written, options = known.scenario.map, known.options
    if written is None:
        return
    yield from referred(issue.shows, (*path, "shows"), written.tracts, "tract")
    for other, allowed in issue.given.items():
        at = (*path, "given", other)
        yield from referred(other, at, options, "issue", at_key=True)
        for index, option in enumerate(allowed):
            if other in options:
                yield from referred(option, (*at, index), options[other], f"option of {other}")


def check_redrawing(change: Redrawing, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with what an option changes."""
    if known.scenario.map is not None:
        yield from check_redrawn(change, path, known.scenario.map)


def check_redrawn(change: Redrawing, path: Path, written: Map) -> Iterator[Problem]:
    """Yield the regions and lines of a change that are none of the map's."""
    for key, ids in (("holders", change.holders), ("words", change.words)):
        for region in ids:
            yield from referred(
                region, (*path, key, region), written.regions, "region", at_key=True
            )
    for index, line in enumerate(change.lines):
        yield from referred(line, (*path, "lines", index), written.lines, "line")
