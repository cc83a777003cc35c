"""A scenario's table as the rules read it: every id that an author wrote becomes an index."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from game.negotiation import Joint, Utility
from game.rules.table import Act, Faction, Grid, Ground, Need, Sentence, Table, Temper
from game.scenario import Expression, Scenario, options_joined, options_named
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST


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
            Joint(chosen, p.worth)
            for p in source.pairs
            if p.seat == seat
            for chosen in product(
                *([place(issue, o) for o in left] for issue, left in options_joined(p.when).items())
            )
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
            f"act {id}",
            bool(act.coerced or act.caution),
            act.kind in (ActKind.PRESSURE, ActKind.WAGER),
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
        wagers=tuple(act.index for act in acts if act.kind == ActKind.WAGER),
        sittings=source.sittings,
        historical=None if -1 in historical else historical,
        bits=tuple(tuple(1 << option for option in range(len(o))) for o in options),
        words=source.words,
        pronouns=(scenario.seats[seats[CLAIMANT]].pronoun, scenario.seats[seats[HOST]].pronoun),
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
        allows = frozenset(option for _, option in places)
        needs.append(Need(id, places[0][0], allows, need.say, need.invented))
    return tuple(needs)
