"""Text for people, printed line by line: wrapped, numbered, and free of anything that acts.

Whatever an author, a record or a player wrote is data on the terminal: `visible` shows control
characters by their names instead of letting them do something.

>>> visible("a\\x1b[31mred")
'a␛[31mred'
>>> visible("left\\u202eright")
'left<U+202E>right'
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from unicodedata import category

WIDTH = 72
"""Columns of prose; longer lines tire the eye, wider terminals or not."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_KEPT = "\n"
_HARMFUL = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Categories of characters that act, hide or cannot be printed."""


def visible(text: str) -> str:
    """Return a text in which every control, bidi and zero-width character shows its name."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in _KEPT or character.isprintable():
        return character
    code = ord(character)
    if code in _PICTURES:
        return _PICTURES[code]
    return f"<U+{code:04X}>" if category(character) in _HARMFUL else character


def wrapped(text: str, first: str = "", later: str | None = None) -> str:
    """Return a text in paragraphs of `WIDTH` columns; blank lines part paragraphs."""
    later = first if later is None else later
    paragraphs = []
    for paragraph in visible(text).split("\n\n"):
        words = " ".join(paragraph.split())
        if words:
            paragraphs.append(
                textwrap.fill(
                    words,
                    WIDTH,
                    initial_indent=first,
                    subsequent_indent=later,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
            first = later
    return "\n\n".join(paragraphs)


def ended(text: str) -> str:
    """Return a text with a full stop at its end, and one only.

    >>> ended("not with that paper"), ended("Not today."), ended("And if I refuse?")
    ('not with that paper.', 'Not today.', 'And if I refuse?')
    """
    text = text.strip()
    return text if text.endswith((".", "!", "?", "”", "’")) else f"{text}."


def hung(label: str, text: str) -> str:
    """Return a text behind a label, its continuation below itself.

    >>> hung("  his   ", "his last word")
    '  his   his last word'
    """
    return wrapped(text, label, " " * len(label))


def item(number: int, text: str) -> str:
    """Return a numbered line, its continuation indented.

    >>> item(3, "Dine with him")
    ' 3. Dine with him'
    """
    return wrapped(text, f"{number:2d}. ", "    ")


def say(*texts: str) -> None:
    """Print texts, wrapped."""
    for text in texts:
        put(wrapped(text))


def put(text: str = "") -> None:
    """Print a text that is laid out already."""
    sys.stdout.write(text + "\n")


def put_all(lines: Iterable[str]) -> None:
    """Print lines that are laid out already."""
    for line in lines:
        put(line)
