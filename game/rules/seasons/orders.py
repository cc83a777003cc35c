"""What can be ordered in a season, what it costs, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.effects import Deed, move
from game.rules.formulas import Now
from game.rules.legal import Head, Legal
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.deeds import SeasonEffects, Spread, do_all, notes_of
from game.scenario import Expression
from game.scenario.action_model import Action, Where
from game.scenario.action_model import Hazard as WrittenHazard
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect
from game.scenario.season_model import Quarter
from game.state import Decision, Order

ACT, STAND, OPEN = "act", "stand", "open"
"""The verbs of a season."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may go wrong with an order."""

    id: str
    odds: Callable[[Now], int]
    """In hundredths of a per cent."""
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    history: bool


@dataclass(frozen=True, slots=True)
class Feat:
    """An action with its target, everything in it resolved."""

    order: Order
    place: int
    """Among all orders there can be."""
    action: str
    target: str
    cost: int
    once: bool
    may: tuple[tuple[Condition, str], ...]
    """What must hold, each with the reason that is shown where it does not; empty hides it."""
    quarters: frozenset[Quarter]
    on_journeys: bool
    away: int
    fades: int
    steps: int
    changes: tuple[tuple[str, int, tuple[int, int], int], ...]
    """(track, its place, its range, by how much), which fade."""
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    hazard: Hazard | None
    because: str
    head: Head


