"""Something that is told, beside the days on which it can be.

What finds these days in talks stands in `scene_days`, and a campaign is read without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from game.scenario.days import Days, said
from game.scenario.faults import Path

if TYPE_CHECKING:
    from game.scenario.scene_days import SceneDays


class Time(Protocol):
    """The days on which something could be."""

    def meets(self, days: Days) -> bool:
        """Return whether one of some days belongs to it."""
        ...

    def holds(self, days: Days) -> bool:
        """Return whether all of them do."""
        ...


class Missed(NamedTuple):
    """Days on which something is told that can have been on none of them."""

    days: Days
    also: tuple[Path, ...]
    """What says when it is told."""

    def told(self, *, is_early: bool | None = None) -> str:
        """Return when it comes: at the latest if it is too early, at the earliest if too late."""
        first, last = self.days
        if first == last:
            return f"this comes on {said(first)}"
        if is_early is None:
            return f"this comes from {said(first)} to {said(last)}"
        if is_early:
            return f"this comes on {said(last)} at the latest"
        return f"this comes on {said(first)} at the earliest"


class Told:
    """Something that is told, with the days on which it can be."""

    def __init__(self, path: Path, days: SceneDays) -> None:
        self.path = path
        self._days = days

    @property
    def of_adviser(self) -> Iterator[Days]:
        """Yield each day on which the adviser who this is may be asked."""
        if self._days.are_known:
            first, last = self._days.of_adviser(str(self.path[1]))
            for after in range((last - first).days + 1):
                yield Days(first + timedelta(after), first + timedelta(after))

    def missed(self, time: Time) -> Missed | None:
        """Return when it is told, if that is never in a time; else `None`."""
        if not self._days.are_known:
            return None
        if not time.meets(self._days.all):
            if self._days.pass_over(self.path):
                return None
            own, also = self._days.of(self.path)
            return Missed(own or self._days.all, also if own else ())
        if time.holds(self._days.all):
            return None
        own, also = self._days.of(self.path)
        return None if own is None or time.meets(own) else Missed(own, also)
