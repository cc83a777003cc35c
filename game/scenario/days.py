"""When something was, as exactly as the author knows it: a day, a month or a year.

Days are kept in the new style. One that a source gives in the old style is written with OS behind
it and turned, so that nobody has to count.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema

from game.scenario.authored import meant_day, mistake

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?( OS)?", re.ASCII)
HOW = "write 1858, 1858-05 or 1858-05-28; in the old style 1858-05-16 OS"


class Days(NamedTuple):
    """The days that something can have been on; both ends belong to them.

    >>> print(Days(date(1858, 5, 22), date(1858, 5, 28)))
    22 May 1858 to 28 May 1858
    """

    first: date
    last: date

    def __str__(self) -> str:
        first, last = self
        if first == last:
            return said(first)
        is_whole = first.day == 1 and (last + timedelta(1)).day == 1
        if is_whole and (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
        if is_whole and (first.month, last.month, first.year) == (1, 12, last.year):
            return str(first.year)
        return f"{said(first)} to {said(last)}"

    @property
    def told(self) -> str:
        """When it was, as in `on 22 May 1858` or `in 1809`."""
        return f"{'on' if self.first == self.last else 'in'} {self}"


class DayOfYear(NamedTuple):
    """A day of every year.

    >>> print(DayOfYear(4, 19))
    19 April
    """

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day} {date(2000, *self):%B}"


class OpenSeason(NamedTuple):
    """The days of every year that do not lie from one to another, both of which are closed."""

    closes: DayOfYear
    opens: DayOfYear
    """The last day that it is closed."""

    def meets(self, days: Days) -> bool:
        """Return whether it is open on one of some days."""
        return not all(map(self._is_closed, self._each(days)))

    def holds(self, days: Days) -> bool:
        """Return whether it is open on all of them."""
        return not any(map(self._is_closed, self._each(days)))

    def _each(self, days: Days) -> Iterator[date]:
        """Yield some days, of which those of one year are all that differ."""
        for after in range(min((days.last - days.first).days, 366) + 1):
            yield days.first + timedelta(after)

    def _is_closed(self, day: date) -> bool:
        today = (day.month, day.day)
        if self.closes <= self.opens:
            return self.closes <= today <= self.opens
        return today >= self.closes or today <= self.opens


class Period(NamedTuple):
    """The time from a date to another; `None` leaves an end open.

    A date that is not exact is taken as widely as it may be.
    """

    first: Days | None
    last: Days | None

    def meets(self, days: Days) -> bool:
        """Return whether it may hold one of some days."""
        return not self.is_after(days) and (self.last is None or days.first <= self.last.last)

    def holds(self, days: Days) -> bool:
        """Return whether it may hold them all."""
        is_begun = self.first is None or self.first.first <= days.first
        return is_begun and (self.last is None or days.last <= self.last.last)

    def is_after(self, days: Days) -> bool:
        """Return whether it begins only when some days are over."""
        return self.first is not None and days.last < self.first.first


def said(day: date) -> str:
    """Return a day as a reader says it.

    >>> said(date(1858, 5, 8))
    '8 May 1858'
    """
    return f"{day.day} {day:%B} {day.year}"


def days(value: object) -> Days:
    """Return the days that a date stands for, in the new style.

    >>> print(days("1809"), days("1858-05"), days("1858-05-16 OS"), days("1689-08-27 OS"), sep="; ")
    1809; May 1858; 28 May 1858; 6 September 1689
    """
    if isinstance(value, Days):
        return value
    found = WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        mistake("bad-date", "no year, month or day can be read here", meant_day(value) or HOW)
    year, month, day, old = found.groups()
    begins = (int(year), int(month or 1), int(day or 1))
    try:
        first = _day(*begins, bool(old))
        return Days(
            first, first if day else _day(*_after(*begins, month), bool(old)) - timedelta(1)
        )
    except (ValueError, OverflowError):
        mistake("bad-date", f"there is no {'day' if day else 'month'} {value}", HOW)


def _after(year: int, month: int, day: int, written_month: str | None) -> tuple[int, int, int]:
    """Return the first day after a month or a year."""
    return (year + 1, 1, 1) if not written_month or month == 12 else (year, month + 1, 1)


def _day(year: int, month: int, day: int, is_old_style: bool) -> date:
    if not is_old_style:
        return date(year, month, day)
    if not 1 <= day <= (28 if month == 2 and year % 4 else monthrange(2000, month)[1]):
        raise ValueError(day)
    # Counted from 1 March of the year 4801 before ours, so that a leap day ends its year.
    years, months = (year + 4799, month + 9) if month < 3 else (year + 4800, month - 3)
    since_then = day + (153 * months + 2) // 5 + 365 * years + years // 4
    return date.fromordinal(since_then - 1753508)


def day_of_year(value: object) -> DayOfYear:
    """Return a day that comes every year.

    >>> day_of_year("11-16")
    DayOfYear(month=11, day=16)
    """
    if isinstance(value, DayOfYear):
        return value
    found = re.fullmatch(r"(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    month, day = map(int, found.groups()) if found else (0, 0)
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]):
        mistake("bad-date", "no day of the year can be read here", "write 11-16, in the new style")
    return DayOfYear(month, day)


def days_of_one_or_each_year(value: object) -> Days | DayOfYear:
    """Return a date, or a day that comes every year.

    >>> print(days_of_one_or_each_year("05-22"), days_of_one_or_each_year("1858-05-22"), sep="; ")
    22 May; 22 May 1858
    """
    each = isinstance(value, DayOfYear) or (isinstance(value, str) and len(value) == len("05-22"))
    return day_of_year(value) if each else days(value)


DayOfYearText = Annotated[
    DayOfYear,
    BeforeValidator(day_of_year),
    WithJsonSchema({"type": "string", "pattern": r"^\d\d-\d\d$"}),
]
"""A month and a day."""

DaysText = Annotated[
    Days,
    BeforeValidator(days),
    WithJsonSchema({"type": ["string", "integer"], "pattern": rf"^{WRITTEN.pattern}$"}),
]
"""A year, a month or a day."""

WhenText = Annotated[
    Days | DayOfYear,
    BeforeValidator(days_of_one_or_each_year),
    WithJsonSchema({"type": ["string", "integer"], "pattern": rf"^({WRITTEN.pattern}|\d\d-\d\d)$"}),
]
"""A year, a month or a day; or a day of every year."""
