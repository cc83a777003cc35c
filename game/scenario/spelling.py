"""Whether a word can be another one misspelt."""

from __future__ import annotations

import re

_PART = re.compile(r"[^-. ]+")
LETTERS_TO_A_SLIP = 3
"""Of so many letters one may be wrong."""


def is_near(word: str, other: str) -> bool:
    """Return whether a word is so like another that a slip of the pen explains it.

    What both have before the same dot says nothing of it. Parts that are left out, added or
    put in another order are slips, too.

    >>> is_near("note.warnd", "note.warned"), is_near("note.warned", "note.warned-of-the-water")
    (True, True)
    >>> is_near("note.took-the-third", "note.warned-of-the-water")
    False
    """
    while "." in word and word.partition(".")[0] == other.partition(".")[0]:
        word, other = word.partition(".")[2], other.partition(".")[2]
    if _slips(word, other) * LETTERS_TO_A_SLIP <= max(len(word), len(other)):
        return True
    parts, others = (set(_PART.findall(each)) for each in (word, other))
    return bool(parts and others) and (parts <= others or others <= parts)


def _slips(word: str, other: str) -> int:
    """Return how many letters must be left out, added, changed or swapped with the next."""
    above: list[int] = []
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        above, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if above and to > 1 and word[at - 2] == wanted and letter == other[to - 2]:
                least = min(least, above[to - 2] + 1)
            row.append(least)
    return row[-1]
