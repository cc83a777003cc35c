"""A number in symbols that can be read aloud, typed and pasted: Crockford's base 32, with a check.

    AMUR1-LLLNNN...NCCCCCCC   format; how many symbols the number has; the number; its check

Capitals and small letters are the same, I and L are read as 1 and O as 0, dashes and white space
mean nothing. One wrong symbol, up to four neighbouring ones and whatever is cut off are always
found; of anything else one in four thousand million is not.

>>> spelled(1858)
'AMUR1-0031T22GA0A6J'
>>> number_in("amur1 OO3iT 22ga oa6j")
1858
"""

from __future__ import annotations

from itertools import pairwise
from zlib import crc32

from game.errors import CodeError

FORMAT = 1
"""The newest format of codes that this version of the game reads, and the one it writes."""
PREFIX = "AMUR"
LONGEST = 4096
"""Symbols of a number; a longer one is for a file."""

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {symbol: at for at, symbol in enumerate(_SYMBOLS)}
_READ_AS |= {symbol.lower(): at for symbol, at in _READ_AS.items()}
_READ_AS |= dict.fromkeys("IiLl", 1) | dict.fromkeys("Oo", 0)
_DASHES = "-‐‑‒–—"
_BITS, _LENGTH, _CHECK = 5, 3, 7
_NO_CODE = f"this is no code of a play; one begins with {PREFIX}{FORMAT}"


def spelled(number: int) -> str:
    """Return the code of a number from 0 up.

    Raises `CodeError` when it takes more than `LONGEST` symbols.
    """
    check_length(number.bit_length())
    count = -(-number.bit_length() // _BITS)
    places = _places(number, count)
    body = [*_places(count, _LENGTH), *places, *_places(_checked(places), _CHECK)]
    return f"{PREFIX}{_SYMBOLS[FORMAT]}-{''.join(_SYMBOLS[place] for place in body)}"


def check_length(bits: int) -> None:
    """Raise `CodeError` when a number of so many bits is too long for a code."""
    if bits > LONGEST * _BITS:
        raise CodeError("this line is too long for a code; send the record itself")


def is_code(text: str) -> bool:
    """Return whether a text begins as codes do; it may still be spoilt further on."""
    start = "".join(_said(text[: 4 * len(PREFIX)]))
    return start.upper().startswith(PREFIX) and start[len(PREFIX) :][:1] in _READ_AS


def number_in(code: str) -> int:
    """Return the number that a code spells.

    Raises `CodeError` with the reason: it is none, is of a newer format, has a character that
    cannot be in it, is cut short, or does not fit its check.
    """
    if not is_code(code):
        raise CodeError(_NO_CODE)
    said = _said(code)
    written = _READ_AS[said[len(PREFIX)]]
    if written > FORMAT:
        raise CodeError(
            f"this code was made by a newer version of the game (format {written});"
            f" this one reads format {FORMAT}"
        )
    if written < FORMAT:
        raise CodeError(_NO_CODE)
    said = said[len(PREFIX) + 1 :]
    for at, character in enumerate(said, len(PREFIX) + 2):
        if character not in _READ_AS:
            raise CodeError(
                f"{character!r}, character {at} of this code, cannot be in it: a code is made of"
                f" digits and letters, U excepted"
            )
    return _checked_number([_READ_AS[character] for character in said])


def _checked_number(places: list[int]) -> int:
    """Return the number in all that follows the format, if length and check agree with it."""
    count, body, check = _number(places[:_LENGTH]), places[_LENGTH:-_CHECK], places[-_CHECK:]
    whole = _LENGTH + count + _CHECK
    is_sound = _checked(body) == _number(check)
    if len(places) == whole and is_sound:
        return _number(body)
    if len(places) <= _LENGTH:
        raise CodeError("this code is cut short; copy all of it")
    if len(places) < whole and not is_sound:
        before = len(PREFIX) + 1
        raise CodeError(
            f"this code is cut short: of its {before + whole} characters"
            f" {before + len(places)} are here; copy all of it"
        )
    if len(places) > whole and not is_sound:
        raise CodeError("something stands after the end of this code; copy it alone")
    raise CodeError("a character of this code is wrong or missing; copy it again")


def _said(code: str) -> list[str]:
    """Return the characters of a code that mean something."""
    return [c for c in code if c not in _DASHES and not c.isspace()]


def _checked(places: list[int]) -> int:
    """Return the check over symbols, 32 bits."""
    return crc32(bytes(places))


def _places(number: int, count: int) -> list[int]:
    """Return a number as so many places among the symbols."""
    bits = f"{number:0{count * _BITS}b}" if count else ""
    ends = range(0, len(bits) + 1, _BITS)
    return [int(bits[start:end], 2) for start, end in pairwise(ends)]


def _number(places: list[int]) -> int:
    return int("".join(f"{place:0{_BITS}b}" for place in places) or "0", 2)
