"""Who governs by what he values: of the orders he may give, the one that seems worth most.

Every order is weighed by what it is expected to change, what it costs against what is in the
purse, what may go wrong, how much it has faded, and what else it opens. Scenes he answers by their
visible effects. Talks he opens when a fair paper would be worth the host's while.
"""

from __future__ import annotations

from copy import copy

from game.policy.protocol import Policy
from game.policy.seasons.guards import guards
from game.policy.seasons.manner import Manner
from game.policy.seasons.opening import last_turns, would_open
from game.policy.seasons.prospects import Prospect, prospects
from game.policy.seasons.weights import scale, weights
from game.rules.lasting import once_by_rules
from game.rules.legal import Head, Legal
from game.rules.luck import among, lots_of
from game.rules.seasons import CampaignRules
from game.rules.seasons.orders import ACT, OPEN, STAND, Feat
from game.state import Decision, Phase, State, View

OPENED = 60
"""Hundredths that each thing counts which an order opens."""
UNIT = 5
"""Hundredths that a unit of the purse is worth where there are `EVEN` of them."""
EVEN = 60
"""Units of the purse with which they are neither dear nor cheap."""
AWAY = 150
"""Hundredths that a season counts in which only letters can be written."""
TALKS = 400
"""Hundredths that it counts to open talks which are worth the host's while."""


