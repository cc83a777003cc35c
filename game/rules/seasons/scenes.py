"""Scenes of the seasons: which may come now, which one comes, and what follows from its choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.rules.effects import Deed
from game.rules.legal import Head, Legal, Plain
from game.rules.luck import draw
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.deeds import SeasonEffects, do_all, notes_of
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Schedule
from game.scenario.event_model import Choice as WrittenChoice
from game.scenario.event_model import Event
from game.scenario.may import Calendar, asked_in
from game.scenario.syntax import Node
from game.state import CLAIMANT, State

Compile = Callable[[Expression], Condition]

MOST_SCENES = 3
"""May come in one season; what must come and does not waits for the next."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer a scene of the seasons."""

    id: str
    may: Condition | None
    else_show: str
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    because: str
    odds: int
    """Chance in per cent of the named risk; 0 when there is none."""
    risk: str
    deeds_at_risk: tuple[Deed, ...]
    notes_at_risk: frozenset[str]
    predictions: tuple[int, ...]
    """What advisers foretold if it is made, by the places of their predictions."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene with everything in it resolved."""

    index: int
    """Among all events of the campaign."""
    id: str
    choices: tuple[Choice, ...]
    by_id: Mapping[str, Choice]
    asked: tuple[Condition, ...]
    """What its choices ask for."""
    legal: Legal | None
    """What can be chosen, where no choice asks for anything."""


class Coming(NamedTuple):
    """A scene that may come in a certain season, if `when` holds."""

    scene: int
    when: Condition | None
    """What is asked beyond the date; `None` when nothing is."""
    weight: int


class Prediction(NamedTuple):
    """What an adviser foretold."""

    adviser: int
    """Among the advisers of the seasons."""
    event: str
    expects: Condition
    within: int


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
        self.advisers = tuple(id for id, a in campaign.advisers.items() if a.table is None)
        self.predictions: list[Prediction] = []
        self._seat = campaign.seasons.seat
        self._quiet = campaign.seasons.quiet
        self.all: dict[int, Scene] = {}
        """By their place among all events."""
        for index, (id, event) in enumerate(campaign.events.items()):
            if event.table is None:
                self.all[index] = self._scene(index, id, event, condition, effects)
        self.by_id = {scene.id: scene for scene in self.all.values()}
        events = _unscheduled(campaign)
        must = {at: event for at, event in events.items() if event.first}
        may = {at: event for at, event in events.items() if not event.first}
        self._must = _by_turn(must, asked, calendars)
        self._may = _by_turn(may, asked, calendars)
        self._legal: dict[tuple[int, tuple[bool, ...]], Legal] = {}

    def next_of(self, now: Moment) -> int:
        """Return the index of the scene that comes next in a season; -1 for none.

        Those that must come do so first; once in a season it is drawn whether another comes.
        """
        turn: int = now.turn
        lived: frozenset[int] = now.lived
        if now.met_now >= MOST_SCENES:
            return -1
        for index, at in now.appointed:
            if at <= turn and index not in lived:
                return int(index)
        for index, when, _ in self._must[turn]:
            if index not in lived and (when is None or when(now)):
                return index
        if now.drawn:
            return -1
        now.drawn = True
        if not self._may[turn]:
            return -1
        if draw(100, now.seed, "quiet", self._seat, turn) < self._quiet:
            return -1
        return self._drawn(now)

    def _drawn(self, now: Moment) -> int:
        """Return the index of one of the scenes that may come, by lot; -1 where none may."""
        turn: int = now.turn
        lived: frozenset[int] = now.lived
        may_come = []
        total = 0
        for index, when, weight in self._may[turn]:
            if index not in lived and (when is None or when(now)):
                may_come.append((index, weight))
                total += weight
        if not may_come:
            return -1
        lot = draw(total, now.seed, "season-scene", self._seat, turn)
        for index, weight in may_come:
            lot -= weight
            if lot < 0:
                return index
        raise AssertionError("weights are positive")

    def legal(self, state: State | Moment) -> Legal:
        """Return the choices of the scene that waits for one."""
        scene = self.all[state.scene]
        if scene.legal is not None:
            return scene.legal
        open_now = tuple([may(state) for may in scene.asked])
        key = scene.index, open_now
        legal = self._legal.get(key)
        if legal is None:
            legal = self._legal[key] = _menu(scene, state)
        return legal

    def choose(self, now: Moment, scene: Scene, choice: Choice, log: Log | None) -> None:
        """Do what a choice does, its named risk included."""
        because = choice.because
        now.lived |= {scene.index}
        now.notes |= choice.notes
        if log:
            log.tell("chose", because, event=scene.id, choice=choice.id, only=CLAIMANT)
        for deed in choice.deeds:
            deed(now, 0, because, log)
        for place in choice.predictions:
            now.foretold = (*now.foretold, (now.turn + self.predictions[place].within, place))
        if choice.odds and draw(100, now.seed, "risk", choice.risk, 0) < choice.odds:
            because = f"risk {choice.risk}"
            now.notes |= choice.notes_at_risk
            if log:
                log.tell("risk-came", because, risk=choice.risk, odds=choice.odds, only=CLAIMANT)
            do_all(choice.deeds_at_risk, now, because, log)

    def _scene(
        self, index: int, id: str, event: Event, condition: Compile, effects: SeasonEffects
    ) -> Scene:
        choices = tuple(
            self._choice(id, event, choice_id, choice, condition, effects)
            for choice_id, choice in event.choices.items()
        )
        heads = [Head("choose", id, (choice.id,)) for choice in choices]
        legal = Plain(heads) if all(choice.may is None for choice in choices) else None
        asked = tuple(choice.may for choice in choices if choice.may is not None)
        return Scene(index, id, choices, {choice.id: choice for choice in choices}, asked, legal)

    def _choice(
        self,
        scene: str,
        event: Event,
        id: str,
        source: WrittenChoice,
        condition: Compile,
        effects: SeasonEffects,
    ) -> Choice:
        at_risk = tuple(source.risk.do) if source.risk else ()
        risk = source.risk.id if source.risk else ""
        return Choice(
            id=id,
            may=condition(source.when) if source.when is not None else None,
            else_show=source.else_show,
            deeds=effects.deeds(source.do),
            notes=notes_of(source.do) | {f"{scene}.{id}"},
            because=f"choice {scene} {id}",
            odds=source.risk.odds if source.risk else 0,
            risk=risk,
            deeds_at_risk=effects.deeds(at_risk),
            notes_at_risk=notes_of(at_risk) | ({f"risk.{risk}"} if risk else frozenset()),
            predictions=tuple(self._predicted(scene, event, id, condition)),
        )

    def _predicted(self, scene: str, event: Event, choice: str, condition: Compile) -> list[int]:
        """Keep what advisers foretell of a choice, and return the places of it."""
        places = []
        for adviser, counsel in event.counsel.items():
            if counsel.for_ == choice and counsel.expects is not None:
                places.append(len(self.predictions))
                self.predictions.append(
                    Prediction(
                        self.advisers.index(adviser),
                        scene,
                        condition(counsel.expects),
                        counsel.within,
                    )
                )
        return places


