"""Which of many things are open in a season, asked of all of them at once.

What a date decides is decided once for every season. Of the rest each condition is asked once,
whatever hangs on it: what hangs on notes alone once for all that were set, what hangs on a track or
on how often something was done by the step on which it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Generic, NamedTuple, TypeVar

from game.rules.formulas import Now
from game.rules.scenes import Condition
from game.rules.seasons.questions import Questions
from game.scenario import Expression
from game.scenario.may import Calendar, asked_in
from game.scenario.season_model import Quarter
from game.scenario.shorter import shortened
from game.scenario.syntax import Node

Kind = TypeVar("Kind")


class Thing(NamedTuple):
    """Something that is open while all its conditions hold."""

    when: Iterable[Expression]
    quarters: frozenset[Quarter] = frozenset()
    """The seasons of the year in which it is open; empty for all."""


NOTES = 8
"""So many notes at once are looked up among those that were met before."""
Steps = tuple[Sequence[int], tuple[int, ...]]
"""Bounds from the lowest up, and the bits of what is shut below each and above them all."""


class ByNotes(NamedTuple):
    """What is asked of a few notes alone."""

    noted: frozenset[str]
    asked: tuple[tuple[Condition, int], ...]
    """Each with what hangs on it."""
    known: dict[frozenset[str], int]
    """What was found shut by the notes that were set, of those that are asked for."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What can be open in one season, and what is still to be asked, by what it is asked of."""

    open: int
    """A bit for each thing that the date leaves open."""
    by_notes: tuple[ByNotes, ...]
    tracks: tuple[tuple[int, *Steps], ...]
    """By the place of a track."""
    counts: tuple[tuple[int, *Steps], ...]
    """By the place of an order: how often it was done."""
    sums: tuple[tuple[int, int, *Steps], ...]
    """By the places of orders, from the first to before the last: how often they were done."""
    asked: tuple[tuple[Condition, int], ...]
    """Everything else, each with what hangs on it."""

    def opened(self, now: Now, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        notes, levels, done = now.notes, now.levels, now.done
        shut = 0
        for noted, asked, known in self.by_notes:
            met = noted & notes
            bits = known.get(met)
            if bits is None:
                bits = known[met] = _shut(asked, now)
            shut |= bits
        for at, bounds, steps in self.tracks:
            shut |= steps[bisect_right(bounds, levels[at])]
        for at, bounds, steps in self.counts:
            shut |= steps[bisect_right(bounds, done[at])]
        for first, beyond, bounds, steps in self.sums:
            shut |= steps[bisect_right(bounds, sum(done[first:beyond]))]
        found = self.open & among & ~shut
        for holds, hanging in self.asked:
            if found & hanging and not holds(now):
                found &= ~hanging
        return found


def _shut(asked: Iterable[tuple[Condition, int]], now: Now) -> int:
    """Return the bits of what hangs on conditions that do not hold."""
    shut = 0
    for holds, hanging in asked:
        if not holds(now):
            shut |= hanging
    return shut


BITS = 16
"""So many things at once are looked up among what was open before."""
LOWEST = (1 << BITS) - 1


class _Some(dict[int, tuple[Kind, ...]]):
    """Of a few things those that bits stand for, picked when they are first asked for."""

    def __init__(self, things: Sequence[Kind]) -> None:
        self._things = things

    def __missing__(self, bits: int) -> tuple[Kind, ...]:
        self[bits] = some = tuple([t for at, t in enumerate(self._things) if bits >> at & 1])
        return some


class Picked(Generic[Kind]):
    """Picks out of a list what the bits of a number stand for, and something more at the end."""

    def __init__(self, things: Sequence[Kind], *more: Kind) -> None:
        self._parts = [_Some(things[at : at + BITS]) for at in range(0, len(things), BITS)]
        self._more = more

    def __call__(self, bits: int) -> tuple[Kind, ...]:
        """Return what the bits stand for, in its order.

        >>> Picked("abcd", "z")(0b1010)
        ('b', 'd', 'z')
        """
        found: tuple[Kind, ...] = ()
        for some in self._parts:
            found += some[bits & LOWEST]
            bits >>= BITS
        return found + self._more


def gates(
    things: Sequence[Thing], calendars: Sequence[Calendar], questions: Questions
) -> tuple[Gate, ...]:
    """Return the gate of each season; each condition is made into a function once."""
    return tuple(map(_Gates(things, questions).of, calendars))


class _Gates:
    """Makes the gates of things."""

    def __init__(self, things: Sequence[Thing], questions: Questions) -> None:
        self._things = things
        self._questions = questions
        self._functions: dict[Node, Condition] = {}

    def of(self, calendar: Calendar) -> Gate:
        """Return the gate of one season."""
        open_here = 0
        hanging: dict[Node, int] = {}
        for at, thing in enumerate(self._things):
            parts = _parts(thing, calendar)
            if parts is None:
                continue
            open_here |= 1 << at
            for part in parts:
                hanging[part] = hanging.get(part, 0) | 1 << at
        by_notes: list[tuple[frozenset[str], tuple[Condition, int]]] = []
        tracks: dict[int, list[tuple[float, float, int]]] = {}
        counts: dict[int, list[tuple[float, float, int]]] = {}
        sums: dict[tuple[int, int], list[tuple[float, float, int]]] = {}
        asked: list[tuple[Condition, int]] = []
        for node, bits in hanging.items():
            if (notes := self._questions.notes_alone(node)) is not None:
                by_notes.append((notes, (self._function(node), bits)))
                continue
            match self._questions.subject(node):
                case (int() as at, (low, high)):
                    tracks.setdefault(at, []).append((low, high, bits))
                case ((first, beyond), (low, high)) if beyond == first + 1:
                    counts.setdefault(first, []).append((low, high, bits))
                case ((first, beyond), (low, high)):
                    sums.setdefault((first, beyond), []).append((low, high, bits))
                case None:
                    asked.append((self._function(node), bits))
        return Gate(
            open_here,
            tuple(_in_groups(by_notes)),
            tuple((at, *steps(wanted)) for at, wanted in tracks.items()),
            tuple((at, *steps(wanted)) for at, wanted in counts.items()),
            tuple((*places, *steps(wanted)) for places, wanted in sums.items()),
            tuple(asked),
        )

    def _function(self, node: Node) -> Condition:
        if node not in self._functions:
            self._functions[node] = self._questions.asked((node,))
        return self._functions[node]


def steps(wanted: Sequence[tuple[float, float, int]]) -> Steps:
    """Return the steps on which a number may stand, of ranges with the bits that hang on each.

    >>> steps([(5, inf, 0b01), (-inf, 7, 0b10)])
    ([5, 8], (1, 0, 2))
    """
    ends = {low for low, _, _ in wanted} | {high + 1 for _, high, _ in wanted}
    bounds = sorted(int(end) for end in ends if abs(end) != inf)
    found = []
    for stand in (bounds[0] - 1, *bounds):
        bits = 0
        for low, high, hanging in wanted:
            if not low <= stand <= high:
                bits |= hanging
        found.append(bits)
    return bounds, tuple(found)


def _in_groups(
    by_notes: Iterable[tuple[frozenset[str], tuple[Condition, int]]],
) -> Iterator[ByNotes]:
    """Yield what is asked of notes alone in groups of few notes, which are soon all known."""
    groups: list[tuple[frozenset[str], list[tuple[Condition, int]]]] = []
    for notes, asked in by_notes:
        for at, (noted, those) in enumerate(groups):
            if len(noted | notes) <= NOTES:
                groups[at] = noted | notes, [*those, asked]
                break
        else:
            groups.append((notes, [asked]))
    for noted, those in groups:
        yield ByNotes(noted, tuple(those), {})


def _parts(thing: Thing, calendar: Calendar) -> tuple[Node, ...] | None:
    """Return what is still to be asked of a thing in a season; `None` where it is shut."""
    if thing.quarters and calendar["season"] not in thing.quarters:
        return None
    parts: list[Node] = []
    for expression in thing.when:
        asked = asked_in(expression, calendar)
        if asked is None:
            return None
        parts += asked
    return shortened(parts)