class Steward:
    """Decides in the seasons in one manner; the same key has the same whims."""

    def __init__(self, rules: CampaignRules, manner: Manner, key: str, at_tables: Policy) -> None:
        self._rules = rules
        self._manner = manner
        self._at_tables = at_tables
        self._prospects = prospects(rules)
        self._guards = guards(rules)
        self._last_turns = last_turns(rules)
        counts, tracks = weights(rules, manner), rules.scenario.tracks
        self._valued = tuple(
            (at, counts[at], tracks[id].range) for id, at in rules.levels.items() if counts[at]
        )
        """Tracks that count, by place, each with the weight of a point and the track's range."""
        self._purse = rules.levels[rules.scenario.seasons.purse]
        self._dear = UNIT * manner.thrift // 100 * EVEN
        lots = lots_of(len(rules.orders.all), key, "policy", "whims")
        self._whims = tuple(
            100 - manner.whim + among(2 * manner.whim + 1, lot) if manner.whim else 100
            for lot in lots
        )

    def sitting(self, at_tables: Policy) -> Steward:
        """Return the same man with somebody else at his tables."""
        other = copy(self)
        other._at_tables = at_tables
        return other

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return what he decides."""
        state = view.state
        if state.at:
            return self._at_tables.choose(view, legal)
        each = self._point_of_each(state)
        if state.phase == Phase.SCENE:
            return self._answer(state, legal, each)
        return self._order(state, legal, each)

    def ranked(self, view: View, legal: Legal) -> list[Decision]:
        """Return what can be decided in a season, what he would decide first, the rest by worth."""
        state = view.state
        each = self._point_of_each(state)
        if state.phase == Phase.SCENE:
            worths = [(self._answer_counts(state, head, each), head.alone) for head in legal.heads]
        else:
            worths = [
                (self._worth(state, feat, each), head.alone)
                for feat, head in _menu(self._rules, legal)
                if feat is not None
            ]
        first = self.choose(view, legal)
        rest = [d for _, d in sorted(worths, key=lambda item: -item[0]) if d != first]
        return [first, *rest]

    def _point_of_each(self, state: State) -> list[int]:
        """Return what a point more of each track counts where they stand, in ten-thousandths."""
        levels = state.levels
        each = [0] * len(levels)
        for at, weight, span in self._valued:
            each[at] = weight * scale(levels[at], span, weight)
        for guard in self._guards:
            each[guard.at] += 100 * guard.dread(levels[guard.at])
        return each

    def _order(self, state: State, legal: Legal, each: list[int]) -> Decision:
        best, most = Decision(STAND), -1_000_000_000
        for feat, head in _menu(self._rules, legal):
            if feat is None:
                if self._opens(state, head.name):
                    return head.alone
                continue
            worth = self._worth(state, feat, each)
            if worth > most:
                best, most = head.alone, worth
        return best

    def _worth(self, state: State, feat: Feat, each: list[int]) -> int:
        known, manner, place = self._prospects, self._manner, feat.place
        prospect = known.orders[place]
        counts = self._counts(prospect, state, each)
        if feat.fades != 100:
            action, (before, now) = feat.order.action, state.lately
            if again := before.count(action) + now.count(action):
                counts = counts * feat.fades**again // 100**again
        counts = counts * self._whims[place] // 100
        if not state.done[place]:
            opened = OPENED * known.asked_for[place] // feat.steps
            counts += opened * (manner.plots if feat.steps > 1 else manner.curiosity) // 100
        elif feat.steps > 1 and state.done[place] % feat.steps:
            counts += OPENED * known.asked_for[place] * manner.plots // 100
        wrong, hazard = known.goes_wrong[place], feat.hazard
        if wrong is not None and hazard is not None and manner.fear:
            odds = max(0, min(10000, hazard.odds(state)))
            counts += self._counts(wrong, state, each) * odds // 10000 * manner.fear // 100
        for table in prospect.opens:
            counts += TALKS if self._opens(state, self._rules.talks[table].id) else -TALKS
        if feat.away:
            counts -= AWAY * feat.away * (200 - manner.roams) // 100
            counts -= TALKS * self._missed(state, feat.away)
        return counts - self._price(state, feat.cost)

    def _counts(self, prospect: Prospect, state: State, each: list[int]) -> int:
        """Return what some changes count, in hundredths."""
        counts = 0
        for at, by in prospect.changes:
            counts += each[at] * by
        for at, to in prospect.sets:
            counts += 100 * (to - state.levels[at]) * each[at]
        counts //= 10000
        if prospect.money:
            counts += self._price(state, prospect.money) // 100
        return counts

    def _price(self, state: State, units: int) -> int:
        """Return what so many units of the purse count, in hundredths."""
        return units * self._dear // max(10, state.levels[self._purse])

    def _answer(self, state: State, legal: Legal, each: list[int]) -> Decision:
        return max(legal.heads, key=lambda head: self._answer_counts(state, head, each)).alone

    def _answer_counts(self, state: State, head: Head, each: list[int]) -> int:
        """Return what an answer to a scene counts, in hundredths."""
        known, key = self._prospects, (head.name, head.about[0])
        counts = self._counts(known.choices[key], state, each)
        if key in known.risks:
            odds, brings = known.risks[key]
            at_risk = self._counts(brings, state, each)
            counts += at_risk * odds // 100 * self._manner.fear // 100
        for table in known.choices[key].opens:
            counts += TALKS if self._opens(state, self._rules.talks[table].id) else -TALKS
        return counts

    def _opens(self, state: State, table: str) -> bool:
        return would_open(self._rules, state, table, self._manner.opens)

    def _missed(self, state: State, away: int) -> int:
        """Return how many talks can never be opened by who is away for so many seasons."""
        back = state.turn + away + 1
        return sum([state.turn < last < back for last in self._last_turns])


Menu = tuple[tuple[Feat | None, Head], ...]
"""What can be decided at once: orders, and talks that can be opened, of which there is no feat."""
MOST_MENUS = 1 << 12
"""Menus that are kept; the rules keep and reuse the objects that are their keys."""


def _menu(rules: CampaignRules, legal: Legal) -> Menu:
    """Return the orders and openings of a menu, looked up once for each."""
    kept = _menus(rules)
    known = kept.get(id(legal))
    if known is not None and known[0] is legal:
        return known[1]
    by_words = rules.orders.by_words
    found = tuple(
        (
            by_words[head.name, head.about[0] if head.about else ""] if head.verb == ACT else None,
            head,
        )
        for head in legal.heads
        if head.verb in (ACT, OPEN)
    )
    if len(kept) >= MOST_MENUS:
        kept.clear()
    kept[id(legal)] = legal, found
    return found


@once_by_rules
def _menus(rules: CampaignRules) -> dict[int, tuple[Legal, Menu]]:
    """Return what keeps the menus that were met; whoever asks fills it."""
    return {}
