"""For everything that can be reached in a campaign a play that reaches it.

Plays by personas against the officials come first, then plays by lot, then for each thing that is
still missing plays that are directed at it. The same campaign has the same witnesses on every
machine, in one process or in many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from game.coach.seasons.endings import epilogue
from game.coach.workshop.seasons.aims import Aim, Kind, aims, order_id, scene_of
from game.coach.workshop.seasons.campaign_route import CampaignRoute
from game.coach.workshop.seasons.directed import CampaignDirected
from game.coach.workshop.seasons.impossible import impossible
from game.coach.workshop.seasons.playing import chosen, fast, seated
from game.coach.workshop.seasons.routes import route_to
from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.state import Decision, State

SEEDS_OFFICIAL, SEEDS_BY_LOT = 6, 60

Beginning = tuple[str | None, tuple[str, ...]]
"""A start, and twists."""


class Attempt(NamedTuple):
    """A play of the search."""

    begun: Beginning
    seed: str
    persona: str = ""
    """Who governs against the official, where it is directed at nothing; empty for lots."""
    aim: Aim | None = None
    number: int = 0
    """Which it is of the plays directed at that."""

    @property
    def by(self) -> str:
        """Return who decides for the hosts: `official`, or `both chairs` as the search would."""
        return "official" if self.persona else "both chairs"


class Witness(NamedTuple):
    """A play that reaches something."""

    begun: Beginning
    seed: str
    by: str
    decisions: tuple[tuple[str, str], ...]
    """Seat and words of each decision, in order."""


class Tried(NamedTuple):
    """What came of a play."""

    met: frozenset[Aim]
    """What it reached of what had no witness when it was tried."""
    decisions: tuple[tuple[str, str], ...]


class Proof(NamedTuple):
    """What is known of everything that can be reached, in the author's order."""

    witnessed: Mapping[Aim, Witness]
    impossible: Mapping[Aim, str]
    unknown: Mapping[Aim, int]
    """How many plays were made for what none of them reached."""
    plays: int


TryAll = Callable[[Iterator[Attempt]], Iterable[tuple[Attempt, Tried]]]


