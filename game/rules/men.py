"""The men of a seed: who sits in each chair.

>>> tilted((100, 300), (150, 50))
(200, 200)
"""

from __future__ import annotations

from operator import mul

from game.negotiation import Utility
from game.rules.luck import Luck
from game.rules.table import Table
from game.scenario import Scenario
from game.scenario.people_model import Person
from game.state import CLAIMANT, HOST, Man

HISTORY = "history"
"""The seed that names the men the scenario wrote, instead of drawing them."""
DRAWN = ("temper", "need", "ground", "nerve", "hope", "pace", "question")
"""What a seed draws once for a man; how dear each issue is to him, for each issue."""


class Men:
    """The men who may sit at a table; what does not depend on the seed is reckoned once."""

    def __init__(self, scenario: Scenario, table: Table) -> None:
        self._chairs = (_Chair(scenario, table, CLAIMANT), _Chair(scenario, table, HOST))

    def of(self, seed: str) -> tuple[Man, Man]:
        """Return claimant and host."""
        claimant, host = self._chairs
        luck = Luck(seed)
        return claimant.man(seed, luck), host.man(seed, luck)

    def in_chair(self, chair: int, seed: str) -> Man:
        """Return the man that a seed puts into one chair."""
        return self._chairs[chair].man(seed, Luck(seed))


def tilted(best: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the best option of each issue under a man's weights, rescaled to the same sum."""
    scale = sum(best)
    total = sum(map(mul, best, weights))
    return tuple([b * w * scale // total for b, w in zip(best, weights, strict=True)])


class _Chair:
    """The men who may sit in one chair."""

    def __init__(self, scenario: Scenario, table: Table, chair: int) -> None:
        source = scenario.table
        seat = table.seats[chair]
        self.table = table
        self.tempers = table.tempers[chair]
        self.named = table.needs[chair]
        self.needs = self.named[: table.drawn_needs[chair]]
        self.cost = table.need_costs[chair]
        self.common = table.utilities[chair]
        self.best = tuple(max(row) for row in self.common.worth)
        # Only the host's weights, nerve and the like are a riddle: the claimant is the player's.
        self.spare = source.men.weights if chair == HOST else 0
        self.nerve = 100 * source.men.nerve if chair == HOST else 0
        self.weighed = tuple(f"weight|{seat} {issue}|0".encode() for issue in table.issues)
        self.keys = {key: f"{key}|{seat}|0".encode() for key in DRAWN}
        self.hope = 100 * source.quantities.hope[seat]
        self.hope_spread = 100 * source.men.hope
        self.first_pace, self.last_pace = source.men.pace
        persons = ((name, p) for name, p in source.people.items() if p.seat == seat)
        self.written = next((self._written(name, person) for name, person in persons), None)

    def man(self, seed: str, luck: Luck) -> Man:
        """Return the man whom a seed puts here; `luck` is that seed's."""
        if seed == HISTORY and self.written is not None:
            return self.written
        keys = self.keys
        weights, worth = self._tilt(luck)
        index = luck.draw(len(self.needs), keys["need"]) if self.needs else -1
        issue, allows = -1, frozenset[int]()
        if index >= 0:
            issue, allows = self.needs[index].issue, self.needs[index].allows
        paces = self.last_pace - self.first_pace + 1
        return Man(
            name="",
            temper=luck.draw(len(self.tempers), keys["temper"]),
            weights=weights,
            utility=self._needing(worth, issue, allows),
            need=index,
            need_issue=issue,
            need_allows=allows,
            ground=luck.draw(len(self.table.grounds), keys["ground"]),
            nerve=luck.spread(self.nerve, keys["nerve"]) if self.nerve else 0,
            hope=self.hope + luck.spread(self.hope_spread, keys["hope"]),
            pace=self.first_pace + luck.draw(paces, keys["pace"]),
            question=luck.draw(len(self.table.issues), keys["question"]),
        )

    def _tilt(self, luck: Luck) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
        """Return how dear each issue is to a man, in per cent, and his worth of each option."""
        best, rows = self.best, self.common.worth
        if not self.spare:
            return (100,) * len(best), rows
        weights = tuple([100 + luck.spread(self.spare, key) for key in self.weighed])
        scaled = tilted(best, weights)
        return (
            tuple([100 * s // b if b else 100 for s, b in zip(scaled, best, strict=True)]),
            tuple(
                [
                    tuple([v * s // b for v in row]) if b else row
                    for row, s, b in zip(rows, scaled, best, strict=True)
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
            weights=(100,) * len(table.issues),
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
