"""For everything that can be reached in a scenario a play that reaches it.

Plays by personas against the official come first, then plays by lot, then for each thing that is
still missing plays that are directed at it. All of it follows from the scenario alone: the same
scenario has the same witnesses on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from game.coach.aftermath import Afterwards, endings
from game.coach.workshop.directed import Directed, Route, leading_to
from game.coach.workshop.playing import line_of, seated
from game.negotiation import Package
from game.rules import Rules, formatted
from game.rules.luck import lots_of
from game.rules.table import Table
from game.scenario.aims import Aim, Kind, aims
from game.scenario.expressions import options_named
from game.scenario.possible import Contradiction, contradictions
from game.state import CLAIMANT, HOST, Decision, State

PERSONAS = ("integrative", "hawk", "conciliator", "gunboat")
SEEDS_OFFICIAL, SEEDS_BY_LOT = 6, 300
SEEDS_DIRECTED = 12
"""Seeds over which the plays directed at one thing go round."""


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
    def missing(self) -> list[Aim]:
        """Return what may be possible and has no witness yet."""
        return [aim for aim in self.aims if aim not in self.found and aim not in self.impossible]

    def proof(self) -> Proof:
        """Return what is known by now."""
        found = {aim: self.found[aim] for aim in self.aims if aim in self.found}
        return Proof(found, self.impossible, tuple(self.missing), self.plays)

    def search(self) -> Iterator[int]:
        """Play on until everything has a witness; yield after each play what is missing."""
        for start, seed, ours, theirs in self._undirected():
            if not self.missing:
                return
            rules = self.starts[start]
            taken, final = line_of(rules, seated(rules, ours, theirs, CLAIMANT, seed), seed)
            by = "official" if theirs == "official" else "both chairs"
            self.harvest(rules, start, seed, by, taken, final)
            yield len(self.missing)
        for aim in self.missing:
            for number in range(self._directed):
                if aim in self.found:
                    break
                self._towards(aim, number)
                yield len(self.missing)

    def _undirected(self) -> Iterator[tuple[str | None, str, str, str]]:
        """Yield start, seed and both personas of the plays that are directed at nothing."""
        for start, number in product(self.starts, range(SEEDS_OFFICIAL)):
            yield from ((start, str(number), persona, "official") for persona in PERSONAS)
        for start, number in product(self.starts, range(SEEDS_BY_LOT)):
            yield start, str(number), "random", "random"

    def _towards(self, aim: Aim, number: int) -> None:
        starts = list(self.starts)
        start = starts[number // SEEDS_DIRECTED % len(starts)]
        rules, seed = self.starts[start], str(number % SEEDS_DIRECTED)
        route = self._route(aim, rules, number)
        both = Directed(rules, route, f"{aim} {number}")
        final, _ = rules.played(seed, (both, both))
        self.harvest(rules, start, seed, "both chairs", both.taken, final)

    def _route(self, aim: Aim, rules: Rules, number: int) -> Route:
        sittings = self.scenario.table.sittings
        from_sitting = 1 + number % sittings
        match aim.kind:
            case Kind.EVENT | Kind.CHOICE:
                event, _, choice = aim.id.partition(".")
                scene = self.scenario.events[event]
                asked = scene.choices[choice].when if choice else None
                wanted = leading_to(rules, scene.when) | leading_to(rules, asked)
                paper = some_paper(rules, {}, number) if number % 3 == 2 else None
                return Route(wanted | {aim.id}, paper=paper, sitting=sittings, pressure=number % 4)
            case Kind.TACTIC:
                return Route(act=aim.id)
            case Kind.OPTION:
                issue, _, option = aim.id.partition(".")
                paper = some_paper(rules, {issue: (option,)}, number)
                return Route(paper=paper, sitting=from_sitting)
            case Kind.ENDING:
                when = self.scenario.endings[aim.id].when
                named = options_named(when) if when is not None else {}
                return Route(
                    leading_to(rules, when),
                    paper=some_paper(rules, named, number),
                    sitting=from_sitting,
                    sentences=number // sittings % 3,
                    pressure=number // (3 * sittings) % 4,
                )

    def harvest(
        self,
        rules: Rules,
        start: str | None,
        seed: str,
        by: str,
        taken: Sequence[Decision],
        final: State,
    ) -> None:
        """Take from a finished play what it is the first to reach."""
        self.plays += 1
        missing = set(self.missing)
        met = [aim for aim in self._met(rules, final, missing) if aim in missing]
        if met:
            words = tuple(_spoken(rules, seed, taken))
            self.found.update(dict.fromkeys(met, Witness(seed, start, by, words)))

    def _met(self, rules: Rules, final: State, missing: set[Aim]) -> Iterator[Aim]:
        table = rules.table
        for note in final.notes:
            event, _, choice = note.partition(".")
            if choice and event in rules.scenario.events:
                yield Aim(Kind.EVENT, event)
                yield Aim(Kind.CHOICE, note)
        yield from (Aim(Kind.TACTIC, act.id) for act in table.acts if final.used[act.index])
        if final.treaty is not None:
            for issue, options, option in zip(
                table.issues, table.options, final.treaty, strict=True
            ):
                yield Aim(Kind.OPTION, f"{issue}.{options[option]}")
        yield from self._told(rules, final, missing)

    def _told(self, rules: Rules, final: State, missing: set[Aim]) -> Iterator[Aim]:
        wanted = [aim.id for aim in missing if aim.kind is Kind.ENDING]
        for seat in (CLAIMANT, HOST) if wanted and final.ended is not None else ():
            afterwards = Afterwards(rules, final, seat)
            may_be = (self.scenario.endings[id].when for id in wanted)
            if any(afterwards.holds(when) for when in may_be):
                yield from (Aim(Kind.ENDING, id) for id in endings(rules, final, seat))


def some_paper(rules: Rules, named: Mapping[str, Iterable[str]], number: int) -> Package:
    """Return a paper that holds one of the options named for each issue, the others by lot.

    Every other one leans to what the ratifying court likes to see.
    """
    table = rules.table
    lots = lots_of(len(table.issues), str(number), "policy", "paper")
    paper = []
    for issue, options, lot in zip(range(len(table.issues)), table.options, lots, strict=True):
        wanted = set(named.get(table.issues[issue], options))
        able = [o for o, option in enumerate(options) if option in wanted]
        if number % 2 and lot % 4:
            able = [max(able, key=_liked(table, issue))]
        paper.append(able[lot // 4 % len(able)])
    return tuple(paper)


def _liked(table: Table, issue: int) -> Callable[[int], int]:
    """Return what the ratifying court sees in an option of an issue."""
    return lambda option: table.land[issue][option] + table.rite[issue][option]


def _spoken(rules: Rules, seed: str, taken: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """Yield the seat and the words of each decision of a play."""
    state = rules.opening(seed)
    for decision in taken:
        yield rules.table.seats[state.seat], formatted(decision, rules.table)
        state = rules.follow(state, decision)
