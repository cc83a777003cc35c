"""Where each value of a scenario stands in its files, and what pydantic found wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from textwrap import dedent
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.files.document import Document, Mark
from game.scenario.authored import KEBAB, Authored
from game.scenario.faults import Code, Path, Place, Problem, nearest_of
from game.scenario.model import Scenario


class DocumentPlaces:
    """The places of a scenario that was read from several documents."""

    def __init__(self, cover: str) -> None:
        self.documents: list[Document] = []
        self._cover = cover
        self._roots: dict[Path, Document] = {}
        self._owners: dict[Path, Document] = {}

    def add(self, document: Document, root: Path) -> None:
        """Put a document's values under a path of the scenario."""
        self.documents.append(document)
        if root:
            self._roots[root] = document
            return
        # Several files share a section such as `events`; each owns the things it holds.
        for path in document.heads:
            self._owners.setdefault(path, document)

    def place(self, path: Path, *, offset: int = 0, at_key: bool = False) -> Place:
        """Return the place of the value at a path, or of the nearest thing around it."""
        document, inner = self._find(path)
        if document is None:
            return Place(self._cover, 1, 1)
        if inner not in document.values and inner[:-1] in document.values:
            # A scalar may stand where a list is meant: its items have the scalar's place.
            inner = inner[:-1] if isinstance(inner[-1], int) else inner
        mark = self._mark(document, inner, at_key)
        if mark is None:
            return Place(document.file, *self._around(document, inner))
        if offset and not at_key:
            value = _value_at(document.data, inner)
            if isinstance(value, str):
                return Place(document.file, *document.position(mark, offset, value))
        return Place(document.file, mark.line, mark.column)

    def passage(self, path: Path) -> tuple[str, str]:
        """Return the file in which a thing stands and its lines there, without their indent.

        Raises `KeyError` where nothing is written at the path.
        """
        document, inner = self._find(path)
        if document is None or inner not in document.values:
            raise KeyError(path)
        mark = document.keys.get(inner, document.values[inner])
        first, *following = document.text.split("\n")[mark.line - 1 :]
        indent = len(first) - len(first.lstrip())
        within = takewhile(lambda line: not line.strip() or _indent(line) > indent, following)
        return document.file, dedent("\n".join([first, *within])).rstrip()

    def _find(self, path: Path) -> tuple[Document | None, Path]:
        for length in (2, 1):
            if path[:length] in self._roots:
                return self._roots[path[:length]], path[length:]
        for length in (2, 1):
            if path[:length] in self._owners:
                return self._owners[path[:length]], path
        cover = self.documents[0] if self.documents else None
        return cover, path

    @staticmethod
    def _around(document: Document, path: Path) -> tuple[int, int]:
        """Return the place of the nearest thing around a value that is not written itself."""
        for length in range(len(path) - 1, 0, -1):
            outer = path[:length]
            # A scalar may stand where a list is meant: its items have the scalar's place.
            marks = document.values if isinstance(path[length], int) else document.keys
            if outer in marks:
                return marks[outer].line, marks[outer].column
        return 1, 1

    @staticmethod
    def _mark(document: Document, path: Path, at_key: bool) -> Mark | None:
        if at_key and path in document.keys:
            return document.keys[path]
        return document.values.get(path)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def problems_of(error: ValidationError, whole: type[Authored] = Scenario) -> Iterator[Problem]:
    """Yield what pydantic found, each at the path the author would name.

    What is missing where one key is misspelt is not: it is there, by another name.
    """
    details = error.errors(include_url=False)
    problems = [problem_of(detail, whole) for detail in details]
    meant = {
        (*problem.path[:-1], problem.hint.removeprefix("did you mean ").rstrip("?"))
        for problem in problems
        if problem.code is Code.UNKNOWN_KEY
    }
    for detail, problem in zip(details, problems, strict=True):
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield problem


def problem_of(detail: ErrorDetails, whole: type[Authored] = Scenario) -> Problem:
    """Return one thing that pydantic found."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            message, hint = f"{path[-1]} is missing here", f"add `{path[-1]}: …`"
            return Problem(path[:-1], Code.MISSING_KEY, message, hint, at_key=True)
        case "extra_forbidden":
            hint = nearest_of(str(path[-1]), _keys_at(path[:-1], whole))
            return Problem(
                path, Code.UNKNOWN_KEY, f"{path[-1]} means nothing here", hint, at_key=True
            )
        case "string_pattern_mismatch":
            return Problem(
                path,
                Code.BAD_ID,
                "an id is in small letters, digits and single hyphens",
                _meant_id(detail.get("input"), path),
                at_key="[key]" in detail["loc"],
            )
        case "string_type":
            return Problem(path, Code.TYPE_MISMATCH, "plain text is needed here", _QUOTES)
        case "dict_type" | "model_type" | "model_attributes_type":
            return Problem(path, Code.TYPE_MISMATCH, "a mapping is needed here", MAPPING)
        case "tuple_type" | "list_type":
            return Problem(path, Code.TYPE_MISMATCH, "a list is needed here", "write [ONE, OTHER]")
        case kind if kind in set(Code):
            hint, offset = str(context.get("hint", SCHEMA)), int(context.get("offset", 0))
            return Problem(path, Code(kind), detail["msg"], hint, offset=offset)
    return Problem(path, Code.TYPE_MISMATCH, detail["msg"], SCHEMA)


_PART = rf"{KEBAB.strip('^$')}(?:\.{KEBAB.strip('^$')})?"
MAPPING = "write KEY: VALUE"
SCHEMA = "`amur schema` says what may stand here"
_QUOTES = "put text that holds a colon or a bracket between quotes"


_SEVERAL = re.compile(rf"{_PART}(?: +{_PART})+")


def _meant_id(written: object, path: Path) -> str:
    """Return how something is mended that is no id; in a list it may be several."""
    if isinstance(written, str) and isinstance(path[-1], int) and _SEVERAL.fullmatch(written):
        return f"a comma between them? write [{', '.join(written.split())}]"
    return "write it like the-old-mill"


def _keys_at(path: Path, whole: type[Authored]) -> list[str]:
    """Return the keys that the model at a path of what was read knows."""
    kind: Any = whole
    for step in path:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = kind.model_fields.values()
            kind = next((f.annotation for f in fields if f.alias == step), None)
            kind = _plain(kind)
        else:
            kind = _plain((get_args(kind) or (None,))[0])
    if isinstance(kind, type) and issubclass(kind, Authored):
        return [field.alias or name for name, field in kind.model_fields.items()]
    return []


def _plain(kind: Any) -> Any:
    """Return a type without `| None`."""
    members = [member for member in get_args(kind) if member is not type(None)]
    return members[0] if type(None) in get_args(kind) else kind


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
