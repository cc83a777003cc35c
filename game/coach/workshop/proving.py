"""For everything that can be reached in a scenario a play that reaches it.

Plays by personas against the official come first, then plays by lot, then for each thing that is
still missing plays that are directed at it. All of it follows from the scenario alone: the same
scenario has the same witnesses on every machine, and in one process or in many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from game.coach.aftermath import Afterwards, endings
from game.coach.workshop.attempts import Attempt, decisions_of, directed_at, undirected
from game.coach.workshop.nearness import Gauge, Glimpse, Nearness
from game.coach.workshop.playing import course
from game.rules import Rules, formatted
from game.scenario.aims import Aim, Kind, aims, scene_of
from game.scenario.possible import Contradiction, contradictions
from game.state import CLAIMANT, HOST, Decision, State


class Witness(NamedTuple):
    """A play that reaches something."""

    seed: str
    start: str | None
    by: str
    """`official` where the official decided for the host, `both chairs` where the search did."""
    decisions: tuple[tuple[str, str], ...]
    """Seat and words of each decision, in order."""


class Proof(NamedTuple):
    """What is known of everything that can be reached, in the author's order."""

    witnessed: Mapping[Aim, Witness]
    impossible: Mapping[Aim, Contradiction]
    unknown: Mapping[Aim, Nearness]
    """How near the plays came to what none of them reached."""
    plays: int
    """How many were tried."""


class Tried(NamedTuple):
    """What came of a play."""

    met: frozenset[Aim]
    """What it reached of what had no witness when it was tried."""
    decisions: tuple[tuple[str, str], ...]
    """Seat and words of each decision, where it reached anything."""
    near: Mapping[Aim, Glimpse]
    """How near it came to what it did not reach."""


TryAll = Callable[[Iterator[Attempt]], Iterable[tuple[Attempt, Tried]]]
"""Tries plays, perhaps several at a time and some in vain, and returns each in its order."""


