"""What can be ordered in a season, what it costs, and what comes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from game.rules.formulas import Now
from game.rules.legal import Head, Legal, Plain
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.rules.seasons.beginning import NO_ORDER
from game.rules.seasons.deeds import SeasonEffects, do_all, too_dear
from game.rules.seasons.feats import ACT, BESIDES, Feat, Feats, Hazard
from game.rules.seasons.gates import Picked, Thing, gates
from game.rules.seasons.questions import Questions
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.may import Calendar
from game.scenario.season_model import QUARTERS, Quarter, Where
from game.state import Decision, Order

__all__ = ["ACT", "OPEN", "STAND", "Feat", "Orders"]

STAND, OPEN = "stand", "open"
"""The verbs of a season, with `ACT`."""
MOST_MENUS = 1 << 12
"""Menus that are kept, each with all that can be decided at once in some season."""


class Orders:
    """Everything that can be ordered in one campaign, and the talks that can be opened."""

    def __init__(
        self,
        campaign: Campaign,
        places: Mapping[Order, int],
        openings: Sequence[tuple[Head, Expression, Where]],
        questions: Questions,
        number: Callable[[Expression], Callable[[Now], int]],
        effects: SeasonEffects,
        calendars: Sequence[Calendar],
    ) -> None:
        self._purse = effects.levels[campaign.seasons.purse]
        made = Feats(campaign, questions, number, effects).made(places)
        self.all = tuple(feat for feat, _ in made)
        self.by_order = {feat.order: feat for feat in self.all}
        self.by_words = {(f.action, f.target): f for f in self.all}
        self._by_decision = {feat.head.alone: feat for feat in self.all}
        idle = campaign.seasons.idle
        self.idle = next((f.order for f in self.all if f.action == idle), NO_ORDER)
        tables = list(campaign.tables)
        heads = [feat.head for feat in self.all] + [head for head, _, _ in openings]
        self._decisions = Picked([head.alone for head in heads], Decision(STAND))
        things = [thing for _, thing in made] + [Thing((when,)) for _, when, _ in openings]
        self._gates = gates(things, calendars, questions)
        self._quarters = tuple(Quarter(str(calendar["season"])) for calendar in calendars)
        self._everything = (1 << len(things)) - 1
        self._costs = sorted({feat.cost for feat in self.all})
        bought = [_bits(f for f in self.all if f.cost <= cost) for cost in self._costs]
        unpaid = self._everything & ~_bits(self.all)
        self._payable = tuple(bits | unpaid for bits in (0, *bought))
        """What the purse can pay, by how many of the costs it reaches."""
        once = cache(_Once.of)  # the same in many seasons
        self._once = tuple(
            once(tuple([f.place for f in self.all if f.once and gate.open >> f.place & 1]))
            for gate in self._gates
        )
        """For each season what can be done in it, and but once."""
        self._seldom = {
            action: ~_bits(feat for feat in self.all if feat.order.action == action)
            for action in {feat.order.action for feat in self.all if feat.once_a_season}
        }
        """By the action that a season has but once: the bits of everything else."""
        self._held = {
            tables.index(head.name): ~(1 << at)
            for at, (head, _, _) in enumerate(openings, len(self.all))
        }
        """By the table whose talks can be opened: the bits of everything else."""
        self._from_afar = _bits(feat for feat in self.all if feat.on_journeys) | sum(
            1 << at
            for at, (_, _, where) in enumerate(openings, len(self.all))
            if where is Where.ANYWHERE
        )
        self._menus: dict[int, Legal] = {}

    def legal(self, now: Now) -> Legal:
        """Return what can be decided in a season: orders, talks that can be opened, `stand`."""
        open_now = self._open(now, self._from_afar if now.away else self._everything)
        menu = self._menus.get(open_now)
        if menu is None:
            if len(self._menus) >= MOST_MENUS:
                self._menus.clear()
            menu = self._menus[open_now] = Plain.of(self._decisions(open_now))
        return menu

    def refused(self, now: Now) -> Iterator[tuple[Feat, str]]:
        """Yield what cannot be ordered now but is shown, each with the reason."""
        open_now = self._open(now, self._from_afar if now.away else self._everything)
        for feat in self.all:
            if not open_now >> feat.place & 1 and (why := self.why_not(feat, now)):
                yield feat, why

    def allowed(self, order: Order, now: Now) -> bool:
        """Return whether what stands as ordered can be done, if need be by those at the post."""
        feat = self.by_order.get(order)
        return feat is not None and self.why_idle(feat, now) is None

    def why_idle(self, feat: Feat, now: Now) -> str | None:
        """Return why what stands is not done, empty where that is to be hidden; `None` if it is.

        Whoever is away is no reason: those at the post do it. Only on a journey he goes himself.
        """
        return self._bar(feat, now, is_far=bool(now.away and feat.away))

    def _open(self, now: Now, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        among &= self._payable[bisect_right(self._costs, now.levels[self._purse])]
        once = self._once[now.turn]
        among &= ~sum(compress(once.bits, once.times(now.done)))
        for action in now.lately[1]:
            if action in self._seldom:
                among &= self._seldom[action]
        deals = now.deals
        if deals and deals[-1].turn == now.turn:  # in the order in which they were held
            for deal in deals:
                if deal.turn == now.turn and deal.table in self._held:
                    among &= self._held[deal.table]  # nobody meets twice in one season
        return self._gates[now.turn].opened(now, among)

    def why_not(self, feat: Feat, now: Now) -> str:
        """Return why something cannot be ordered now; empty where it is to be hidden."""
        return self._bar(feat, now, is_far=bool(now.away) and not feat.on_journeys) or ""

    def _bar(self, feat: Feat, now: Now, *, is_far: bool) -> str | None:
        """Return why something cannot be done, empty where that is to be hidden; `None` if it can.

        `is_far` says that whoever would do it is out of reach.
        """
        if feat.once and now.done[feat.place]:
            return ""
        if feat.once_a_season and feat.order.action in now.lately[1]:
            return "it was done this season"
        for asked in feat.may:
            failing = [shown for may, shown in asked if not may(now)]
            if failing:
                return BESIDES.join(filter(None, failing))
        if feat.quarters and self._quarters[now.turn] not in feat.quarters:
            return f"only in {_joined([q for q in QUARTERS if q in feat.quarters])}"
        if is_far:
            return "you are away"
        if feat.cost > now.levels[self._purse]:
            return too_dear(feat.cost, now.levels[self._purse])
        return None

    def feat_of(self, decision: Decision) -> Feat:
        """Return what an `act` orders."""
        return self._by_decision[decision]

    def carry_out(self, now: Moment, feat: Feat, log: Log | None) -> None:
        """Carry an order out: pay for it, do what it does, and see whether it goes wrong."""
        if log:
            counted = feat.counted if feat.steps == 1 else (feat.place,)
            times = sum(now.done[place] for place in counted)
            log.tell("acted", feat.because, action=feat.action, target=feat.target, times=times)
        hazard = feat.hazard
        # As likely as was told before it was ordered, whatever the order itself changes.
        odds = 0 if hazard is None else hazard.odds(now)
        before = now.done[feat.place]
        goes_wrong = hazard is not None and self._comes(now, hazard, odds, before)
        now.done[feat.place] = before + 1
        action = feat.order.action
        last, this = now.lately
        again = last.count(action) + this.count(action)
        now.lately = (last, (*this, action))
        if (before + 1) % feat.steps:
            feat.pays(now, 0, feat.because, log)
            if log:
                log.tell("went-on", feat.because, action=feat.action, target=feat.target)
        else:
            if feat.notes:
                now.notes |= feat.notes
            feat.changes[again](now, 0, feat.because, log)
            for deed in feat.deeds:
                deed(now, 0, feat.because, log)
            if feat.letters and not (hazard is not None and goes_wrong and hazard.is_instead):
                do_all(feat.letters, now, feat.because, log)
        if hazard is not None and goes_wrong:
            because = f"hazard {hazard.id}"
            now.notes |= hazard.notes
            if log:
                told = min(100, odds // 100)
                times = sum(now.done[place] for place in hazard.counted) - 1
                log.tell(
                    "hazard-came",
                    because,
                    hazard=hazard.id,
                    odds=told,
                    action=feat.action,
                    times=times,
                )
            do_all(hazard.deeds, now, because, log)
        if feat.away:
            now.away = feat.away + 1  # the rest of this season goes on the road, too

    @staticmethod
    def _comes(now: Moment, hazard: Hazard, odds: int, occurrence: int) -> bool:
        if now.seed == HISTORY:
            return hazard.history
        return 100 * draw(100, now.seed, "hazard", hazard.key, occurrence) < odds


class _Once(NamedTuple):
    """Orders that are carried out but once, as far as a season leaves them open."""

    times: Callable[[Sequence[int]], Sequence[int]]
    """Given how often each order was carried out: how often each of these was."""
    bits: tuple[int, ...]
    """The bit of each."""

    @classmethod
    def of(cls, places: Sequence[int]) -> _Once:
        """Return those at some places among all orders."""
        # Asked for one thing alone, an `itemgetter` gives no sequence.
        times = itemgetter(*places) if len(places) > 1 else lambda done: [done[p] for p in places]
        return cls(times, tuple(1 << place for place in places))


def _bits(feats: Iterable[Feat]) -> int:
    return sum(1 << feat.place for feat in feats)


def _joined(words: Sequence[str]) -> str:
    """Return words as they are said one after the other.

    >>> _joined(["spring", "summer", "autumn"]), _joined(["winter"])
    ('spring, summer or autumn', 'winter')
    """
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
