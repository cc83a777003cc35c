"""The words of the expression language: text cut into tokens, each with its offset.

A hyphen inside a name belongs to the name, so minus has a space on both sides.

>>> [token.text for token in tokens("left-bank - 0.5 * force")]
['left-bank', '-', '0.5', '*', 'force', '']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from sys import intern
from typing import NamedTuple

MOST_CHARACTERS = 500


class Kind(Enum):
    """What a token is."""

    NUMBER = "a number"
    NAME = "a name"
    KEYWORD = "a word of the language"
    SIGN = "a sign"
    END = "the end"


class Token(NamedTuple):
    """One word of an expression and where it starts."""

    kind: Kind
    text: str
    at: int


class ExpressionError(Exception):
    """A text is no expression; `offset` is the place, `hint` says how to mend it."""

    def __init__(self, code: str, message: str, offset: int, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint


KEYWORDS = frozenset({"and", "or", "not", "between", "in", "true", "false"})

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>\d+(?:\.\d+)?)(?![\w.])
      | (?P<name>[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*)(?![\w.])
      | (?P<sign><=|>=|!=|[=<>+*/(),-])""",
    re.VERBOSE | re.ASCII,
)

_OPENS = re.compile(r"(^|[(,=<>+*/-]|\b(and|or|not|between|in))\s*$")
"""What a number with a sign can follow."""

_HINTS = {
    "==": "write = for “is equal to”",
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`, or != for “is not”",
    "_": "names have hyphens, not underscores",
}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, the last one `Kind.END`."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            "too-long",
            f"an expression has at most {MOST_CHARACTERS} characters, this one has {len(text)}",
            MOST_CHARACTERS,
            "set a note, or name a measure",
        )
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _unreadable(text, at)
        if found.lastgroup == "number":
            yield _number(found[0], at)
        elif found.lastgroup == "name":
            name = intern(found[0])
            yield Token(Kind.KEYWORD if name in KEYWORDS else Kind.NAME, name, at)
        elif found.lastgroup == "sign":
            if found[0] == "-" and not _apart(text, at):
                raise ExpressionError(
                    "bad-expression", "minus has a space on both sides", at, "write a - b"
                )
            if text.startswith("==", at):
                raise _unreadable(text, at)
            yield Token(Kind.SIGN, found[0], at)
        at = found.end()
    yield Token(Kind.END, "", len(text))


def _number(text: str, at: int) -> Token:
    whole, _, decimals = text.partition(".")
    if len(decimals) > 2 or len(whole) > 9:
        raise ExpressionError(
            "bad-number", f"{text} has too many digits", at, "nine, and two decimals, are the most"
        )
    return Token(Kind.NUMBER, text, at)


def _apart(text: str, at: int) -> bool:
    """Return whether a minus stands alone, or is the sign of a number."""
    before, after = text[:at], text[at + 1 : at + 2]
    if after.isdigit() and _OPENS.search(before):
        return True
    return before[-1:].isspace() and (not after or after.isspace())


def _unreadable(text: str, at: int) -> ExpressionError:
    found = re.compile(r"\w+(?:[-.]\w+)*|==|.", re.DOTALL).match(text, at)
    word = found[0] if found else text[at]
    hint = next((hint for sign, hint in _HINTS.items() if sign in word), "take it out")
    if word != word.lower():
        hint = "names are in small letters"
    shown = word if word.isprintable() else f"U+{ord(word[0]):04X}"
    return ExpressionError("bad-expression", f"“{shown[:40]}” means nothing here", at, hint)
