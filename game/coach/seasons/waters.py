"""The ice of a year: when a water closes and opens, which the seed says within what is known.

Nothing of the rules hangs on it; it is drawn by a key of its own, the same in every branch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from game.coach.persons import capital
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.scenario.calendar_model import Water
from game.scenario.days import DayOfYear, said
from game.scenario.season_model import YearAndQuarter

OPENS, CLOSES = "is free of ice from", "closes"
FROM = "from"
_ONE_DAY = re.compile(rf"(?P<name>.+?) (?P<how>{OPENS}|{CLOSES}) (?P<day>about \d+ \w+)\.")


def opens_on(id: str, water: Water, seed: str, year: int) -> date:
    """Return the first day of a year on which boats go again."""
    ice = water.ice
    first = _day(ice.to, year) + timedelta(1)
    return _drawn(seed, f"{id}.opens", first, _day(ice.opens, year) if ice.opens else first)


def closes_on(id: str, water: Water, seed: str, year: int) -> date:
    """Return the first day on which no boat goes any more, of the winter that begins in a year.

    What closes only after the turn of the year closes in the next.
    """
    ice = water.ice
    year += ice.from_ < ice.to
    last = _day(ice.from_, year)
    return _drawn(seed, f"{id}.closes", _day(ice.closes, year) if ice.closes else last, last)


def told_water(id: str, water: Water, seed: str, season: YearAndQuarter) -> tuple[str, bool]:
    """Return how a water stands in a season, in a sentence, and whether it changes in it."""
    first, last = season.first_day, season.later(1).first_day - timedelta(1)
    years = range(first.year - 1, last.year + 1)
    turns = sorted(
        [(opens_on(id, water, seed, year), OPENS) for year in years]
        + [(closes_on(id, water, seed, year), CLOSES) for year in years]
    )
    name = capital(water.name)
    now = [f"{how} about {_short(day)}" for day, how in turns if first <= day <= last]
    if now:
        return f"{name} {' and '.join(now)}.", True
    was = [how for day, how in turns if day < first]
    return f"{name} is {'closed by ice' if was[-1] == CLOSES else 'open'}.", False


def waters_together(each: Iterable[str]) -> str:
    """Return what is told of several waters, with what holds of one after the other said once.

    >>> waters_together(["The Om is free of ice from about 1 May.", "The Ob closes about 2 May."])
    'The Om is free of ice from about 1 May. The Ob closes about 2 May.'
    >>> waters_together(["The Om closes about 1 May.", "The Ob closes about 2 May.", "A is open."])
    'The Om closes about 1 May, the Ob about 2 May. A is open.'
    """
    told, last = "", ""
    for sentence in each:
        found = _ONE_DAY.fullmatch(sentence)
        if found and found["how"] == last:
            name = re.sub("^The ", "the ", found["name"])
            since = f" {FROM}" if last == OPENS else ""
            told = f"{told.removesuffix('.')}, {name}{since} {found['day']}."
        else:
            told = f"{told} {sentence}".lstrip()
        last = found["how"] if found else ""
    return told


def _drawn(seed: str, subject: str, first: date, last: date) -> date:
    """Return one of some days; for history's seed the one in their middle."""
    days = max(0, (last - first).days)
    if seed == HISTORY:
        return first + timedelta(days // 2)
    return first + timedelta(draw(days + 1, seed, "ice", subject, first.year))


def _day(day: DayOfYear, year: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day else date(year, day.month, day.day)


def _short(day: date) -> str:
    return said(day).rpartition(" ")[0]