def _menu(scene: Scene, state: State | Moment) -> Legal:
    """Return the choices of a scene: those that are open, and those that are not, with reasons."""
    heads = [(Head("choose", scene.id, (choice.id,)), choice) for choice in scene.choices]
    both = [(head, c, c.may is None or c.may(state)) for head, c in heads]
    return Plain(
        [head for head, _, may in both if may],
        [(head, c.else_show or "that is not open to you") for head, c, may in both if not may],
    )


def _unscheduled(campaign: Campaign) -> dict[int, Event]:
    """Return the scenes of the seasons that do not come only when they are scheduled."""
    scheduled = {
        effect.event
        for event in campaign.events.values()
        for choice in event.choices.values()
        for effect in (*choice.do, *(choice.risk.do if choice.risk else ()))
        if isinstance(effect, Schedule)
    }
    return {
        at: event
        for at, (id, event) in enumerate(campaign.events.items())
        if event.table is None and (event.when is not None or id not in scheduled)
    }


def _by_turn(
    events: Mapping[int, Event],
    asked: Callable[[tuple[Node, ...]], Condition],
    calendars: Sequence[Calendar],
) -> tuple[tuple[Coming, ...], ...]:
    """Return for each season the scenes that its date leaves open, and what is still asked."""
    known: dict[tuple[int, tuple[Node, ...]], Condition | None] = {}
    turns = []
    for calendar in calendars:
        coming = []
        for at, event in events.items():
            parts = asked_in(event.when, calendar) if event.when is not None else ()
            if parts is None:
                continue
            if (at, parts) not in known:
                known[at, parts] = asked(parts) if parts else None
            coming.append(Coming(at, known[at, parts], event.weight))
        turns.append(tuple(coming))
    return tuple(turns)
