"""Which faults may be nothing but what follows from something that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from game.files.document import Document
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


def not_shadows(found: list[Fault], documents: list[Document]) -> list[Fault]:
    """Return the faults that are not perhaps only what a file hides that was not read whole."""
    lost = [document for document in documents if document.hides or not document.whole]
    cut = {document.file for document in lost if not document.whole}
    known = {(f.file, f.line, f.column) for document in documents for f in document.faults}
    uncited = any(document.file.endswith(".md") for document in lost)
    hides_all = not all(document.text for document in lost)
    hidden = lines_by_word(lost)
    return [
        fault
        for fault in found
        if fault.file not in cut
        and (fault.file, fault.line, fault.column) not in known
        and not (lost and fault.code is Code.UNUSED_TRACK)
        and not (fault.code in SHADOWS and (hides_all or is_hidden(fault, hidden)))
        and not (lost and fault.lacks)
        and not (uncited and fault.code is Code.UNUSED_SOURCE)
    ]
