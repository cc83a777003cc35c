"""Plays of a campaign that go somewhere: everybody takes one route, lots decide the rest."""

from __future__ import annotations

from game.coach.workshop.directed import Directed, Route
from game.coach.workshop.seasons.campaign_route import CampaignRoute
from game.policy.plain import FOLD, MOMENTS
from game.policy.seasons.guards import guards
from game.policy.seasons.prospects import prospects
from game.rules import CampaignRules
from game.rules.legal import Head, Legal
from game.rules.luck import lots_of
from game.rules.mind import Now
from game.rules.seasons.orders import ACT, OPEN
from game.state import Decision, Phase

LEAVES = ("go-home", "break-off")
"""What ends talks without a paper."""
REFUSES = ("refuse",)
SIGNS_TO_DISOWN = Decision("sign-to-disown")
WANDERS = 4
"""Of so many orders one is drawn by lot, whatever is wanted: other ways lead there, too."""


class CampaignDirected:
    """Decides for every chair; the same route and key make the same play."""

    def __init__(self, rules: CampaignRules, route: CampaignRoute, key: str) -> None:
        self.route = route
        self.taken: list[Decision] = []
        """What was decided, in order."""
        self.acts: set[tuple[int, str]] = set()
        """Acts done at tables, each with the table's index."""
        self._rules, self._key = rules, key
        self._prospects = prospects(rules)
        self._guards = guards(rules)
        self._lot = lots_of(1, key, "policy", "directed-seasons")[0]
        self._tables: dict[int, Directed] = {}
        """By the number of talks that were held before."""

    def __call__(self, now: Now, legal: Legal) -> Decision:
        """Return the decision of whoever is to decide."""
        if now.at:
            decision = self._at_table(now, legal)
            self.acts.add((now.at - 1, decision.name))
        elif now.phase == Phase.SCENE:
            decision = self._answer(legal)
        else:
            decision = self._order(now, legal)
        self.taken.append(decision)
        return decision

    def _at_table(self, now: Now, legal: Legal) -> Decision:
        at, held = now.at - 1, len(now.deals)
        failing = self.route.twice.get(at)
        if failing is not None and any(deal.table == at for deal in now.deals):
            failing = None
        silent = at in self.route.silent and at not in self.route.twice
        if failing is not None and not failing.spent:
            silent = now.pressure >= failing.pressed
        ends = LEAVES if silent else REFUSES if failing is not None else ()
        if now.phase != Phase.SCENE:
            for head in legal.heads:
                if head.verb in ends:
                    return head.alone
        if at in self.route.disowned and SIGNS_TO_DISOWN in legal:
            return SIGNS_TO_DISOWN
        if held not in self._tables:
            talks = self._rules.talks[at]
            route = self.route.tables.get(at, Route())
            if failing is not None:
                every = tuple(size - 1 for size in talks.rules.table.sizes)
                route = Route(route.choices, paper=every, pressure=int(failing.pressed))
            self._tables[held] = Directed(talks.rules, route, f"{self._key} {held}")
        return self._tables[held](now, legal)

    def _answer(self, legal: Legal) -> Decision:
        ids = [f"{head.name}.{head.about[0]}" for head in legal.heads]
        for id, head in zip(ids, legal.heads, strict=True):
            if id in self.route.choices:
                return head.alone
        able = [
            head for id, head in zip(ids, legal.heads, strict=True) if id not in self.route.shunned
        ] or list(legal.heads)
        if self.route.pulls:
            able = self._pulling(
                [
                    (self._changes(self._prospects.choices[h.name, h.about[0]].changes), h)
                    for h in able
                ]
            )
        return able[self._number(len(able))].alone

    def _order(self, now: Now, legal: Legal) -> Decision:
        route = self.route
        acts = [head for head in legal.heads if head.verb == ACT]
        if self._number(WANDERS, 3):
            tables = [talks.id for talks in self._rules.talks]
            for head in legal.heads:
                if head.verb == OPEN and tables.index(head.name) in route.opens:
                    return head.alone
            wanted = [h for h in acts if self._place(h) in route.orders and self._lacks(now, h)]
            if wanted:
                return wanted[self._number(len(wanted))].alone
        dreaded = [g for g in self._guards if g.dread(now.levels[g.at])]
        if dreaded and dreaded[0].at not in route.pulls:
            at, sign = dreaded[0].at, dreaded[0].sign
            able = self._pulling([(sign * self._moves(head, at), head) for head in acts])
            return able[self._number(len(able))].alone
        able = [head for head in acts if self._place(head) not in route.avoided]
        able = [h for h in able if not self._rules.orders.all[self._place(h)].away] or able or acts
        if route.pulls and self._number(WANDERS, 2):
            able = self._pulling([(self._changes(self._orders(h)), h) for h in able])
        if not able:
            return legal.heads[-1].alone
        return able[self._number(len(able))].alone

    def _lacks(self, now: Now, head: Head) -> bool:
        """Return whether an order is still to be given: twice, what can be given twice."""
        feat = self._rules.orders.all[self._place(head)]
        return bool(now.done[feat.place] < (1 if feat.once else max(2, feat.steps)))

    def _pulling(self, each: list[tuple[int, Head]]) -> list[Head]:
        """Return the head that pulls most; now and then the three that do, or all in vain."""
        ranked = sorted(each, key=lambda item: -item[0])
        most = 3 if self._number(WANDERS, 1) == 0 else 1
        return [head for pull, head in ranked[:most] if pull > 0] or [head for _, head in ranked]

    def _changes(self, changes: tuple[tuple[int, int], ...]) -> int:
        pulls = self.route.pulls
        return sum([pulls.get(at, 0) * by for at, by in changes])

    def _orders(self, head: Head) -> tuple[tuple[int, int], ...]:
        return self._prospects.orders[self._place(head)].changes

    def _moves(self, head: Head, track: int) -> int:
        return sum([by for at, by in self._orders(head) if at == track])

    def _place(self, head: Head) -> int:
        return self._rules.orders.by_words[head.name, head.about[0] if head.about else ""].place

    def _number(self, below: int, which: int = 0) -> int:
        moment = (len(self.taken) << 2 | which) % len(MOMENTS)
        return (self._lot * MOMENTS[moment] >> FOLD) % below if below else 0
