"""A sentence with what it claims, so that a test can hold it against the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.coach.persons import Person


class Said(NamedTuple):
    """One sentence of an answer."""

    text: str
    because: str
    """What it claims: `guns`, `he-moves`, `asks ISSUE` and the like."""


def worded(texts: Iterable[str], host: Person, **words: str) -> tuple[str, ...]:
    """Return several ways to say the same of a host, with his pronouns and other words put in."""
    return tuple(text.format(host=host, **words) for text in texts)


def in_turn(texts: tuple[str, ...], at: int, because: str) -> Said:
    """Return one of several ways to say the same, a different one each time."""
    return Said(texts[at % len(texts)], because)
