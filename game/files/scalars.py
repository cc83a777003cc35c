"""Where a character of a scalar's value stands in its raw text, in each of YAML's styles.

Folding, indentation and quotes change the spaces between characters and nothing else, so that the
characters that are no spaces are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_SPACES = frozenset("tnvfrNLP_ \t\n")
"""What stands for a space, or for nothing, behind a backslash."""


class _Solid(NamedTuple):
    """A character that is no space: where it begins and ends in the raw text."""

    start: int
    end: int


def offset_in(raw: str, value: str, offset: int) -> int:
    """Return how far into its raw text the character at `offset` of a value stands.

    Of a space, and behind the last character, it is the end of the character before.

    >>> offset_in("'it''s  here'", "it's  here", 6)
    8
    """
    before = sum(not character.isspace() for character in value[:offset])
    is_solid = offset < len(value) and not value[offset].isspace()
    end = 0
    for number, character in enumerate(_solids(raw)):
        if number == before:
            return character.start if is_solid else end
        end = character.end
    return end


def _solids(raw: str) -> Iterator[_Solid]:
    if raw[:1] == '"':
        yield from _double_quoted(raw)
        return
    is_block = raw[:1] in ("|", ">")
    is_quoted = raw[:1] == "'"
    at = raw.find("\n") + 1 if is_block else int(is_quoted)
    while at < len(raw):
        size = 2 if is_quoted and raw.startswith("''", at) else 1
        if not raw[at].isspace():
            yield _Solid(at, at + size)
        at += size


def _double_quoted(raw: str) -> Iterator[_Solid]:
    at = 1
    while at < len(raw):
        found = _ESCAPE.match(raw, at)
        if found is None:
            if not raw[at].isspace():
                yield _Solid(at, at + 1)
            at += 1
            continue
        said = found[1]
        is_space = chr(int(said[1:], 16)).isspace() if len(said) > 1 else said in _SPACES
        if not is_space:
            yield _Solid(at, found.end())
        at = found.end()
