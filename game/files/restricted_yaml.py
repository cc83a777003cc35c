"""The YAML of scenarios: every scalar is text, and every key and scalar knows its place.

Mappings, lists and scalars are all there is: no anchors, aliases, tags, merge keys, tabs or
second documents, and no key twice. Only the first error of syntax in a file is reported, since
what follows it cannot be trusted; all else is reported together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import yaml

from game.files.scalars import offset_in
from game.scenario.faults import Code, Fault, Path, Severity, clipped

Data = str | list[Any] | dict[str, Any]
"""What a file says, untyped."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_DEPTH = 60
MOST_VALUES = 60_000
"""Keys and values of a scenario; that with the most that comes with the game has 10,000."""
_MOST_TABS = 20
_TAGS = "tag:yaml.org,2002:"
_PASSED_OVER = "?"
"""Stands in the path of what is read but not kept."""


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
    hides: bool = False
    """Whether something that it says is passed over: what an alias stands for, or a section."""

    @property
    def size(self) -> int:
        """Return how many keys and values it has."""
        return len(self.values) + len(self.keys)

    def complain(self, mark: Mark, code: Code, message: str, hint: str) -> None:
        """Add an error at a mark."""
        self.faults.append(
            Fault(
                self.file,
                mark.line,
                mark.column,
                code,
                Severity.ERROR,
                clipped(message),
                clipped(hint),
            )
        )

    def position(self, mark: Mark, offset: int, value: str) -> tuple[int, int]:
        """Return line and column of the character at `offset` in the value of a scalar."""
        start = mark.start + offset_in(self.text[mark.start : mark.end], value, offset)
        before = self.text.rfind("\n", 0, start)
        return self.text.count("\n", 0, start) + 1, start - before


def read_yaml(text: str, file: str, most: int = MOST_VALUES) -> Document:
    """Return the document that a text holds, with every fault in it; `most` bounds its values."""
    document = Document(file, text)
    _refuse_tabs(document)
    try:
        _Builder(document, iter(_Loader(text).get_event, None), most).build()
    except _TooMuchError as error:
        document.whole = False
        message = f"here the scenario has more than {MOST_VALUES:,} keys and values"
        document.complain(error.mark, Code.TOO_BIG, message, "make two scenarios of it")
    except yaml.MarkedYAMLError as error:
        document.whole = False
        found = error.problem_mark or error.context_mark
        mark = Mark(found.line + 1, found.column + 1, 0, 0) if found else Mark(1, 1, 0, 0)
        if mark.line not in {fault.line for fault in document.faults}:
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


class _TooMuchError(Exception):
    """A file has more keys and values than are read; `mark` is the first that is not."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


class _Builder:
    """Builds the value of a document from the parser's events."""

    def __init__(self, document: Document, events: Iterator[Any], most: int) -> None:
        self.document = document
        self.events = events
        self.most = most
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
            elif isinstance(event, yaml.NodeEvent):
                self.document.data = self.value(event, ())

    def value(self, event: Any, path: Path) -> Data:
        """Return the value that begins with an event, and keep its place."""
        self.document.values[path] = _mark(event)
        if self.document.size > self.most:
            raise _TooMuchError(_mark(event))
        if event.anchor is not None or isinstance(event, yaml.AliasEvent):
            self.forbid_anchor(event)
        elif event.tag is not None:
            self.forbid(event, f"the tag {event.tag.replace(_TAGS, '!!')}")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.AliasEvent):
            return ""
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        mapping = isinstance(event, yaml.MappingStartEvent)
        found = self.mapping(path) if mapping else self.sequence(path)
        self.depth -= 1
        return found

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, path)
            if key is None or key in found:
                self.value(next(self.events), (*path, _PASSED_OVER))
                continue
            self.document.keys[*path, key] = _mark(event)
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def key(self, event: Any, path: Path) -> str | None:
        """Return the key that an event is; `None` for one that is passed over with its value."""
        if not isinstance(event, yaml.ScalarEvent):
            message, hint = "a key is plain text", "write KEY: VALUE"
            self.document.complain(_mark(event), Code.FORBIDDEN_YAML, message, hint)
            self.value(event, (*path, _PASSED_OVER))
            return None
        key = str(event.value)
        if event.anchor is not None or event.tag is not None:
            self.forbid(event, "an anchor or tag")
        if key == "<<":
            self.forbid(event, "the merge key <<")
            return None
        if first := self.document.keys.get((*path, key)):
            message, hint = f"{key} stands here twice", f"see line {first.line}"
            self.document.complain(_mark(event), Code.DUPLICATE_KEY, message, hint)
        return key

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def forbid_anchor(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.document.hides = True
            self.forbid(event, f"the alias *{event.anchor}")
        else:
            self.forbid(event, f"the anchor &{event.anchor}")

    def forbid(
        self,
        event: yaml.Event,
        what: str,
        hint: str = "write it out, or put text that only looks so in quotes",
    ) -> None:
        self.document.complain(
            _mark(event), Code.FORBIDDEN_YAML, f"scenarios do not use {what}", hint
        )


def _refuse_tabs(document: Document) -> None:
    lines = enumerate(document.text.split("\n"), 1)
    found = ((number, column) for number, line in lines if (column := line.find("\t")) >= 0)
    for number, column in islice(found, _MOST_TABS):
        mark = Mark(number, column + 1, 0, 0)
        document.complain(mark, Code.FORBIDDEN_YAML, "scenarios do not use tabs", "use spaces")


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
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
    return "see that every bracket and quote is closed, and that lines begin below one another"
