"""What means something only in a campaign, written in a scenario of one table, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.authored import Authored
from game.scenario.event_model import Event
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known
from game.scenario.map_model import Map
from game.scenario.model import Adviser, Start, Track
from game.scenario.table_model import Table

OF_CAMPAIGNS: Mapping[type[Authored], tuple[str, ...]] = {
    Adviser: ("table",),
    Event: ("table", "counsel"),
    Start: ("season", "notes", "past", "paid"),
    Map: ("tables", "seasons"),
    Table: ("when", "where", "first-day", "begins", "leverage", "afterwards"),
    Track: ("rumour",),
}
"""The keys that mean something only where there are seasons."""


def check_alone(thing: Authored, path: Path, known: Known) -> Iterator[Problem]:
    """Yield the keys of a thing that mean something only in a campaign, where there is none."""
    if known.campaign is not None:
        return
    for key in OF_CAMPAIGNS[type(thing)]:
        name = key.replace("-", "_")
        if getattr(thing, name) != type(thing).model_fields[name].default:
            message = f"{key} means something only in a campaign"
            hint = "take it out: here there are no seasons"
            yield Problem((*path, key), Code.UNKNOWN_KEY, message, hint, at_key=True)
