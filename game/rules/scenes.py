"""Scenes: which may come now, which one comes, and what a choice in it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.negotiation import value
from game.rules import laying
from game.rules.changes import TALK, change, stiffen, wear
from game.rules.luck import draw
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.rules.windows import window
from game.scenario import Expression, Scenario
from game.scenario.clauses import Cancel, Change, Effect, Note, OfferChange, Reveal, Schedule, Set
from game.state import CLAIMANT, HOST, State

Condition = Callable[[State | Moment], bool]
BUILT_IN = ("face", "trust", "credibility", "patience", "caution", "coerced")
"""Tracks that every table has; an author labels them but does not make them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to answer a scene."""

    id: str
    may: Condition | None
    effects: tuple[Effect, ...]
    odds: int
    """Chance in per cent of the named risk; 0 when there is none."""
    risk: str
    at_risk: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene with its condition compiled."""

    index: int
    id: str
    seat: int
    when: Condition | None
    """`None` for a scene that comes only when it is scheduled."""
    first: bool
    weight: int
    choices: tuple[Choice, ...]


def _always(_: object) -> bool:
    return True


class Scenes:
    """All scenes of a scenario, by the chair that chooses."""

    def __init__(
        self,
        scenario: Scenario,
        table: Table,
        condition: Callable[[Expression], Condition],
        levels: dict[str, int],
    ) -> None:
        self.table = table
        self.levels = levels
        """Index of each track of the author's own."""
        scheduled = {
            effect.event
            for event in scenario.events.values()
            for choice in event.choices.values()
            for effect in (*choice.do, *(choice.risk.do if choice.risk else ()))
            if isinstance(effect, Schedule)
        }
        self.all = tuple(
            Scene(
                index,
                id,
                table.seats.index(event.seat),
                condition(event.when)
                if event.when is not None
                else None
                if id in scheduled
                else _always,
                event.first,
                event.weight,
                tuple(
                    Choice(
                        choice_id,
                        condition(choice.when) if choice.when is not None else None,
                        tuple(choice.do),
                        choice.risk.odds if choice.risk else 0,
                        choice.risk.id if choice.risk else "",
                        tuple(choice.risk.do) if choice.risk else (),
                    )
                    for choice_id, choice in event.choices.items()
                ),
            )
            for index, (id, event) in enumerate(scenario.events.items())
        )
        self.by_id = {scene.id: scene for scene in self.all}
        windows = [
            window(event.when, table.sittings)
            if event.when is not None
            else range(1, table.sittings + 1)
            for event in scenario.events.values()
        ]
        self._open = tuple(
            tuple(
                tuple(
                    s
                    for s in self.all
                    if s.seat == seat and s.when is not None and sitting in windows[s.index]
                )
                for sitting in range(table.sittings + 1)
            )
            for seat in (CLAIMANT, HOST)
        )
        self._ranges = tuple(track.range for id, track in scenario.tracks.items() if id in levels)

    def next_for(self, now: Moment, seat: int) -> int:
        """Return the index of the scene that comes before this seat decides; -1 for none."""
        met: frozenset[int] = now.met
        for index, at in now.due:
            if at <= now.sitting and self.all[index].seat == seat and index not in met:
                return int(index)
        may_come: list[Scene] = []
        held: int = now.sitting
        for scene in self._open[seat][held]:
            if scene.index not in met and scene.when is not None and scene.when(now):
                if scene.first:
                    return scene.index
                may_come.append(scene)
        if not may_come:
            return -1
        total = sum([scene.weight for scene in may_come])
        lot = draw(total, now.seed, "scene", self.table.seats[seat], now.sitting)
        for scene in may_come:
            lot -= scene.weight
            if lot < 0:
                return scene.index
        raise AssertionError("weights are positive")

    def choose(self, now: Moment, choice: Choice, walk: int, log: Log | None) -> None:
        """Do what a choice does, its named risk included."""
        scene = self.all[now.scene]
        because = f"choice {scene.id} {choice.id}"
        now.met = now.met | {scene.index}
        now.notes = now.notes | {f"{scene.id}.{choice.id}"}
        if log:
            log.tell("chose", because, event=scene.id, choice=choice.id, only=scene.seat)
        self._do(now, scene.seat, choice.effects, walk, because, log)
        if choice.odds and draw(100, now.seed, "risk", choice.risk, 0) < choice.odds:
            because = f"risk {choice.risk}"
            now.notes = now.notes | {f"risk.{choice.risk}"}
            if log:
                log.tell("risk-came", because, risk=choice.risk, odds=choice.odds, only=scene.seat)
            self._do(now, scene.seat, choice.at_risk, walk, because, log)

    def _do(
        self,
        now: Moment,
        seat: int,
        effects: tuple[Effect, ...],
        walk: int,
        because: str,
        log: Log | None,
    ) -> None:
        for effect in effects:
            match effect:
                case Change(track, by):
                    self._change(now, track, by, because, log)
                case Set(track, to):
                    self._change(now, track, to - self._level(now, track), because, log)
                case Note(id):
                    now.notes = now.notes | {id}
                case Reveal(what):
                    self._reveal(now, seat, what, because, log)
                case OfferChange(issue, option):
                    self._amend(now, issue, option, walk, because, log)
                case Schedule(event, after):
                    now.due = (*now.due, (self.by_id[event].index, now.sitting + after))
                case Cancel(event):
                    now.met = now.met | {self.by_id[event].index}

    def _level(self, now: Moment, track: str) -> int:
        level: int = getattr(now, track) if track in BUILT_IN else now.levels[self.levels[track]]
        return level

    def _change(self, now: Moment, track: str, by: int, because: str, log: Log | None) -> None:
        if track in BUILT_IN:
            change(now, track, by, because, log)
        elif track == "hope":
            if by < 0:
                wear(now, -100 * by, TALK, because, log)
            else:
                stiffen(now, 100 * by, because, log)
        elif track == "danger":
            now.ground_danger += 100 * by
            if log:
                log.tell("track-changed", because, track=track, by=by, now=now.ground_danger // 100)
        else:
            index = self.levels[track]
            low, high = self._ranges[index]
            levels = list(now.levels)
            levels[index] = max(low, min(high, levels[index] + by))
            now.levels = tuple(levels)
            if log:
                log.tell("track-changed", because, track=track, by=by, now=levels[index])

    def _reveal(self, now: Moment, seat: int, what: str, because: str, log: Log | None) -> None:
        if seat != CLAIMANT:
            return
        host = now.men[HOST]
        if what == "need" and host.need >= 0:
            now.heard_need = host.need
            if log:
                log.tell("need-heard", because, need=self.table.needs[HOST][host.need].id)
        elif what == "ground" and host.ground >= 0:
            now.heard_ground = host.ground
            if log:
                log.tell("ground-heard", because, ground=self.table.grounds[host.ground].id)
        else:
            now.notes = now.notes | {f"knows.{what}"}

    def _amend(
        self, now: Moment, issue: str, option: str, walk: int, because: str, log: Log | None
    ) -> None:
        """Change one term of the paper on the table, as if the claimant had laid it down so."""
        if now.paper is None:
            return
        at = self.table.issues.index(issue)
        paper = list(now.paper)
        paper[at] = self.table.option(at, option)
        if tuple(paper) == now.paper:
            return
        utility = now.men[HOST].utility
        better = value(tuple(paper), utility) > value(now.paper, utility)
        if log:
            log.tell("amended", because, issue=issue, option=option, better=int(better))
        laying.lay(now, self.table, tuple(paper), now.men[HOST], walk, True, log)
