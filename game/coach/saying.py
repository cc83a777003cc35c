"""A sentence with what it claims, so that a test can hold it against the numbers."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """One sentence of an answer."""

    text: str
    because: str
    """What it claims: `guns`, `he-moves`, `asks ISSUE` and the like."""


def in_turn(texts: tuple[str, ...], at: int, because: str) -> Said:
    """Return one of several ways to say the same, a different one each time."""
    return Said(texts[at % len(texts)], because)
