"""Everything that stands in a scenario's folder, put together as one mapping of text.

scenario.yaml  tables/ID.yaml  events/*.yaml  endings.yaml  dossiers.yaml  advisers.yaml
sources.yaml  calendar.yaml  codex/*.md  briefs/*.md  map/view.yaml
and of a campaign: actions.yaml  pressure.yaml  dossiers/ID.yaml
"""

from __future__ import annotations

import re
from itertools import islice
from os.path import lexists
from pathlib import Path
from typing import Any

from game.files.document import Document
from game.files.folder_text import read_text
from game.files.folders import COVER
from game.files.locating import MAPPING, DocumentPlaces
from game.files.pages import read_page
from game.files.restricted_yaml import MOST_VALUES, read_yaml
from game.files.unread import absent, unread
from game.scenario.authored import KEBAB
from game.scenario.faults import Code, Fault, Severity, did_you_mean, nearest_of

VIEW = "map/view.yaml"
EVENTS = "events/*.yaml"
TESTS = "tests/*.yaml"
"""A scenario's tests: they are no part of what is played, and are read by themselves."""
WHOLE = {"dossiers.yaml": "dossiers", "calendar.yaml": "calendar", VIEW: "map"}
"""Files that are a section of the scenario each."""
SHELVES = ("codex", "briefs")
"""Folders of pages."""
MOST_FILES = 1000
"""In one folder."""
MOST_LISTED = 20_000
MOST_TEXT = 8_000_000
"""Characters of all files; the scenario with the most that comes with the game has 250,000."""

ACTIONS, PRESSURE = "actions.yaml", "pressure.yaml"
"""Files that only a campaign has."""

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
        "lesson",
        "afterwards",
        "seats",
        "table",
        "tracks",
        "starts",
        "teaching",
    ),
    EVENTS: ("events",),
    "endings.yaml": ("measures", "scales", "profile", "groups", "endings"),
    "advisers.yaml": ("advisers",),
    "sources.yaml": ("sources",),
}
"""The keys that may stand at the top of each file; the rest of a scenario has files to itself."""

OF_CAMPAIGNS: dict[str, tuple[str, ...]] = {
    COVER: ("tables", "seasons", "twists"),
    ACTIONS: ("actions",),
    PRESSURE: ("pressure",),
}
"""Those that only a campaign has."""
_READ = KEYS | {file: KEYS.get(file, ()) + keys for file, keys in OF_CAMPAIGNS.items()}


_TABLE = re.compile(r"^table:[ ]+([a-z0-9-]+)\s*$", re.MULTILINE)


