"""What seasons bring by themselves: what is usual in them, and what history brings at its date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from game.rules.effects import Deed
from game.rules.scenes import Condition
from game.rules.seasons.deeds import SeasonEffects, Spread, notes_of
from game.rules.seasons.questions import Ranged
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.may import Calendar, asked_in
from game.scenario.season_model import YearAndQuarter
from game.scenario.syntax import Node

Asks = Callable[[tuple[Node, ...]], Ranged]
"""Makes one question of parts that must all hold."""


@dataclass(frozen=True, slots=True)
class Brought:
    """Something that a season brings by itself."""

    kind: str
    """`usage` or `pressure`."""
    id: str
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    because: str


Asked = tuple[int, int, int, Condition | None, Brought]
"""What is brought, with what is asked beyond the date, the range of a track apart."""


def brought_by(
    campaign: Campaign,
    seasons: Sequence[YearAndQuarter],
    calendars: Sequence[Calendar],
    asks: Asks,
    effects: SeasonEffects,
) -> tuple[tuple[Asked, ...], ...]:
    """Return what each season brings: what is usual, then what history brings, by its news."""
    usages = [
        (usage, Brought("usage", id, effects.deeds(usage.do), notes_of(usage.do), f"usage {id}"))
        for id, usage in campaign.seasons.usages.items()
    ]
    pressure = sorted(campaign.pressure.items(), key=lambda item: item[1].heard or item[1].date)
    news = [
        (
            each,
            YearAndQuarter.of(each.heard or each.date),
            Brought(
                "pressure",
                id,
                effects.deeds(each.do, Spread(id, each.spread)),
                notes_of(each.do),
                f"pressure {id}",
            ),
        )
        for id, each in pressure
    ]

    shared = cache(asks)  # the same is asked from year to year

    def those_of(season: YearAndQuarter, calendar: Calendar) -> Iterator[Asked]:
        for usage, brought in usages:
            if usage.quarter in (None, season.quarter):
                yield from _where(usage.when, brought, calendar, shared)
        for each, heard, brought in news:
            if heard == season:
                yield from _where(each.when, brought, calendar, shared)

    alike: dict[Asked, Asked] = {}  # what comes every year stays near at hand
    return tuple(
        tuple([alike.setdefault(each, each) for each in those_of(*both)])
        for both in zip(seasons, calendars, strict=True)
    )


def _where(
    when: Expression | None, brought: Brought, calendar: Calendar, asks: Asks
) -> Iterator[Asked]:
    """Yield what is brought, if the date leaves it open, with what is still to be asked."""
    parts = () if when is None else asked_in(when, calendar)
    if parts is not None:
        yield *asks(parts), brought
