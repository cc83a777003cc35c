"""What is read while the talks go on, or written as they end: nothing in it comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.scenario.action_model import Action, Hazard, Target
from game.scenario.authored import Authored
from game.scenario.days import Period, days
from game.scenario.ending_model import Part
from game.scenario.event_model import Choice, Counsel, Event, Risk
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import warning
from game.scenario.model import Line, Page
from game.scenario.season_model import Consequence, Pressure, Usage
from game.scenario.table_model import News
from game.scenario.things import each_of
from game.scenario.told_days import Told

READ: Mapping[type[Authored], tuple[str, ...]] = {
    Event: ("title", "place", "text"),
    Choice: ("say", "else-show", "result"),
    Risk: ("text",),
    News: ("text",),
    Line: ("say",),
    Part: ("text",),
    Page: ("text",),
    Counsel: ("say",),
    Usage: ("text",),
    Pressure: ("title", "text"),
    Consequence: ("text",),
    Action: ("help", "result"),
    Target: ("label", "result"),
    Hazard: ("text",),
}
"""What is read of each thing."""

_BEFORE = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|spring|summer|autumn|winter|in|since|(?:treaty|peace|war|year) of"
)
YEAR = re.compile(rf"\b(?:{_BEFORE}) (1[4-9]\d\d)\b(?![,.]?\d)(?! [a-z]+s\b)")
"""A year that is told as past; what lasts until one, or is asked for by one, may be to come."""


def texts_of_the_day(thing: Authored, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each text of a thing that is read in those days, with its path."""
    for key in READ.get(type(thing), ()):
        yield from each_of(getattr(thing, key.replace("-", "_")), (*path, key))
    if isinstance(thing, Event):
        yield from (((*path, "accounts", seat), told) for seat, told in thing.accounts.items())


def check_years(thing: Authored, told: Told) -> Iterator[Problem]:
    """Yield a warning for every year in a text that is still to come."""
    for path, text in texts_of_the_day(thing, told.path):
        for found in YEAR.finditer(text):
            missed = told.missed(Period(days(found[1]), None))
            if missed is not None:
                message = f"{missed.told(is_early=True)}, and speaks of {found[1]}"
                hint = "take it out, or leave it to the codex and the endings"
                problem = warning(path, Code.NOT_YET, message, hint)
                yield problem._replace(offset=found.start(1), also=missed.also)
