"""Files of a scenario's folder that nothing reads, since their names are not quite right."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from os.path import lexists
from pathlib import Path

from game.scenario.faults import Code, Fault, Severity, nearest

READ = (
    "scenario.yaml",
    "endings.yaml",
    "dossiers.yaml",
    "advisers.yaml",
    "sources.yaml",
    "calendar.yaml",
    "actions.yaml",
    "pressure.yaml",
)
SHELVES = ("events", "tables", "codex", "briefs", "map", "tests", "dossiers")
"""Folders in which every file is read; of the tables it is the one that scenario.yaml names."""
_TEXTS = (".yaml", ".yml", ".md", ".markdown")
_ADDED = ".txt"
"""What some editors put behind every name."""
RENAME = "rename it to "
"""How the hint begins that says what a file should be called."""
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


ABSENT = {
    "endings.yaml": (
        "there is no such file: a play ends without a word on what came of it",
        "write it, with groups and endings",
    ),
    "briefs/common.md": (
        "there is no such page: nobody is told what both chairs know",
        "write it, for the player of either chair",
    ),
    "codex/rules.md": (
        "there is no such page: whoever asks for the rules of the table finds none",
        "write it: how one negotiates here, on a page",
    ),
}
"""What a scenario can be played without, and what is missing then."""


def absent(folder: Path) -> list[Fault]:
    """Return a warning for every file that a player looks for and does not find."""
    return [
        Fault(file, 1, 1, Code.MISSING_FILE, Severity.WARNING, message, hint)
        for file, (message, hint) in ABSENT.items()
        if not lexists(folder / file)
    ]


def told_with_strays(found: list[Fault], strays: Collection[Fault]) -> list[Fault]:
    """Return the faults as they are told beside files that should have another name.

    What is there by another name is not missing, and what such files cite is cited.
    """
    meant = {stray.hint.removeprefix(RENAME) for stray in strays if stray.hint.startswith(RENAME)}
    return [
        fault
        for fault in found
        if not (meant and fault.code is Code.UNUSED_SOURCE)
        and not (fault.code is Code.MISSING_BRIEF and fault.message.split()[-1] in meant)
        and not (fault.code is Code.MISSING_FILE and fault.file in meant)
    ]


def _strays(folder: Path, shelves: Collection[str]) -> Iterator[tuple[str, str]]:
    for name in _named(folder):
        if name.endswith((".yaml", ".yml")):
            near = nearest(name, READ)
            scenes = f"scenes go into {SHELVES[0]}/; take out what is not needed"
            yield name, f"{RENAME}{near}" if near else scenes
        elif (meant := name.removesuffix(_ADDED)) != name and meant in READ:
            yield name, f"{RENAME}{meant}"
        elif name not in SHELVES and (near := nearest(name, SHELVES)):
            files = _named(folder / name)
            yield from ((f"{name}/{file}", f"{RENAME}{near}/{file}") for file in files)
    for shelf in shelves:
        ending = ".md" if shelf in ("codex", "briefs") else ".yaml"
        for name in _named(folder / shelf):
            if shelf == "tests" and not name.endswith(".yml"):
                continue  # they are read by themselves, and a page may lie beside them
            if name.endswith((*_TEXTS, f"{ending}{_ADDED}")):
                yield f"{shelf}/{name}", _hint(shelf, name, ending)


def _hint(shelf: str, name: str, ending: str) -> str:
    if shelf == "tables" and name.endswith(ending):
        return f"name it in scenario.yaml: `table: {name.removesuffix(ending)}`"
    return f"{RENAME}{shelf}/{name.split('.')[0]}{ending}"


def _named(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in islice(os.scandir(folder), _MOST))
    except OSError:
        return []  # it is no folder, or not to be looked into: then nothing is read there


def _warning(file: str, hint: str) -> Fault:
    message = "nothing reads this file"
    return Fault(file, 1, 1, Code.UNREAD_FILE, Severity.WARNING, message, hint)
