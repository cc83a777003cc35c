"""How matters stand in few words: whose face it is is said once, and of the date no year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from game.coach.foreseen import is_seen
from game.coach.levels import level_told, number_told
from game.coach.names import owned
from game.coach.persons import opposite
from game.coach.standing import when
from game.rules import Rules
from game.state import BUILT_IN, State

_YEAR = re.compile(r" \d{4}(?=[,])")
BETWEEN = " · "
"""What parts one track from the next."""
HIS, YOURS, NOBODYS = range(3)
"""Whose a track may be: the other's come first."""


def day_shortly(rules: Rules, sitting: int) -> str:
    """Return the day and the sitting without the year."""
    return _YEAR.sub("", when(rules, sitting), count=1)


def looks_shortly(
    rules: Rules, seat: int, state: State, mode: str, *, terse: bool = False
) -> Iterator[str]:
    """Yield how each track stands, the other's first; `terse` tells numbers without words."""
    owners = (f"{opposite(rules, seat).his} ", "your ", "")
    found = sorted(_seen(rules, seat), key=lambda seen: seen[0])
    for owner, together in groupby(found, key=lambda seen: seen[0]):
        whose = owners[owner]
        for _, label, id in together:
            level = getattr(state, id)
            if terse and mode == "points":
                stands = number_told(id, level, seat)
            else:
                stands = level_told(id, rules.scenario.tracks[id], level, seat, mode)
            yield f"{whose}{label}: {stands}"
            whose = ""


def _seen(rules: Rules, seat: int) -> Iterator[tuple[int, str, str]]:
    """Yield the owner, the label without him, and the id of each track that a seat sees."""
    for id, track in rules.scenario.tracks.items():
        if id in BUILT_IN and track.words and is_seen(rules.scenario, id, seat):
            chair, label = owned(rules.scenario, track.label)
            owner = NOBODYS if chair is None else YOURS if chair == seat else HIS
            yield owner, label, id
