"""Words that cannot act: whatever an author, a record or a player wrote is data to a terminal.

Control characters, bidi marks and zero-width ones show their names instead of doing something.

>>> visible("a\\x1b[31mred")
'a␛[31mred'
>>> visible("left\\u202eright")
'left<U+202E>right'
"""

from __future__ import annotations

from unicodedata import category

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_KEPT = "\n"
_HARMFUL = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Categories of characters that act, hide or cannot be printed."""


def visible(text: str) -> str:
    """Return a text in which every control, bidi and zero-width character shows its name."""
    return text if text.isprintable() else text.translate(_SHOWN)


class _Shown(dict[int, str]):
    """How each character that was met is shown."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _named(chr(code))
        return shown


_SHOWN = _Shown()


def _named(character: str) -> str:
    if character in _KEPT or character.isprintable():
        return character
    code = ord(character)
    if code in _PICTURES:
        return _PICTURES[code]
    return f"<U+{code:04X}>" if category(character) in _HARMFUL else character
