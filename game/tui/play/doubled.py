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

OPENING = 4
"""So many times as long nothing is meant for what a play opens on: it is to be read first."""


class Doubled:
    """Remembers what was pressed, and since when what it brought can be seen."""

    def __init__(self) -> None:
        self._pressed: Hashable = None
        self._is_news = False
        self._seen_at = inf
        self._longer = 1
        self._heard_at = -inf
        """When a key last came too soon: one that is held down comes again and again."""

    def press(self, key: Hashable, *, is_news: bool = False, opens: bool = False) -> None:
        """Remember what was pressed; what it brings is not seen yet, and may be `is_news`.

        What `opens` a screen is news, too, and takes longer to be seen.
        """
        self._pressed, self._is_news, self._seen_at = key, is_news or opens, inf
        self._longer = OPENING if opens else 1

    def see(self) -> None:
        """Say that what it brought is in view now."""
        self._seen_at = monotonic()

    def is_again(self, key: Hashable) -> bool:
        """Return whether a key comes too soon to be meant: the same one, or any after news."""
        if not self._is_news and key != self._pressed:
            return False
        now = monotonic()
        is_unseen = now - self._seen_at < WITHIN * self._longer
        is_soon = is_unseen or now - self._heard_at < WITHIN
        if is_soon:
            self._heard_at = now
        return is_soon
