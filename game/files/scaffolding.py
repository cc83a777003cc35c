"""A small sound scenario to write over, and the schemas that an editor reads beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from game.errors import UsageError
from game.files.folders import COVER
from game.files.gathering import ACTIONS, EVENTS, PRESSURE, TESTS, VIEW
from game.files.schema import schema_of
from game.scenario.authored import KEBAB

SCAFFOLD = Path(__file__).resolve().parent / "scaffold"
"""The files that a new scenario begins with."""

SCHEMAS = ".schema"
"""The folder of the schemas beside a scenario's files; no file of the scenario's own."""

KINDS = {
    "scenario": COVER,
    "table": "tables/*.yaml",
    "events": EVENTS,
    "endings": "endings.yaml",
    "dossiers": "dossiers.yaml",
    "advisers": "advisers.yaml",
    "sources": "sources.yaml",
    "calendar": "calendar.yaml",
    "view": VIEW,
    "tests": TESTS,
    "actions": ACTIONS,
    "pressure": PRESSURE,
}
"""Each schema's name and the files that it is for."""


def begin_scenario(folder: Path, id: str | None, title: str | None) -> str:
    """Write the files of a new scenario into a new or empty folder and return its id.

    Raises `UsageError` where something lies there, the id is none, or nothing can be written.
    """
    named = id or folder.resolve().name
    if not re.fullmatch(KEBAB, named):
        hint = "choose an id in small letters, digits and hyphens with --id"
        raise UsageError(f"'{named}' cannot be the id of a scenario: {hint}")
    if title is not None and not title.strip():
        raise UsageError("a scenario needs a title of at least one letter")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty; name a new folder")
    try:
        for source in sorted(SCAFFOLD.rglob("*")):
            if source.is_file():
                text = source.read_text(encoding="utf-8")
                if source.name == COVER:
                    text = _called(text, named, title)
                path = folder / source.relative_to(SCAFFOLD)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        write_schemas(folder / SCHEMAS)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}") from error
    return named


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema for each kind of file, in place of those that lie there.

    Raises `OSError` where nothing can be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, file in KINDS.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(schema_of(file), indent=1) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _called(cover: str, id: str, title: str | None) -> str:
    cover = re.sub(r"(?m)^scenario: [a-z0-9-]+", f"scenario: {id}", cover, count=1)
    if title is None:
        return cover
    plain = " ".join(title.split()).replace("'", "''")
    return re.sub(r"(?m)^title: .*$", lambda _: f"title: '{plain}'", cover, count=1)
