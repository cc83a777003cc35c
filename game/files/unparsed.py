"""What an author is told of a text that is no YAML: the parser's reasons in plain words."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from game.files.indents import where_a_key_may_begin
from game.files.unclosed import open_bracket, open_quote, quote_before
from game.scenario.authored import meant_number

QUESTION_MARK = "a text with a question mark stands here between braces or brackets without quotes"
QUOTED = "put the text between quotes"
_QUOTED_MARKS = "put text that holds a colon, a comma or a quote between quotes"
_COMMA = "put a comma before it; text that holds a colon, a comma or a quote goes between quotes"
_CLOSED = "see that every bracket and quote is closed, and that lines begin below one another"

_KEY_ALONE = "here a key needs a colon and a space behind it"
_SPACE = "put a space behind the colon"
NO_ITEM = "an item of a list begins with a dash and a space"
_SPACE_BEHIND_DASH = "put a space behind the dash; a text that begins so goes between quotes"
_NO_COLON = "could not find expected ':'"
_TWO_COLONS = "mapping values are not allowed"

_REASONS = (
    ("but got '?'", QUESTION_MARK, QUOTED),
    (
        _TWO_COLONS,
        "a colon ends a key, and there is one already",
        _QUOTED_MARKS,
    ),
    ("expected ',' or '}'", "a comma or a closing } is missing before this", _COMMA),
    ("expected ',' or ']'", "a comma or a closing ] is missing before this", _COMMA),
    ("did not find expected key", "this fits nothing that stands before it", _QUOTED_MARKS),
    ("expected <block end>", "this fits nothing that stands before it", _QUOTED_MARKS),
    (_NO_COLON, _KEY_ALONE, _CLOSED),
    ("cannot start any token", "a text cannot begin with this sign", QUOTED),
)
"""Words of the parser, in either of its two builds, with what they mean and how to mend it."""

_RUN_ON = re.compile(r"\s*(?:- +)?[a-z][a-z0-9-]*:[^\s/:]")
"""A key that its value follows without a space."""
_CURLY = re.compile(r"(?:^|[:,{\[-])\s+([“”„‘’«»])|^[“”„‘’«»]")
"""A value that begins with a quote which YAML does not know."""
_BEFORE_A_VALUE = re.compile(r"[:,{\[-]\s+$")
_KEY_OR_QUOTE = re.compile(r"[\w.-]+:\s|['\"]")


_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Told(NamedTuple):
    """Line and column of what is wrong, from 1, what it is and how to mend it."""

    line: int
    column: int
    message: str
    hint: str


def told(error: yaml.MarkedYAMLError, text: str) -> Told:
    """Return what is wrong with a text.

    The parser sees a key without its colon a line too late, where a quote ends too early only
    what follows it, and of what is not closed only where that no longer fits.
    """
    found, problem = error.problem_mark or error.context_mark, error.problem or ""
    if found is None:
        return Told(1, 1, *_reason(error))
    lines = lines_of(text)
    if opening := open_quote(error, text, lines) or open_bracket(error, lines):
        return Told(*opening)
    line, above = lines[found.line], lines[found.line - 1] if found.line else ""
    if _NO_COLON in problem and error.context_mark is not None:
        found = error.context_mark
        line = lines[found.line]
    elif _TWO_COLONS in problem and _is_text_alone(above, line):
        hint = _SPACE if _RUN_ON.match(above) else _CLOSED
        return Told(found.line, len(above) - len(above.lstrip()) + 1, _KEY_ALONE, hint)
    if _NO_COLON in problem and _RUN_ON.match(line):
        return Told(found.line + 1, found.column + 1, _KEY_ALONE, _SPACE)
    if item := _ITEM.match(line):
        return Told(found.line + 1, item.end(), NO_ITEM, _SPACE_BEHIND_DASH)
    return (
        curly_quote(line, found.line + 1, found.column)
        or _quote_that_ends(line, found.line + 1, found.column, text)
        or _key_out_of_line(lines, found.line, found.column, is_within_text=_TWO_COLONS in problem)
        or Told(found.line + 1, found.column + 1, *_reason(error))
    )


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as YAML's parsers count them.

    Several signs end a line, and a text may end in one more than it has.
    """
    return [*_BREAK.split(text), ""]


