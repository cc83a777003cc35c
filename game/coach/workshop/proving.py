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
from game.rules import Rules, formatted
from game.scenario.aims import Aim, Kind, aims
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
    unknown: tuple[Aim, ...]
    plays: int
    """How many were tried."""


class Tried(NamedTuple):
    """What came of a play."""

    met: frozenset[Aim]
    """What it reached of what had no witness when it was tried."""
    decisions: tuple[tuple[str, str], ...] = ()
    """Seat and words of each decision, where it reached anything."""


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
        return Proof(found, self.impossible, self.missing, self.plays)

    def search(self, try_all: TryAll | None = None) -> Generator[int, None, None]:
        """Play on until everything has a witness; yield after each play what is missing."""
        left = len(self.missing)
        for attempt, tried in (try_all or self._one_by_one)(self._attempts()):
            if left and (attempt.aim is None or self._lacks(attempt.aim)):
                self.take(Witness(attempt.seed, attempt.start, attempt.by, tried.decisions), tried)
                left = len(self.missing)
                yield left

    def _attempts(self) -> Iterator[Attempt]:
        """Yield what is to be tried, as long as what is known by then leaves it anything."""
        for attempt in undirected(self.starts):
            if not self.missing:
                return
            yield attempt
        for aim in self.missing:
            for attempt in directed_at(aim, tuple(self.starts), self._directed):
                if not self._lacks(aim):
                    break
                yield attempt

    def _one_by_one(self, attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        for attempt in attempts:
            yield attempt, tried(self.starts[attempt.start], attempt, self.missing)

    def take(self, witness: Witness, tried: Tried) -> None:
        """Take from a play what it is the first to reach."""
        self.plays += 1
        self.found.update((aim, witness) for aim in tried.met if self._lacks(aim))


def tried(rules: Rules, attempt: Attempt, missing: Collection[Aim]) -> Tried:
    """Return what comes of a play of the search; the rules are those of its start."""
    return looked_through(rules, attempt.seed, decisions_of(attempt, rules), missing)


def looked_through(
    rules: Rules, seed: str, taken: Iterable[Decision], missing: Collection[Aim]
) -> Tried:
    """Return what comes of legal decisions from the opening of a seed."""
    decisions = tuple(taken)
    states = [rules.opening(seed)]
    for decision in decisions:
        states.append(rules.follow(states[-1], decision))
    met = frozenset(_met(rules, states[-1], missing)) & frozenset(missing)
    return Tried(met, tuple(_spoken(rules, states, decisions)) if met else ())


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
