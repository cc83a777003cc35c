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


def spread(radius: int, seed: str, kind: str, subject: str, occurrence: int = 0) -> int:
    """Return a whole number in `-radius..radius`."""
    return draw(2 * radius + 1, seed, kind, subject, occurrence) - radius
