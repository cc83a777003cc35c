"""Where the handbook's reference tells of a key, or of a word that a key takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

KEY = re.compile(r"- `(?P<key>[^`]+)`(?: \(|:)")
"""How a line of the reference begins that tells of a key, or of a name of the language."""
WORD = re.compile(r" +- `(?P<key>[^`]+)`:")
"""How a line begins that tells of a word which the key above it takes."""


class Told(NamedTuple):
    """What the reference says of one key."""

    key: str
    page: str
    chapter: str
    lines: tuple[str, ...]
    """As they stand there, those of its words included."""

    @property
    def names(self) -> set[str]:
        """The key, and the words that it takes."""
        return {self.key, *(found["key"] for line in self.lines if (found := WORD.match(line)))}


def told_in(page: str, text: str) -> Iterator[Told]:
    """Yield each key that a page of the reference tells of, with its lines.

    >>> next(told_in("p", "# f.yaml\\n\\n## Seat\\n\\n- `name` (text; needed) Who he is.\\n"))
    Told(key='name', page='p', chapter='Seat', lines=('- `name` (text; needed) Who he is.',))
    """
    chapter, lines = "", text.split("\n")
    for at, line in enumerate(lines):
        if line.startswith("#"):
            chapter = line.lstrip("# ")
        elif found := KEY.match(line):
            words = []
            for below in lines[at + 1 :]:
                if not WORD.match(below):
                    break
                words.append(below)
            yield Told(found["key"], page, chapter, (line, *words))
