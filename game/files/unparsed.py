"""What an author is told of a text that is no YAML: the parser's reasons in plain words."""

from __future__ import annotations

import yaml

QUESTION_MARK = "a text with a question mark stands here between braces or brackets without quotes"
QUOTED = "put the text between quotes"
_QUOTED_MARKS = "put text that holds a colon, a comma or a quote between quotes"
_CLOSED = "see that every bracket and quote is closed, and that lines begin below one another"

_KEY_ALONE = "here a key needs a colon and a space behind it"
_NO_COLON = "could not find expected ':'"
_TWO_COLONS = "mapping values are not allowed"

_REASONS = (
    ("but got '?'", QUESTION_MARK, QUOTED),
    (
        _TWO_COLONS,
        "a colon ends a key, and there is one already",
        _QUOTED_MARKS,
    ),
    ("expected ',' or '}'", "a comma or a closing } is missing before this", _QUOTED_MARKS),
    ("expected ',' or ']'", "a comma or a closing ] is missing before this", _QUOTED_MARKS),
    ("did not find expected key", "this fits nothing that stands before it", _QUOTED_MARKS),
    ("expected <block end>", "this fits nothing that stands before it", _QUOTED_MARKS),
    (_NO_COLON, _KEY_ALONE, _CLOSED),
    ("cannot start any token", "a text cannot begin with this sign", QUOTED),
    ("unexpected end of stream", "the file ends within a quote", _CLOSED),
)
"""Words of the parser, in either of its two builds, with what they mean and how to mend it."""


def told(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str, str]:
    """Return line and column of what is wrong, what it is and how to mend it.

    The parser sees a key without its colon a line too late.
    """
    found, problem = error.problem_mark or error.context_mark, error.problem or ""
    if found is None:
        return 1, 1, *_reason(error)
    lines = text.split("\n")
    above = lines[found.line - 1] if found.line else ""
    if _NO_COLON in problem and error.context_mark is not None:
        found = error.context_mark
    elif _TWO_COLONS in problem and _is_text_alone(above, lines[found.line]):
        return found.line, len(above) - len(above.lstrip()) + 1, _KEY_ALONE, _CLOSED
    return found.line + 1, found.column + 1, *_reason(error)


def _reason(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    for words, message, hint in _REASONS:
        if words in (error.problem or ""):
            return message, hint
    parts = (error.context, error.problem)
    return "this is no YAML: " + ", ".join(part for part in parts if part), _CLOSED


def _is_text_alone(line: str, below: str) -> bool:
    """Return whether a line has no colon and stands as far in as the one below it."""
    words, others = line.lstrip(), below.lstrip()
    is_plain = bool(words) and ":" not in words and not words.startswith(("#", "-"))
    return is_plain and len(line) - len(words) == len(below) - len(others)
