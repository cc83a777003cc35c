"""The seasons between the tables: how they pass, what history brings, what may go another way."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, Field, WithJsonSchema

from game.scenario.authored import (
    Authored,
    ById,
    Clause,
    Day,
    Id,
    Ids,
    Text,
    Texts,
    Whole,
    Yes,
    mistake,
    word_of,
)
from game.scenario.clauses import Effects
from game.scenario.days import DayOfYear, Days


class Quarter(StrEnum):
    """A season of the year."""

    WINTER = "winter"
    """December to February; it bears the year of its January."""
    SPRING = "spring"
    """March to May."""
    SUMMER = "summer"
    """June to August."""
    AUTUMN = "autumn"
    """September to November."""


class Where(StrEnum):
    """From where something can be ordered or opened."""

    ANYWHERE = "anywhere"
    """At the post or on a journey."""
    POST = "post"
    """Only where one governs."""


QUARTERS = tuple(Quarter)
"""In the order of a year."""
MONTHS = 3
"""Of a season."""

QuarterWord = Annotated[Quarter, BeforeValidator(word_of(Quarter))]


class YearAndQuarter(NamedTuple):
    """One season of one year; they are counted on from each other.

    >>> autumn = YearAndQuarter(1847, Quarter.AUTUMN)
    >>> autumn.later(1), autumn.until(YearAndQuarter(1858, Quarter.SUMMER))
    (YearAndQuarter(year=1848, quarter=<Quarter.WINTER: 'winter'>), 43)
    """

    year: int
    quarter: Quarter

    def later(self, seasons: int) -> YearAndQuarter:
        """Return the season so many seasons later."""
        years, at = divmod(self._count + seasons, len(QUARTERS))
        return YearAndQuarter(years, QUARTERS[at])

    def until(self, other: YearAndQuarter) -> int:
        """Return after how many seasons the other one comes; negative for one before."""
        return other._count - self._count

    @property
    def first_day(self) -> date:
        """Its first day, in the new style."""
        month = MONTHS * QUARTERS.index(self.quarter)
        return date(self.year, month, 1) if month else date(self.year - 1, 12, 1)

    def day(self, month: int, day: int) -> date:
        """Return a day of its year, of a winter's December the year before; 29 February may be 28.

        >>> YearAndQuarter(1848, Quarter.WINTER).day(12, 24)
        datetime.date(1847, 12, 24)
        """
        year = self.year - (month == 12 and self.quarter is Quarter.WINTER)
        return date(year, month, min(day, monthrange(year, month)[1]))

    def days(self, when: Days | DayOfYear) -> Days:
        """Return the days of a date; of a day that comes every year, the one of its year.

        >>> print(YearAndQuarter(1848, Quarter.WINTER).days(DayOfYear(12, 24)))
        24 December 1847
        """
        if isinstance(when, Days):
            return when
        day = self.day(*when)
        return Days(day, day)

    @classmethod
    def of(cls, day: date) -> YearAndQuarter:
        """Return the season that a day belongs to.

        >>> YearAndQuarter.of(date(1850, 12, 24))
        YearAndQuarter(year=1851, quarter=<Quarter.WINTER: 'winter'>)
        """
        years, month = divmod(day.month, 12)
        return cls(day.year + years, QUARTERS[month // MONTHS])

    @property
    def _count(self) -> int:
        return self.year * len(QUARTERS) + QUARTERS.index(self.quarter)


def season(value: object) -> YearAndQuarter:
    """Return the season that is written as its name and a year.

    >>> season("autumn 1847")
    YearAndQuarter(year=1847, quarter=<Quarter.AUTUMN: 'autumn'>)
    """
    if isinstance(value, YearAndQuarter):
        return value
    found = isinstance(value, str) and re.fullmatch(r"([a-z]+) (\d{4})", value, re.ASCII)
    if not found or found[1] not in list(Quarter):
        mistake("bad-date", "a season is needed here", "write it like autumn 1847")
    return YearAndQuarter(int(found[2]), Quarter(found[1]))


SeasonText = Annotated[
    YearAndQuarter,
    BeforeValidator(season),
    WithJsonSchema({"type": "string", "pattern": r"^(winter|spring|summer|autumn) \d{4}$"}),
]
"""A season: its name and its year; a winter bears the year of its January."""


class Usage(Authored):
    """What every season does by itself while its `if` holds."""

    label: Text
    """What it is called where a change is explained, as in: the year's credits."""
    quarter: QuarterWord | None = None
    """Only in this season of the year."""
    when: Clause | None = Field(None, alias="if")
    do: Effects
    text: Texts = ()
    """What is told of it; of several, another one each year, or each season where it has no
    `quarter`, and round again; left out, only the changes are."""
    source: Ids = ()
    invented: Yes = False


class Breach(Authored):
    """What ends the play before its time."""

    when: Clause = Field(alias="if")
    note: Id
    """The note by which endings know it."""
    text: Text
    """What is told then."""
    source: Ids = ()
    invented: Yes = False


class Seasons(Authored):
    """How the seasons pass."""

    seat: Id
    """Who decides in them."""
    from_: SeasonText
    """The first season."""
    to: SeasonText
    """The last one."""
    actions: Whole = 2
    """How many there are in a season."""
    purse: Id
    """The track that costs are paid from."""
    idle: Id | None = None
    """The action that stands where nothing is ordered."""
    narrows: Id | None = None
    """The track that narrows all hearsay: the higher it stood as a season opened, the less what is
    heard can be off, and at its highest nothing is."""
    quiet: Whole = 40
    """In how many seasons out of a hundred no scene comes but those that must."""
    usages: ById[Usage] = ById()
    """What every season does by itself, in the author's order."""
    breaches: ById[Breach] = ById()
    """What ends the play before its time; the first that holds."""

    @property
    def count(self) -> int:
        """How many seasons there are."""
        return self.from_.until(self.to) + 1

    def hold(self, season: YearAndQuarter) -> bool:
        """Return whether a season is one of them."""
        return 0 <= self.from_.until(season) < self.count


class Pressure(Authored):
    """Something that history brings at its date."""

    title: Text
    """What it is called in a sentence, as in: the fall of Nanjing."""
    date: Day
    """When it was."""
    heard: Day | None = None
    """When word of it came to whoever decides; left out, at once."""
    heard_away: Day | None = None
    """When it came if he was on a journey, in the same season; left out, as to where he governs."""
    when: Clause | None = Field(None, alias="if")
    """It comes only where this holds."""
    do: Effects = ()
    spread: ById[Whole] = ById()
    """By track: how much larger or smaller the seed may make the change, in whole points."""
    text: Text
    """What is told when it is heard."""
    knows: Ids = ()
    """Of which happenings in calendar.yaml it tells."""
    source: Ids = ()
    invented: Yes = False


class Twist(Authored):
    """A change of the world before the first season, so that copying history fails."""

    title: Text
    text: Text
    """What is different, told before the play."""
    tracks: ById[Whole] = ById()
    """What each of these tracks begins at instead."""
    source: Ids = ()


class Consequence(Authored):
    """What follows from talks in the seasons after them, where its `if` holds."""

    when: Clause | None = Field(None, alias="if")
    do: Effects = ()
    """What it changes."""
    text: Text = ""
    """What is told of it; left out, only the changes are."""
    source: Ids = ()
    invented: Yes = False
