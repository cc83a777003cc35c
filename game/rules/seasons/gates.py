"""Which of many things are open in a season, asked of all of them at once.

What a date decides is decided once for every season. Of the rest each condition is asked once,
whatever hangs on it, and only while something that hangs on it is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from game.rules.scenes import Condition
from game.rules.seasons.may import Calendar, asked_in
from game.scenario import Expression
from game.scenario.season_model import Quarter
from game.scenario.syntax import Node

Compile = Callable[[Node], Condition]


class Thing(NamedTuple):
    """Something that is open while all its conditions hold."""

    when: Iterable[Expression]
    quarters: frozenset[Quarter] = frozenset()
    """The seasons of the year in which it is open; empty for all."""


class Gate(NamedTuple):
    """What can be open in one season."""

    open: int
    """A bit for each thing that the date leaves open."""
    asked: tuple[tuple[Condition, int], ...]
    """What is still to be asked, each with the bits of what hangs on it."""

    def opened(self, now: object, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        found = self.open & among
        for holds, hanging in self.asked:
            if found & hanging and not holds(now):  # type: ignore[arg-type]
                found &= ~hanging
        return found


def gates(
    things: Sequence[Thing], calendars: Sequence[Calendar], compiled: Compile
) -> tuple[Gate, ...]:
    """Return the gate of each season; each condition is made into a function once."""
    functions: dict[Node, Condition] = {}
    found = []
    for calendar in calendars:
        open_here = 0
        hanging: dict[Node, int] = {}
        for at, thing in enumerate(things):
            parts = _parts(thing, calendar)
            if parts is None:
                continue
            open_here |= 1 << at
            for part in parts:
                hanging[part] = hanging.get(part, 0) | 1 << at
        for part in hanging.keys() - functions.keys():
            functions[part] = compiled(part)
        asked = tuple([(functions[part], bits) for part, bits in hanging.items()])
        found.append(Gate(open_here, asked))
    return tuple(found)


def _parts(thing: Thing, calendar: Calendar) -> list[Node] | None:
    """Return what is still to be asked of a thing in a season; `None` where it is shut."""
    if thing.quarters and calendar["season"] not in thing.quarters:
        return None
    parts: list[Node] = []
    for expression in thing.when:
        asked = asked_in(expression, calendar)
        if asked is None:
            return None
        parts += asked
    return parts
