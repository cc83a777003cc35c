"""What conditions of the seasons ask, each made into one function of a state.

Whether a track lies in a range is asked more often than anything else, and is one function here
that reads nothing but the track.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import cast

from game.rules.formulas import Now
from game.rules.scenes import Condition
from game.rules.seasons.names import TWIST, SeasonNames
from game.scenario.compiled import Resolve, compile_expression
from game.scenario.expressions import Expression
from game.scenario.gates import parts_joined
from game.scenario.syntax import All, Between, Comparison, Name, Node, Not, Number, Some

Range = tuple[float, float]
Subject = str | tuple[int, Range] | tuple[tuple[int, int], Range]
"""A note that must have been set; a track, by its place, or orders that were counted, by theirs,
that must lie in a range."""

FAR = 1 << 30
"""Further than any track reaches."""
Ranged = tuple[int, int, int, Condition | None]
"""A track, by its place; the least and the most at which it may stand; and what else is asked."""


class Questions:
    """Makes functions of the conditions of one campaign."""

    def __init__(self, resolve: Resolve, names: SeasonNames, levels: Mapping[str, int]) -> None:
        self._resolve = resolve
        self._names = names
        self._levels = levels

    def asked(self, parts: Sequence[Node]) -> Condition:
        """Return whether all parts of a condition hold, as one function of a state.

        Of the notes all are asked at once, and first: that costs least.
        """
        noted, unset, others = self._parted(parts)
        return _all_hold([*_noted(noted, unset), *map(self._asked, others)])

    def ranged(self, parts: Sequence[Node]) -> Ranged:
        """Return what all parts of a condition ask, with the range of one track apart.

        What goes through many conditions looks at the track itself, and calls most of them never.
        """
        for place, part in enumerate(parts):
            match self.subject(part):
                case (int() as at, (low, high)):
                    rest = (*parts[:place], *parts[place + 1 :])
                    ends = int(max(low, -FAR)), int(min(high, FAR))
                    return at, *ends, self.asked(rest) if rest else None
        return 0, -FAR, FAR, self.asked(parts) if parts else None

    def whole(self, expression: Expression) -> Condition:
        """Return whether a condition holds, as a function of a state."""
        return self.asked(parts_joined(expression))

    def subject(self, node: Node) -> Subject | None:
        """Return what a condition asks for; `None` where it is more than one simple thing."""
        if isinstance(node, Name):
            kind, _, rest = node.name.partition(".")
            return rest if kind in ("note", "chose") else node.name if kind == TWIST else None
        name, within = _range_of(node)
        if name in self._levels:
            return self._levels[name], within
        counted = self._names.counted(name)
        return None if counted is None else (counted, within)

    def notes_alone(self, node: Node) -> frozenset[str] | None:
        """Return the notes that a condition asks for; `None` where it asks for anything else."""
        match node:
            case All(parts) | Some(parts):
                found = [self.notes_alone(part) for part in parts]
                alone = [notes for notes in found if notes is not None]
                return frozenset().union(*alone) if len(alone) == len(found) else None
            case Not(part):
                return self.notes_alone(part)
        note = self._note(node)
        return frozenset({note}) if note else None

    def _note(self, node: Node) -> str:
        """Return the note that a condition asks for; empty where it asks for anything else."""
        subject = self.subject(node)
        return subject if isinstance(subject, str) else ""

    def _unset(self, node: Node) -> str:
        """Return the note that a condition rules out; empty where it is any other."""
        return self._note(node.part) if isinstance(node, Not) else ""

    def _parted(self, parts: Sequence[Node]) -> tuple[frozenset[str], frozenset[str], list[Node]]:
        """Return the notes that must be set, those that must not, and all else that is asked."""
        noted = frozenset(id for part in parts if (id := self._note(part)))
        unset = frozenset(id for part in parts if (id := self._unset(part)))
        others = [part for part in parts if not (self._note(part) or self._unset(part))]
        return noted, unset, others

    def _asked(self, node: Node) -> Condition:
        match node:
            case All(parts):
                return self.asked(parts)
            case Some(parts):
                noted, unset, others = self._parted(parts)
                return _some_hold([*_any_noted(noted, unset), *map(self._asked, others)])
            case Not(part):
                holds = self._asked(part)
                return lambda now: not holds(now)
        match self.subject(node):
            case (int() as at, (low, high)):
                # Where it has one end only, no infinity is compared with.
                if high == inf:
                    return lambda now: now.levels[at] >= low
                if low == -inf:
                    return lambda now: now.levels[at] <= high
                return lambda now: low <= now.levels[at] <= high
            case ((first, beyond), (low, high)):
                if beyond == first + 1:
                    return lambda now: low <= now.done[first] <= high
                return lambda now: low <= sum(now.done[first:beyond]) <= high
        return cast("Condition", compile_expression(Expression("", node), self._resolve))


def _noted(noted: frozenset[str], unset: frozenset[str]) -> Iterator[Condition]:
    """Yield what asks whether notes were set, and others were not; nothing where there are none."""
    if len(noted) == 1:
        (one,) = noted
        yield lambda now: one in now.notes
    elif noted:
        yield lambda now: noted <= now.notes
    if len(unset) == 1:
        (other,) = unset
        yield lambda now: other not in now.notes
    elif unset:
        yield lambda now: unset.isdisjoint(now.notes)


def _any_noted(noted: frozenset[str], unset: frozenset[str]) -> Iterator[Condition]:
    """Yield what asks whether any of some notes was set, or any of others was not."""
    if noted and unset:
        yield lambda now: not (noted.isdisjoint(now.notes) and unset <= now.notes)
    elif noted:
        yield lambda now: not noted.isdisjoint(now.notes)
    elif unset:
        yield lambda now: not unset <= now.notes


def _all_hold(every: Sequence[Condition]) -> Condition:
    match every:
        case [only]:
            return only
        case [first, second]:
            return lambda now: first(now) and second(now)

    def all_hold(now: Now) -> bool:
        for holds in every:  # noqa: SIM110 (a generator costs more than it asks)
            if not holds(now):
                return False
        return True

    return all_hold


def _some_hold(some: Sequence[Condition]) -> Condition:
    match some:
        case [only]:
            return only
        case [first, second]:
            return lambda now: first(now) or second(now)

    def some_hold(now: Now) -> bool:
        for holds in some:  # noqa: SIM110
            if holds(now):
                return True
        return False

    return some_hold


def _range_of(node: Node) -> tuple[str, Range]:
    """Return the name that a condition asks for, and in which range of whole points it is to be.

    The name is empty where the condition asks for anything else.

    >>> from game.scenario import parse
    >>> _range_of(parse("force > 12").root), _range_of(parse("force >= 12.5").root)
    (('force', (13, inf)), ('force', (13, inf)))
    >>> _range_of(parse("force between 3 and 7").root), _range_of(parse("paper").root)
    (('force', (3, 7)), ('', (0, 0)))
    """
    match node:
        case Between(Name(name), Number(low), Number(high)):
            return name, (-(-low // 100), high // 100)
        case Comparison(relation, Name(name), Number(than)):
            match relation:
                case ">":
                    return name, (than // 100 + 1, inf)
                case ">=":
                    return name, (-(-than // 100), inf)
                case "<":
                    return name, (-inf, -(-than // 100) - 1)
                case "<=":
                    return name, (-inf, than // 100)
                case "=":
                    return name, (-(-than // 100), than // 100)
    return "", (0, 0)
