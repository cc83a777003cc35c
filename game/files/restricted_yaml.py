"""The YAML of scenarios: every scalar is text, and every key and scalar knows its place.

Mappings, lists and scalars are all there is: no anchors, aliases, tags, merge keys, tabs or
second documents, and no key twice. Only the first error of syntax in a file is reported, since
what follows it cannot be trusted; all else is reported together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from sys import intern
from typing import Any

import yaml

from game.files.document import Data, Document, Mark, Marks
from game.files.unparsed import (
    NO_ITEM,
    QUESTION_MARK,
    QUOTED,
    curly_quote,
    item_without_space,
    lines_of,
    number_cut,
    space_missing,
    told,
)
from game.scenario.faults import Code, Path

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_DEPTH = 60
MOST_VALUES = 60_000
"""Keys and values of a scenario; that with the most that comes with the game has 10,000."""
_MOST_TABS = 20
_TAGS = "tag:yaml.org,2002:"
_PASSED_OVER = "?"
"""Stands in the path of what is read but not kept."""


def read_yaml(text: str, file: str, most: int = MOST_VALUES) -> Document:
    """Return the document that a text holds, with every fault in it; `most` bounds its values.

    Where all stands takes several times the memory of what is said, and only a fault asks for it:
    then the text is read once more.
    """
    document = Document(file, text, find=partial(_marks, text, file, most))
    _read(document, most, None)
    return document


def _marks(text: str, file: str, most: int) -> Marks:
    marks = Marks({}, {})
    _read(Document(file, text), most, marks)
    return marks


def _read(document: Document, most: int, marks: Marks | None) -> None:
    """Read what a document says, and where it says it if there are `marks` to keep that in."""
    text = document.text
    _refuse_tabs(document)
    try:
        _Builder(document, iter(_Loader(text).get_event, None), most, marks).build()
    except _TooMuchError as error:
        document.whole = False
        message = f"here the scenario has more than {MOST_VALUES:,} keys and values"
        document.complain(error.mark, Code.TOO_BIG, message, "make two scenarios of it")
    except yaml.MarkedYAMLError as error:
        document.whole = False
        line, column, *why = told(error, text)
        mark = Mark(line, column, 0, 0)
        cut = {f.line for f in document.faults if f.message == NO_ITEM and f.line < mark.line}
        if not cut and mark.line not in {fault.line for fault in document.faults}:
            document.complain(mark, Code.YAML_SYNTAX, *why)
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


class _TooMuchError(Exception):
    """A file has more keys and values than are read; `mark` is the first that is not."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


class _Builder:
    """Builds the value of a document from the parser's events."""

    def __init__(
        self, document: Document, events: Iterator[Any], most: int, marks: Marks | None
    ) -> None:
        self.document = document
        self.events = events
        self.most = most
        self.marks = marks
        self.depth = 0
        self.in_one_line = False
        """Whether what is read stands between braces or brackets."""

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
        mark = _mark(event)
        if self.marks is not None:
            self.marks.values[path] = mark
        self.document.size += 1
        if self.document.size > self.most:
            raise _TooMuchError(mark)
        if event.anchor is not None or isinstance(event, yaml.AliasEvent):
            self.forbid_anchor(event)
        elif event.tag is not None:
            self.forbid(event, f"the tag {event.tag.replace(_TAGS, '!!')}")
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and self.in_one_line:
                self.refuse_question_mark(mark)
            elif not event.style:
                self.refuse_dash(mark)
            return intern(str(event.value))
        if isinstance(event, yaml.AliasEvent):
            return ""
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        around, self.in_one_line = self.in_one_line, bool(event.flow_style)
        mapping = isinstance(event, yaml.MappingStartEvent)
        found = self.mapping(path) if mapping else self.sequence(path)
        self.depth -= 1
        self.in_one_line = around
        return found

    def mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, path, lines)
            told = next(self.events)
            if key is not None and told.start_mark.index == event.end_mark.index:
                self.refuse_lone_key(event, key)
                key = None
            if key is None or key in found:
                self.value(told, (*path, _PASSED_OVER))
                continue
            lines[key] = event.start_mark.line + 1
            if self.marks is not None:
                self.marks.keys[*path, key] = _mark(event)
            self.document.size += 1
            found[key] = self.value(told, (*path, key))
        return found

    def key(self, event: Any, path: Path, lines: Mapping[str, int]) -> str | None:
        """Return the key that an event is; `None` for one that is passed over with its value.

        Those before it in its mapping stand in these `lines`.
        """
        if not isinstance(event, yaml.ScalarEvent):
            message, hint = "a key is plain text", "write KEY: VALUE"
            self.document.complain(_mark(event), Code.FORBIDDEN_YAML, message, hint)
            self.value(event, (*path, _PASSED_OVER))
            return None
        key = intern(str(event.value))
        if self.in_one_line and not event.style:
            self.refuse_question_mark(_mark(event))
        if event.anchor is not None or event.tag is not None:
            self.forbid(event, "an anchor or tag")
        if key == "<<":
            self.forbid(event, "the merge key <<")
            return None
        if first := lines.get(key):
            message, hint = f"{key} stands here twice", f"see line {first}"
            self.document.complain(_mark(event), Code.DUPLICATE_KEY, message, hint)
            self.document.hides = True
        return key

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def refuse_lone_key(self, event: Any, key: str) -> None:
        """Complain of a key without a colon: what stands behind a comma in a text, as a rule."""
        self.document.hides = True
        mark = _mark(event)
        line = lines_of(self.document.text)[mark.line - 1]
        place = (line, mark.line, mark.column - 1)
        if said := curly_quote(*place) or number_cut(*place, key):
            at = Mark(said.line, said.column, mark.start, mark.end)
            self.document.complain(at, Code.YAML_SYNTAX, said.message, said.hint)
            return
        message = f"between braces a comma ends the text: '{key}' is no KEY: VALUE"
        hint = "put the whole text, with its commas, between quotes"
        if space := space_missing(line, mark.column - 1):
            message, hint = f"'{key}' is no KEY: VALUE", space
        self.document.complain(mark, Code.YAML_SYNTAX, message, hint)

    def refuse_question_mark(self, mark: Mark) -> None:
        """Complain of a mark that one of YAML's two parsers takes in a text, and one does not."""
        found = self.document.text.find("?", mark.start + 1, mark.end)
        if found >= 0:
            before = self.document.text.rfind("\n", 0, found)
            line = self.document.text.count("\n", 0, found) + 1
            at = Mark(line, found - before, found, found + 1)
            self.document.complain(at, Code.YAML_SYNTAX, QUESTION_MARK, QUOTED)

    def refuse_dash(self, mark: Mark) -> None:
        """Complain of a text within which an item of a list seems to begin."""
        if dash := item_without_space(self.document.text, mark.start, mark.end):
            at = Mark(mark.line + dash.line - 1, dash.column, mark.start, mark.end)
            self.document.complain(at, Code.YAML_SYNTAX, dash.message, dash.hint)

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
