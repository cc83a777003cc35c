"""What is taken as given where it is asked whether something is possible, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from game.scenario.faults import Path
from game.scenario.possible_terms import Claim, Either, Every, Sum


class When(Enum):
    """When a condition is asked."""

    TALKS = "before a seat decides"
    ADVICE = "while a seat is advised"
    AFTERWARDS = "when the talks are over"


class Line(NamedTuple):
    """Something an author wrote, and what it comes to."""

    path: Path
    sentence: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Premise:
    """A claim that certainly holds, and what it rests on."""

    claim: Claim
    line: Line
    choice: tuple[str, str] | None = None
    """The choice whose being impossible, or late, it tells of."""
    before: int = 0
    """The sitting before which that choice cannot be made; 0 for never."""


def names_in(claim: Claim) -> Iterator[str]:
    """Yield the names that a claim speaks of."""
    match claim:
        case Every(parts) | Either(parts):
            for part in parts:
                yield from names_in(part)
        case Sum(terms):
            yield from (name for name, _ in terms)
        case _:
            yield claim.name
