"""Who goes by boat where all is ice."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.authored import Authored
from game.scenario.calendar_model import Calendar
from game.scenario.days import OpenSeason
from game.scenario.event_model import Choice, Event
from game.scenario.faults import Code, Problem
from game.scenario.known import referred
from game.scenario.table_model import Act
from game.scenario.told_days import Told


def check_sails(thing: Authored, told: Told, calendar: Calendar) -> Iterator[Problem]:
    """Yield the waters on which a thing goes by boat when they are closed."""
    match thing:
        case Event(sails=ids) | Choice(sails=ids) | Act(sails=ids):
            for index, id in enumerate(ids):
                path = (*told.path, "sails", index)
                yield from referred(id, path, calendar.waters, "water in calendar.yaml")
                if id not in calendar.waters:
                    continue
                water, at = calendar.waters[id], ("calendar", "waters", id)
                missed = told.missed(OpenSeason(water.ice.from_, water.ice.to))
                if missed is not None:
                    ice = f"{water.name} is closed by ice from {water.ice.from_} to {water.ice.to}"
                    hint = "let them go over the ice, or let it come when the water is open"
                    message, also = f"{missed.told()}, and {ice}", (at, *missed.also)
                    yield Problem(path, Code.ICE_BOUND, message, hint, also=also)
