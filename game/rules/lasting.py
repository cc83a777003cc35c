"""What is worked out once by rules lasts as long as they do, and goes with them.

A cache beside them would keep alive rules that nobody plays by any more: a scenario that is changed
while it is played has new ones each time, of some megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, cast


class Keeps(Protocol):
    """Rules of whatever can be played."""

    worked_out: dict[Any, object]


Found = TypeVar("Found")
Kept = TypeVar("Kept", bound=Keeps)


def once_by_rules(work_out: Callable[[Kept], Found]) -> Callable[[Kept], Found]:
    """Have a function of rules alone work only once for each."""

    @wraps(work_out)
    def found(rules: Kept) -> Found:
        if work_out not in rules.worked_out:
            rules.worked_out[work_out] = work_out(rules)
        return cast("Found", rules.worked_out[work_out])

    return found
