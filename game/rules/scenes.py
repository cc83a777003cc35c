"""Scenes: which may come now, which one comes, and what follows from the choice in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.rules.effects import Beyond, Deed, Effects
from game.rules.luck import draw
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.rules.windows import beyond_window, window
from game.scenario import Expression, Scenario
from game.scenario.clauses import Effect, Note, OfferChange, Schedule
from game.scenario.event_model import Choice as WrittenChoice
from game.scenario.event_model import Event
from game.state import CLAIMANT, HOST, State

Condition = Callable[[State | Moment], bool]
Compile = Callable[[Expression], Condition]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer a scene."""

    id: str
    may: Condition | None
    effects: tuple[Effect, ...]
    odds: int
    """Chance in per cent of the named risk; 0 when there is none."""
    risk: str
    because: str
    """The cause that is told of its effects."""
    notes: frozenset[str]
    """Those that its effects set, and that it was chosen."""
    deeds: tuple[Deed, ...]
    notes_at_risk: frozenset[str]
    deeds_at_risk: tuple[Deed, ...]
    amends: bool
    """It changes the paper on the table."""
    may_amend: bool
    """It changes the paper, or its risk does."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene with everything in it resolved."""

    index: int
    id: str
    seat: int
    choices: tuple[Choice, ...]
    by_id: Mapping[str, Choice]
    chosen: frozenset[str]
    """The notes of which one is set once it was answered, in these talks or in earlier ones."""


class Coming(NamedTuple):
    """A scene that may come in a certain sitting, if `when` holds."""

    scene: int
    when: Condition | None
    """What is asked beyond the sitting; `None` when nothing is."""
    first: bool
    weight: int


class Scenes:
    """All scenes of a scenario, by the chair that chooses."""

    def __init__(
        self,
        scenario: Scenario,
        table: Table,
        condition: Compile,
        levels: Mapping[str, int],
        beyond: Beyond | None = None,
    ) -> None:
        self.table = table
        effects = Effects(scenario, table, levels, beyond)
        self.all = tuple(
            _scene(index, id, event, table.seats.index(event.seat), condition, effects)
            for index, (id, event) in enumerate(scenario.events.items())
        )
        self.by_id = {scene.id: scene for scene in self.all}
        scheduled = _scheduled(scenario)
        self._coming = self._by_sitting(scenario, condition, scheduled)
        self._asked = {
            self.by_id[id].index: condition(event.when)
            for id, event in scenario.events.items()
            if id in scheduled and event.when is not None
        }
        """What the scheduled scenes ask for themselves."""
        of_table = "" if beyond is None else f"{scenario.table.id}."
        self._luck = tuple(f"{of_table}{seat}" for seat in table.seats)
        """By chair, what the lot that chooses among scenes belongs to: in a campaign no table's
        luck is another's."""

    def _by_sitting(
        self, scenario: Scenario, condition: Compile, scheduled: frozenset[str]
    ) -> tuple[tuple[tuple[Coming, ...], ...], ...]:
        """Return for each chair and sitting the scenes whose sittings leave them open."""
        last = self.table.sittings
        coming: list[list[list[Coming]]] = [[[] for _ in range(last + 1)] for _ in (CLAIMANT, HOST)]
        for scene, event in zip(self.all, scenario.events.values(), strict=True):
            sittings, more = range(1, last + 1), None
            if event.when is not None:
                sittings, more = window(event.when, last), beyond_window(event.when)
            elif scene.id in scheduled:
                continue  # it comes only when it is due
            when = None if more is None else condition(more)
            for sitting in sittings:
                coming[scene.seat][sitting].append(
                    Coming(scene.index, when, event.first, event.weight)
                )
        return tuple(tuple(map(tuple, chair)) for chair in coming)

    def next_for(self, now: Moment, seat: int) -> int:
        """Return the index of the scene that comes before this seat decides; -1 for none.

        What is due comes first, and waits until what it asks for holds.
        """
        sitting: int = now.sitting
        all_coming = self._coming[seat][sitting]
        if not all_coming and not now.due:
            return -1
        met = self._lived(now)
        for index, at in now.due:
            if at <= sitting and self.all[index].seat == seat and index not in met:
                asked = self._asked.get(index)
                if asked is None or asked(now):
                    return int(index)
        may_come = []
        total = 0
        for coming in all_coming:
            index, when, first, weight = coming
            if index not in met and (when is None or when(now)):
                if first:
                    return index
                may_come.append(coming)
                total += weight
        if not may_come:
            return -1
        lot = draw(total, now.seed, "scene", self._luck[seat], sitting)
        for index, _, _, weight in may_come:
            lot -= weight
            if lot < 0:
                return index
        raise AssertionError("weights are positive")

    def _lived(self, now: Moment) -> frozenset[int]:
        """Return the scenes that came in these talks, and in earlier ones at the same table."""
        met: frozenset[int] = now.met
        if any(deal.table == now.at - 1 for deal in now.deals):
            met |= {each.index for each in self.all if not each.chosen.isdisjoint(now.notes)}
        return met

    def choose(self, now: Moment, scene: Scene, choice: Choice, walk: int, log: Log | None) -> None:
        """Do what a choice does, its named risk included."""
        because = choice.because
        now.met = now.met | {scene.index}
        now.notes = now.notes | choice.notes
        if log:
            log.tell("chose", because, event=scene.id, choice=choice.id, only=scene.seat)
        for deed in choice.deeds:
            deed(now, walk, because, log)
        if choice.odds and draw(100, now.seed, "risk", choice.risk, 0) < choice.odds:
            because = f"risk {choice.risk}"
            now.notes = now.notes | choice.notes_at_risk
            if log:
                log.tell("risk-came", because, risk=choice.risk, odds=choice.odds, only=scene.seat)
            for deed in choice.deeds_at_risk:
                deed(now, walk, because, log)


