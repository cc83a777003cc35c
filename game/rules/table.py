"""A scenario's table with every id resolved to an index: what the hot path of the rules reads.

Values are in hundredths of a point, in the order of the scenario's issues and options.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod

from game.negotiation import Joint, Package, Utility
from game.scenario import Expression, Scenario, options_named
from game.state import CLAIMANT, HOST

Grid = tuple[tuple[int, ...], ...]
"""A whole number for each option of each issue."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason that can be argued, and the options of the paper that bear it out."""

    id: str
    say: str
    borne_by: tuple[tuple[int, frozenset[int]], ...]
    """Any one of these issues settled by one of these options bears the ground out."""
    proved_by_news: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the host's memorial, and the faction that it moves."""

    id: str
    say: str
    issue: int
    borne_by: frozenset[int]
    faction: int
    by: int
    price: int
    """Points of the claimant's lasting value at home."""
    caution: int


@dataclass(frozen=True, slots=True)
class Faction:
    """One body of opinion at the court that ratifies; weights and points in hundredths."""

    id: str
    label: str
    share: int
    land: int
    rite: int
    threshold: int
    crisis: int


@dataclass(frozen=True, slots=True)
class Need:
    """The one thing that a man cannot go home without."""

    id: str
    issue: int
    allows: frozenset[int]
    say: str


@dataclass(frozen=True, slots=True)
class Temper:
    """How far menace, argument and courtesy reach a man, in per cent."""

    id: str
    menace: int
    talk: int
    courtesy: int
    again: int
    """What of the wear so far an ultimatum makes count once more, in per cent."""
    habit: str
    sign: str


