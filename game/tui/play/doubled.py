"""Keys that come too soon: they are not meant for what the key before them brought.

The same key is a doubled one. Where what came could not be known before, no other key is meant
for it either.
"""

from __future__ import annotations

from collections.abc import Hashable
from math import inf
from time import monotonic

WITHIN = 0.35
"""Seconds after something came into view in which no key can well be meant for it."""


class Doubled:
    """Remembers what was pressed, and since when what it brought can be seen."""

    def __init__(self) -> None:
        self._pressed: Hashable = None
        self._is_news = False
        self._seen_at = inf

    def press(self, key: Hashable, *, is_news: bool = False) -> None:
        """Remember what was pressed; what it brings is not seen yet, and may be `is_news`."""
        self._pressed, self._is_news, self._seen_at = key, is_news, inf

    def see(self) -> None:
        """Say that what it brought is in view now."""
        self._seen_at = monotonic()

    def is_again(self, key: Hashable) -> bool:
        """Return whether a key comes too soon to be meant: the same one, or any after news."""
        return (self._is_news or key == self._pressed) and monotonic() - self._seen_at < WITHIN
