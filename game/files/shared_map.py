"""What is wrong with a shared map: geography that scenarios draw their theatres from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from game.files.folder_text import unfit
from game.files.folders import shipped
from game.files.geo import NOT_UNDERSTOOD, SOURCES, digest, read_theatre
from game.scenario.authored import ById
from game.scenario.campaign_model import Campaign
from game.scenario.faults import Code, Fault, Problem, Severity, did_you_mean
from game.scenario.faults import Path as Keys
from game.scenario.map_model import Map, MapIssue, OfSeasons
from game.scenario.model import AnyScenario

THEATRE = "theatre.json"


MOST_BYTES = 2_000_000
"""Of a file of geography; the biggest that comes with the game has 100,000."""


def is_shared_map(folder: Path) -> bool:
    """Return whether a folder holds a map for scenarios to share, and is no scenario itself."""
    return (folder / THEATRE).is_file() and not (folder / "scenario.yaml").exists()


def check_map(folder: Path) -> list[Fault]:
    """Return what is wrong: a source that cannot be read, or a theatre that is not made of them."""
    found = [unfit(folder, name, MOST_BYTES) for name in (THEATRE, *SOURCES)]
    if faults := [fault for fault in found if fault is not None]:
        return faults
    try:
        fresh = digest(folder)
    except OSError as error:
        name = Path(error.filename or folder).name
        said = f"{name} cannot be read: {error.strerror}"
        return [_fault(name, Code.MISSING_FILE, said, "put it beside the others")]
    except NOT_UNDERSTOOD as error:
        said = f"the map's files cannot be understood: {type(error).__name__} {error}"
        remedy = "compare it with the one that comes with the game"
        return [_fault(_culprit(folder), Code.BAD_MAP, said, remedy)]
    if (folder / THEATRE).read_text(encoding="utf-8", errors="replace") != fresh:
        said = f"{THEATRE} is not what the files beside it make"
        remedy = f"make it anew with: python -m game.files.geo {folder}"
        return [_fault(THEATRE, Code.BAD_MAP, said, remedy)]
    return []


def _culprit(folder: Path) -> str:
    """Return the first file that is no JSON; the theatre's own where all are."""
    for path in sorted(folder.glob("*.geojson")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError):
            return path.name
    return THEATRE


def _fault(file: str, code: Code, message: str, hint: str) -> Fault:
    return Fault(file, 1, 1, code, Severity.ERROR, message, hint)


def theatre_of(written: Map) -> Path:
    """Return the file of the geography that a scenario's map is drawn on."""
    return shipped() / written.geography / THEATRE


def unknown_on(scenario: AnyScenario) -> Iterator[Problem]:
    """Yield what a scenario names on its map, if it has one, that its geography does not have."""
    written = scenario.map
    if written is None:
        return
    folder = shipped() / written.geography
    if not is_shared_map(folder):
        maps = [path.parent.name for path in shipped().glob(f"*/{THEATRE}")]
        message, hint = f"there is no shared map {written.geography}", f"there is {', '.join(maps)}"
        yield Problem(("map", "geography"), Code.UNKNOWN_ID, message, hint)
        return
    try:
        theatre = read_theatre(folder)
        known = {kind: [thing["id"] for thing in theatre[kind]] for kind in KINDS}
    except NOT_UNDERSTOOD:
        message = f"{theatre_of(written)} cannot be understood"
        hint = f"see what is wrong with it: amur check {folder}"
        yield Problem(("map", "geography"), Code.BAD_MAP, message, hint)
        return
    named = [(kind, id, ("map", *path), is_key) for kind, id, path, is_key in _named(written)]
    for kind, id, path, is_key in [*named, *_named_by_actions(scenario)]:
        if id not in known[kind]:
            message = f"{id} is no {kind[:-1]} of {written.geography}"
            hint = did_you_mean(id, known[kind]) or f"their ids stand in its {THEATRE}"
            yield Problem(path, Code.UNKNOWN_ID, message, hint, at_key=is_key)


KINDS = ("regions", "lines", "rivers", "places")
"""What a scenario's map names of its geography."""


def _named(written: Map) -> Iterator[tuple[str, str, Keys, bool]]:
    """Yield the kind, id and path of everything named, and whether it is a key."""
    for id in written.regions:
        yield "regions", id, ("regions", id), True
    for id in written.lines:
        yield "lines", id, ("lines", id), True
    for id in written.called:
        yield "places", id, ("called", id), True
    for key, places in (("absent", written.absent), ("first", written.first)):
        for index, id in enumerate(places):
            yield "places", id, (key, index), False
    for tract, names in written.tracts.items():
        for index, id in enumerate(names.rivers):
            yield "rivers", id, ("tracts", tract, "rivers", index), False
    answers: list[tuple[Keys, ById[MapIssue]]] = [(("issues",), written.issues)]
    answers += [(("tables", table), issues) for table, issues in written.tables.items()]
    for path, issues in answers:
        for issue, answer in issues.items():
            for option, change in answer.options.items():
                for id in change.waters:
                    yield "rivers", id, (*path, issue, "options", option, "waters", id), True
    yield from _named_in_seasons(written.seasons)


def _named_by_actions(scenario: AnyScenario) -> Iterator[tuple[str, str, Keys, bool]]:
    """Yield the places that orders are about."""
    actions = scenario.actions if isinstance(scenario, Campaign) else {}
    for id, action in actions.items():
        for target, aim in action.targets.items():
            if aim.place is not None:
                yield "places", aim.place, ("actions", id, "targets", target, "place"), False


def _named_in_seasons(seasons: OfSeasons) -> Iterator[tuple[str, str, Keys, bool]]:
    for id in seasons.places:
        yield "places", id, ("seasons", "places", id), True
    for id in seasons.renamed:
        yield "places", id, ("seasons", "renamed", id), True
    for claim, change in seasons.claims.items():
        for id in change.waters:
            yield "rivers", id, ("seasons", "claims", claim, "waters", id), True
    for name, boats in seasons.boats.items():
        yield "rivers", boats.river, ("seasons", "boats", name, "river"), False
        for index, id in enumerate(boats.near):
            yield "places", id, ("seasons", "boats", name, "near", index), False
