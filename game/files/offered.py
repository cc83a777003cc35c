"""What there is to play, in the order in which it is offered to a newcomer."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.errors import AmurError
from game.files.begun_with import place_of
from game.files.folders import find_scenarios
from game.files.scenarios import read_any
from game.scenario.model import AnyScenario


class Offered(NamedTuple):
    """A scenario by its id; `None` where it cannot be played."""

    id: str
    scenario: AnyScenario | None


def offered(library: Path | None) -> list[Offered]:
    """Return every scenario, shipped and the player's: the first lesson first, examples last."""
    found = [Offered(id, _read(id, library)) for id in find_scenarios(library)]
    return sorted(found, key=lambda one: place_of(one.scenario))


def _read(id: str, library: Path | None) -> AnyScenario | None:
    try:
        return read_any(id, library)
    except (AmurError, OSError):
        return None