class Gathering:
    """What a folder says, where it says it, and what is wrong with its files."""

    def __init__(self, folder: Path) -> None:
        self.places = DocumentPlaces(COVER)
        self.written: dict[str, Any] = {}
        self.stray: list[Fault] = []
        """Files that nothing reads."""
        self.absent: list[Fault] = []
        """Files that a player looks for and does not find."""
        self._folder = folder
        self._most = MOST_VALUES
        self._most_text = MOST_TEXT
        self._gather()

    @property
    def faults(self) -> list[Fault]:
        """Return what is wrong with the files as such."""
        of_files = [fault for document in self.places.documents for fault in document.faults]
        return of_files + self.stray

    @property
    def has_cover(self) -> bool:
        """Return whether the cover was read whole; else nobody can say what can never be."""
        return self.places.documents[0].whole

    def _gather(self) -> None:
        self.written = self._add(COVER, _READ[COVER])
        if self.is_campaign:
            self._add_tables()
        else:
            self._add_table()
        for pattern, keys in _READ.items():
            for path in self._like(pattern):
                if (file := self._name(path)) != COVER:
                    self._merge(self._add(file, keys))
        for file, section in WHOLE.items():
            if section == "dossiers" and self.is_campaign:
                self._add_dossiers()
            elif lexists(self._folder / file):
                self.written[section] = self._add(file, None, (section,))
        for shelf in SHELVES:
            pages = self._like(f"{shelf}/*.md")
            self.written[shelf] = {path.stem: self._page(path, shelf) for path in pages}
        self.absent = absent(self._folder)
        self.stray = unread(self._folder, {document.file for document in self.places.documents})

    @property
    def is_campaign(self) -> bool:
        """Whether it is a scenario of seasons, with tables between them."""
        return "seasons" in self.written

    def _add_tables(self) -> None:
        """Read every table that a campaign names, in the order in which it names them."""
        cover = self.places.documents[0]
        named = self.written.get("tables")
        there = [path.stem for path in self._like("tables/*.yaml")]
        if not isinstance(named, list) or not all(isinstance(id, str) for id in named):
            if named is not None:
                message, hint = (
                    "the ids of tables are needed here",
                    "write a list, as [first, second]",
                )
                cover.complain(cover.values["tables",], Code.TYPE_MISMATCH, message, hint)
                del self.written["tables"]
            return
        read: dict[str, Any] = {}
        for at, id in enumerate(named):
            if id in there:
                read[id] = self._add(f"tables/{id}.yaml", None, ("tables", id))
            else:
                message, hint = f"there is no tables/{id}.yaml", nearest_of(id, there)
                cover.complain(cover.values["tables", at], Code.UNKNOWN_ID, message, hint)
        self.written["tables"] = read

    def _add_dossiers(self) -> None:
        self.written["dossiers"] = {
            path.stem: self._add(self._name(path), None, ("dossiers", path.stem))
            for path in self._like("dossiers/*.yaml")
        }

    def _add_table(self) -> None:
        tables = [path.stem for path in self._like("tables/*.yaml")]
        table = self.written.get("table")
        if table is None and not self.has_cover:
            table = self._table_of_broken(tables)
        is_id = isinstance(table, str) and re.fullmatch(KEBAB, table)
        if isinstance(table, str) and is_id and tables and table not in tables:
            cover = self.places.documents[0]
            message, hint = f"there is no tables/{table}.yaml", nearest_of(table, tables)
            cover.complain(cover.values["table",], Code.UNKNOWN_ID, message, hint)
            del self.written["table"]
            self.places.add(_unknown(f"tables/{table}.yaml"), ("table",))
        elif is_id:
            self.written["table"] = self._add(f"tables/{table}.yaml", None, ("table",))
        elif table is not None:
            cover = self.places.documents[0]
            message, hint = "the id of a table is needed here", "write ID, as in tables/ID.yaml"
            cover.complain(cover.values["table",], Code.BAD_ID, message, hint)
            cover.whole = False

    def _table_of_broken(self, tables: list[str]) -> str | None:
        """Return the table that a cover names which is no YAML, or the only one there is."""
        named = _TABLE.search(self.places.documents[0].text)
        if named is not None and named[1] in tables:
            return named[1]
        return tables[0] if len(tables) == 1 else None

    def _add(
        self, file: str, keys: tuple[str, ...] | None, root: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Return what a file says under the keys it may have; `None` leaves them to the model."""
        text, fault = self._text(file)
        document = read_yaml(text, file, self._most) if fault is None else _unreadable(fault)
        self._most -= document.size
        if keys is not None:
            _pass_over(document, keys)
        self.places.add(document, root)
        data = document.data
        if not isinstance(data, dict):
            message = "a file is a mapping"
            document.complain(document.values[()], Code.TYPE_MISMATCH, message, MAPPING)
            document.whole = False
            return {}
        if keys is None:
            return data
        return {key: value for key, value in data.items() if key in keys}

    def _merge(self, sections: dict[str, Any]) -> None:
        """Put the sections of the file that was added last to those of the others."""
        document = self.places.documents[-1]
        for section, things in sections.items():
            before = self.written.get(section)
            if isinstance(before, dict) and not isinstance(things, dict):
                mark = document.values[section,]
                document.complain(mark, Code.TYPE_MISMATCH, "a mapping is needed here", MAPPING)
                continue
            if not isinstance(before, dict) or not isinstance(things, dict):
                self.written[section] = things
                continue
            for id in before.keys() & things.keys():
                mark = document.keys[section, id]
                first = self.places.place((section, id), at_key=True)
                message = f"{id} stands in {first.file}, line {first.line}, too"
                hint = "call one of them otherwise"
                document.complain(mark, Code.DUPLICATE_KEY, message, hint)
            self.written[section] = things | before

    def _page(self, path: Path, shelf: str) -> dict[str, Any]:
        file = self._name(path)
        text, fault = self._text(file)
        document = read_page(text, file) if fault is None else _unreadable(fault)
        self.places.add(document, (shelf, path.stem))
        page = document.data if isinstance(document.data, dict) else {}
        return {"kind": "brief", **page} if shelf == "briefs" else page

    def _text(self, file: str) -> tuple[str, Fault | None]:
        """Return the text of a file, or why there is none; all together have a bound."""
        text, fault = read_text(self._folder, file)
        if fault is None and len(text) > self._most_text:
            message = f"the files before this one hold {MOST_TEXT:,} characters, which are the most"
            hint = "make two scenarios of it"
            fault = Fault(file, 1, 1, Code.TOO_BIG, Severity.ERROR, message, hint)
            text = ""
        self._most_text -= len(text)
        return text, fault

    def _like(self, pattern: str) -> list[Path]:
        """Return the files of a pattern by name; where they are too many, the next is a fault."""
        paths = sorted(islice(self._folder.glob(pattern), MOST_LISTED))
        for path in paths[MOST_FILES : MOST_FILES + 1]:
            message = f"{pattern} are more than {MOST_FILES} files"
            hint = "put several things into one file, or make two scenarios of it"
            fault = Fault(self._name(path), 1, 1, Code.TOO_BIG, Severity.ERROR, message, hint)
            self.places.add(_unreadable(fault), ("?",))
        return paths[:MOST_FILES]

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def _unknown(file: str) -> Document:
    return Document(file, "", whole=False)


def _unreadable(fault: Fault) -> Document:
    return Document(fault.file, "", faults=[fault], whole=False)


def _pass_over(document: Document, keys: tuple[str, ...]) -> None:
    """Complain of keys that do not belong into a file; what is misspelt is read all the same."""
    data = document.data
    if not isinstance(data, dict):
        return
    for key in [key for key in data if key not in keys]:
        message = f"{key} does not belong into {document.file}"
        document.complain(document.keys[key,], Code.UNKNOWN_KEY, message, _hint(key, keys))
        hint = did_you_mean(key, [known for known in keys if known not in data])
        if not hint:
            document.hides = True
            continue
        meant = hint.removeprefix("did you mean ").rstrip("?")
        data[meant] = data[key]
        for places in (document.keys, document.values):
            places |= {(meant, *p[1:]): mark for p, mark in places.items() if p[:1] == (key,)}


def _hint(key: str, keys: tuple[str, ...]) -> str:
    home = next((file for file, known in _READ.items() if key in known), None)
    if home is not None:
        return f"it belongs into {home}"
    return nearest_of(key, keys)
