"""On which days something is told: as much as follows from the start and from what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from game.scenario.authored import ById
from game.scenario.days import Days
from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.known import Known
from game.scenario.known import known as known_of
from game.scenario.model import Scenario
from game.scenario.possible import Impossible
from game.scenario.possible_numbers import at_least, at_most
from game.scenario.possible_premises import When
from game.scenario.possible_terms import claim
from game.scenario.possible_worlds import GivenUp, clash
from game.scenario.told_days import Told


def openings(known: Known) -> Iterator[tuple[str | None, Known]]:
    """Yield the starts whose talks open on different days, each as if there were no other.

    `None` is the scenario's own, with those that have no day of their own.
    """
    scenario = known.scenario
    dated = [id for id, start in scenario.starts.items() if start.date is not None]
    if not dated:
        yield None, known
        return
    others = ById({id: start for id, start in scenario.starts.items() if id not in dated})
    yield None, known_of(scenario.model_copy(update={"starts": others}))
    for id in dated:
        yield id, known_of(_opened(scenario, id))


def _opened(scenario: Scenario, start: str) -> Scenario:
    """Return a scenario that has one of its starts only; it lasts as long from there."""
    first, levels = scenario.first_day(start), scenario.starts[start].tracks
    lasts = min(scenario.end - scenario.start, date.max - first)
    tracks = {
        id: track.model_copy(update={"start": levels[id]}) if id in levels else track
        for id, track in scenario.tracks.items()
    }
    changed = {"start": first, "end": first + lasts, "tracks": ById(tracks), "starts": ById()}
    return scenario.model_copy(update=changed)


class SceneDays:
    """The days on which each thing of one scenario can be told, if it can be told at all."""

    def __init__(self, known: Known, *, is_alone: bool = True) -> None:
        """What cannot come from a start `is_alone` is told there; else another may bring it."""
        self._known = known
        self._is_alone = is_alone
        self._scenario = known.scenario
        self._last = known.scenario.table.sittings

    @cached_property
    def are_known(self) -> bool:
        """Whether anything has a day: a clock that is wrong is a fault by itself."""
        scenario, table = self._scenario, self._scenario.table
        return min(table.sittings, table.sittings_a_day) > 0 and scenario.start <= scenario.end

    @cached_property
    def all(self) -> Days:
        """The days of the talks, and those that the scenario says it lasts."""
        return Days(
            self._scenario.start, max(self._scenario.end, self._day(self._last), self._day(1))
        )

    def told(self, path: Path) -> Told:
        """Return when the thing at a path is told."""
        return Told(path, self)

    def of(self, path: Path) -> tuple[Days | None, tuple[Path, ...]]:
        """Return the days of the thing at a path, `None` where it cannot come, and what says so."""
        match path:
            case ("events", str(event)):
                return self.of_event(event), self._asked(path)
            case ("events", str(event), "choices", str(choice), *_):
                return self.of_event(event, choice), self._asked(path[:2])
            case ("table", "news"):
                return self.of_news(), (path,)
        return self.all, ()

    def pass_over(self, path: Path) -> bool:
        """Return whether the thing at a path comes from other starts only."""
        return not self._is_alone and self.of(path)[0] is None

    def _asked(self, event: Path) -> tuple[Path, ...]:
        return ((*event, "when"),) if self._scenario.events[str(event[1])].when else ()

    def of_event(self, event: str, choice: str | None = None) -> Days | None:
        """Return the days of a scene, or of a choice in it; `None` where it cannot come."""
        scene, reach = self._scenario.events[event], self._possible.reach
        firsts = [
            first for (of, id), first in reach.first.items() if of == event and choice in (None, id)
        ]
        if not firsts:
            return None
        asked = [scene.when] if choice is None else [scene.when, scene.choices[choice].when]
        last = self._latest(min(firsts), [when for when in asked if when is not None], scene.seat)
        return self._of_sittings(min(firsts), last)

    def of_adviser(self, id: str) -> Days:
        """Return the days on which an adviser may be there to be asked."""
        adviser = self._scenario.advisers[id]
        asked = [] if adviser.when is None else [adviser.when]
        first = self._earliest(asked, adviser.seat)
        return self._of_sittings(first, self._latest(first, asked, adviser.seat))

    def of_news(self) -> Days | None:
        """Return the days on which the courier can come; `None` where the table has no news."""
        table = self._scenario.table
        if table.news is None:
            return None
        told = [man.news.sitting for man in table.people.values() if man.news is not None]
        if table.news.never < 100:
            told += table.news.sittings
        return self._of_sittings(min(told), max(told)) if told else None

    @cached_property
    def _possible(self) -> Impossible:
        return Impossible(self._known)

    def _latest(self, first: int, asked: list[Expression], seat: str) -> int:
        """Return the last sitting from the first on in which all that is asked can hold."""
        claims = [claim(when.root, self._known.play) for when in asked]
        claims.append(at_least("sitting", first))
        try:
            about = self._possible.facts.about(claims, When.TALKS, seat)
        except GivenUp:
            return self._last
        facts = [fact.claim for fact in about]
        low, high = first, self._last
        while low < high:
            middle = (low + high + 1) // 2
            if clash([*facts, *claims, at_least("sitting", middle)], self._possible.effort):
                high = middle - 1
            else:
                low = middle
        return low

    def _earliest(self, asked: list[Expression], seat: str) -> int:
        """Return the first sitting in which all that is asked can hold."""
        claims = [claim(when.root, self._known.play) for when in asked]
        try:
            about = self._possible.facts.about(claims, When.TALKS, seat) if claims else []
        except GivenUp:
            return 1
        facts = [fact.claim for fact in about]
        low, high = 1, self._last
        while low < high:
            middle = (low + high) // 2
            if clash([*facts, *claims, at_most("sitting", middle)], self._possible.effort):
                low = middle + 1
            else:
                high = middle
        return low

    def _of_sittings(self, first: int, last: int) -> Days:
        return Days(self._day(first), self._day(last))

    def _day(self, sitting: int) -> date:
        start: date = self._scenario.start
        after = timedelta(self._scenario.table.day_and_part(max(1, sitting))[0])
        return start + after if date.max - start > after else date.max
