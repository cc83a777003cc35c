"""How the talks ended, and for whom it is good: several criteria, never one sum."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation import Package
from game.rules.court import Verdict
from game.state import Ended


class Outcome(NamedTuple):
    """Why the talks ended and what each seat is left with; values in hundredths."""

    ended: Ended
    treaty: Package | None
    verdict: Verdict
    support: int
    """Per cent of the court that ratifies; 0 without a treaty."""
    factions: tuple[int, ...]
    """Per cent of each faction, in the scenario's order; empty without a treaty."""
    coercion: int
    """How far the paper lies below what would have been signed unmenaced."""
    walks: tuple[int, int]
    values: tuple[int, int]
    """What the signed paper is worth to each seat on its own scale; 0 without one."""
    lasting: tuple[int, int]
    """What each seat is left with in the end: a measure for tests and the coach, not a score."""
