"""Which scenes may come in which season, and which of two that may comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from game.rules.moment import Moment
from game.rules.scenes import Condition
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Schedule
from game.scenario.event_model import Event
from game.scenario.may import Calendar, asked_in
from game.scenario.season_model import Quarter, YearAndQuarter
from game.scenario.syntax import Node


@dataclass(frozen=True, slots=True)
class Coming:
    """A scene that may come in a certain season, if `when` holds."""

    scene: int
    when: Condition | None
    """What is asked beyond the date; `None` when nothing is."""
    weight: int
    day: date
    """The first on which it can be; of a scene of no day, what keeps it in its place."""


BY_DAY = attrgetter("day")
"""What scenes that come in the same season are sorted by."""


def those_open(scenes: Iterable[Coming], lived: frozenset[int], now: Moment) -> list[Coming]:
    """Return which of some scenes were not met before, and have all hold that they ask for."""
    return [
        each for each in scenes if each.scene not in lived and (each.when is None or each.when(now))
    ]


def first_open(scenes: Iterable[Coming], lived: frozenset[int], now: Moment) -> Coming | None:
    """Return the first of those; `None` where there is none."""
    for each in scenes:
        if each.scene not in lived and (each.when is None or each.when(now)):
            return each
    return None


def unscheduled(campaign: Campaign) -> dict[int, Event]:
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


def by_turn(
    events: Mapping[int, Event],
    asked: Callable[[tuple[Node, ...]], Condition],
    calendars: Sequence[Calendar],
    undated: date,
) -> tuple[tuple[Coming, ...], ...]:
    """Return for each season the scenes that its date leaves open, and what is still asked.

    `undated` is the day by which those of no day are sorted.
    """
    known: dict[tuple[int, tuple[Node, ...]], Condition | None] = {}
    alike: dict[Coming, Coming] = {}
    turns = []
    for calendar in calendars:
        season = YearAndQuarter(int(calendar["year"]) // 100, Quarter(str(calendar["season"])))
        coming = []
        for at, event in events.items():
            parts = asked_in(event.when, calendar) if event.when is not None else ()
            if parts is None:
                continue
            if (at, parts) not in known:
                known[at, parts] = asked(parts) if parts else None
            day = undated if event.date is None else season.days(event.date).first
            each = Coming(at, known[at, parts], event.weight, day)
            coming.append(alike.setdefault(each, each))
        turns.append(tuple(coming))
    return tuple(turns)