class Orders:
    """Everything that can be ordered in one campaign."""

    def __init__(
        self,
        campaign: Campaign,
        places: Mapping[Order, int],
        condition: Callable[[Expression], Condition],
        number: Callable[[Expression], Callable[[Now], int]],
        effects: SeasonEffects,
        quarters: Sequence[Quarter],
    ) -> None:
        self._purse = effects.levels[campaign.seasons.purse]
        self._purse_id = campaign.seasons.purse
        self._purse_span = campaign.tracks[campaign.seasons.purse].range
        self._condition, self._number, self._effects = condition, number, effects
        actions = list(campaign.actions.items())
        self.all = tuple(
            self._feat(order, place, *actions[order.action]) for order, place in places.items()
        )
        self.by_order = {feat.order: feat for feat in self.all}
        self.by_words = {(f.action, f.target): f for f in self.all}
        idle = campaign.seasons.idle
        self.idle = next((f.order for f in self.all if f.action == idle), None)
        self._by_turn = tuple(
            tuple(f for f in self.all if not f.quarters or quarter in f.quarters)
            for quarter in quarters
        )
        self._quarters = tuple(quarters)
        self._stand = Head(STAND)
        self._legal: dict[tuple[object, ...], Legal] = {}

    def legal(self, now: Now, open_tables: tuple[Head, ...]) -> Legal:
        """Return what can be decided in a season: orders, talks that can be opened, `stand`."""
        may = tuple([feat for feat in self._by_turn[now.turn] if self.allows(feat, now)])
        key = (now.turn, tuple([f.place for f in may]), open_tables)
        if key not in self._legal:
            if len(self._legal) > 4096:
                self._legal.clear()
            heads = [*(feat.head for feat in may), *open_tables, self._stand]
            self._legal[key] = Legal(heads)
        return self._legal[key]

    def refused(self, now: Now) -> Iterator[tuple[Feat, str]]:
        """Yield what cannot be ordered now but is shown, each with the reason."""
        for feat in self.all:
            if not self.allows(feat, now) and (why := self.why_not(feat, now)):
                yield feat, why

    def allows(self, feat: Feat, now: Now) -> bool:
        """Return whether something can be ordered in this season."""
        if feat.cost > now.levels[self._purse]:
            return False
        if now.away and not feat.on_journeys:
            return False
        if feat.once and now.done[feat.place]:
            return False
        return all(may(now) for may, _ in feat.may)

    def why_not(self, feat: Feat, now: Now) -> str:
        """Return why something cannot be ordered now; empty where it is to be hidden."""
        if feat.once and now.done[feat.place]:
            return ""
        for may, shown in feat.may:
            if not may(now):
                return shown
        quarter = self._quarters[now.turn]
        if feat.quarters and quarter not in feat.quarters:
            return f"only in {' or '.join(sorted(feat.quarters))}"
        if now.away and not feat.on_journeys:
            return "you are away"
        if feat.cost > now.levels[self._purse]:
            return f"it costs {feat.cost}, and there are {now.levels[self._purse]}"
        return ""

    def allowed(self, order: Order, now: Now) -> bool:
        """Return whether an order can be carried out in this season."""
        feat = self.by_order[order]
        return feat in self._by_turn[now.turn] and self.allows(feat, now)

    def feat_of(self, decision: Decision) -> Feat:
        """Return what an `act` orders."""
        return self.by_words[decision.name, decision.about[0] if decision.about else ""]

    def carry_out(self, now: Moment, feat: Feat, log: Log | None) -> None:
        """Carry an order out: pay for it, do what it does, and see whether it goes wrong."""
        if log:
            log.tell("acted", feat.because, action=feat.action, target=feat.target)
        if feat.cost:
            at, span = self._purse, self._purse_span
            move(now, self._purse_id, at, span, -feat.cost, feat.because, log)
        before = now.done[feat.place]
        now.done = (*now.done[: feat.place], before + 1, *now.done[feat.place + 1 :])
        action = feat.order.action
        last, this = now.lately
        again = last.count(action) + this.count(action)
        now.lately = (last, (*this, action))
        if (before + 1) % feat.steps:
            if log:
                log.tell("went-on", feat.because, action=feat.action, target=feat.target)
        else:
            now.notes = now.notes | feat.notes
            for track, at, span, by in feat.changes:
                left = abs(by) * feat.fades**again // 100**again
                move(now, track, at, span, left if by > 0 else -left, feat.because, log)
            do_all(feat.deeds, now, feat.because, log)
        hazard = feat.hazard
        if hazard is not None and self._comes(now, hazard, before):
            because = f"hazard {hazard.id}"
            now.notes = now.notes | hazard.notes
            if log:
                odds = hazard.odds(now) // 100
                log.tell("hazard-came", because, hazard=hazard.id, odds=odds, action=feat.action)
            do_all(hazard.deeds, now, because, log)
        if feat.away:
            now.away = feat.away + 1  # the rest of this season goes on the road, too

    @staticmethod
    def _comes(now: Moment, hazard: Hazard, occurrence: int) -> bool:
        if now.seed == HISTORY:
            return hazard.history
        return 100 * draw(100, now.seed, "hazard", hazard.id, occurrence) < hazard.odds(now)

    def _feat(self, order: Order, place: int, id: str, action: Action) -> Feat:
        target_id, target = "", None
        if order.target >= 0:
            target_id, target = list(action.targets.items())[order.target]
        may = [
            (self._condition(part.when), part.else_show)
            for part in (action, target)
            if part is not None and part.when is not None
        ]
        written: tuple[Effect, ...] = (*action.do, *(target.do if target else ()))
        key = f"{id}.{target_id}" if target_id else id
        fading = tuple(
            (e.track, self._effects.levels[e.track], self._effects.ranges[e.track], e.by)
            for e in written
            if isinstance(e, Change)
        )
        cost = action.cost if target is None or target.cost is None else target.cost
        return Feat(
            order=order,
            place=place,
            action=id,
            target=target_id,
            cost=cost,
            once=target is not None and target.once,
            may=tuple(may),
            quarters=frozenset(action.quarters),
            on_journeys=action.where is Where.ANYWHERE,
            away=action.away,
            fades=action.fades,
            steps=action.steps,
            changes=fading,
            deeds=self._effects.deeds([e for e in written if not isinstance(e, Change)]),
            notes=notes_of(written),
            hazard=self._hazard(action.hazard, key) if action.hazard else None,
            because=f"act {id} {target_id}".rstrip(),
            head=Head(ACT, id, (target_id,) if target_id else ()),
        )

    def _hazard(self, source: WrittenHazard, key: str) -> Hazard:
        spread = Spread(f"{source.id}.{key}", source.spread)
        return Hazard(
            id=source.id,
            odds=self._number(source.odds),
            deeds=self._effects.deeds(source.do, spread),
            notes=notes_of(source.do) | {f"risk.{source.id}"},
            history=source.history,
        )
