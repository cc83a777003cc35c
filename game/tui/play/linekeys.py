"""The keys of the lines of a list: the letters of some, and digits, then letters, for numbers."""

from __future__ import annotations

from game.tui.play.keys import LINE_KEYS


def key_shown(key: str) -> str:
    """Return what is pressed for the key of a line; blank where there are more lines than keys.

    >>> key_shown("9"), key_shown("10"), key_shown("a"), key_shown("99")
    ('9', '0', 'a', ' ')
    """
    if not key.isdecimal():
        return key
    return LINE_KEYS[int(key) - 1 : int(key)] or " "
