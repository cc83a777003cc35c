"""Everything that stands in a scenario's folder, put together as one mapping of text.

scenario.yaml  tables/ID.yaml  events/*.yaml  endings.yaml  dossiers.yaml  advisers.yaml
sources.yaml  codex/*.md  briefs/*.md  map/view.yaml
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from game.files.folders import COVER
from game.files.locating import MAPPING, DocumentPlaces
from game.files.pages import read_page
from game.files.restricted_yaml import Document, read_yaml
from game.scenario.authored import KEBAB
from game.scenario.faults import Code, Fault, Severity, nearest_of

VIEW = "map/view.yaml"
EVENTS = "events/*.yaml"

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
    EVENTS: ("events",),
    "endings.yaml": ("measures", "groups", "endings"),
    "advisers.yaml": ("advisers",),
    "sources.yaml": ("sources",),
}
"""The keys that may stand at the top of each file; the rest of a scenario has files to itself."""


class Gathering:
    """What a folder says, where it says it, and what is wrong with its files."""

    def __init__(self, folder: Path) -> None:
        self.places = DocumentPlaces(COVER)
        self.written: dict[str, Any] = {}
        self._folder = folder
        self._gather()

    @property
    def faults(self) -> list[Fault]:
        """Return what is wrong with the files as such."""
        return [fault for document in self.places.documents for fault in document.faults]

    @property
    def unread(self) -> set[str]:
        """Return the files of which not everything could be read."""
        return {document.file for document in self.places.documents if not document.whole}

    def _gather(self) -> None:
        self.written = self._add(COVER, KEYS[COVER])
        self._add_table()
        for pattern, keys in KEYS.items():
            for path in sorted(self._folder.glob(pattern)):
                if (file := self._name(path)) != COVER:
                    self._merge(self._add(file, keys))
        if (self._folder / "dossiers.yaml").is_file():
            self.written["dossiers"] = self._add("dossiers.yaml", None, ("dossiers",))
        if (self._folder / VIEW).is_file():
            self.written["map"] = self._add(VIEW, None, ("map",))
        for shelf in ("codex", "briefs"):
            pages = sorted(self._folder.glob(f"{shelf}/*.md"))
            self.written[shelf] = {path.stem: self._page(path, shelf) for path in pages}

    def _add_table(self) -> None:
        table = self.written.get("table")
        if isinstance(table, str) and re.fullmatch(KEBAB, table):
            self.written["table"] = self._add(f"tables/{table}.yaml", None, ("table",))
        elif table is not None:
            cover = self.places.documents[0]
            message, hint = "the id of a table is needed here", "write ID, as in tables/ID.yaml"
            cover.complain(cover.values["table",], Code.BAD_ID, message, hint)
            cover.whole = False

    def _add(
        self, file: str, keys: tuple[str, ...] | None, root: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Return what a file says under the keys it may have; `None` leaves them to the model."""
        text, fault = read_text(self._folder, file)
        document = read_yaml(text, file) if fault is None else _unreadable(fault)
        self.places.add(document, root)
        data = document.data
        if not isinstance(data, dict):
            message = "a file is a mapping"
            document.complain(document.values[()], Code.TYPE_MISMATCH, message, MAPPING)
            document.whole = False
            return {}
        if keys is None:
            return data
        for key in data:
            if key not in keys:
                message = f"{key} does not belong into {file}"
                mark = document.keys[key,]
                document.complain(mark, Code.UNKNOWN_KEY, message, _hint(key, keys))
        return {key: value for key, value in data.items() if key in keys}

    def _merge(self, sections: dict[str, Any]) -> None:
        """Put the sections of the file that was added last to those of the others."""
        document = self.places.documents[-1]
        for section, things in sections.items():
            before = self.written.get(section)
            if not isinstance(before, dict) or not isinstance(things, dict):
                self.written[section] = things
                continue
            for id in before.keys() & things.keys():
                mark = document.keys[section, id]
                message, hint = f"{id} stands in another file, too", "call one of them otherwise"
                document.complain(mark, Code.DUPLICATE_KEY, message, hint)
            self.written[section] = things | before

    def _page(self, path: Path, shelf: str) -> dict[str, Any]:
        file = self._name(path)
        text, fault = read_text(self._folder, file)
        document = read_page(text, file) if fault is None else _unreadable(fault)
        self.places.add(document, (shelf, path.stem))
        page = document.data if isinstance(document.data, dict) else {}
        return {"kind": "brief", **page} if shelf == "briefs" else page

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def read_text(folder: Path, file: str) -> tuple[str, Fault | None]:
    """Return the text of a file with plain line ends, or why there is none."""
    try:
        raw = (folder / file).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}"
        is_there = (folder / file).exists()
        hint = "see whether you may read it" if is_there else "a scenario needs it: write it"
        return "", Fault(file, 1, 1, Code.MISSING_FILE, Severity.ERROR, message, hint)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message, hint = "this is not UTF-8 text", "save the file as UTF-8"
        return "", Fault(file, line, column, Code.NOT_TEXT, Severity.ERROR, message, hint)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _unreadable(fault: Fault) -> Document:
    return Document(fault.file, "", faults=[fault], whole=False)


def _hint(key: str, keys: tuple[str, ...]) -> str:
    home = next((file for file, known in KEYS.items() if key in known), None)
    if home is not None:
        return f"it belongs into {home}"
    return nearest_of(key, keys)
