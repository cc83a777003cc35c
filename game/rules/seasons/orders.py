"""What can be ordered in a season, what it costs, and what comes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.effects import Deed, move
from game.rules.formulas import Now
from game.rules.legal import Head, Legal, Plain
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.beginning import NO_ORDER
from game.rules.seasons.deeds import SeasonEffects, Spread, do_all, notes_of
from game.rules.seasons.gates import Compile, Thing, gates
from game.rules.seasons.may import Calendar
from game.scenario import Expression
from game.scenario.action_model import Action, Target
from game.scenario.action_model import Hazard as WrittenHazard
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect
from game.scenario.season_model import QUARTERS, Quarter, Where
from game.state import Decision, Order

ACT, STAND, OPEN = "act", "stand", "open"
"""The verbs of a season."""
MOST_MENUS = 1 << 14
"""Menus that are kept, each with all that can be decided at once in some season."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may go wrong with an order."""

    id: str
    key: str
    """What its luck belongs to: it, and whatever it may go wrong with."""
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
    """Everything that can be ordered in one campaign, and the talks that can be opened."""

    def __init__(
        self,
        campaign: Campaign,
        places: Mapping[Order, int],
        openings: Sequence[tuple[Head, Expression, Where]],
        conditions: Compile,
        number: Callable[[Expression], Callable[[Now], int]],
        effects: SeasonEffects,
        calendars: Sequence[Calendar],
    ) -> None:
        self._purse = effects.levels[campaign.seasons.purse]
        self._purse_id = campaign.seasons.purse
        self._purse_span = campaign.tracks[campaign.seasons.purse].range
        self._number, self._effects = number, effects
        actions = list(campaign.actions.items())
        written = [(order, *_with_target(order, actions[order.action][1])) for order in places]
        self.all = tuple(
            self._feat(order, places[order], actions[order.action], target_id, target, conditions)
            for order, target_id, target in written
        )
        self.by_order = {feat.order: feat for feat in self.all}
        self.by_words = {(f.action, f.target): f for f in self.all}
        idle = campaign.seasons.idle
        self.idle = next((f.order for f in self.all if f.action == idle), NO_ORDER)
        self._heads = (*(f.head for f in self.all), *(head for head, _, _ in openings))
        self._stand = Head(STAND)
        things = [
            Thing(_conditions(actions[order.action][1], target), feat.quarters)
            for (order, _, target), feat in zip(written, self.all, strict=True)
        ]
        things += [Thing((when,)) for _, when, _ in openings]
        self._quarters = tuple(Quarter(str(calendar["season"])) for calendar in calendars)
        self._gates = gates(things, calendars, conditions)
        self._everything = (1 << len(things)) - 1
        self._costs = sorted({feat.cost for feat in self.all})
        bought = [_bits(f for f in self.all if f.cost <= cost) for cost in self._costs]
        unpaid = self._everything & ~_bits(self.all)
        self._payable = tuple(bits | unpaid for bits in (0, *bought))
        """What the purse can pay, by how many of the costs it reaches."""
        self._once = tuple((feat.place, ~(1 << feat.place)) for feat in self.all if feat.once)
        self._from_afar = _bits(feat for feat in self.all if feat.on_journeys) | sum(
            1 << at
            for at, (_, _, where) in enumerate(openings, len(self.all))
            if where is Where.ANYWHERE
        )
        self._journeys = _bits(feat for feat in self.all if feat.away)
        self._menus: dict[int, Legal] = {}

    def legal(self, now: Now) -> Legal:
        """Return what can be decided in a season: orders, talks that can be opened, `stand`."""
        open_now = self._open(now, self._from_afar if now.away else self._everything)
        menu = self._menus.get(open_now)
        if menu is None:
            if len(self._menus) >= MOST_MENUS:
                self._menus.clear()
            heads = [head for at, head in enumerate(self._heads) if open_now >> at & 1]
            menu = self._menus[open_now] = Plain([*heads, self._stand])
        return menu

    def refused(self, now: Now) -> Iterator[tuple[Feat, str]]:
        """Yield what cannot be ordered now but is shown, each with the reason."""
        open_now = self._open(now, self._from_afar if now.away else self._everything)
        for feat in self.all:
            if not open_now >> feat.place & 1 and (why := self.why_not(feat, now)):
                yield feat, why

    def allowed(self, order: Order, now: Now) -> bool:
        """Return whether what stands as ordered can be done, if need be by those at the post."""
        if order not in self.by_order:
            return False
        among = self._everything & ~self._journeys if now.away else self._everything
        return bool(self._open(now, among) >> self.by_order[order].place & 1)

    def _open(self, now: Now, among: int) -> int:
        """Return the bits of what is open, of those that are asked for."""
        among &= self._payable[bisect_right(self._costs, now.levels[self._purse])]
        done = now.done
        for place, others in self._once:
            if done[place]:
                among &= others
        return self._gates[now.turn].opened(now, among)

    def why_not(self, feat: Feat, now: Now) -> str:
        """Return why something cannot be ordered now; empty where it is to be hidden."""
        if feat.once and now.done[feat.place]:
            return ""
        for may, shown in feat.may:
            if not may(now):
                return shown
        if feat.quarters and self._quarters[now.turn] not in feat.quarters:
            return f"only in {_joined([q for q in QUARTERS if q in feat.quarters])}"
        if now.away and not feat.on_journeys:
            return "you are away"
        if feat.cost > now.levels[self._purse]:
            return f"it costs {feat.cost}, and there are {now.levels[self._purse]}"
        return ""

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
        done = list(now.done)
        before = done[feat.place]
        done[feat.place] = before + 1
        now.done = tuple(done)
        action = feat.order.action
        last, this = now.lately
        again = last.count(action) + this.count(action)
        now.lately = (last, (*this, action))
        if (before + 1) % feat.steps:
            if log:
                log.tell("went-on", feat.because, action=feat.action, target=feat.target)
        else:
            if feat.notes:
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
        return 100 * draw(100, now.seed, "hazard", hazard.key, occurrence) < hazard.odds(now)

    def _feat(
        self,
        order: Order,
        place: int,
        named: tuple[str, Action],
        target_id: str,
        target: Target | None,
        conditions: Compile,
    ) -> Feat:
        id, action = named
        may = [
            (conditions(part.when.root), part.else_show)
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
            hazard=self._hazard(action.hazard, key, place) if action.hazard else None,
            because=f"act {id} {target_id}".rstrip(),
            head=Head(ACT, id, (target_id,) if target_id else ()),
        )

    def _hazard(self, source: WrittenHazard, key: str, place: int) -> Hazard:
        key = f"{source.id}.{key}"
        spread = Spread(key, source.spread, place)
        return Hazard(
            id=source.id,
            key=key,
            odds=self._number(source.odds),
            deeds=self._effects.deeds(source.do, spread),
            notes=notes_of(source.do) | {f"risk.{source.id}"},
            history=source.history,
        )


def _with_target(order: Order, action: Action) -> tuple[str, Target | None]:
    """Return the target of an order and its id; none, and an empty text, where it has none."""
    return ("", None) if order.target < 0 else list(action.targets.items())[order.target]


def _conditions(action: Action, target: Target | None) -> list[Expression]:
    """Return all that must hold for an action and its target."""
    return [part.when for part in (action, target) if part is not None and part.when is not None]


def _bits(feats: Iterable[Feat]) -> int:
    return sum(1 << feat.place for feat in feats)


def _joined(words: Sequence[str]) -> str:
    """Return words as they are said one after the other.

    >>> _joined(["spring", "summer", "autumn"]), _joined(["winter"])
    ('spring, summer or autumn', 'winter')
    """
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
