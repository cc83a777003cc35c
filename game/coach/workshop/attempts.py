"""The plays that a search for witnesses tries; each is told by few words that make it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from game.coach.workshop.directed import Directed, Route, leading_to
from game.coach.workshop.playing import line_of, seated
from game.negotiation import Package
from game.policy.plain import Random
from game.rules import Rules
from game.rules.legal import Legal
from game.rules.luck import lots_of
from game.rules.mind import Now
from game.rules.table import Table
from game.scenario.aims import Aim, Kind
from game.scenario.expressions import options_named
from game.state import CLAIMANT, HOST, Decision

PERSONAS = ("integrative", "hawk", "conciliator", "gunboat")
SEEDS_OFFICIAL, SEEDS_BY_LOT = 6, 300
SEEDS_DIRECTED = 12
"""Seeds over which the plays directed at one thing go round."""


class Attempt(NamedTuple):
    """A play of the search."""

    start: str | None
    seed: str
    personas: tuple[str, str] = ("", "")
    """Who sits in the claimant's and the host's chair, where it is directed at nothing."""
    aim: Aim | None = None
    """What it is directed at."""
    number: int = 0
    """Which it is of the plays directed at that."""

    @property
    def by(self) -> str:
        """Return who decides for the host: `official`, or `both chairs` as the search would."""
        return "official" if self.personas[HOST] == "official" else "both chairs"


def undirected(starts: Iterable[str | None]) -> Iterator[Attempt]:
    """Yield plays of personas against the official, then plays by lot."""
    all_starts = tuple(starts)
    for start, number in product(all_starts, range(SEEDS_OFFICIAL)):
        for persona in PERSONAS:
            yield Attempt(start, str(number), (persona, "official"))
    for start, number in product(all_starts, range(SEEDS_BY_LOT)):
        yield Attempt(start, str(number), ("random", "random"))


def directed_at(aim: Aim, starts: Sequence[str | None], plays: int) -> Iterator[Attempt]:
    """Yield so many plays directed at one thing."""
    for number in range(plays):
        start = starts[number // SEEDS_DIRECTED % len(starts)]
        yield Attempt(start, str(number % SEEDS_DIRECTED), aim=aim, number=number)


def decisions_of(attempt: Attempt, rules: Rules) -> list[Decision]:
    """Return every decision of a play; the rules are those of its start."""
    seed = attempt.seed
    if attempt.aim is not None:
        route = _route(attempt.aim, rules, attempt.number)
        directed = Directed(rules, route, f"{attempt.aim} {attempt.number}")
        rules.played(seed, (directed, directed))
        return directed.taken
    policies = seated(rules, *attempt.personas, CLAIMANT, seed)
    by_lot = [policy.drawn for policy in policies if isinstance(policy, Random)]
    if len(by_lot) < len(policies):
        return line_of(rules, policies, seed)[0]
    taken: list[Decision] = []

    def drawn(now: Now, legal: Legal) -> Decision:
        taken.append(by_lot[now.seat](now, legal))
        return taken[-1]

    rules.played(seed, (drawn, drawn))
    return taken


def _route(aim: Aim, rules: Rules, number: int) -> Route:
    sittings = rules.table.sittings
    from_sitting = 1 + number % sittings
    match aim.kind:
        case Kind.EVENT | Kind.CHOICE:
            event, _, choice = aim.id.partition(".")
            scene = rules.scenario.events[event]
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
            when = rules.scenario.endings[aim.id].when
            named = options_named(when) if when is not None else {}
            return Route(
                leading_to(rules, when),
                paper=some_paper(rules, named, number),
                sitting=from_sitting,
                sentences=number // sittings % 3,
                pressure=number // (3 * sittings) % 4,
            )


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
