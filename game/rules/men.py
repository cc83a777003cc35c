"""The men of a seed: who sits in each chair, and what fortune holds for the talks.

>>> tilted((100, 300), (150, 50))
(200, 200)
"""

from __future__ import annotations

from game.negotiation import Utility
from game.rules.luck import draw, spread
from game.rules.table import Table
from game.scenario import Scenario
from game.state import CLAIMANT, HOST, Fortune, Man

HISTORY = "history"
"""The seed that names the men the scenario wrote, instead of drawing them."""


def men(scenario: Scenario, table: Table, seed: str) -> tuple[Man, Man]:
    """Return claimant and host."""
    return _man(scenario, table, seed, CLAIMANT), _man(scenario, table, seed, HOST)


def fortune(scenario: Scenario, table: Table, seed: str, level: int) -> Fortune:
    """Return what the seed holds; `level` is the track that the news depends on, in points."""
    news = scenario.table.news
    if seed == HISTORY:
        for person in scenario.table.people.values():
            if person.news is not None:
                return Fortune(person.news.sitting, 100 * person.news.danger, person.mood)
    mood = spread(scenario.table.court.mood, seed, "mood", "court")
    if news is None or not level or draw(100, seed, "news", "never", 0) < news.never:
        return Fortune(0, 0, mood)
    first, last = news.sittings
    low, high = news.danger
    return Fortune(
        first + draw(last - first + 1, seed, "news", "sitting", 0),
        100 * (low + draw(high - low + 1, seed, "news", "danger", 0)),
        mood,
    )


def tilted(best: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the best option of each issue under a man's weights, rescaled to the same sum."""
    scale = sum(best)
    total = sum(b * w for b, w in zip(best, weights, strict=True))
    return tuple(b * w * scale // total for b, w in zip(best, weights, strict=True))


def _man(scenario: Scenario, table: Table, seed: str, chair: int) -> Man:
    seat = table.seats[chair]
    source = scenario.table
    common = table.utilities[chair]
    cost = table.need_costs[chair]
    issues = range(len(table.issues))
    if seed == HISTORY:
        for name, person in source.people.items():
            if person.seat != seat:
                continue
            allows: frozenset[int] = frozenset()
            issue = -1
            if person.need is not None:
                issue = table.issue(person.need.issue)
                allows = frozenset(table.option(issue, o) for o in person.need.allows)
            return Man(
                name=name,
                temper=[t.id for t in table.tempers[chair]].index(person.temper),
                weights=(100,) * len(issues),
                utility=_needing(common, issue, allows, cost),
                need=[n.id for n in table.needs[chair]].index(name) if issue >= 0 else -1,
                need_issue=issue,
                need_allows=allows,
                ground=[g.id for g in table.grounds].index(person.ground) if person.ground else -1,
                nerve=100 * person.nerve,
                hope=100 * (source.quantities.hope[seat] + person.hope),
                pace=source.men.pace[0],
                question=0,
            )
    spare = source.men.weights if chair == HOST else 0
    weights = tuple(
        100 + spread(spare, seed, "weight", f"{seat} {table.issues[i]}") for i in issues
    )
    best = tuple(max(row) for row in common.worth)
    scaled = tilted(best, weights)
    worth = tuple(
        tuple(v * scaled[i] // best[i] for v in row) if best[i] else row
        for i, row in enumerate(common.worth)
    )
    needs = table.needs[chair][: table.drawn_needs[chair]]
    index = draw(len(needs), seed, "need", seat, 0) if needs else -1
    need = needs[index] if needs else None
    first, last = source.men.pace
    return Man(
        name="",
        temper=draw(len(table.tempers[chair]), seed, "temper", seat, 0),
        weights=tuple(100 * s // b if b else 100 for s, b in zip(scaled, best, strict=True)),
        utility=_needing(
            Utility(worth, common.joints),
            need.issue if need else -1,
            need.allows if need else frozenset(),
            cost,
        ),
        need=index,
        need_issue=need.issue if need else -1,
        need_allows=need.allows if need else frozenset(),
        ground=draw(len(table.grounds), seed, "ground", seat, 0),
        nerve=spread(100 * source.men.nerve, seed, "nerve", seat) if chair == HOST else 0,
        hope=100 * source.quantities.hope[seat] + spread(100 * source.men.hope, seed, "hope", seat),
        pace=first + draw(last - first + 1, seed, "pace", seat, 0),
        question=draw(len(table.issues), seed, "question", seat, 0),
    )


def _needing(utility: Utility, issue: int, allows: frozenset[int], cost: int) -> Utility:
    """Return the utility with every option that fails the need made dearer by `cost`."""
    if issue < 0:
        return utility
    worth = list(utility.worth)
    worth[issue] = tuple(v if o in allows else v - cost for o, v in enumerate(worth[issue]))
    return Utility(tuple(worth), utility.joints)
