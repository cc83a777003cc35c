"""The digest of a state: the same on every machine, in every release, under every hash seed.

It is taken over a text that names each field which is not nothing (not 0, no, none or empty). A
field that a later release adds therefore leaves the digests of old records alone for as long as
it keeps to nothing.

>>> canonical((1, True, None, frozenset({3, 2}), "é"))
'(1,1,-,{2,3},1:é)'
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import cast

from game.state import FIELDS, State

DIGITS = 12


def digest(state: State) -> str:
    """Return the digest of a state, in 12 hexadecimal digits."""
    text = ";".join(
        [
            f"{name}={value}" if type(value) is int else f"{name}={_text(value)}"
            for name, value in zip(FIELDS, vars(state).values(), strict=True)
            if value
        ]
    )
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def canonical(value: object) -> str:
    """Return the one text of a value; values that are equal have equal texts.

    Knows whole numbers, texts, tuples, sets and `None`, as states are made of; raises `TypeError`
    for anything else, so that no float and no mapping ever comes into a state unnoticed.
    """
    kind = type(value)
    if kind is int:
        return str(value)
    if kind is tuple:
        return "(" + ",".join(map(canonical, cast("tuple[object, ...]", value))) + ")"
    if value is None:
        return "-"
    if isinstance(value, int):  # truth values and numbered words count as their number
        return str(int(value))
    if isinstance(value, str):
        return f"{len(value)}:{value}"
    if isinstance(value, frozenset):
        return "{" + ",".join(map(canonical, sorted(value))) + "}"
    if isinstance(value, tuple):
        return "(" + ",".join(map(canonical, value)) + ")"
    raise TypeError(f"a state may not hold {value!r}")


# From one state to the next most tuples stay as they are, the two men above all.
_text = lru_cache(maxsize=4096)(canonical)
