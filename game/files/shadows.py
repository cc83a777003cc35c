"""Which faults may be nothing but what follows from something that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from game.files.restricted_yaml import Document
from game.scenario.faults import Code, Fault

SHADOWS = frozenset(
    {
        Code.MISSING_KEY,
        Code.UNKNOWN_NAME,
        Code.UNKNOWN_ID,
        Code.UNKNOWN_WORD,
        Code.UNKNOWN_SOURCE,
        Code.UNUSED_SOURCE,
        Code.NOTE_NEVER_SET,
        Code.NOTE_NEVER_READ,
        Code.UNUSED_TRACK,
        Code.MISSING_BRIEF,
    }
)
"""What may be right again once something that could not be read is mended."""

_SUBJECT = re.compile(r"(?:called|sets|asks for|cites|page briefs/)[ ]?(?:[a-z]+\.)?([a-z0-9-]+)")


def subject(message: str) -> str:
    """Return the id that a fault speaks of.

    >>> subject("nothing asks for note.warned"), subject("ice is no event")
    ('warned', 'ice')
    >>> subject("nothing is called chose.night-river.go-on here")
    'night-river'
    >>> subject("nothing is called offer.landnig here")
    'landnig'
    """
    found = _SUBJECT.search(message)
    return found[1] if found else message.split(" ")[0]


def words_of(value: Any) -> frozenset[str]:
    """Return everything in what is written that could be an id; of `None` nothing."""
    if value is None:
        return frozenset()
    return frozenset(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", str(value)))


Lines = Mapping[str, set[tuple[str, int]]]
"""File and line of each word."""


def lines_by_word(documents: Iterable[Document]) -> Lines:
    """Return where each word stands that could be an id."""
    found: dict[str, set[tuple[str, int]]] = {}
    for document in documents:
        for number, line in enumerate(document.text.split("\n"), 1):
            for word in words_of(line):
                found.setdefault(word, set()).add((document.file, number))
    return found


def is_hidden(fault: Fault, lines: Lines) -> bool:
    """Return whether what a fault misses may stand in some text, in another line than its own."""
    return bool(lines.get(subject(fault.message), set()) - {(fault.file, fault.line)})
