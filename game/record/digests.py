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
from itertools import compress
from operator import is_not

from game.state import FIELDS, State

DIGITS = 12


def digest(state: State) -> str:
    """Return the digest of a state, in 12 hexadecimal digits."""
    values = tuple(vars(state).values())
    text = ";".join(filter(None, _texts(values)))
    return _short(text)


def position(state: State) -> str:
    """Return the digest of where the talks stand, whatever road led there.

    Two roads lead to the same position where all is equal but the order of what was decided, and
    what a seat asked its own people or guessed: by the rules the same may follow.
    """
    has_asked = [int(asked == state.sitting) for asked in state.forecasts]
    decided = tuple(sorted(map(canonical, state.transcript)))
    text = digest(state._replace(transcript=(), guesses=(), forecasts=(0, 0)))
    return _short(f"{text}|{canonical(decided)}|{has_asked}")


def _short(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def _texts(values: tuple[object, ...]) -> list[str]:
    """Return the text of each field, empty for a field that is nothing.

    From one state to the next most fields stay the very same thing, and so do their texts.
    """
    global _last  # both at once, so that threads may not mix them up
    before, known = _last
    texts = known.copy()
    for at in compress(range(len(values)), map(is_not, values, before)):
        value = values[at]
        texts[at] = f"{FIELDS[at]}={_text(value, before[at], known[at])}" if value else ""
    _last = values, texts
    return texts


_last: tuple[tuple[object, ...], list[str]] = ((None,) * len(FIELDS), [""] * len(FIELDS))


def _text(value: object, before: object, text: str) -> str:
    """Return the text of a value; a tuple that only grew by one thing adds to the text before."""
    if type(value) is int:
        return repr(value)
    if type(value) is tuple and before and type(before) is tuple and value[:-1] == before:
        return f"{text.partition('=')[2][:-1]},{_known(value[-1])})"
    return _known(value)


def canonical(value: object) -> str:
    """Return the one text of a value; values that are equal have equal texts.

    Knows whole numbers, texts, tuples, sets and `None`, as states are made of; raises `TypeError`
    for anything else, so that no float and no mapping ever comes into a state unnoticed.
    """
    if isinstance(value, tuple):
        return "(" + ",".join([repr(v) if type(v) is int else canonical(v) for v in value]) + ")"
    if value is None:
        return "-"
    if isinstance(value, int):  # truth values and numbered words count as their number
        return str(int(value))
    if isinstance(value, str):
        return f"{len(value)}:{value}"
    if isinstance(value, frozenset):
        return "{" + ",".join(map(canonical, sorted(value))) + "}"
    raise TypeError(f"a state may not hold {value!r}")


_known = lru_cache(maxsize=4096)(canonical)
