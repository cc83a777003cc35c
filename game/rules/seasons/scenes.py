"""Scenes of the seasons: which may come now, which one comes, and what follows from its choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from game.rules.effects import Deed
from game.rules.legal import Head, Legal, Plain
from game.rules.luck import draw
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition, note_of_risk
from game.rules.seasons.coming import BY_DAY, Coming, by_turn, first_open, those_open, unscheduled
from game.rules.seasons.counsels import Counsels, Foretold
from game.rules.seasons.deeds import SeasonEffects, do_all, notes_of, too_dear
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change
from game.scenario.event_model import Event
from game.scenario.may import Calendar
from game.scenario.syntax import Node
from game.state import CLAIMANT, Decision, State

Compile = Callable[[Expression], Condition]

MOST_SCENES = 3
"""May come in one season; what must come and does not waits for the next."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer a scene of the seasons."""

    id: str
    may: Condition | None
    else_show: str
    price: int
    """Units of the purse without which it is not open; 0 where nothing is asked."""
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    because: str
    odds: int
    """Chance in per cent of the named risk; 0 when there is none."""
    risk: str
    deeds_at_risk: tuple[Deed, ...]
    notes_at_risk: frozenset[str]
    foretold: Foretold
    """What advisers foretold of it, and of other choices."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene with everything in it resolved."""

    index: int
    """Among all events of the campaign."""
    id: str
    choices: tuple[Choice, ...]
    by_id: Mapping[str, Choice]
    asked: tuple[Condition, ...]
    """What its choices ask for besides money."""
    dearest: int
    """The highest price among its choices."""
    legal: Legal | None
    """What can be chosen by whoever can pay for all of it, where nothing else is asked."""


