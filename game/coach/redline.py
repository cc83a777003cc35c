"""A redline: what one text has that another has not, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

LEAST_ALIKE = 0.5
"""Of two texts that share less, the words that they do share say nothing."""


class Ink(StrEnum):
    """What became of some words between two texts."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


class Words(NamedTuple):
    """Words that stand together, and what became of them."""

    text: str
    ink: Ink


def redline(old: str, new: str) -> tuple[Words, ...]:
    """Return the words of two texts in order: those of both, of the old one, and of the new one.

    >>> [(word.ink.value, word.text) for word in redline("the bank lent", "the bank Russian")]
    [('same', 'the bank '), ('gone', 'lent'), ('come', 'Russian')]
    >>> [(word.ink.value, word.text) for word in redline("one", "one")]
    [('same', 'one')]
    """
    before, after = _parted(old), _parted(new)
    alike = SequenceMatcher(None, before, after, autojunk=False)
    if alike.ratio() < LEAST_ALIKE:
        return Words(old, Ink.GONE), Words(new, Ink.COME)
    found: list[Words] = []
    for _, a, a_end, b, b_end in alike.get_opcodes():
        gone, come = "".join(before[a:a_end]), "".join(after[b:b_end])
        if gone == come:
            found.append(Words(gone, Ink.SAME))
            continue
        if gone:
            found.append(Words(gone, Ink.GONE))
        if come:
            found.append(Words(come, Ink.COME))
    return tuple(found)


def _parted(text: str) -> list[str]:
    """Return the words of a text, each with the space after it."""
    return re.findall(r"\S+\s*", text)


def marked_up(words: tuple[Words, ...]) -> str:
    """Return a redline for a reader without colours: what went in brackets, what came in braces.

    >>> marked_up(redline("the bank lent", "the bank Russian"))
    'the bank [-lent-] {+Russian+}'
    """
    signs = {Ink.SAME: ("", ""), Ink.GONE: ("[-", "-]"), Ink.COME: ("{+", "+}")}
    parts = []
    for text, ink in words:
        first, last = signs[ink]
        parts.append(f"{first}{text.strip()}{last}" if first else text.strip())
    return " ".join(parts)
