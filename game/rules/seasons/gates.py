"""Which of many things are open in a season, asked of all of them at once.

What a date decides is decided once for every season. Of the rest each condition is asked once,
whatever hangs on it: what hangs on notes alone once for all that were set, what hangs on a track or
on how often something was done by where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
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
Parts = tuple[Node, ...]
"""What must all hold."""


class Thing(NamedTuple):
    """Something that is open while all its conditions hold."""

    when: Iterable[Expression]
    quarters: frozenset[Quarter] = frozenset()
    """The seasons of the year in which it is open; empty for all."""


MOST_MET = 1 << 12
"""Sets of notes of which it is kept what they shut."""
Wanted = tuple[float, float, int]
"""A range in which a number is to be, and the bits that hang on it."""


class ByNumber(dict[int, int]):
    """What is shut where a number stands, put together when it first stands there.

    >>> shut = ByNumber([(5, 99, 0b01), (0, 7, 0b10)])
    >>> shut[4], shut[6], shut[8]
    (1, 0, 2)
    """

    def __init__(self, wanted: Sequence[Wanted]) -> None:
        self._wanted = tuple(wanted)

    def __missing__(self, stand: int) -> int:
        bits = 0
        for low, high, hanging in self._wanted:
            if not low <= stand <= high:
                bits |= hanging
        self[stand] = bits
        return bits


class ByNotes:
    """What is asked of notes alone, whatever the season."""

    def __init__(self, noted: frozenset[str], asked: Sequence[tuple[Condition, int]]) -> None:
        """`noted` are the notes that are asked for; each condition comes with what hangs on it."""
        self._noted, self._asked = noted, asked
        self._known: dict[frozenset[str], int] = {}
        self._met: tuple[Set[str], int, int] = frozenset(), -1, 0
        """The notes that were looked at last, how many they were, and what they shut."""

    def shut(self, now: Now) -> int:
        """Return the bits of what is shut by the notes that were set, or not set."""
        notes = now.notes
        last, count, shut = self._met
        if notes is last and len(notes) == count:  # a play's notes only ever grow
            return shut
        met = self._noted & notes
        found = self._known.get(met)
        if found is None:
            if len(self._known) >= MOST_MET:
                self._known.clear()
            found = self._known[met] = _shut(self._asked, now)
        self._met = notes, len(notes), found
        return found


@dataclass(frozen=True, slots=True)
class Gate:
    """What can be open in one season, and what is still to be asked, by what it is asked of."""

    open: int
    """A bit for each thing that the date leaves open."""
    by_notes: ByNotes
    """The same for all seasons."""
    tracks: tuple[tuple[int, ByNumber], ...]
    """By the place of a track."""
    counts: tuple[tuple[int, ByNumber], ...]
    """By the place of an order: how often it was done."""
    sums: tuple[tuple[int, int, ByNumber], ...]
    """By the places of orders, from the first to before the last: how often they were done."""
    asked: tuple[tuple[Condition, int], ...]
    """Everything else, each with what hangs on it."""

    def opened(self, now: Now, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        levels, done = now.levels, now.done
        shut = self.by_notes.shut(now)
        for at, by_number in self.tracks:
            shut |= by_number[levels[at]]
        for at, by_number in self.counts:
            shut |= by_number[done[at]]
        for first, beyond, by_number in self.sums:
            shut |= by_number[sum(done[first:beyond])]
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
    return _Gates(questions, [[_parts(each, at) for each in things] for at in calendars]).made()


class _Gates:
    """Makes the gates of things, of the parts that are asked of each in every season."""

    def __init__(self, questions: Questions, seasons: Sequence[Sequence[Parts | None]]) -> None:
        self._questions = questions
        self._seasons = seasons
        self._functions: dict[Node, Condition] = {}
        self._by_number = cache(ByNumber)
        """The same for all seasons in which the same is wanted: it stays near at hand."""
        self._always = [_in_all(parts) for parts in zip(*seasons, strict=True)]
        """What is asked of each thing whenever the date leaves it open."""
        self._hanging: dict[Node, int] = {}
        """The bits of what a part is always asked of."""
        for at, always in enumerate(self._always):
            for part in always:
                self._hanging[part] = self._hanging.get(part, 0) | 1 << at

    def made(self) -> tuple[Gate, ...]:
        """Return the gate of each season."""
        by_notes = self._by_notes()
        return tuple(self._gate(parts, by_notes) for parts in self._seasons)

    def _by_notes(self) -> ByNotes:
        noted: frozenset[str] = frozenset()
        asked = []
        for part, bits in self._hanging.items():
            if (notes := self._questions.notes_alone(part)) is not None:
                noted |= notes
                asked.append((self._function(part), bits))
        return ByNotes(noted, asked)

    def _gate(self, season: Sequence[Parts | None], by_notes: ByNotes) -> Gate:
        open_here = 0
        hanging: dict[Node, int] = {}
        for at, (parts, always) in enumerate(zip(season, self._always, strict=True)):
            if parts is None:
                continue
            open_here |= 1 << at
            for part in parts:
                if part not in always:
                    hanging[part] = hanging.get(part, 0) | 1 << at
                elif self._questions.notes_alone(part) is None:
                    hanging[part] = hanging.get(part, 0) | self._hanging[part]
        tracks: dict[int, list[Wanted]] = {}
        counts: dict[int, list[Wanted]] = {}
        sums: dict[tuple[int, int], list[Wanted]] = {}
        asked: list[tuple[Condition, int]] = []
        for node, bits in hanging.items():
            match self._questions.subject(node):
                case (int() as at, (low, high)):
                    tracks.setdefault(at, []).append((low, high, bits))
                case ((first, beyond), (low, high)) if beyond == first + 1:
                    counts.setdefault(first, []).append((low, high, bits))
                case ((first, beyond), (low, high)):
                    sums.setdefault((first, beyond), []).append((low, high, bits))
                case _:
                    asked.append((self._function(node), bits))
        return Gate(
            open_here,
            by_notes,
            tuple((at, self._by_number(tuple(wanted))) for at, wanted in tracks.items()),
            tuple((at, self._by_number(tuple(wanted))) for at, wanted in counts.items()),
            tuple((*places, self._by_number(tuple(wanted))) for places, wanted in sums.items()),
            tuple(asked),
        )

    def _function(self, node: Node) -> Condition:
        if node not in self._functions:
            self._functions[node] = self._questions.asked((node,))
        return self._functions[node]


def _in_all(seasons: Iterable[Parts | None]) -> frozenset[Node]:
    """Return what is asked in each of the seasons that the date leaves open."""
    found = [frozenset(parts) for parts in seasons if parts is not None]
    return frozenset.intersection(*found) if found else frozenset()


def _parts(thing: Thing, calendar: Calendar) -> Parts | None:
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
