"""A key that was hit twice in one go: its second press is not meant for what the first brought."""

from __future__ import annotations

from collections.abc import Hashable
from math import inf
from time import monotonic

WITHIN = 0.35
"""Seconds in which the same key counts as one press."""


class Doubled:
    """Remembers what was pressed, and since when what it brought can be seen."""

    def __init__(self) -> None:
        self._pressed: Hashable = None
        self._seen_at = inf

    def press(self, key: Hashable) -> None:
        """Remember what was pressed; what it brings is not seen yet."""
        self._pressed, self._seen_at = key, inf

    def see(self) -> None:
        """Say that what it brought is in view now."""
        self._seen_at = monotonic()

    def is_again(self, key: Hashable) -> bool:
        """Return whether it is the same key, too soon to be meant."""
        return key == self._pressed and monotonic() - self._seen_at < WITHIN