class SeasonScenes:
    """All scenes of the seasons of one campaign."""

    def __init__(
        self,
        campaign: Campaign,
        condition: Compile,
        asked: Callable[[tuple[Node, ...]], Condition],
        effects: SeasonEffects,
        calendars: Sequence[Calendar],
    ) -> None:
        self.counsels = Counsels(campaign, condition)
        self._seat = campaign.seasons.seat
        self._quiet = campaign.seasons.quiet
        self._paid_from = campaign.seasons.purse
        self._purse = effects.levels[self._paid_from]
        self.all: dict[int, Scene] = {}
        """By their place among all events."""
        for index, (id, event) in enumerate(campaign.events.items()):
            if event.table is None:
                self.all[index] = self._scene(index, id, event, condition, effects)
        self.by_id = {scene.id: scene for scene in self.all.values()}
        self._condition, self._asked = condition, dict[int, Condition | None]()
        self._whens = {self.by_id[id].index: campaign.events[id].when for id in self.by_id}
        events = unscheduled(campaign)
        must = {at: event for at, event in events.items() if event.first}
        may = {at: event for at, event in events.items() if not event.first}
        in_file = by_turn(must, asked, calendars, date.min)
        self._must = tuple([tuple(sorted(each, key=BY_DAY)) for each in in_file])
        self._may = by_turn(may, asked, calendars, date.max)
        self._soonest = tuple([min(map(BY_DAY, each), default=date.max) for each in self._may])
        self._legal: dict[tuple[int, int, tuple[bool, ...]], Legal] = {}

    def next_of(self, now: Moment) -> int:
        """Return the index of the scene that comes next in a season; -1 for none.

        First come those that were scheduled, once what they ask for holds; then those that must
        come, and one that is drawn once in a season if it is no quiet one, in the order of their
        days.
        """
        if now.met_now >= MOST_SCENES:
            return -1
        turn: int = now.turn
        for index, at in now.appointed:
            if at <= turn and index not in now.lived and self._may_come(index, now):
                return int(index)
        must_come = self._must[turn]
        must = first_open(must_come, now.lived, now) if must_come else None
        if must is not None and (now.drawn or must.day <= self._soonest[turn]):
            return must.scene
        if now.drawn:
            return -1
        drawn = self._drawn(now)
        if must is not None and (drawn is None or must.day <= drawn.day):
            return must.scene  # and the lot is cast again, over what may come after it
        now.drawn = True
        return -1 if drawn is None else drawn.scene

    def _may_come(self, index: int, now: Moment) -> bool:
        """Return whether what a scene asks for itself holds; few are ever scheduled."""
        if index not in self._asked:
            when = self._whens[index]
            self._asked[index] = None if when is None else self._condition(when)
        asked = self._asked[index]
        return asked is None or asked(now)

    def _drawn(self, now: Moment) -> Coming | None:
        """Return one of the scenes that may come, by lot; `None` where none does."""
        turn: int = now.turn
        if not self._may[turn] or draw(100, now.seed, "quiet", self._seat, turn) < self._quiet:
            return None
        may_come = those_open(self._may[turn], now.lived, now)
        if len(may_come) < 2:
            return may_come[0] if may_come else None
        total = sum([each.weight for each in may_come])
        lot = draw(total, now.seed, "season-scene", self._seat, turn)
        for each in may_come:
            lot -= each.weight
            if lot < 0:
                return each
        raise AssertionError("weights are positive")

    def legal(self, state: State | Moment) -> Legal:
        """Return the choices of the scene that waits for one."""
        scene = self.all[state.scene]
        held = state.levels[self._purse]
        if held >= scene.dearest:
            if scene.legal is not None:
                return scene.legal
            held = scene.dearest
        open_now = tuple([may(state) for may in scene.asked])
        key = scene.index, held, open_now
        legal = self._legal.get(key)
        if legal is None:
            legal = self._legal[key] = self._menu(scene, state)
        return legal

    def unpaid(self, choice: Choice, state: State | Moment) -> str:
        """Return why the purse keeps a choice closed; empty where it does not."""
        held = state.levels[self._purse]
        return too_dear(choice.price, held) if choice.price > held else ""

    def choose(self, now: Moment, scene: Scene, choice: Choice, log: Log | None) -> None:
        """Do what a choice does, its named risk included."""
        because = choice.because
        spoken = self.counsels.spoken(choice.foretold, now) if choice.foretold.of_it else ()
        untried = self.counsels.untried(choice.foretold, now) if log else ()
        now.lived |= {scene.index}
        now.notes |= choice.notes
        if log:
            log.tell("chose", because, event=scene.id, choice=choice.id, only=CLAIMANT)
        for deed in choice.deeds:
            deed(now, 0, because, log)
        if spoken:
            self.counsels.hold(spoken, now)
        if log:
            for adviser in untried:
                told = self.counsels.advisers[adviser]
                log.tell("untried", because, adviser=told, only=CLAIMANT)
        if choice.odds and draw(100, now.seed, "risk", choice.risk, 0) < choice.odds:
            because = f"risk {choice.risk}"
            now.notes |= choice.notes_at_risk
            if log:
                log.tell("risk-came", because, risk=choice.risk, odds=choice.odds, only=CLAIMANT)
            do_all(choice.deeds_at_risk, now, because, log)

    def _scene(
        self, index: int, id: str, event: Event, condition: Compile, effects: SeasonEffects
    ) -> Scene:
        prices = self._prices(event)
        choices = tuple(
            self._choice(id, event, choice_id, prices[choice_id], condition, effects)
            for choice_id in event.choices
        )
        decisions = [Decision("choose", id, (choice.id,)) for choice in choices]
        legal = Plain.of(decisions) if all(choice.may is None for choice in choices) else None
        asked = tuple(choice.may for choice in choices if choice.may is not None)
        dearest = max(prices.values())
        by_id = {choice.id: choice for choice in choices}
        return Scene(index, id, choices, by_id, asked, dearest, legal)

    def _prices(self, event: Event) -> Mapping[str, int]:
        """Return without how much in the purse each choice is closed, by id.

        Nothing is asked where no choice would then be sure to stay open: what is there is paid.
        """
        costs = {
            id: -sum(
                each.by
                for each in choice.do
                if isinstance(each, Change) and each.track == self._paid_from
            )
            for id, choice in event.choices.items()
        }
        is_sure = any(costs[id] <= 0 and not c.when for id, c in event.choices.items())
        return {id: max(0, cost) if is_sure else 0 for id, cost in costs.items()}

    def _menu(self, scene: Scene, state: State | Moment) -> Legal:
        """Return the choices of a scene: those that are open, and the others with reasons."""
        decisions, refused = [], []
        for choice in scene.choices:
            head = Head("choose", scene.id, (choice.id,))
            if choice.may is not None and not choice.may(state):
                refused.append((head, choice.else_show or "that is not open to you"))
            elif why := self.unpaid(choice, state):
                refused.append((head, why))
            else:
                decisions.append(head.alone)
        return Plain.of(decisions, refused)

    def _choice(
        self,
        scene: str,
        event: Event,
        id: str,
        price: int,
        condition: Compile,
        effects: SeasonEffects,
    ) -> Choice:
        source = event.choices[id]
        at_risk = tuple(source.risk.do) if source.risk else ()
        risk = source.risk.id if source.risk else ""
        return Choice(
            id=id,
            may=condition(source.when) if source.when is not None else None,
            else_show=" ".join(source.else_show),
            price=price,
            deeds=effects.deeds(source.do),
            notes=notes_of(source.do) | {f"{scene}.{id}"},
            because=f"choice {scene} {id}",
            odds=source.risk.odds if source.risk else 0,
            risk=risk,
            deeds_at_risk=effects.deeds(at_risk),
            notes_at_risk=notes_of(at_risk) | {note_of_risk(risk)} if risk else notes_of(at_risk),
            foretold=self.counsels.foretold(scene, event, id),
        )