class CampaignProver:
    """Looks for witnesses; whoever drives it may stop whenever he likes."""

    def __init__(self, rules: CampaignRules, directed: int) -> None:
        self.rules = rules
        self.starts: tuple[str | None, ...] = (None, *rules.scenario.starts)
        self.aims = aims(rules)
        self.impossible = impossible(rules)
        self.found: dict[Aim, Witness] = {}
        self.plays = 0
        self._made: dict[Aim, int] = {}
        self._given_up = set[Aim]()
        self._directed = directed

    @property
    def missing(self) -> tuple[Aim, ...]:
        """Return what may be possible and has no witness yet."""
        return tuple(aim for aim in self.aims if self._lacks(aim))

    def _lacks(self, aim: Aim) -> bool:
        return aim not in self.found and aim not in self.impossible

    def proof(self) -> Proof:
        """Return what is known by now."""
        found = {aim: self.found[aim] for aim in self.aims if aim in self.found}
        unknown = {aim: self._made.get(aim, 0) for aim in self.missing}
        return Proof(found, self.impossible, unknown, self.plays)

    def search(self, try_all: TryAll | None = None) -> Generator[int, None, None]:
        """Play on until everything has a witness; yield after each play what is missing."""
        left = len(self.missing)
        for attempt, tried in (try_all or self._one_by_one)(self._attempts()):
            if left and (attempt.aim is None or self._is_worth_it(attempt.aim)):
                self.take(attempt.begun, attempt.seed, attempt.by, tried)
                if attempt.aim is not None:
                    self._made[attempt.aim] = self._made.get(attempt.aim, 0) + 1
                left = len(self.missing)
                yield left
            if attempt.aim is not None and attempt.number + 1 == self._directed:
                self._given_up.add(attempt.aim)

    def take(self, begun: Beginning, seed: str, by: str, tried: Tried) -> None:
        """Take from a play what it is the first to reach."""
        self.plays += 1
        witness = Witness(begun, seed, by, tried.decisions)
        self.found.update((aim, witness) for aim in tried.met if self._lacks(aim))

    def _attempts(self) -> Iterator[Attempt]:
        for attempt in self._undirected():
            if not self.missing:
                return
            yield attempt
        for aim in self.missing:
            for number in range(self._directed):
                if not self._lacks(aim) or scene_of(aim) in self._given_up:
                    break
                begun = self.starts[number % len(self.starts)], self._twists(aim, number)
                yield Attempt(begun, str(number), aim=aim, number=number)

    def _undirected(self) -> Iterator[Attempt]:
        starts = [(start, ()) for start in self.starts]
        for begun, number in product(starts, range(SEEDS_OFFICIAL)):
            for persona in fast():
                yield Attempt(begun, str(number), persona)
        for begun, number in product(starts, range(SEEDS_BY_LOT)):
            yield Attempt(begun, str(number))

    def _twists(self, aim: Aim, number: int) -> tuple[str, ...]:
        wanted = route_to(aim, self.rules, number).twists
        return tuple(id for id in self.rules.scenario.twists if id in wanted)

    def _is_worth_it(self, aim: Aim) -> bool:
        scene = scene_of(aim)
        return self._lacks(aim) and (scene is None or not self._lacks(scene))

    def _one_by_one(self, attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        for attempt in attempts:
            yield attempt, tried(begun_by(self.rules, attempt.begun), attempt, self.missing)


def begun_by(rules: CampaignRules, begun: Beginning) -> CampaignRules:
    """Return the rules of the same campaign from a start with twists, made once."""
    kept = _others(rules)
    if begun not in kept:
        start, twists = begun
        kept[begun] = CampaignRules(rules.scenario, start, twists)
    return kept[begun]


@once_by_rules
def _others(rules: CampaignRules) -> dict[Beginning, CampaignRules]:
    return {(rules.start, rules.twists): rules}


def tried(rules: CampaignRules, attempt: Attempt, missing: Collection[Aim]) -> Tried:
    """Return what comes of a play of the search; the rules are those it begins by."""
    if attempt.persona:
        taken, acts, final = _by_persona(rules, attempt)
    else:
        key = f"{attempt.aim} {attempt.number} {attempt.seed}"
        route = CampaignRoute()
        if attempt.aim is not None:
            route = route_to(attempt.aim, rules, attempt.number)
        directed = CampaignDirected(rules, route, key)
        final, _ = rules.played(attempt.seed, (directed, directed))
        taken, acts = directed.taken, directed.acts
    met = reached(rules, final, acts).intersection(missing)
    return Tried(met, tuple(spoken(rules, attempt.seed, taken)) if met else ())


def _by_persona(
    rules: CampaignRules, attempt: Attempt
) -> tuple[list[Decision], set[tuple[int, str]], State]:
    policies = seated(rules, attempt.persona, "official", attempt.seed)
    state, taken = rules.opening(attempt.seed), list[Decision]()
    acts = set[tuple[int, str]]()
    while state.ended is None:
        taken.append(chosen(rules, policies, state))
        if state.at:
            acts.add((state.at - 1, taken[-1].name))
        state = rules.follow(state, taken[-1])
    return taken, acts, state


def reached(
    rules: CampaignRules, final: State, acts: Collection[tuple[int, str]]
) -> frozenset[Aim]:
    """Return everything that a play has reached, of which this is the last state."""
    scenario, tables = rules.scenario, list(rules.scenario.tables)
    found = set[Aim]()
    for note in final.notes:
        event, _, choice = note.partition(".")
        if choice and event in scenario.events:
            found |= {Aim(Kind.EVENT, event), Aim(Kind.CHOICE, note)}
    found |= {Aim(Kind.ACTION, order_id(rules, at)) for at, times in enumerate(final.done) if times}
    for deal in final.deals:
        table = rules.talks[deal.table].rules.table
        if deal.treaty is not None:
            for issue, options, option in zip(
                table.issues, table.options, deal.treaty, strict=True
            ):
                found.add(Aim(Kind.OPTION, f"{tables[deal.table]}.{issue}.{options[option]}"))
    for at, act in acts:
        if act in scenario.tables[tables[at]].acts:
            found.add(Aim(Kind.TACTIC, f"{tables[at]}.{act}"))
    if final.ended is not None and not final.at:
        found |= {Aim(Kind.ENDING, piece.id) for piece in epilogue(rules, final)}
    return frozenset(found)


def spoken(
    rules: CampaignRules, seed: str, decisions: Sequence[Decision]
) -> Iterator[tuple[str, str]]:
    """Yield the seat and the words of each decision of a play."""
    state = rules.opening(seed)
    for decision in decisions:
        yield rules.seat_id(state), rules.formatted(decision, state)
        state = rules.follow(state, decision)
