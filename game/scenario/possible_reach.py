"""What can be chosen at all, how early, and how far choices move the author's own tracks.

It grows until nothing more is possible: at first nothing has been chosen, and whatever a condition
needs of a choice is to be had only once that choice is known to be possible.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.scenario.clauses import Change, Note, Schedule, Set
from game.scenario.event_model import Choice
from game.scenario.known import effects_of
from game.scenario.model import Scenario

ChoiceId = tuple[str, str]


class Reach:
    """The choices that are possible so far, each with the first sitting in which it can be made."""

    def __init__(self, scenario: Scenario, granted: Collection[ChoiceId] = ()) -> None:
        self.scenario = scenario
        self.first: dict[ChoiceId, int] = dict.fromkeys(granted, 1)
        setters: dict[str, list[ChoiceId]] = {}
        surely: dict[str, list[ChoiceId]] = {}
        schedulers: dict[str, list[tuple[ChoiceId, int]]] = {}
        for id, choice in self._choices():
            for path, effect in effects_of(choice):
                match effect:
                    case Note(note):
                        setters.setdefault(note, []).append(id)
                        if path == ("do",):
                            surely.setdefault(note, []).append(id)
                    case Schedule(event, after):
                        schedulers.setdefault(event, []).append((id, after))
        self.setters: Mapping[str, tuple[ChoiceId, ...]] = {
            note: tuple(dict.fromkeys(ids)) for note, ids in setters.items()
        }
        self.surely: Mapping[str, tuple[ChoiceId, ...]] = {
            note: tuple(dict.fromkeys(ids)) for note, ids in surely.items()
        }
        """The choices that set a note whatever becomes of their risk."""
        self.schedulers: Mapping[str, tuple[tuple[ChoiceId, int], ...]] = {
            event: tuple(found) for event, found in schedulers.items()
        }

    def _choices(self) -> Iterator[tuple[ChoiceId, Choice]]:
        for event, scene in self.scenario.events.items():
            for id, choice in scene.choices.items():
                yield (event, id), choice

    def grant_all(self) -> None:
        """Count every choice as possible from the first sitting on."""
        self.first = dict.fromkeys((id for id, _ in self._choices()), 1)

    def wait(self, event: str, reader: str | None, after: int = 0) -> int:
        """Return how many sittings pass from a choice in an event until a seat's next scene."""
        table, chooser = self.scenario.table, self.scenario.events[event].seat
        if reader is None or (chooser == table.claimant and reader == table.host):
            return after
        return max(1, after)

    def due(self, event: str) -> int | None:
        """Return the first sitting in which an event is due; `None` where nothing schedules it."""
        seat = self.scenario.events[event].seat
        sittings = [
            first + self.wait(id[0], seat, after)
            for id, after in self.schedulers.get(event, ())
            if (first := self.first.get(id)) is not None
        ]
        in_time = [at for at in sittings if at <= self.scenario.table.sittings]
        return min(in_time, default=None)

    def bounds(self, track: str) -> tuple[int, int]:
        """Return between what levels choices can move a track of the author's own."""
        source = self.scenario.tracks[track]
        low, high = source.range
        starts = [source.start or 0]
        starts += [s.tracks[track] for s in self.scenario.starts.values() if track in s.tracks]
        if not all(low <= start <= high for start in starts):
            return low, high  # a fault by itself, of which nothing is to follow
        falls: dict[str, int] = {}
        rises: dict[str, int] = {}
        for id, choice in self._choices():
            if id not in self.first:
                continue
            down = up = 0
            for _, effect in effects_of(choice):
                match effect:
                    case Change(name, by) if name == track:
                        down, up = down + min(0, by), up + max(0, by)
                    case Set(name, to) if name == track:
                        starts.append(to)
            falls[id[0]] = min(falls.get(id[0], 0), down)
            rises[id[0]] = max(rises.get(id[0], 0), up)
        least = max(low, min(starts) + sum(falls.values()))
        return min(least, high), max(low, min(high, max(starts) + sum(rises.values())))
