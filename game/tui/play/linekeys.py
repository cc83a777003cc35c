"""The keys of the lines of a list: digits in order, then letters; some lines have their own."""

from __future__ import annotations

from typing import NamedTuple

from game.rules.legal import Head
from game.tui.play.keys import LINE_KEYS

OWN = {"accept": "a", "go-home": "g", "break-off": "g"}
"""Decisions that have a key of their own wherever they are offered."""


class LineKey(NamedTuple):
    """How a line is chosen."""

    key: str
    """As it is shown; blank where there are more lines than keys."""
    number: int
    """Which of the numbered lines it is, from 1; 0 for one with a key of its own."""


class Numbering:
    """Gives each open line of one list its key."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, head: Head) -> LineKey:
        """Return the key of the next line."""
        if head.verb in OWN:
            return LineKey(OWN[head.verb], 0)
        self._last += 1
        has_key = self._last <= len(LINE_KEYS)
        return LineKey(LINE_KEYS[self._last - 1] if has_key else " ", self._last)
