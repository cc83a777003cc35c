"""What of a scenario was seen from a chair, in one play or in many, and what was not.

>>> whole = Seen(scenes=frozenset({"ice", "mill"}), acts=frozenset({"tea"}))
>>> whole.without(Seen(scenes=frozenset({"ice"}))).scenes
frozenset({'mill'})
>>> coverage(Seen(scenes=frozenset({"ice"})), whole).told
'0 of 0 endings · 1 of 2 scenes'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from game.coach.aftermath import endings
from game.record import Heading, Record, told_to
from game.rules import Rules
from game.scenario import Scenario
from game.state import Phase, State


class Seen(NamedTuple):
    """Things of one scenario, by id; what there is to be seen has the same shape."""

    scenes: frozenset[str] = frozenset()
    """Those that asked for a choice."""
    choices: frozenset[tuple[str, str]] = frozenset()
    """Those that were taken, each with its scene."""
    acts: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    """Pieces of the epilogue that were told."""

    def without(self, seen: Seen) -> Seen:
        """Return what is here and was not seen."""
        return Seen(
            self.scenes - seen.scenes,
            self.choices - seen.choices,
            self.acts - seen.acts,
            self.endings - seen.endings,
        )


class Share(NamedTuple):
    """How many of how many."""

    seen: int
    total: int

    def __str__(self) -> str:
        return f"{self.seen} of {self.total}"


class Coverage(NamedTuple):
    """How much was seen."""

    scenes: Share
    choices: Share
    acts: Share
    endings: Share

    @property
    def told(self) -> str:
        """What a list says of it."""
        return f"{self.endings} endings · {self.scenes} scenes"


def joined(every: Iterable[Seen]) -> Seen:
    """Return all that was seen."""
    kinds = list(zip(*every, strict=True))
    return Seen(*(frozenset[Any]().union(*kind) for kind in kinds))


def to_be_seen(scenario: Scenario, seat: str) -> Seen:
    """Return all there is for a chair: its scenes, choices and acts, and what it can be told."""
    scenes = {id: event for id, event in scenario.events.items() if event.seat == seat}
    return Seen(
        frozenset(scenes),
        frozenset((id, choice) for id, event in scenes.items() for choice in event.choices),
        frozenset(id for id, act in scenario.table.acts.items() if seat in act.seats),
        frozenset(id for id, piece in scenario.endings.items() if piece.seat in (None, seat)),
    )


def coverage(seen: Seen, whole: Seen) -> Coverage:
    """Return how much of what there is was seen; what there no longer is does not count."""
    left = whole.without(seen)
    return Coverage(
        *(Share(len(all) - len(rest), len(all)) for all, rest in zip(whole, left, strict=True))
    )


def chairs(rules: Rules, heading: Heading) -> tuple[str, ...]:
    """Return the chairs from which a play is seen: the people's; where it is watched, that one."""
    seats = rules.table.seats
    return tuple(seat for seat in seats if seat in heading.played) or (
        seats[told_to(rules, heading)],
    )


def seen_in(rules: Rules, record: Record, ends: Mapping[int, State]) -> dict[str, Seen]:
    """Return what each chair has seen in a play.

    `ends` are the states at the ends of its lines, as far as they replay: there a scene may wait,
    and there the epilogue was told, to one chair.
    """
    told = rules.table.seats[told_to(rules, record.heading)]
    found = {}
    for seat in chairs(rules, record.heading):
        choices = frozenset(_taken(record, seat)) & to_be_seen(rules.scenario, seat).choices
        found[seat] = Seen(
            frozenset(scene for scene, _ in choices).union(_waiting(rules, seat, ends.values())),
            choices,
            frozenset(_used(rules, record, seat)),
            frozenset(_told(rules, seat, ends.values()) if seat == told else ()),
        )
    return found


def can_be_seen(rules: Rules, heading: Heading) -> Seen:
    """Return all there is for the chairs of a play; the epilogue is told to one of them."""
    told = rules.table.seats[told_to(rules, heading)]
    whole = {seat: to_be_seen(rules.scenario, seat) for seat in chairs(rules, heading)}
    return joined(
        seen if seat == told else seen._replace(endings=frozenset()) for seat, seen in whole.items()
    )


def _taken(record: Record, seat: str) -> Iterator[tuple[str, str]]:
    for node in record.nodes.values():
        match node.decision_text.split():
            case ["choose", scene, choice] if node.seat_id == seat:
                yield scene, choice


def _used(rules: Rules, record: Record, seat: str) -> Iterator[str]:
    acts = to_be_seen(rules.scenario, seat).acts
    for node in record.nodes.values():
        if node.seat_id == seat:
            match node.decision_text.split():
                case ["tactic", act, *_] if act in acts:
                    yield act
                case ["offer", *_]:
                    yield rules.table.lay


def _waiting(rules: Rules, seat: str, ends: Iterable[State]) -> Iterator[str]:
    """Yield the scenes that wait for a chair's choice where its lines end."""
    at = rules.table.seats.index(seat)
    for state in ends:
        if state.phase == Phase.SCENE and state.seat == at and state.scene >= 0:
            yield rules.scenes.all[state.scene].id


def _told(rules: Rules, seat: str, ends: Iterable[State]) -> Iterator[str]:
    at = rules.table.seats.index(seat)
    for state in ends:
        if state.ended is not None:
            yield from endings(rules, state, at)