class Prover:
    """Looks for witnesses; whoever drives it may stop whenever he likes."""

    def __init__(self, every_start: Mapping[str | None, Rules], directed: int) -> None:
        self.starts = every_start
        self.scenario = every_start[None].scenario
        self.aims = aims(self.scenario)
        self.impossible = contradictions(self.scenario)
        self.found: dict[Aim, Witness] = {}
        self.plays = 0
        self._given_up = set[Aim]()
        """What all the plays that may be directed at it have not reached."""
        self._near: dict[Aim, Nearness] = {}
        self._onlookers = {start: Onlooker(rules) for start, rules in every_start.items()}
        self._directed = directed
        """Plays that may be directed at one thing."""

    @property
    def missing(self) -> tuple[Aim, ...]:
        """Return what may be possible and has no witness yet."""
        return tuple(aim for aim in self.aims if self._lacks(aim))

    def _lacks(self, aim: Aim) -> bool:
        return aim not in self.found and aim not in self.impossible

    def proof(self) -> Proof:
        """Return what is known by now."""
        found = {aim: self.found[aim] for aim in self.aims if aim in self.found}
        near = {aim: self._near.get(aim, Nearness()) for aim in self.missing}
        return Proof(found, self.impossible, near, self.plays)

    def search(self, try_all: TryAll | None = None) -> Generator[int, None, None]:
        """Play on until everything has a witness; yield after each play what is missing."""
        left = len(self.missing)
        for attempt, tried in (try_all or self._one_by_one)(self._attempts()):
            if left and (attempt.aim is None or self._is_worth_it(attempt.aim)):
                found = Witness(attempt.seed, attempt.start, attempt.by, tried.decisions)
                self._take(found, tried, attempt.aim)
                left = len(self.missing)
                yield left
            if attempt.aim is not None and attempt.number + 1 == self._directed:
                self._given_up.add(attempt.aim)

    def _attempts(self) -> Iterator[Attempt]:
        """Yield what is to be tried, as long as what is known by then leaves it anything."""
        for attempt in undirected(self.starts):
            if not self.missing:
                return
            yield attempt
        for aim in self.missing:
            for attempt in directed_at(aim, tuple(self.starts), self._directed):
                if not self._lacks(aim) or scene_of(aim) in self._given_up:
                    break
                yield attempt

    def _is_worth_it(self, aim: Aim) -> bool:
        """Return whether a play may be directed at something: at a choice if its scene can come."""
        scene = scene_of(aim)
        return self._lacks(aim) and (scene is None or not self._lacks(scene))

    def _one_by_one(self, attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        for attempt in attempts:
            yield attempt, self._onlookers[attempt.start].tried(attempt, self.missing)

    def recall(
        self, start: str | None, seed: str, by: str, taken: Iterable[Decision]
    ) -> frozenset[Aim]:
        """Take what legal decisions from the opening of a seed reach; return what is new of it."""
        tried = self._onlookers[start].through(seed, taken, self.missing)
        self._take(Witness(seed, start, by, tried.decisions), tried)
        return tried.met

    def _take(self, witness: Witness, tried: Tried, directed_at: Aim | None = None) -> None:
        """Take from a play what it is the first to reach, and how near it came to the rest."""
        self.plays += 1
        self.found.update((aim, witness) for aim in tried.met if self._lacks(aim))
        for aim, glimpse in tried.near.items():
            near = self._near.setdefault(aim, Nearness())
            near.add(glimpse, made_for_it=aim == directed_at)


class Onlooker:
    """Looks at plays from one start for what they reach, and how near they come to the rest."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._gauge = Gauge(rules)

    def tried(self, attempt: Attempt, missing: Collection[Aim]) -> Tried:
        """Return what comes of a play of the search."""
        return self.through(attempt.seed, decisions_of(attempt, self._rules), missing)

    def through(self, seed: str, taken: Iterable[Decision], missing: Collection[Aim]) -> Tried:
        """Return what comes of legal decisions from the opening of a seed."""
        rules, decisions = self._rules, tuple(taken)
        states = course(rules, seed, decisions)
        met = frozenset(_met(rules, states[-1], missing)).intersection(missing)
        near = self._gauge.glimpses([aim for aim in missing if aim not in met], states)
        return Tried(met, tuple(_spoken(rules, states, decisions)) if met else (), near)


def _met(rules: Rules, final: State, missing: Collection[Aim]) -> Iterator[Aim]:
    table = rules.table
    for note in final.notes:
        event, _, choice = note.partition(".")
        if choice and event in rules.scenario.events:
            yield Aim(Kind.EVENT, event)
            yield Aim(Kind.CHOICE, note)
    yield from (Aim(Kind.TACTIC, act.id) for act in table.acts if final.used[act.index])
    if final.treaty is not None:
        for issue, options, option in zip(table.issues, table.options, final.treaty, strict=True):
            yield Aim(Kind.OPTION, f"{issue}.{options[option]}")
    yield from _told(rules, final, missing)


def _told(rules: Rules, final: State, missing: Collection[Aim]) -> Iterator[Aim]:
    wanted = [aim.id for aim in missing if aim.kind is Kind.ENDING]
    for seat in (CLAIMANT, HOST) if wanted and final.ended is not None else ():
        afterwards = Afterwards(rules, final, seat)
        may_be = (rules.scenario.endings[id].when for id in wanted)
        if any(afterwards.holds(when) for when in may_be):
            yield from (Aim(Kind.ENDING, id) for id in endings(rules, final, seat))


def _spoken(
    rules: Rules, states: Sequence[State], decisions: Sequence[Decision]
) -> Iterator[tuple[str, str]]:
    """Yield the seat and the words of each decision of a play."""
    for state, decision in zip(states, decisions, strict=False):
        yield rules.table.seats[state.seat], formatted(decision, rules.table)
