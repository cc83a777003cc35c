"""Whose account a source is: one of the known words, or a country's or a people's own.

>>> side("Qing"), side("Portuguese")
('Qing', 'Portuguese')
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from game.scenario.authored import mistake

MOST_LETTERS = 30
_NEAR = 0.8
"""How alike two words are of which one is a slip of the other."""


class Side(StrEnum):
    """Whose account a source is."""

    RUSSIAN = "Russian"
    """From the Russian side."""
    QING = "Qing"
    """From the Qing side."""
    BRITISH = "British"
    """From the British side."""
    MODERN = "modern"
    """From later scholars."""
    INVENTED = "invented"
    """From a place or a pen that never was."""


_SLIPS = (Side.MODERN, Side.INVENTED)
"""Words that name no country, so that what is near to one of them is a slip of it."""


def side(value: object) -> str:
    """Return the word for a side; a known one in another case, or with a slip in it, is a fault."""
    if not isinstance(value, str):
        mistake("type-mismatch", "a text is needed here", "write it as plain text")
    word = value.strip()
    if not word.isprintable():
        mistake("unknown-word", "in it is a mark that cannot be seen", "write it with letters only")
    if len(word) > MOST_LETTERS:
        message = f"a side has at most {MOST_LETTERS} letters; this has {len(word)}"
        mistake("too-long", message, "write a word, such as Portuguese; the rest goes to `cite`")
    if meant := _meant(word):
        mistake("unknown-word", f"“{word}” means nothing here", f"did you mean {meant}?")
    return str(word)


def _meant(word: str) -> str:
    """Return the known word that is meant by one that is none; empty where it may be another."""
    if word in set(Side):
        return ""
    in_another_case = [member.value for member in Side if member.lower() == word.lower()]
    slips = get_close_matches(word.lower(), _SLIPS, n=1, cutoff=_NEAR)
    return next(iter([*in_another_case, *map(str, slips)]), "")


_SCHEMA = {"type": "string", "maxLength": MOST_LETTERS, "examples": [*Side]}

SideText = Annotated[str, BeforeValidator(side), WithJsonSchema(_SCHEMA), Side]
"""One of the known words, or another of at most 30 letters."""
