"""How a condition stands in a state: each thing that it asks, whether that holds, what was found.

>>> from game.scenario.expressions import parse
>>> [part.text for part in asked_by(parse("sitting >= 4 and (paper or trust < 40)"))]
['sitting >= 4', 'paper or trust < 40']
"""

from __future__ import annotations

from typing import NamedTuple

from game.coach.workshop.asking import Asking
from game.scenario.case_lint import CaseNames
from game.scenario.expressions import Expression
from game.scenario.faults import Path, Place, Places
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import All, Name


class Answered(NamedTuple):
    """One thing that a condition asks, and how it stands."""

    text: str
    """In the author's language."""
    holds: bool
    found: str
    """Such as `trust is 61, signed does not hold`; empty where that says nothing more."""
    place: Place
    """Where it stands in the scenario's files."""

    @property
    def unmet(self) -> str:
        """That it does not hold, where it stands, and what was found instead."""
        found = f": {self.found}" if self.found else ""
        return f"`{self.text}` ({self.at}) does not hold{found}"

    @property
    def at(self) -> str:
        """Where it stands, as `FILE:LINE:COLUMN`."""
        return ":".join(map(str, self.place))


def asked_by(condition: Expression | None) -> tuple[Expression, ...]:
    """Return what a condition asks, all of which must hold; nothing where there is none."""
    if condition is None:
        return ()
    root = condition.root
    if not isinstance(root, All):
        return (condition,)
    return tuple(Expression(spelled(part), part) for part in root.parts)


class Questions:
    """Puts the conditions of one scenario to states of it."""

    def __init__(self, names: CaseNames, places: Places) -> None:
        self.names = names
        self._places = places

    def answers(
        self, condition: Expression | None, asking: Asking, path: Path
    ) -> tuple[Answered, ...]:
        """Return how each thing stands that the condition at a path asks."""
        return tuple(
            Answered(
                part.text,
                asking.holds(part),
                "" if isinstance(part.root, Name) else asking.found(part, self.names.asked),
                self._places.place(path, offset=begins(part.root)),
            )
            for part in asked_by(condition)
        )
