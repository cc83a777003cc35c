"""Which of many things are open in a season, asked of all of them at once.

What a date decides is decided once for every season. Of the rest each condition is asked once,
whatever hangs on it, and only while something that hangs on it is still open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.rules.formulas import Now
from game.rules.scenes import Condition
from game.rules.seasons.may import Calendar, asked_in
from game.rules.seasons.questions import Questions, note_asked
from game.scenario import Expression
from game.scenario.season_model import Quarter
from game.scenario.syntax import Node


class Thing(NamedTuple):
    """Something that is open while all its conditions hold."""

    when: Iterable[Expression]
    quarters: frozenset[Quarter] = frozenset()
    """The seasons of the year in which it is open; empty for all."""


class Gate(NamedTuple):
    """What can be open in one season, and what is still to be asked, each by what hangs on it."""

    open: int
    """A bit for each thing that the date leaves open."""
    notes: tuple[tuple[str, int], ...]
    """Notes that must have been set."""
    ranges: tuple[tuple[int, float, float, int], ...]
    """Tracks, by their places, that must lie in a range."""
    asked: tuple[tuple[Condition, int], ...]
    """Everything else."""

    def opened(self, now: Now, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        found = self.open & among
        notes, levels = now.notes, now.levels
        for note, hanging in self.notes:
            if found & hanging and note not in notes:
                found &= ~hanging
        for at, low, high, hanging in self.ranges:
            if found & hanging and not low <= levels[at] <= high:
                found &= ~hanging
        for holds, hanging in self.asked:
            if found & hanging and not holds(now):
                found &= ~hanging
        return found


def gates(
    things: Sequence[Thing], calendars: Sequence[Calendar], questions: Questions
) -> tuple[Gate, ...]:
    """Return the gate of each season; each condition is made into a function once."""
    functions: dict[int, Condition] = {}

    def gate(calendar: Calendar) -> Gate:
        open_here = 0
        hanging: dict[int, int] = {}
        nodes: dict[int, Node] = {}
        for at, thing in enumerate(things):
            parts = _parts(thing, calendar)
            if parts is None:
                continue
            open_here |= 1 << at
            for part in parts:
                nodes[id(part)] = part
                hanging[id(part)] = hanging.get(id(part), 0) | 1 << at
        notes, ranges, asked = [], [], []
        for key, node in nodes.items():
            if (note := note_asked(node)) is not None:
                notes.append((note, hanging[key]))
            elif (within := questions.within(node)) is not None:
                ranges.append((*within, hanging[key]))
            else:
                if key not in functions:
                    functions[key] = questions.asked((node,))
                asked.append((functions[key], hanging[key]))
        return Gate(open_here, tuple(notes), tuple(ranges), tuple(asked))

    return tuple(map(gate, calendars))


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
