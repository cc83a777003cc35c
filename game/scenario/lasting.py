"""What is worked out once of a scenario lasts as long as it does, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import finalize

from game.scenario.model import AnyScenario

Found = TypeVar("Found")
Of = TypeVar("Of", bound=AnyScenario)


def once_by_scenario(work_out: Callable[[Of], Found]) -> Callable[[Of], Found]:
    """Have a function of a scenario alone work only once for each; what it finds leaves it out."""
    all_found: dict[int, Found] = {}

    @wraps(work_out)
    def found(scenario: Of) -> Found:
        # A scenario is told by what it is, not by what it says: that would be read each time.
        if id(scenario) not in all_found:
            all_found[id(scenario)] = work_out(scenario)
            finalize(scenario, all_found.pop, id(scenario), None).atexit = False
        return all_found[id(scenario)]

    return found
