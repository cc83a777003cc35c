"""What an author is told of a text that is no YAML: the parser's reasons in plain words."""

from __future__ import annotations

import yaml

QUESTION_MARK = "a text with a question mark stands here between braces or brackets without quotes"
QUOTED = "put the text between quotes"
_QUOTED_MARKS = "put text that holds a colon, a comma or a quote between quotes"
_CLOSED = "see that every bracket and quote is closed, and that lines begin below one another"

_REASONS = (
    ("but got '?'", QUESTION_MARK, QUOTED),
    (
        "mapping values are not allowed",
        "a colon ends a key, and there is one already",
        _QUOTED_MARKS,
    ),
    ("expected ',' or '}'", "a comma or a closing } is missing before this", _QUOTED_MARKS),
    ("expected ',' or ']'", "a comma or a closing ] is missing before this", _QUOTED_MARKS),
    ("did not find expected key", "this fits nothing that stands before it", _QUOTED_MARKS),
    ("expected <block end>", "this fits nothing that stands before it", _QUOTED_MARKS),
    ("could not find expected ':'", "here a key needs a colon and a space behind it", _CLOSED),
    ("cannot start any token", "a text cannot begin with this sign", QUOTED),
    ("unexpected end of stream", "the file ends within a quote", _CLOSED),
)
"""Words of the parser, in either of its two builds, with what they mean and how to mend it."""


def told(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Return what is wrong and how to mend it."""
    problem = error.problem or ""
    for words, message, hint in _REASONS:
        if words in problem:
            return message, hint
    parts = (error.context, error.problem)
    return "this is no YAML: " + ", ".join(part for part in parts if part), _CLOSED
