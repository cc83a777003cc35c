"""What is worked out once by rules lasts as long as they do, and goes with them.

A cache beside them would keep alive rules that nobody plays by any more: a scenario that is changed
while it is played has new ones each time, of some megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from game.rules.engine import Rules

Found = TypeVar("Found")


def once_by_rules(work_out: Callable[[Rules], Found]) -> Callable[[Rules], Found]:
    """Have a function of rules alone work only once for each."""

    @wraps(work_out)
    def found(rules: Rules) -> Found:
        if work_out not in rules.worked_out:
            rules.worked_out[work_out] = work_out(rules)
        return cast("Found", rules.worked_out[work_out])

    return found
