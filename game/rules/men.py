"""The men of a seed: who sits in each chair.

>>> tilted((100, 300), (150, 50))
(200, 200)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import getitem, mul, sub

from game.negotiation import Utility
from game.rules.luck import LOT, about_each, lots_of
from game.rules.table import Table
from game.scenario import Scenario
from game.scenario.people_model import Person
from game.state import CLAIMANT, HOST, Man

HISTORY = "history"
"""The seed that names the men the scenario wrote, instead of drawing them."""
TEMPER, NEED, GROUND, NERVE, HOPE, PACE, QUESTION, WEIGHTS = range(8)
"""The parts of a man that a seed draws; the last for each issue, how dear it is to him."""

_new = tuple.__new__
"""Makes a man of all his parts at half the cost of calling his class."""


class Men:
    """The men who may sit at a table; what does not depend on the seed is reckoned once."""

    def __init__(self, scenario: Scenario, table: Table) -> None:
        self._chairs = (_Chair(scenario, table, CLAIMANT), _Chair(scenario, table, HOST))
        self._companies: dict[tuple[int, int, str], tuple[Man, ...]] = {}
        """Kept, since whoever bargains asks for the same one in every play."""

    def of(self, seed: str) -> tuple[Man, Man]:
        """Return claimant and host."""
        claimant, host = self._chairs
        return claimant.man(seed), host.man(seed)

    def company(self, chair: int, count: int, key: str) -> tuple[Man, ...]:
        """Return men who might sit in a chair, each kind of them as often as it comes.

        Drawn one by one, sixty-four men are now too anxious and now too rich. Here the lots of
        each part are ranked, and every rank is given its even share of the range: a Latin
        hypercube (McKay, Beckman and Conover 1979).
        """
        asked = chair, count, key
        found = self._companies.get(asked)
        if found is None:
            found = self._companies[asked] = self._chairs[chair].company(count, key)
        return found


def tilted(best: tuple[int, ...], weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the best option of each issue under a man's weights, rescaled to the same sum."""
    weighed = list(map(mul, best, weights))
    scale, total = sum(best), sum(weighed)
    return tuple([w * scale // total for w in weighed])


def _ranked(lots: Sequence[int]) -> list[int]:
    """Return each lot's place among them, from 0.

    >>> _ranked((30, 10, 20))
    [2, 0, 1]
    """
    ranks = [0] * len(lots)
    for rank, at in enumerate(sorted(range(len(lots)), key=lots.__getitem__)):
        ranks[at] = rank
    return ranks


class _Dear(dict[int, tuple[int, tuple[int, ...]]]):
    """How dear one issue is, in per cent, and what its options are worth, by its best option.

    Each is reckoned when it is first asked for: there are a few thousand, and many men.

    >>> _Dear((0, 200), 200)[300], _Dear((0, 200), 200, costs=(50, 0))[300]
    ((150, (0, 300)), (150, (-50, 300)))
    """

    def __init__(self, row: tuple[int, ...], best: int, costs: tuple[int, ...] = ()) -> None:
        self._row = row
        self._best = best
        self._costs = costs
        """What each option costs the man who needs another."""

    def __missing__(self, scaled: int) -> tuple[int, tuple[int, ...]]:
        best, weight, row = self._best, 100, self._row
        if best:
            weight, row = 100 * scaled // best, tuple([v * scaled // best for v in row])
        if self._costs:
            row = tuple(map(sub, row, self._costs))
        self[scaled] = dear = weight, row
        return dear


_dear_of = lru_cache(maxsize=256)(_Dear)
"""Scenarios with the same likings share what was reckoned."""


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
        self.best = tuple(max(row) for row in self.common.worth)
        # Only the host's weights, nerve and the like are a riddle: the claimant is the player's.
        self.spare = source.men.weights if chair == HOST else 0
        self.hope = 100 * source.quantities.hope[seat]
        self.first_pace, last_pace = source.men.pace
        nerve = 100 * source.men.nerve if chair == HOST else 0
        spread = 100 * source.men.hope
        self.ranges = (
            (TEMPER, 0, len(self.tempers)),
            (NEED, 0, len(self.needs)) if self.needs else (NEED, -1, 1),
            (GROUND, 0, len(table.grounds)),
            (NERVE, -nerve, 2 * nerve + 1),
            (HOPE, self.hope - spread, 2 * spread + 1),
            (PACE, self.first_pace, last_pace - self.first_pace + 1),
            (QUESTION, 0, len(table.issues)),
        )
        """For each part its least number, and how many there are."""
        self.lots = WEIGHTS + (len(table.issues) if self.spare else 0)
        self.bound = [(n.issue, n.allows) for n in self.needs] or [(-1, frozenset[int]())]
        """What each need binds him to."""
        self.likings = [self._likings(*bound) for bound in self.bound]
        """How dear each issue is to the man who has the need."""
        self.even = [self._holding(likings, self.best) for likings in self.likings]
        """Weights and utility of those who hold all issues as dear as the common man does."""
        persons = ((name, p) for name, p in source.people.items() if p.seat == seat)
        self.written = next((self._written(name, person) for name, person in persons), None)

    def man(self, seed: str) -> Man:
        """Return the man whom a seed puts here."""
        if seed == HISTORY and self.written is not None:
            return self.written
        return self._of_lots(lots_of(self.lots, seed, "man", self.seat))

    def company(self, count: int, key: str) -> tuple[Man, ...]:
        """Return men whose parts are spread evenly."""
        drawn = [lots_of(self.lots, f"{key} {at}", "man", self.seat) for at in range(count)]
        parts = [_ranked(lots) for lots in zip(*drawn, strict=True)]
        return tuple(
            self._of_lots([((2 * rank + 1) << LOT) // (2 * count) for rank in ranks])
            for ranks in zip(*parts, strict=True)
        )

    def _of_lots(self, lots: Sequence[int]) -> Man:
        """Return the man on whom these lots fall."""
        temper, need, ground, nerve, hope, pace, question = [
            least + (lots[part] * sides >> LOT) for part, least, sides in self.ranges
        ]
        issue, allows = self.bound[need]
        if self.spare:
            scaled = tilted(self.best, about_each(100, self.spare, lots[WEIGHTS:]))
            weights, utility = self._holding(self.likings[need], scaled)
        else:
            weights, utility = self.even[need]
        luck = ground, nerve, hope, pace, question
        return _new(Man, ("", temper, weights, utility, need, issue, allows, *luck))

    def _likings(self, issue: int, allows: frozenset[int]) -> tuple[_Dear, ...]:
        """Return how dear each issue is to a man; what fails his need costs him on its issue."""
        likings = list(map(_dear_of, self.common.worth, self.best))
        if issue >= 0:
            row = self.common.worth[issue]
            costs = tuple(0 if o in allows else self.cost for o in range(len(row)))
            likings[issue] = _dear_of(row, self.best[issue], costs)
        return tuple(likings)

    def _holding(
        self, likings: tuple[_Dear, ...], scaled: tuple[int, ...]
    ) -> tuple[tuple[int, ...], Utility]:
        """Return weights and utility of a man to whom the best of each issue is worth so much."""
        weights, worth = zip(*map(getitem, likings, scaled), strict=True)
        return weights, _new(Utility, (worth, self.common.joints))

    def _written(self, name: str, person: Person) -> Man:
        """Return a man as the scenario wrote him."""
        table = self.table
        issue, allows = -1, frozenset[int]()
        if person.need is not None:
            issue = table.issue(person.need.issue)
            allows = frozenset(table.option(issue, o) for o in person.need.allows)
        weights, utility = self._holding(self._likings(issue, allows), self.best)
        return Man(
            name=name,
            temper=[t.id for t in self.tempers].index(person.temper),
            weights=weights,
            utility=utility,
            need=[n.id for n in self.named].index(name) if issue >= 0 else -1,
            need_issue=issue,
            need_allows=allows,
            ground=[g.id for g in table.grounds].index(person.ground) if person.ground else -1,
            nerve=100 * person.nerve,
            hope=self.hope + 100 * person.hope,
            pace=self.first_pace,
            question=0,
        )