def curly_quote(line: str, number: int, column: int) -> Told | None:
    """Return what is wrong where the last text that begins before a column has curly quotes."""
    quotes = list(_CURLY.finditer(line[:column]))
    if not quotes:
        return None
    message = "curly quotes are letters of the text and hold nothing together"
    return Told(
        number, quotes[-1].end(), message, "use straight quotes (' or \") around the whole text"
    )


def space_missing(line: str, column: int) -> str:
    """Return how a key is mended that begins behind a column and lacks the space after its colon.

    The text is empty where it lacks something else.
    """
    return _SPACE if _RUN_ON.match(line[column:]) else ""


_NUMBER_CUT = re.compile(r"[+-]?\d+,$", re.ASCII)


def number_cut(line: str, number: int, column: int, key: str) -> Told | None:
    """Return what is wrong where a comma in a number makes what follows it, at a column, a key."""
    cut = _NUMBER_CUT.search(line[:column])
    meant = meant_number(f"{cut[0]}{key}") if cut else ""
    if not cut or not meant:
        return None
    message = f"a comma ends the number: {cut[0]}{key} is none"
    return Told(number, cut.start() + 1, message, meant)


_ITEM = re.compile(r"[ ]*-(?=[^\W\d])")
"""A line that begins with a dash and a letter."""


def item_without_space(text: str, start: int, end: int) -> Told | None:
    """Return what is wrong where a line of a plain text begins with a dash and a letter.

    Its line is counted from that on which the text starts.
    """
    line_start = text.rfind("\n", 0, start) + 1
    for number, line in enumerate(text[line_start:end].split("\n"), 1):
        if found := _ITEM.match(line):
            return Told(number, found.end(), NO_ITEM, _SPACE_BEHIND_DASH)
    return None


def _quote_that_ends(line: str, number: int, column: int, text: str) -> Told | None:
    """Return what is wrong where a quote within a text ends it before a column."""
    before, after = line[:column].rstrip(), line[column:]
    mark = before[-1:]
    if mark not in ("'", '"') or not after:
        return None
    if len(before) < column and (mark not in after or _KEY_OR_QUOTE.match(after)):
        return None
    if _BEFORE_A_VALUE.search(before[:-1]) and (opening := quote_before(text, number, len(before))):
        return Told(*opening)
    if mark == "'":
        hint = "write an apostrophe in it twice (''), or put the text between double quotes"
    else:
        hint = 'write a quote in it as \\", or put the text between single quotes'
    return Told(number, len(before), f"the text ends at this {mark}", hint)


def _key_out_of_line(
    lines: list[str], at: int, column: int, *, is_within_text: bool
) -> Told | None:
    """Return what is wrong where a key begins in a column in which none can.

    Within a text it is the colon behind the key at which the parser stops, else the key.
    """
    before = lines[at][:column].strip()
    place = where_a_key_may_begin(lines, at)
    if place is None or bool(before) is not is_within_text or ":" in before:
        return None
    also = "; if it goes on with the text above, put the whole text between quotes"
    message = f"no key can begin in column {place.column} here"
    return Told(at + 1, place.column, message, place.hint + (also if is_within_text else ""))


def _reason(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    for words, message, hint in _REASONS:
        if words in (error.problem or ""):
            return message, hint
    parts = (error.context, error.problem)
    return "this is no YAML: " + ", ".join(part for part in parts if part), _CLOSED


def _is_text_alone(line: str, below: str) -> bool:
    """Return whether a line has no key and stands as far in as the one below it."""
    words, others = line.lstrip(), below.lstrip()
    has_key = ":" in words and not _RUN_ON.match(words)
    is_plain = bool(words) and not has_key and not words.startswith(("#", "-"))
    return is_plain and len(line) - len(words) == len(below) - len(others)
