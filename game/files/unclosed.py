"""Where a quote or a bracket opens that is not closed, in a text that is no YAML.

The parser goes on until something fits nothing: what was not closed has then run over keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import yaml

CLOSE = "close it where its text should end"
_BEGINS_ANEW = re.compile(r"(?P<indent>[ ]*)(?:- |[{\[]?[A-Za-z0-9][\w.-]*:(?:\s|$))")
"""A line that begins with a key, or with an item of a list."""
_CLOSING = {"[": "]", "{": "}"}


class Opening(NamedTuple):
    """Line and column of what is not closed, from 1, what is wrong with it and how to mend it."""

    line: int
    column: int
    message: str
    hint: str


def open_quote(error: yaml.MarkedYAMLError, text: str, lines: list[str]) -> Opening | None:
    """Return the quote that has run over keys, or to the end of the file, if one has."""
    for start, end in _quoted(text, _mark(error)):
        if _runs_over(lines, start.line, end.line):
            return _quote_at(start, f"its text goes on to line {end.line + 1}")
    if "unexpected end of stream" in (error.problem or "") and error.context_mark is not None:
        return _quote_at(error.context_mark, "its text goes on to the end of the file")
    return None


def quote_before(text: str, line: int, column: int) -> Opening | None:
    """Return the quote of the text that ends at a place, from 1, without having been closed."""
    for start, end in _quoted(text, None):
        if (end.line + 1, end.column) == (line, column):
            return _quote_at(start, f"its text ends at the next one, in column {column}")
        if end.line >= line:
            break
    return None


def open_bracket(error: yaml.MarkedYAMLError, lines: list[str]) -> Opening | None:
    """Return the bracket or brace that has run over keys, or into another's end, if one has."""
    start, found = error.context_mark, error.problem_mark
    if start is None or found is None or "parsing a flow" not in (error.context or ""):
        return None
    if "flow node" in (error.context or ""):
        return _bare_bracket(lines[: found.line + 1])
    sign, stops = lines[start.line][start.column : start.column + 1], lines[found.line]
    if sign not in _CLOSING:
        return None
    at = stops[found.column : found.column + 1]
    if at and at in "]}":
        why, hint = f"a {at} comes first", f"write {_CLOSING[sign]} where it should end"
    elif over := _runs_over(lines, start.line, found.line):
        why = f"line {over + 1} begins anew"
        hint = f"close it with {_CLOSING[sign]} before line {over + 1}"
    elif not any(line.strip() for line in (stops[found.column :], *lines[found.line + 1 :])):
        why, hint = "the file ends first", f"close it with {_CLOSING[sign]}"
    else:
        return None
    place = start.line + 1, start.column + 1
    return Opening(*place, f"the {sign} that opens here is not closed: {why}", hint)


def _bare_bracket(lines: list[str]) -> Opening | None:
    """Return the bracket with which some lines end, if they end with one."""
    for number, line in reversed(list(enumerate(lines, 1))):
        if text := line.rstrip():
            sign = text[-1]
            if sign not in _CLOSING:
                return None
            message = f"the {sign} that opens here is not closed: the file ends first"
            return Opening(number, len(text), message, f"close it with {_CLOSING[sign]}")
    return None


def _quote_at(start: yaml.Mark, so: str) -> Opening:
    message = f"the quote that opens here is not closed: {so}"
    return Opening(start.line + 1, start.column + 1, message, CLOSE)


def _mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    return error.problem_mark or error.context_mark


def _quoted(text: str, until: yaml.Mark | None) -> Iterator[tuple[Any, Any]]:
    """Yield where each quoted text begins and ends, as far as the parser can go."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    tokens = iter(loader.get_token, None)
    try:
        for token in takewhile(lambda t: until is None or _is_before(t.start_mark, until), tokens):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                yield token.start_mark, token.end_mark
    except yaml.YAMLError:
        return


def _is_before(mark: Any, other: yaml.Mark) -> bool:
    return bool((mark.line, mark.column) < (other.line, other.column))


def _runs_over(lines: list[str], first: int, last: int) -> int | None:
    """Return the first line below another that begins anew no further in; both are indices."""
    indent = len(lines[first]) - len(lines[first].lstrip())
    for at in range(first + 1, last + 1):
        found = _BEGINS_ANEW.match(lines[at])
        if found is not None and len(found["indent"]) <= indent:
            return at
    return None
