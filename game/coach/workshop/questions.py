"""How a condition stands in a state: each thing that it asks, whether that holds, what was found.

>>> from game.scenario.expressions import parse
>>> [part.text for part in asked_by(parse("sitting >= 4 and (paper or trust < 40)"))]
['sitting >= 4', 'paper or trust < 40']
"""

from __future__ import annotations

from typing import NamedTuple

from game.coach.workshop.asking import Asking
from game.scenario.checks import Names
from game.scenario.expressions import Expression
from game.scenario.spelled import spelled
from game.scenario.syntax import All, Name


class Answered(NamedTuple):
    """One thing that a condition asks, and how it stands."""

    text: str
    """In the author's language."""
    holds: bool
    found: str
    """Such as `trust is 61, signed does not hold`; empty where that says nothing more."""

    @property
    def unmet(self) -> str:
        """That it does not hold, and what was found instead."""
        found = f": {self.found}" if self.found else ""
        return f"`{self.text}` does not hold{found}"


def asked_by(condition: Expression | None) -> tuple[Expression, ...]:
    """Return what a condition asks, all of which must hold; nothing where there is none."""
    if condition is None:
        return ()
    root = condition.root
    if not isinstance(root, All):
        return (condition,)
    return tuple(Expression(spelled(part), part) for part in root.parts)


def answers(condition: Expression | None, asking: Asking, names: Names) -> tuple[Answered, ...]:
    """Return how each thing stands that a condition asks."""
    return tuple(
        Answered(
            part.text,
            asking.holds(part),
            "" if isinstance(part.root, Name) else asking.found(part, names),
        )
        for part in asked_by(condition)
    )
