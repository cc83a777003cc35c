"""Seasons and days as a reader says them, in the new style and in the old one that Russia kept.

>>> from datetime import date
>>> both_styles(date(1858, 5, 28))
'28 May 1858 (16 May, old style)'
>>> both_styles(date(1858, 1, 5))
'5 January 1858 (24 December 1857, old style)'
"""

from __future__ import annotations

from calendar import month_name
from datetime import date, timedelta

from game.rules import CampaignRules
from game.scenario.days import said
from game.scenario.season_model import Quarter, YearAndQuarter

_TO_JULIAN_DAY = 1_721_425
"""What stands between Python's count of days and the astronomers' count of Julian days."""


def season_name(season: YearAndQuarter) -> str:
    """Return what a season is called.

    >>> season_name(YearAndQuarter(1848, Quarter.WINTER))
    'Winter 1847-48'
    >>> season_name(YearAndQuarter(1900, Quarter.WINTER))
    'Winter 1899-1900'
    """
    called = season.quarter.capitalize()
    if season.quarter is not Quarter.WINTER:
        return f"{called} {season.year}"
    second = f"{season.year % 100:02}" if season.year % 100 else f"{season.year}"
    return f"{called} {season.year - 1}-{second}"


def season_of(rules: CampaignRules, turn: int) -> str:
    """Return what the season of a turn is called, of one after the play, too."""
    return season_name(rules.scenario.seasons.from_.later(turn - 1))


def before_play(rules: CampaignRules) -> str:
    """Return how that is dated which was before the play, as in `Before spring 1854`."""
    return f"Before {season_of(rules, rules.first_turn).lower()}"


def days_of(season: YearAndQuarter) -> tuple[date, date]:
    """Return the first and the last day of a season, in the new style."""
    return season.first_day, season.later(1).first_day - timedelta(1)


def span_said(first: date, last: date) -> str:
    """Return two days and what lies between.

    >>> span_said(date(1854, 3, 1), date(1854, 5, 31))
    '1 March to 31 May 1854'
    """
    begin = f"{first.day} {first:%B}" if first.year == last.year else said(first)
    return f"{begin} to {said(last)}"


def old_span_said(first: date, last: date) -> str:
    """Return the same days in the old style.

    >>> old_span_said(date(1854, 3, 1), date(1854, 5, 31))
    '17 February to 19 May 1854'
    """
    begin, end = old_style(first), old_style(last)
    year = "" if begin[0] == end[0] else f" {begin[0]}"
    return f"{begin[2]} {month_name[begin[1]]}{year} to {_old_said(end)}"


def both_styles(day: date) -> str:
    """Return a day in both styles."""
    old = old_style(day)
    shown = _old_said(old) if old[0] != day.year else f"{old[2]} {month_name[old[1]]}"
    return f"{said(day)} ({shown}, old style)"


def old_style(day: date) -> tuple[int, int, int]:
    """Return year, month and day of the same day in the old style.

    >>> old_style(date(1847, 9, 17)), old_style(date(1900, 3, 13))
    ((1847, 9, 5), (1900, 2, 29))
    """
    shifted = day.toordinal() + _TO_JULIAN_DAY + 32_082  # since 1 March 4801 before ours
    years = (4 * shifted + 3) // 1461
    in_year = shifted - 1461 * years // 4
    month = (5 * in_year + 2) // 153
    in_month = in_year - (153 * month + 2) // 5 + 1
    return years - 4800 + month // 10, month + 3 - 12 * (month // 10), in_month


def _old_said(day: tuple[int, int, int]) -> str:
    return f"{day[2]} {month_name[day[1]]} {day[0]}"
