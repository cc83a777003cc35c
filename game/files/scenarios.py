"""A scenario's folder, read into one `Scenario`, or into every fault that is in it.

scenario.yaml  tables/ID.yaml  events/*.yaml  endings.yaml  dossiers.yaml  advisers.yaml
sources.yaml  codex/*.md  briefs/*.md  map/view.yaml
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from game.errors import ScenarioError
from game.files.folders import COVER, find_scenarios, folder_of
from game.files.locating import DocumentPlaces, problems_of
from game.files.pages import read_page
from game.files.restricted_yaml import Document, read_yaml
from game.scenario.faults import Code, Fault, Severity, did_you_mean, located
from game.scenario.lint import faults as lint
from game.scenario.model import Scenario

__all__ = ["check_scenario", "find_scenarios", "folder_of", "read_map", "read_scenario"]

VIEW = "map/view.yaml"

KEYS: dict[str, tuple[str, ...]] = {
    COVER: (
        "scenario",
        "title",
        "version",
        "minutes",
        "start",
        "end",
        "purpose",
        "content-note",
        "seats",
        "table",
        "tracks",
        "starts",
        "teaching",
    ),
    "events/*.yaml": ("events",),
    "endings.yaml": ("measures", "groups", "endings"),
    "advisers.yaml": ("advisers",),
    "sources.yaml": ("sources",),
}
"""The keys that may stand at the top of each file; the rest of a scenario has files to itself."""


class Reading(NamedTuple):
    """What came of reading a folder: a scenario, unless there were errors."""

    scenario: Scenario | None
    faults: tuple[Fault, ...]


def read_scenario(scenario: str | Path, library: Path | None = None) -> Scenario:
    """Return the scenario of an id or a folder.

    Raises `ScenarioError` with all faults, warnings included, if any of them is an error.
    """
    folder = folder_of(scenario, library)
    found, faults = _read(folder)
    if found is None:
        raise ScenarioError(f"the scenario in {folder} cannot be played:", faults)
    return found


def check_scenario(scenario: str | Path, library: Path | None = None) -> list[Fault]:
    """Return every fault of a scenario, in the order of files and lines."""
    return list(_read(folder_of(scenario, library)).faults)


def read_map(scenario: str | Path, library: Path | None = None) -> dict[str, Any]:
    """Return what `map/view.yaml` says, every scalar as text; empty where there is none.

    Raises `ScenarioError` when it is no restricted YAML.
    """
    folder = folder_of(scenario, library)
    if not (folder / VIEW).is_file():
        return {}
    document = _document(folder, VIEW)
    if document.faults or not isinstance(document.data, dict):
        raise ScenarioError(f"the map of {folder.name} cannot be read:", document.faults)
    return document.data


def _read(folder: Path) -> Reading:
    places = DocumentPlaces(COVER)
    written = _gather(folder, places)
    scenario: Scenario | None = None
    try:
        scenario = Scenario.model_validate({**written, "digest": _digest(written)})
    except ValidationError as error:
        found = [located(problem, places) for problem in problems_of(error, written)]
    else:
        found = list(lint(scenario, places))
    unread = {document.file for document in places.documents if not document.whole}
    faults = [fault for document in places.documents for fault in document.faults]
    faults += [fault for fault in found if not _may_be_shadow(fault, unread)]
    broken = any(fault.is_error for fault in faults)
    return Reading(None if broken else scenario, _in_order(faults))


SHADOWS = frozenset(
    {
        Code.MISSING_KEY,
        Code.UNKNOWN_NAME,
        Code.UNKNOWN_ID,
        Code.UNKNOWN_WORD,
        Code.UNKNOWN_SOURCE,
        Code.UNUSED_SOURCE,
        Code.NOTE_NEVER_SET,
        Code.NOTE_NEVER_READ,
        Code.MISSING_BRIEF,
    }
)
"""What may be right again once a file that could not be read whole is mended."""


def _may_be_shadow(fault: Fault, unread: set[str]) -> bool:
    return fault.file in unread or (bool(unread) and fault.code in SHADOWS)


def _gather(folder: Path, places: DocumentPlaces) -> dict[str, Any]:
    """Return everything written in the folder as one mapping, and add its files to `places`."""
    cover = _add(folder, COVER, places, required=True)
    written = dict(cover)
    table = cover.get("table")
    if isinstance(table, str):
        file = f"tables/{table}.yaml"
        written["table"] = _add(folder, file, places, ("table",), required=True)
    for pattern in KEYS:
        for path in sorted(folder.glob(pattern)):
            file = path.relative_to(folder).as_posix()
            if file != COVER:
                _merge(written, _add(folder, file, places), places)
    if (folder / "dossiers.yaml").is_file():
        written["dossiers"] = _add(folder, "dossiers.yaml", places, ("dossiers",))
    if (folder / VIEW).is_file():
        places.add(_document(folder, VIEW), ("map",))
    for shelf in ("codex", "briefs"):
        written[shelf] = {
            path.stem: _page(folder, path, places, shelf)
            for path in sorted(folder.glob(f"{shelf}/*.md"))
        }
    return written


def _add(
    folder: Path,
    file: str,
    places: DocumentPlaces,
    prefix: tuple[str, ...] = (),
    *,
    required: bool = False,
) -> dict[str, Any]:
    """Return what a file says under the keys it may have; its faults go to `places`."""
    document = _document(folder, file, required=required)
    places.add(document, prefix)
    data = document.data
    if not isinstance(data, dict):
        mark = document.values[()]
        document.complain(mark, Code.TYPE_MISMATCH, "a file is a mapping: KEY: VALUE")
        document.whole = False
        return {}
    pattern = "events/*.yaml" if file.startswith("events/") else file
    allowed = KEYS.get(pattern, tuple(data))
    for key in data.keys() - set(allowed):
        home = next((name for name, keys in KEYS.items() if key in keys), None)
        hint = (
            f"it belongs into {home}"
            if home
            else did_you_mean(key, allowed) or f"here stand {', '.join(allowed)}"
        )
        document.complain(
            document.keys[(key,)], Code.UNKNOWN_KEY, f"{key} does not belong into {file}", hint
        )
    return {key: data[key] for key in allowed if key in data}


def _merge(written: dict[str, Any], more: dict[str, Any], places: DocumentPlaces) -> None:
    """Put the sections of one file to those of the others."""
    document = places.documents[-1]
    for section, things in more.items():
        before = written.get(section)
        if not isinstance(before, dict) or not isinstance(things, dict):
            written[section] = things
            continue
        for id in before.keys() & things.keys():
            mark = document.keys[section, id]
            document.complain(mark, Code.DUPLICATE_KEY, f"{id} stands in another file, too")
        written[section] = things | before


def _page(folder: Path, path: Path, places: DocumentPlaces, shelf: str) -> dict[str, Any] | str:
    file = path.relative_to(folder).as_posix()
    text, fault = _text(folder, file)
    document = (
        read_page(text, file) if fault is None else Document(file, "", faults=[fault], whole=False)
    )
    places.add(document, (shelf, path.stem))
    assert isinstance(document.data, dict)
    if shelf == "briefs":
        document.data.setdefault("kind", "brief")
    return document.data


def _document(folder: Path, file: str, *, required: bool = True) -> Document:
    text, fault = _text(folder, file)
    return (
        Document(file, "", faults=[fault], whole=False)
        if fault is not None
        else read_yaml(text, file)
    )


def _text(folder: Path, file: str) -> tuple[str, Fault | None]:
    """Return the text of a file with plain line ends, or why there is none."""
    try:
        raw = (folder / file).read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return "", Fault(file, 1, 1, Code.MISSING_FILE, Severity.ERROR, f"{file}: {reason}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - before.rfind(b"\n")
        return "", Fault(
            file,
            before.count(b"\n") + 1,
            column,
            Code.NOT_TEXT,
            Severity.ERROR,
            "this is not UTF-8 text",
            "save the file as UTF-8",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _digest(written: dict[str, Any]) -> str:
    text = json.dumps(written, ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=_by_place))


def _by_place(fault: Fault) -> tuple[str, int, int]:
    return fault.file, fault.line, fault.column
