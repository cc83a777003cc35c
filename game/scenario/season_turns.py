"""In which seasons each thing of a campaign can come: as much as follows from the calendar.

A condition is asked what the date alone leaves open; what is only scheduled comes so many seasons
after whatever schedules it, and talks that something opens are held as soon as it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from game.scenario.action_model import Action
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Effect, Later, OpenTable, Schedule
from game.scenario.days import Days
from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.may import asked_in, calendar_of
from game.scenario.season_model import Pressure, Quarter, YearAndQuarter
from game.scenario.table_model import Table
from game.scenario.things import Things

Turns = frozenset[int]
NEVER: Turns = frozenset()
Waits = tuple[tuple[int, Expression | None], ...]
"""After how many seasons something comes and what it asks of its day, one wait after the other."""


class SeasonTurns:
    """The seasons, each by its turn from 1, in which things of one campaign can come."""

    def __init__(self, campaign: Campaign, written: Things) -> None:
        seasons = campaign.seasons
        self._campaign = campaign
        self.seasons = {turn: seasons.from_.later(turn - 1) for turn in range(1, seasons.count + 1)}
        self._days = {turn: _days(season) for turn, season in self.seasons.items()}
        self._calendars = {turn: calendar_of(turn, season) for turn, season in self.seasons.items()}
        self.all: Turns = frozenset(self.seasons)
        self._brings = [
            (path, effect, waits)
            for path, thing in written
            for effect, waits in _in_time(vars(thing).get("do", ()))
            if isinstance(effect, Schedule | OpenTable)
        ]
        self.scheduled: frozenset[str] = frozenset(
            effect.event for _, effect, _ in self._brings if isinstance(effect, Schedule)
        )
        self._events = {
            id: self.left_open(event.when)
            for id, event in campaign.events.items()
            if event.table is None and (event.when is not None or id not in self.scheduled)
        }
        self._tables = {
            id: self.left_open(table.when) if table.when is not None else NEVER
            for id, table in campaign.tables.items()
        }
        while self._grew():
            pass

    def left_open(self, condition: Expression | None, among: Turns | None = None) -> Turns:
        """Return the seasons in which their date leaves a condition open, or fulfils it."""
        turns = self.all if among is None else among
        if condition is None:
            return turns
        return frozenset(t for t in turns if asked_in(condition, self._calendars[t]) is not None)

    def later(self, turns: Turns, after: int, when: Expression | None = None) -> Turns:
        """Return the seasons so many after some in which something can come, if it asks that."""
        return self.left_open(when, frozenset(t + after for t in turns) & self.all)

    def of_event(self, id: str) -> Turns:
        """Return the seasons in which a scene can come, of the seasons or of a table."""
        table = self._campaign.events[id].table
        return self._events.get(id, NEVER) if table is None else self.of_table(table)

    def of_table(self, id: str) -> Turns:
        """Return the seasons in which talks can be held."""
        return self._tables.get(id, NEVER)

    def of_seat(self, id: str) -> Turns:
        """Return the seasons in which somebody decides, or sits at a table."""
        if id == self._campaign.seasons.seat:
            return self.all
        tables = self._campaign.tables.items()
        at = (of for of, table in tables if id in (table.claimant, table.host))
        return frozenset[int]().union(*(self.of_table(of) for of in at))

    def of(self, path: Path) -> Turns:
        """Return the seasons in which the thing at a path can be met."""
        campaign = self._campaign
        match path:
            case ("events", str(id), "choices", str(choice), *_) if id in self._events:
                return self.left_open(campaign.events[id].choices[choice].when, self.of_event(id))
            case ("events", str(id), *_):
                return self.of_event(id)
            case ("tables" | "dossiers", str(id), *_):
                return self.of_table(id)
            case ("advisers", str(id), *_) if campaign.advisers[id].table is not None:
                return self.of_table(campaign.advisers[id].table or "")
            case ("actions", str(id), *rest):
                return self._of_action(campaign.actions[id], rest)
            case ("pressure", str(id), *_):
                return self._of_pressure(campaign.pressure[id])
            case ("seasons", "usages", str(id), *_):
                usage = campaign.seasons.usages[id]
                return self.left_open(usage.when, self._in(filter(None, [usage.quarter])))
            case ("seats", str(id), *_):
                return self.of_seat(id)
            case ("briefs", str(id), *_):
                readers = [seat for seat, each in campaign.seats.items() if each.brief == id]
                return self.of_seat(readers[0]) if readers else self.all
        return self.all

    def _in(self, quarters: Iterable[Quarter]) -> Turns:
        """Return the seasons of some quarters of the year; of none, all."""
        some = tuple(quarters)
        return frozenset(t for t, s in self.seasons.items() if not some or s.quarter in some)

    def _of_action(self, action: Action, rest: list[str | int]) -> Turns:
        turns = self.left_open(action.when, self._in(action.quarters))
        match rest:
            case ["targets", str(id), *_]:
                return self.left_open(action.targets[id].when, turns)
        return turns

    def _of_pressure(self, pressure: Pressure) -> Turns:
        heard = YearAndQuarter.of(pressure.heard or pressure.date)
        return frozenset(turn for turn, season in self.seasons.items() if season == heard)

    def _grew(self) -> bool:
        """Take in what is scheduled and what is opened; return whether anything was."""
        grew = False
        for path, effect, waits in self._brings:
            match effect:
                case Schedule(event, wait) if path[0] != "events" or not self._at_table(path):
                    known, id, late = self._events, event, wait
                    scene = self._campaign.events.get(event)
                    if scene is None or scene.when is not None:
                        continue  # one that asks for something comes where that holds
                case OpenTable(table):
                    known, id, late = self._tables, table, 0
                case _:
                    continue
            before = known.get(id, NEVER)
            turns = self.of(path)
            for after, when in waits:
                turns = self.later(turns, after, when)
            known[id] = before | self.later(turns, late)
            grew = grew or known[id] != before
        return grew

    def _at_table(self, path: Path) -> bool:
        return self._campaign.events[str(path[1])].table is not None

    def days_of(self, path: Path) -> tuple[Days, ...]:
        """Return the days on which the thing at a path can be met, season by season."""
        turns = sorted(self.of(path))
        match path:
            case ("tables" | "dossiers", str(id), *_):
                at: str | None = id
            case ("events", str(id), *_):
                event = self._campaign.events[id]
                if event.date is not None and event.table is None:
                    return tuple(self.seasons[turn].days(event.date) for turn in turns)
                at = event.table
            case ("advisers", str(id), *_):
                at = self._campaign.advisers[id].table
            case _:
                at = None
        table = self._campaign.tables.get(at) if at is not None else None
        if table is None:
            return tuple(self._days[turn] for turn in turns)
        return tuple(_sittings(table, self.seasons[turn]) for turn in turns)


def _in_time(do: Iterable[Effect], waits: Waits = ()) -> Iterator[tuple[Effect, Waits]]:
    """Yield everything that is done, each with what is waited for before it is."""
    for effect in do:
        yield effect, waits
        if isinstance(effect, Later):
            yield from _in_time(effect.do, (*waits, (max(0, effect.after), effect.when)))


def _days(season: YearAndQuarter) -> Days:
    return Days(season.first_day, season.later(1).first_day - timedelta(1))


def _sittings(table: Table, season: YearAndQuarter) -> Days:
    """Return the days of talks that are held in a season."""
    first = season.first_day if table.first_day is None else season.day(*table.first_day)
    lasts = table.day_and_part(max(1, table.sittings))[0] if table.sittings_a_day > 0 else 0
    return Days(first, first + timedelta(lasts))
