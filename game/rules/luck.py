"""Luck is keyed to the thing it belongs to, never to a running stream.

>>> draw(31, "1858", "man", "yishan", 0) == draw(31, "1858", "man", "yishan", 0)
True
>>> 0 <= draw(31, "1858", "man", "muraviev", 0) < 31
True
"""

from __future__ import annotations

from hashlib import blake2b


def draw(sides: int, seed: str, kind: str, subject: str, occurrence: int) -> int:
    """Return a whole number in `0..sides-1`, the same wherever its four keys are the same."""
    key = f"{seed}|{kind}|{subject}|{occurrence}".encode()
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") * sides >> 64


class Luck:
    """Many draws whose keys begin alike: what they share is hashed only once.

    >>> Luck("1858", "man").draw(31, b"yishan|0") == draw(31, "1858", "man", "yishan", 0)
    True
    """

    __slots__ = ("_begun",)

    def __init__(self, *first: str) -> None:
        self._begun = blake2b(("|".join(first) + "|").encode(), digest_size=8)

    def draw(self, sides: int, rest: bytes) -> int:
        """Return the draw whose key ends in `rest`."""
        key = self._begun.copy()
        key.update(rest)
        return int.from_bytes(key.digest(), "big") * sides >> 64

    def spread(self, radius: int, rest: bytes) -> int:
        """Return a whole number in `-radius..radius`."""
        return self.draw(2 * radius + 1, rest) - radius
