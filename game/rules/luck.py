"""Luck is keyed to the thing it belongs to, never to a running stream.

Any text is a seed, also what a command line could not read as one: hence `surrogatepass`.

>>> draw(31, "1858", "risk", "thin-ice", 0) == draw(31, "1858", "risk", "thin-ice", 0)
True
>>> lots = lots_of(20, "1858", "man", "yishan")
>>> lots[:4] == lots_of(4, "1858", "man", "yishan"), 0 <= among(31, lots[0]) < 31
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from struct import Struct, unpack_from

LOT = 32
"""Bits of a lot."""
_blank = blake2b(digest_size=8).copy
"""Makes what draws one number: a copy of what was set up once costs less than another."""
_WHOLE = Struct(">Q").unpack
"""Reads the one number of a draw."""
_PARTS = [Struct(f">{count}I") for count in range(17)]
"""So many lots of one draw."""


def draw(sides: int, seed: str, kind: str, subject: str, occurrence: int) -> int:
    """Return a whole number in `0..sides-1`, the same wherever its four keys are the same."""
    key = f"{seed}|{kind}|{subject}|{occurrence}".encode("utf-8", "surrogatepass")
    drawing = _blank()
    drawing.update(key)
    (lot,) = _WHOLE(drawing.digest())
    whole: int = lot * sides >> 64
    return whole


def lots_of(count: int, seed: str, kind: str, subject: str) -> tuple[int, ...]:
    """Return lots for the parts of one thing, each below `2**LOT`.

    Sixteen come of one draw; a part that is added at the end changes none before it.
    """
    key = f"{seed}|{kind}|{subject}|"
    drawn = blake2b(f"{key}0".encode("utf-8", "surrogatepass")).digest()
    if count < len(_PARTS):
        return _PARTS[count].unpack_from(drawn)
    for occurrence in range(1, -(-count // 16)):
        drawn += blake2b(f"{key}{occurrence}".encode("utf-8", "surrogatepass")).digest()
    return unpack_from(f">{count}I", drawn)


def among(sides: int, lot: int) -> int:
    """Return the whole number in `0..sides-1` on which a lot falls."""
    return lot * sides >> LOT


def about(radius: int, lot: int) -> int:
    """Return the whole number in `-radius..radius` on which a lot falls."""
    return (lot * (2 * radius + 1) >> LOT) - radius


def about_each(middle: int, radius: int, lots: Iterable[int]) -> tuple[int, ...]:
    """Return the whole numbers in `middle-radius..middle+radius` on which lots fall."""
    least, sides = middle - radius, 2 * radius + 1
    return tuple([least + (lot * sides >> LOT) for lot in lots])
