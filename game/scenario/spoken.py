"""Words that are looked for in texts, however many words and however long the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST_LETTERS = 80
"""Of one such word, or phrase."""
FEW = 50
"""Beginnings that are looked for together; of more, each word of a text is looked up."""
_TOKEN = re.compile(r"\w+")


class Spoken:
    """Finds some words in texts, each only where it stands alone.

    >>> spoken = Spoken(["treaty of Aigun", "Khabarovka"])
    >>> list(spoken.within("By the treaty of Aigun, in the Khabarovkas"))
    [('treaty of Aigun', 7)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        """By their first letters up to the next that is none, how long words are."""
        for word in words:
            first = _TOKEN.match(word)
            if first is not None and len(word) <= MOST_LETTERS:
                self._words.add(word)
                self._lengths.setdefault(first[0], set()).add(len(word))
        few = "|".join(self._lengths) if len(self._lengths) <= FEW else ""
        self._begins = re.compile(rf"\b(?:{few})\b") if few else _TOKEN

    def within(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield each word that stands in a text, and its offset."""
        if not self._words:
            return
        for token in self._begins.finditer(text):
            at = token.start()
            for length in self._lengths.get(token[0], ()):
                word = text[at : at + length]
                if word in self._words and not _TOKEN.match(text, at + length):
                    yield word, at
