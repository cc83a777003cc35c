"""The men of a seed: who sits in each chair.

>>> tilted((100, 300), (150, 50))
(200, 200)
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from game.negotiation import Utility
from game.rules.luck import about, among, lots_of
from game.rules.table import Table
from game.scenario import Scenario
from game.scenario.people_model import Person
from game.state import CLAIMANT, HOST, Man

HISTORY = "history"
"""The seed that names the men the scenario wrote, instead of drawing them."""
TEMPER, NEED, GROUND, NERVE, HOPE, PACE, QUESTION, WEIGHTS = range(8)
"""The parts of a man that a seed draws; the last for each issue, how dear it is to him."""


class Men:
    """The men who may sit at a table; what does not depend on the seed is reckoned once."""

    def __init__(self, scenario: Scenario, table: Table) -> None:
        self._chairs = (_Chair(scenario, table, CLAIMANT), _Chair(scenario, table, HOST))

    def of(self, seed: str) -> tuple[Man, Man]:
        """Return claimant and host."""
        claimant, host = self._chairs
        return claimant.man(seed), host.man(seed)

    def in_chair(self, chair: int, seed: str) -> Man:
        """Return the man that a seed puts into one chair."""
        return self._chairs[chair].man(seed)


def tilted(best: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the best option of each issue under a man's weights, rescaled to the same sum."""
    scale = sum(best)
    total = sum(map(mul, best, weights))
    return tuple([b * w * scale // total for b, w in zip(best, weights, strict=True)])


class _Chair:
    """The men who may sit in one chair."""

    def __init__(self, scenario: Scenario, table: Table, chair: int) -> None:
        source = scenario.table
        self.seat = seat = table.seats[chair]
        self.table = table
        self.tempers = table.tempers[chair]
        self.named = table.needs[chair]
        self.needs = self.named[: table.drawn_needs[chair]]
        self.cost = table.need_costs[chair]
        self.common = table.utilities[chair]
        self.common_weights = (100,) * len(table.issues)
        self.best = tuple(max(row) for row in self.common.worth)
        # Only the host's weights, nerve and the like are a riddle: the claimant is the player's.
        self.spare = source.men.weights if chair == HOST else 0
        self.nerve = 100 * source.men.nerve if chair == HOST else 0
        self.hope = 100 * source.quantities.hope[seat]
        self.hope_spread = 100 * source.men.hope
        self.first_pace, last_pace = source.men.pace
        self.paces = last_pace - self.first_pace + 1
        self.lots = WEIGHTS + (len(table.issues) if self.spare else 0)
        self.even = tuple(
            self._needing(self.common.worth, issue, allows)
            for issue, allows in [(n.issue, n.allows) for n in self.needs] or [(-1, frozenset())]
        )
        """The utilities of those who hold all issues as dear as the common man does."""
        persons = ((name, p) for name, p in source.people.items() if p.seat == seat)
        self.written = next((self._written(name, person) for name, person in persons), None)

    def man(self, seed: str) -> Man:
        """Return the man whom a seed puts here."""
        if seed == HISTORY and self.written is not None:
            return self.written
        table = self.table
        lots = lots_of(self.lots, seed, "man", self.seat)
        index = among(len(self.needs), lots[NEED]) if self.needs else -1
        issue, allows = -1, frozenset[int]()
        if index >= 0:
            issue, allows = self.needs[index].issue, self.needs[index].allows
        if self.spare:
            weights, worth = self._tilt(lots[WEIGHTS:])
            utility = self._needing(worth, issue, allows)
        else:
            weights, utility = self.common_weights, self.even[index]
        return Man(
            "",
            among(len(self.tempers), lots[TEMPER]),
            weights,
            utility,
            index,
            issue,
            allows,
            among(len(table.grounds), lots[GROUND]),
            about(self.nerve, lots[NERVE]),
            self.hope + about(self.hope_spread, lots[HOPE]),
            self.first_pace + among(self.paces, lots[PACE]),
            among(len(table.issues), lots[QUESTION]),
        )

    def _tilt(self, lots: Sequence[int]) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
        """Return how dear each issue is to a man, in per cent, and his worth of each option."""
        best, spare = self.best, self.spare
        drawn = tuple([100 + about(spare, lot) for lot in lots])
        scaled = tilted(best, drawn)
        return (
            tuple([100 * s // b if b else 100 for s, b in zip(scaled, best, strict=True)]),
            tuple(
                [
                    tuple([v * s // b for v in row]) if b else row
                    for row, s, b in zip(self.common.worth, scaled, best, strict=True)
                ]
            ),
        )

    def _needing(
        self, worth: tuple[tuple[int, ...], ...], issue: int, allows: frozenset[int]
    ) -> Utility:
        """Return the utility with every option that fails the need made dearer by its cost."""
        if issue < 0:
            return Utility(worth, self.common.joints)
        row = tuple([v if o in allows else v - self.cost for o, v in enumerate(worth[issue])])
        return Utility((*worth[:issue], row, *worth[issue + 1 :]), self.common.joints)

    def _written(self, name: str, person: Person) -> Man:
        """Return a man as the scenario wrote him."""
        table = self.table
        issue, allows = -1, frozenset[int]()
        if person.need is not None:
            issue = table.issue(person.need.issue)
            allows = frozenset(table.option(issue, o) for o in person.need.allows)
        return Man(
            name=name,
            temper=[t.id for t in self.tempers].index(person.temper),
            weights=self.common_weights,
            utility=self._needing(self.common.worth, issue, allows),
            need=[n.id for n in self.named].index(name) if issue >= 0 else -1,
            need_issue=issue,
            need_allows=allows,
            ground=[g.id for g in table.grounds].index(person.ground) if person.ground else -1,
            nerve=100 * person.nerve,
            hope=self.hope + 100 * person.hope,
            pace=self.first_pace,
            question=0,
        )
