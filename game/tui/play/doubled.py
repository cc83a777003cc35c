"""Keys that come too soon: they are not meant for what the key before them brought.

The same key is a doubled one. Where what came could not be known before, no other key is meant
for it either. What counts is when a key was typed, not when a busy game came to it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

WITHIN = 0.35
"""Seconds after something came into view in which no key can well be meant for it."""

SCENE, OPENING = 3, 4
"""So many times as long nothing is meant for a scene that a decision brought, and for what a play
opens on: they are to be read first."""

_typed: ContextVar[float] = ContextVar("typed", default=inf)


@contextmanager
def typing(at: float) -> Iterator[None]:
    """Have all that is done meanwhile be done by a key that was typed at a time."""
    token = _typed.set(at)
    try:
        yield
    finally:
        _typed.reset(token)


def typed_at() -> float:
    """Return when the key was typed by which something is done; now, if it is done by none."""
    return min(monotonic(), _typed.get())


class Doubled:
    """Remembers what was pressed, and since when what it brought can be seen."""

    def __init__(self) -> None:
        self._pressed: Hashable = None
        self._is_news = False
        self._seen_at = inf
        self._takes = 1
        self._times = 0
        self._heard_at = -inf
        """When a key last came too soon: one that is held down comes again and again."""

    def press(self, key: Hashable, *, is_news: bool = False, takes: int = 1) -> int:
        """Remember what was pressed; what it brings is not seen yet, and may be `is_news`.

        News `takes` so many times as long to be seen. Return what `see` is to be told.
        """
        self._pressed, self._is_news, self._seen_at, self._takes = key, is_news, inf, takes
        self._times += 1
        return self._times

    def see(self, brought: int) -> None:
        """Say that what a key brought is in view now, if none was pressed since."""
        if brought == self._times:
            self._seen_at = monotonic()

    def is_again(self, key: Hashable) -> bool:
        """Return whether a key comes too soon to be meant: the same one, or any after news."""
        if not self._is_news and key != self._pressed:
            return False
        now = typed_at()
        is_unseen = now - self._seen_at < WITHIN * self._takes
        is_soon = is_unseen or now - self._heard_at < WITHIN
        if is_soon:
            self._heard_at = now
        return is_soon
