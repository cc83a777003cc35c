"""Files of a scenario's folder that nothing reads, since their names are not quite right."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from game.scenario.faults import Code, Fault, Severity, did_you_mean

READ = (
    "scenario.yaml",
    "endings.yaml",
    "dossiers.yaml",
    "advisers.yaml",
    "sources.yaml",
    "calendar.yaml",
)
SHELVES = ("events", "tables", "codex", "briefs", "map", "tests")
"""Folders in which every file is read; of the tables it is the one that scenario.yaml names."""
_TEXTS = (".yaml", ".yml", ".md", ".markdown")
_MOST = 2_000


def unread(folder: Path, read: Collection[str]) -> list[Fault]:
    """Return a warning for every file that was meant to be read, as far as one can tell."""
    has_table = any((folder / file).exists() for file in read if file.startswith("tables/"))
    shelves = [shelf for shelf in SHELVES if has_table or shelf != "tables"]
    return [
        _warning(file, hint)
        for file, hint in islice(_strays(folder, shelves), _MOST)
        if file not in read and not file.split("/")[-1].startswith(".")
    ]


def _strays(folder: Path, shelves: Collection[str]) -> Iterator[tuple[str, str]]:
    for name in _named(folder):
        if name.endswith((".yaml", ".yml")):
            near = did_you_mean(name, READ)
            yield name, near or f"scenes go into {SHELVES[0]}/; take out what is not needed"
        elif name not in SHELVES and (near := did_you_mean(name, SHELVES)):
            yield from ((f"{name}/{file}", near) for file in _named(folder / name))
    for shelf in shelves:
        ending = ".md" if shelf in ("codex", "briefs") else ".yaml"
        for name in _named(folder / shelf):
            if shelf == "tests" and not name.endswith(".yml"):
                continue  # they are read by themselves, and a page may lie beside them
            if name.endswith(_TEXTS):
                hint = f"name it in scenario.yaml: `table: {name.removesuffix(ending)}`"
                yield f"{shelf}/{name}", hint if shelf == "tables" else f"call it NAME{ending}"


def _named(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in islice(os.scandir(folder), _MOST))
    except OSError:
        return []  # it is no folder, or not to be looked into: then nothing is read there


def _warning(file: str, hint: str) -> Fault:
    message = "nothing reads this file"
    return Fault(file, 1, 1, Code.UNREAD_FILE, Severity.WARNING, message, hint)