@dataclass(frozen=True, slots=True)
class Act:
    """What a sitting's act does; whole points."""

    id: str
    index: int
    kind: str
    seats: frozenset[int]
    label: str
    help: str
    face: int
    trust: int
    patience: int
    credibility: int
    menace: int
    coerced: int
    caution: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Everything about the table that never changes during a play."""

    seats: tuple[str, str]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    land: Grid
    rite: Grid
    caution: Grid
    cession: Grid
    lapses: tuple[tuple[int, int], ...]
    unratified: tuple[tuple[int, int, int], ...]
    """(issue, option, worth to the claimant) of what is delivered only on ratification."""
    utilities: tuple[Utility, Utility]
    """What packages are worth to the common man of each chair."""
    joined: frozenset[int]
    """Issues whose options count differently together."""
    grounds: tuple[Ground, ...]
    memorial: tuple[Sentence, ...]
    factions: tuple[Faction, ...]
    tempers: tuple[tuple[Temper, ...], tuple[Temper, ...]]
    needs: tuple[tuple[Need, ...], tuple[Need, ...]]
    """Those that a seed may draw first, then those of authored persons."""
    drawn_needs: tuple[int, int]
    need_costs: tuple[int, int]
    acts: tuple[Act, ...]
    by_id: Mapping[str, Act]
    wagers: tuple[int, ...]
    """Indices of the acts that are an ultimatum."""
    sittings: int
    historical: Package | None
    rank: Grid
    """Each option's place in the claimant's liking, 0 for the worst: common knowledge."""

    def issue(self, id: str) -> int:
        """Return the index of an issue."""
        return self.issues.index(id)

    def option(self, issue: int, id: str) -> int:
        """Return the index of an option of an issue."""
        return self.options[issue].index(id)

    def package(self, **options: str) -> Package:
        """Return the package with one option id for each issue (underscores for hyphens)."""
        by_issue = {name.replace("_", "-"): option for name, option in options.items()}
        return tuple(self.option(i, by_issue[name]) for i, name in enumerate(self.issues))

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return prod(self.sizes)


def compiled(scenario: Scenario) -> Table:
    """Return the table of a scenario with every id resolved."""
    source = scenario.table
    seats = (source.claimant, source.host)
    issues = tuple(source.issues)
    options = tuple(tuple(issue.options) for issue in source.issues.values())

    def place(issue: str, option: str) -> tuple[int, int]:
        at = issues.index(issue)
        return at, options[at].index(option)

    def grid(field: str) -> Grid:
        return tuple(
            tuple(int(getattr(option, field)) for option in issue.options.values())
            for issue in source.issues.values()
        )

    def worth(seat: str) -> Grid:
        return tuple(
            tuple(option.worth[seat] for option in issue.options.values())
            for issue in source.issues.values()
        )

    def borne(by: Expression) -> tuple[tuple[int, frozenset[int]], ...]:
        return tuple(
            (issues.index(issue), frozenset(place(issue, o)[1] for o in allowed))
            for issue, allowed in options_named(by).items()
        )

    def joints(seat: str) -> tuple[Joint, ...]:
        return tuple(
            Joint(
                tuple(place(issue, o) for issue, o_s in options_named(p.when).items() for o in o_s),
                p.worth,
            )
            for p in source.pairs
            if p.seat == seat
        )

    factions = tuple(
        Faction(id, f.label, f.share, f.land, f.rite, f.threshold, f.crisis)
        for id, f in source.ratifiers.items()
    )
    faction_ids = [f.id for f in factions]
    worths = (worth(seats[CLAIMANT]), worth(seats[HOST]))
    historical = tuple(
        next((j for j, o in enumerate(issue.options.values()) if o.history), -1)
        for issue in source.issues.values()
    )
    sentences = []
    for id, s in source.memorial.items():
        ((issue, allowed),) = borne(s.bears)
        sentences.append(
            Sentence(
                id, s.say, issue, allowed, faction_ids.index(s.moves), s.by, s.price, s.caution
            )
        )
    acts = tuple(
        Act(
            id,
            index,
            act.kind,
            frozenset(seats.index(s) for s in act.seats),
            act.label,
            act.help,
            act.face,
            act.trust,
            act.patience,
            act.credibility,
            act.menace,
            act.coerced,
            act.caution,
        )
        for index, (id, act) in enumerate(source.acts.items())
    )
    return Table(
        seats=seats,
        issues=issues,
        options=options,
        sizes=tuple(len(o) for o in options),
        land=grid("land"),
        rite=grid("rite"),
        caution=grid("caution"),
        cession=grid("cession"),
        lapses=tuple(
            (i, j)
            for i, issue in enumerate(source.issues.values())
            for j, o in enumerate(issue.options.values())
            if o.lapses
        ),
        unratified=tuple(
            (i, j, 100 * o.unratified)
            for i, issue in enumerate(source.issues.values())
            for j, o in enumerate(issue.options.values())
            if o.unratified is not None
        ),
        utilities=(
            Utility(worths[CLAIMANT], joints(seats[CLAIMANT])),
            Utility(worths[HOST], joints(seats[HOST])),
        ),
        joined=frozenset(i for seat in seats for j in joints(seat) for i, _ in j.options),
        grounds=tuple(
            Ground(id, g.say, borne(g.bears), g.proved_by_news) for id, g in source.grounds.items()
        ),
        memorial=tuple(sentences),
        factions=factions,
        tempers=(_tempers(scenario, seats[CLAIMANT]), _tempers(scenario, seats[HOST])),
        needs=(
            _needs(scenario, seats[CLAIMANT], place),
            _needs(scenario, seats[HOST], place),
        ),
        drawn_needs=(
            len(source.needs.get(seats[CLAIMANT], {})),
            len(source.needs.get(seats[HOST], {})),
        ),
        need_costs=(100 * source.need_costs[seats[0]], 100 * source.need_costs[seats[1]]),
        acts=acts,
        by_id={act.id: act for act in acts},
        wagers=tuple(act.index for act in acts if act.kind == "wager"),
        sittings=source.sittings,
        historical=None if -1 in historical else historical,
        rank=tuple(tuple(sorted(row).index(value) for value in row) for row in worths[CLAIMANT]),
    )


def _tempers(scenario: Scenario, seat: str) -> tuple[Temper, ...]:
    return tuple(
        Temper(id, t.menace, t.talk, t.courtesy, t.again, t.habit, t.sign)
        for id, t in scenario.table.temperaments[seat].items()
    )


def _needs(
    scenario: Scenario, seat: str, place: Callable[[str, str], tuple[int, int]]
) -> tuple[Need, ...]:
    """The needs that a seed may draw, then those that authored persons bring."""
    authored = {
        id: person.need
        for id, person in scenario.table.people.items()
        if person.seat == seat and person.need is not None
    }
    needs = []
    for id, need in (scenario.table.needs.get(seat, {}) | authored).items():
        places = [place(need.issue, option) for option in need.allows]
        needs.append(Need(id, places[0][0], frozenset(o for _, o in places), need.say))
    return tuple(needs)
