"""Whether claims can hold together: a search that narrows what each name can still be.

It is sound: claims that some state fulfils are never said to clash. Of sums it narrows each name
by the bounds of the others; after `MOST` branches it gives up and calls the claims possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.scenario.possible_terms import Claim, Either, Every, Flag, OneOf, Sum

MOST = 3000
"""Branches after which claims are called possible."""
MOST_STEPS = 220_000
"""Steps of all searches in one scenario: some four times what the greatest that we ship takes."""
OF_A_SUM = 2
"""Steps for each sum that a claim may narrow."""
ROUNDS = 6
"""How often sums narrow each other at one step."""
FINE = frozenset({"danger", "hope"})
"""Quantities that need not be whole points."""

Bounds = tuple[int | None, int | None]


class GivenUp(Exception):
    """The search took too long."""


class Effort:
    """Steps that may still be taken in one scenario, whatever is asked of it.

    They are counted and not timed, so that the same scenario is told the same everywhere. Where
    none is left everything is called possible.
    """

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    @property
    def is_spent(self) -> bool:
        """Whether no step is left."""
        return self.left < 0

    def spend(self, steps: int) -> None:
        """Take some steps; raises `GivenUp` where they are not left."""
        self.left -= steps
        if self.left < 0:
            raise GivenUp


@dataclass(slots=True)
class World:
    """What each name can still be; a name that is not mentioned can be anything."""

    flags: dict[str, bool] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    bounds: dict[str, Bounds] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()

    def copy(self) -> World:
        return World(dict(self.flags), dict(self.words), dict(self.bounds), self.sums)

    def take(self, claim: Flag | OneOf | Sum) -> bool:
        """Narrow the world by one claim; return whether anything is left."""
        match claim:
            case Flag(name, holds):
                return self.flags.setdefault(name, holds) == holds
            case OneOf(name, words):
                left = self.words.get(name, words) & words
                self.words[name] = left
                return bool(left)
            case _:
                if not claim.terms:
                    return _is_so(claim.fixed, claim.relation)
                self.sums = (*self.sums, claim)
                return self._narrowed()

    def _narrowed(self) -> bool:
        for _ in range(ROUNDS):
            before = dict(self.bounds)
            if not all(self._narrow(each) for each in self.sums):
                return False
            if self.bounds == before:
                break
        return True

    def _narrow(self, claim: Sum) -> bool:
        if claim.relation == "!=":
            return self._apart(claim)
        if not self._at_most(claim.terms, claim.fixed):
            return False
        if claim.relation == "<=":
            return True
        return self._at_most(tuple((name, -by) for name, by in claim.terms), -claim.fixed)

    def _at_most(self, terms: tuple[tuple[str, int], ...], fixed: int) -> bool:
        """Narrow names so that a sum can be 0 or less."""
        least = [self._least(name, by) for name, by in terms]
        unbounded = least.count(None)
        if unbounded > 1:
            return True
        total = fixed + sum(each or 0 for each in least)
        if not unbounded and total > 0:
            return False
        for (name, by), own in zip(terms, least, strict=True):
            if unbounded and own is not None:
                continue
            room = (own or 0) - total  # the most that this term can be
            low, high = self.bounds.get(name, (None, None))
            step = 1 if name in FINE else 100
            if by > 0:
                most = room // by // step * step
                high = most if high is None else min(high, most)
            else:
                fewest = -(room // -by)
                fewest = -(-fewest // step) * step
                low = fewest if low is None else max(low, fewest)
            self.bounds[name] = low, high
            if low is not None and high is not None and low > high:
                return False
        return True

    def _apart(self, claim: Sum) -> bool:
        if len(claim.terms) > 1:
            values = [self._only(name) for name, _ in claim.terms]
            if None in values:
                return True
            parts = zip(claim.terms, values, strict=True)
            return sum(by * (value or 0) for (_, by), value in parts) + claim.fixed != 0
        ((name, by),) = claim.terms
        if claim.fixed % by:
            return True
        hole, step = -claim.fixed // by, 1 if name in FINE else 100
        low, high = self.bounds.get(name, (None, None))
        low = hole + step if low == hole else low
        high = hole - step if high == hole else high
        self.bounds[name] = low, high
        return low is None or high is None or low <= high

    def _only(self, name: str) -> int | None:
        low, high = self.bounds.get(name, (None, None))
        return low if low == high else None

    def _least(self, name: str, by: int) -> int | None:
        low, high = self.bounds.get(name, (None, None))
        end = low if by > 0 else high
        return None if end is None else by * end


def _is_so(number: int, relation: str) -> bool:
    return number <= 0 if relation == "<=" else (number == 0) == (relation == "=")


def worlds(claims: Iterable[Claim], effort: Effort) -> Iterator[World]:
    """Yield what is left of the world for each way in which claims can hold together.

    Raises `GivenUp` after too many branches, or where no effort is left.
    """
    yield from _worlds(World(), list(claims), [], Effort(MOST), effort)


def _worlds(
    world: World, waiting: list[Claim], choices: list[Either], branches: Effort, effort: Effort
) -> Iterator[World]:
    while waiting:
        claim = waiting.pop()
        effort.spend(1)
        match claim:
            case Every(parts):
                waiting += parts
            case Either(parts):
                if not parts:
                    return
                if len(parts) == 1:
                    waiting += parts
                else:
                    choices.append(claim)
            case _:
                effort.spend(OF_A_SUM * len(world.sums))
                if not world.take(claim):
                    return
    if not choices:
        yield world
        return
    # The choice with the fewest ways left is tried first.
    open_now = [(_still(choice, world), at) for at, choice in enumerate(choices)]
    if any(ways == [] for ways, _ in open_now):
        return
    rest = [(ways, at) for ways, at in open_now if ways is not None]
    if not rest:
        yield world
        return
    ways, first = min(rest, key=lambda each: (len(each[0] or ()), each[1]))
    others = [choices[at] for _, at in rest if at != first]
    for way in ways or ():
        branches.spend(1)
        effort.spend(len(others))
        yield from _worlds(world.copy(), [way], list(others), branches, effort)


def _still(choice: Either, world: World) -> list[Claim] | None:
    """Return the ways of a choice that are left; `None` where one of them holds already."""
    ways: list[Claim] = []
    for part in choice.parts:
        match part:
            case Flag(name, holds):
                if name in world.flags:
                    if world.flags[name] == holds:
                        return None
                    continue
            case OneOf(name, words):
                if name in world.words:
                    if world.words[name] <= words:
                        return None
                    if not world.words[name] & words:
                        continue
            case Every(()):
                return None
        ways.append(part)
    return ways


def clash(claims: Iterable[Claim], effort: Effort | None = None) -> bool:
    """Return whether claims can certainly not hold together."""
    try:
        return next(worlds(claims, effort or Effort()), None) is None
    except GivenUp:
        return False


def least(claims: Iterable[Claim], name: str, floor: int, effort: Effort) -> int | None:
    """Return the least that a quantity can be where claims hold together; `None` when they clash.

    `floor` is the least that is of interest, in hundredths.
    """
    found: int | None = None
    try:
        for world in worlds(claims, effort):
            low, _ = world.bounds.get(name, (None, None))
            if low is None or low <= floor:
                return floor
            found = low if found is None else min(found, low)
    except GivenUp:
        return floor
    return found
