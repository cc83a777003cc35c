"""The YAML of scenarios: every scalar is text, and every key and scalar knows its place.

Mappings, lists and scalars are all there is: no anchors, aliases, tags, merge keys, tabs or
second documents, and no key twice. Only the first error of syntax in a file is reported, since
what follows it cannot be trusted; all else is reported together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from game.scenario.faults import Code, Fault, Path, Severity

Data = str | list[Any] | dict[str, Any]
"""What a file says, untyped."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_DEPTH = 60
_TAGS = "tag:yaml.org,2002:"
_NODES = (yaml.AliasEvent, yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)


class Mark(NamedTuple):
    """Where something begins and ends in its file's text, and its line and column from 1."""

    line: int
    column: int
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """What one file says, where it says it, and what is wrong with it."""

    file: str
    text: str
    data: Data = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True
    """Whether `data` is all that the file says."""

    def complain(self, mark: Mark, code: Code, message: str, hint: str = "") -> None:
        """Add an error at a mark."""
        self.faults.append(
            Fault(self.file, mark.line, mark.column, code, Severity.ERROR, message, hint)
        )

    def position(self, mark: Mark, offset: int, value: str) -> tuple[int, int]:
        """Return line and column of the character at `offset` in the value of a scalar."""
        start = mark.start + _walk(self.text[mark.start : mark.end], value, offset)
        before = self.text.rfind("\n", 0, start)
        return self.text.count("\n", 0, start) + 1, start - before


def read_yaml(text: str, file: str) -> Document:
    """Return the document that a text holds, with every fault in it."""
    document = Document(file, text)
    _refuse_tabs(document)
    try:
        _Builder(document, yaml.parse(text, Loader=_Loader)).build()
    except yaml.MarkedYAMLError as error:
        document.whole = False
        found = error.problem_mark or error.context_mark
        mark = _mark(found, found) if found else Mark(1, 1, 0, 0)
        document.complain(mark, Code.YAML_SYNTAX, _sentence(error), _syntax_hint(error))
    except yaml.reader.ReaderError as error:
        document.whole = False
        before = text[: error.position]
        line, column = before.count("\n") + 1, error.position - before.rfind("\n")
        code = error.character if isinstance(error.character, int) else ord(error.character[:1])
        document.complain(
            Mark(line, column, error.position, error.position),
            Code.YAML_SYNTAX,
            f"the control character U+{code:04X} cannot stand in YAML",
            "take it out, or write it as an escape between double quotes",
        )
    return document


class _Builder:
    """Builds the value of a document from the parser's events."""

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self.document = document
        self.events = events
        self.depth = 0

    def build(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.document.whole = False
                    self.forbid(event, "a second document", "put it into a file of its own")
                    return
            elif isinstance(event, _NODES):
                self.document.data = self.value(event, ())

    def value(self, event: Any, path: Path) -> Data:
        """Return the value that begins with an event, and keep its place."""
        document = self.document
        document.values[path] = _mark(event.start_mark, event.end_mark)
        if isinstance(event, yaml.AliasEvent):
            document.whole = False
            self.forbid(event, f"the alias *{event.anchor}")
            return ""
        if event.anchor is not None:
            self.forbid(event, f"the anchor &{event.anchor}")
        if event.tag is not None:
            self.forbid(event, f"the tag {event.tag.replace(_TAGS, '!!')}")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        read: Callable[[Path], Data] = (
            self.mapping if isinstance(event, yaml.MappingStartEvent) else self.list
        )
        found = read(path)
        self.depth -= 1
        return found

    def mapping(self, path: Path) -> Data:
        found: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            mark = _mark(event.start_mark, event.end_mark)
            if not isinstance(event, yaml.ScalarEvent):
                self.value(event, (*path, "?"))
                self.document.complain(mark, Code.FORBIDDEN_YAML, "a key is plain text")
                self.value(next(self.events), (*path, "?"))
                continue
            key = str(event.value)
            self.check_key(event, key)
            if key == "<<":
                self.value(next(self.events), (*path, "?"))
                continue
            if key in found:
                first = self.document.keys[*path, key]
                self.document.complain(
                    mark, Code.DUPLICATE_KEY, f"{key} stands here twice", f"see line {first.line}"
                )
                self.value(next(self.events), (*path, "?"))
                continue
            self.document.keys[*path, key] = mark
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def check_key(self, event: yaml.ScalarEvent, key: str) -> None:
        if event.anchor is not None or event.tag is not None:
            self.forbid(event, "an anchor or tag")
        if key == "<<":
            self.forbid(event, "the merge key <<")

    def list(self, path: Path) -> Data:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def forbid(
        self,
        event: yaml.Event,
        what: str,
        hint: str = "write it out, or put text that only looks so in quotes",
    ) -> None:
        mark = _mark(event.start_mark, event.end_mark)
        self.document.complain(mark, Code.FORBIDDEN_YAML, f"scenarios do not use {what}", hint)


def _refuse_tabs(document: Document) -> None:
    for number, line in enumerate(document.text.split("\n"), 1):
        column = line.find("\t")
        if column >= 0:
            mark = Mark(number, column + 1, 0, 0)
            document.complain(mark, Code.FORBIDDEN_YAML, "scenarios do not use tabs", "use spaces")


def _mark(start: Any, end: Any) -> Mark:
    return Mark(start.line + 1, start.column + 1, start.index, end.index)


def _sentence(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return "this is no YAML: " + ", ".join(part for part in parts if part)


def _syntax_hint(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if "mapping values" in problem or "did not find expected" in problem:
        return "put text that holds a colon, a comma or a quote between quotes"
    if "cannot start any token" in problem:
        return "put the text between quotes"
    return ""


def _walk(raw: str, value: str, offset: int) -> int:
    """Return how far into the raw text of a scalar the character at `offset` of its value stands.

    >>> _walk("'it''s here'", "it's here", 5)
    7
    """
    at = 0
    if raw[:1] in ("|", ">"):
        at = raw.find("\n") + 1
    elif raw[:1] in ("'", '"'):
        at = 1
    for wanted in value[:offset]:
        at = _next(raw, at, wanted) + 1
    if offset < len(value):
        at = _next(raw, at, value[offset])
    return min(at, len(raw))


def _next(raw: str, at: int, wanted: str) -> int:
    """Return where the next character of a value stands in its raw text."""
    if wanted.isspace():
        while at + 1 < len(raw) and raw[at].isspace() and raw[at + 1].isspace():
            at += 1
        return at
    while at < len(raw) and raw[at] != wanted:
        at += 1
    if wanted == "'" and raw[:1] == "'":
        at += 1
    return at
