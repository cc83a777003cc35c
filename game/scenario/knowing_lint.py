"""What is known too early: before it happened, or before a courier can have brought it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from game.scenario.authored import Authored
from game.scenario.calendar_model import Calendar
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Schedule
from game.scenario.days import Days, Period, said
from game.scenario.event_model import Choice, Event
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import effects_of, referred, warning
from game.scenario.model import AnyScenario, Page, Scenario
from game.scenario.roads import Roads
from game.scenario.season_model import Pressure
from game.scenario.spoken import Spoken
from game.scenario.table_model import News
from game.scenario.texts_of_the_day import texts_of_the_day
from game.scenario.told_days import Told

LATER = "let it come later, or take it out"


DAYS_OF_SEASON = 92
"""At most."""


class Wait(NamedTuple):
    """What is counted until an answer comes."""

    unit: str
    a_while: int
    """How many of them pass in a while: in a day, or in a season."""
    lasts: int
    """Days of a while."""

    def days(self, after: int) -> int:
        """Return how many days can pass at most."""
        whiles = -(-after // self.a_while)
        return whiles if self.lasts == 1 else (whiles + 1) * self.lasts - 1

    def fewest(self, days: int) -> int:
        """Return after how many of them so many days can have passed."""
        return next(after for after in range(days * self.a_while + 1) if self.days(after) >= days)


class Word:
    """What can be known when, in one scenario or campaign."""

    def __init__(self, scenario: AnyScenario) -> None:
        self._scenario = scenario
        self._calendar = scenario.calendar or Calendar()
        self._roads = Roads(self._calendar.roads)
        self._of = {
            word: id
            for id, happening in self._calendar.happenings.items()
            for word in happening.words
        }
        self._spoken = Spoken(self._of)

    def check(self, thing: Authored, told: Told) -> Iterator[Problem]:
        """Yield what a thing knows too early."""
        happenings = self._calendar.happenings
        match thing:
            case (
                Event(knows=ids)
                | Choice(knows=ids)
                | News(knows=ids)
                | Page(knows=ids)
                | Pressure(knows=ids)
            ):
                for index, id in enumerate(ids):
                    at = (*told.path, "knows", index)
                    yield from referred(id, at, happenings, "happening in calendar.yaml")
                    if id in happenings:
                        yield from self._check_known(id, at, told)

    def check_said(self, thing: Authored, told: Told) -> Iterator[Problem]:
        """Yield a warning for every word in the texts of a thing that says something too early."""
        for path, text in texts_of_the_day(thing, told.path):
            for word, offset in self._spoken.within(text):
                yield from self._check_said(word, path, offset, told)

    def _check_known(self, id: str, path: Path, told: Told) -> Iterator[Problem]:
        happening, also = self._calendar.happenings[id], (("calendar", "happenings", id),)
        missed = told.missed(Period(happening.date, None))
        if missed is not None:
            message = f"{missed.told(is_early=True)}, and {happening.title} is of {happening.date}"
            yield Problem(path, Code.NOT_YET, message, LATER, also=(*also, *missed.also))
            return
        here = self._at(told.path)
        by = self._roads.way(happening.place, here) if happening.place and here else None
        heard = _after(happening.date.first, by.days) if by else happening.date.first
        missed = told.missed(Period(Days(heard, heard), None))
        if missed is not None:
            message = (
                f"{missed.told(is_early=True)}, and of {happening.title} {happening.date.told} "
                f"one hears on {said(heard)} at the earliest: a courier needs {by}"
            )
            roads: Path = ("calendar", "roads")
            yield Problem(path, Code.TOO_FAST, message, LATER, also=(*also, *missed.also, roads))

    def _check_said(self, word: str, path: Path, offset: int, told: Told) -> Iterator[Problem]:
        id = self._of[word]
        happening = self._calendar.happenings[id]
        missed = told.missed(Period(happening.date, None))
        if missed is not None:
            comes = missed.told(is_early=True)
            message = f"“{word}”: {comes}, and {happening.title} is of {happening.date}"
            hint, also = "say it in the words of the day", (("calendar", "happenings", id),)
            problem = warning(path, Code.NOT_YET, message, hint)
            yield problem._replace(offset=offset, also=(*also, *missed.also))

    def check_places(self) -> Iterator[Problem]:
        """Yield the places that are on no road, and the answers that come too soon."""
        calendar, on_roads = self._calendar, self._roads.places
        given: list[tuple[str | None, Path]] = [(calendar.at, ("calendar", "at"))]
        for id, happening in calendar.happenings.items():
            given.append((happening.place, ("calendar", "happenings", id, "place")))
        for id, scene in self._scenario.events.items():
            given.append((scene.at, ("events", id, "at")))
            given.append((scene.word_from, ("events", id, "word-from")))
        for place, path in given:
            yield from referred(place, path, on_roads, "place on a road in calendar.yaml")
        for id, scene in self._scenario.events.items():
            for choice, source in scene.choices.items():
                for path, effect in effects_of(source):
                    if isinstance(effect, Schedule) and effect.event in self._scenario.events:
                        at = ("events", id, "choices", choice, *path, "schedule", "after")
                        yield from self._check_answer(effect, id, at)

    def _check_answer(self, effect: Schedule, sender: str, path: Path) -> Iterator[Problem]:
        of = self._scenario.events[effect.event].word_from
        here, there = (self._at(("events", event)) for event in (sender, effect.event))
        out = self._roads.way(here, of) if here and of else None
        back = self._roads.way(of, there) if of and there else None
        wait = self._wait(sender)
        if out is None or back is None or wait is None:
            return
        needs = out.then(back)
        if wait.days(effect.after) < needs.days:
            lasts = f"{effect.after} {wait.unit}{'' if effect.after == 1 else 's'}"
            message = f"it comes after {lasts}, and a courier needs {needs}"
            fewest = wait.fewest(needs.days)
            hint = f"write after: {fewest} or more, or let the word come from nearer"
            also: tuple[Path, ...] = (("events", effect.event, "word-from"), ("calendar", "roads"))
            yield Problem(path, Code.TOO_FAST, message, hint, also=also)

    def _wait(self, event: str) -> Wait | None:
        """Return what a scene's `after` counts; `None` where that is a fault by itself."""
        match self._scenario:
            case Scenario(table=table):
                pass
            case Campaign(tables=tables, events=events):
                at = events[event].table
                if at is None:
                    return Wait("season", 1, DAYS_OF_SEASON)
                if at not in tables:
                    return None
                table = tables[at]
            case _:
                return None
        return Wait("sitting", table.sittings_a_day, 1) if table.sittings_a_day > 0 else None

    def _at(self, path: Path) -> str | None:
        """Return where a thing is told, as the roads call it; `None` where nobody says."""
        scene = self._scenario.events.get(str(path[1])) if path[0] == "events" else None
        return scene.at if scene is not None and scene.at is not None else self._calendar.at


def _after(day: date, days: int) -> date:
    return day + timedelta(days) if (date.max - day).days > days else date.max
