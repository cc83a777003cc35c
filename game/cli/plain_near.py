"""Which of the words that would do now is near to one that means nothing."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

NEAR = 0.65
"""How like a word must be to be meant."""


def near(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return the nearest known words, the nearest first; none where none is near.

    >>> near("tea", ["to-zeya", "trade"]), near("ussurri", ["ussuri", "trade"])
    ([], ['ussuri'])
    """
    return list(dict.fromkeys(get_close_matches(word, list(known), most, NEAR)))