def _scheduled(scenario: Scenario) -> frozenset[str]:
    """Return the scenes that some choice schedules, by id."""
    return frozenset(
        effect.event
        for event in scenario.events.values()
        for choice in event.choices.values()
        for effect in (*choice.do, *(choice.risk.do if choice.risk else ()))
        if isinstance(effect, Schedule)
    )


def _scene(
    index: int, id: str, event: Event, seat: int, condition: Compile, effects: Effects
) -> Scene:
    choices = tuple(
        _choice(id, choice_id, choice, seat, condition, effects)
        for choice_id, choice in event.choices.items()
    )
    chosen = frozenset(f"{id}.{choice.id}" for choice in choices)
    return Scene(index, id, seat, choices, {choice.id: choice for choice in choices}, chosen)


def _choice(
    scene: str, id: str, source: WrittenChoice, seat: int, condition: Compile, effects: Effects
) -> Choice:
    at_risk = tuple(source.risk.do) if source.risk else ()
    risk = source.risk.id if source.risk else ""
    amends = any(isinstance(effect, OfferChange) for effect in source.do)
    return Choice(
        id=id,
        may=condition(source.when) if source.when is not None else None,
        effects=tuple(source.do),
        odds=source.risk.odds if source.risk else 0,
        risk=risk,
        because=f"choice {scene} {id}",
        notes=_notes(source.do) | {f"{scene}.{id}"},
        deeds=effects.deeds(source.do, seat),
        notes_at_risk=_notes(at_risk) | {note_of_risk(risk)},
        deeds_at_risk=effects.deeds(at_risk, seat),
        amends=amends,
        may_amend=amends or any(isinstance(effect, OfferChange) for effect in at_risk),
    )


def note_of_risk(id: str) -> str:
    """Return the note that stays once a risk, of a scene or of an order, has come."""
    return f"risk.{id}"


def _notes(effects: tuple[Effect, ...]) -> frozenset[str]:
    return frozenset(effect.id for effect in effects if isinstance(effect, Note))
