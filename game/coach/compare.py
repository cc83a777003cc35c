"""Two lines beside each other: what they share, where and why they part, and what came of it.

Nothing here decides anything. What only the end tells is told of a line that has ended; of one
that goes on, no more than its chair may see.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from game.coach.aftermath import Ratification, Told, epilogue, ratification
from game.coach.land import square_miles_between
from game.record import OPENING, Node, Record, Step, check_scenario, steps_of, told_to
from game.rules import Outcome, Rules
from game.state import ASIDES, Entry, State


class Side(NamedTuple):
    """One of two lines that are compared."""

    name: str
    """What a reader calls it."""
    record: Record
    node: int
    opening: State
    steps: tuple[Step, ...]
    """What was decided; what a seat asked its own people, or guessed, is left out."""
    end: State
    """What is true at the end of the line."""
    seat: int
    """The chair that it is told to."""

    @property
    def is_over(self) -> bool:
        """Whether the talks are over there, and the archives open."""
        return self.end.ended is not None

    def sees(self, entry: Entry) -> bool:
        """Return whether an entry may be told of this line."""
        return self.is_over or self.seat in entry.seen_by


class Cause(StrEnum):
    """Why two lines part."""

    SAME = "same"
    """They do not."""
    FORTUNE = "fortune"
    """They were begun with other seeds: other men, another fortune."""
    DECISION = "decision"
    """A person decided otherwise."""
    ANSWER = "answer"
    """A seat that nobody plays decided otherwise, in the same position."""
    STOP = "stop"
    """One goes on where the other stops."""


class Fork(NamedTuple):
    """Where two lines part."""

    common: int
    """So many decisions both have, from the opening."""
    cause: Cause
    step: Step | None
    """The first line's decision there; `None` where it stops."""
    other: Step | None


class Stayed(NamedTuple):
    """What fortune holds for both lines alike, whatever was decided."""

    what: str
    """`courier`, `court`, `risk` or `man`."""
    subject: str
    """The risk, by id; empty for the others."""
    sitting: int
    """When it came; 0 for what has no day."""
    size: int
    """In the unit of the thing: hundredths of danger, points of mood, a risk's odds; else 0."""


class Came(NamedTuple):
    """A step of one line, with what the other line has not in the same sitting."""

    step: Step
    is_decided_alike: bool
    """The same was decided in the other line, too, in this sitting."""
    entries: tuple[Entry, ...]


class Day(NamedTuple):
    """A sitting in which two lines differ."""

    sitting: int
    came: tuple[Came, ...]
    other: tuple[Came, ...]


class Distance(NamedTuple):
    """How far what came of two lines lies apart."""

    clauses: int | None
    """Clauses that two treaties settle otherwise; `None` where not both lines have one."""
    square_miles: int | None
    """Land that they leave to other hands, to two figures; `None` where it was not measured."""
    sittings: int
    """Sittings from the first line's end to the other's."""
    days: int


class Comparison(NamedTuple):
    """Two lines, and all that is to be said of their difference."""

    a: Side
    b: Side
    fork: Fork
    stayed: tuple[Stayed, ...]
    days: tuple[Day, ...]
    distance: Distance


def side(rules: Rules, record: Record, node: int, name: str, seat: int | None = None) -> Side:
    """Return the line of a record that leads to a node, recomputed; told to a chair.

    That is the recorded one unless another is named.
    Raises `RecordError` for another scenario's record, and where the line no longer replays.
    """
    check_scenario(rules, record)
    opening = rules.opening(record.heading.seed)
    path = record.path(node) if node != OPENING else ()
    steps = steps_of(rules, opening, path)
    chair = told_to(rules, record.heading) if seat is None else seat
    end = steps[-1].turn.state if steps else opening
    decided = tuple(step for step in steps if step.decision.verb not in ASIDES)
    return Side(name, record, node, opening, decided, end, chair)


def compare(rules: Rules, a: Side, b: Side) -> Comparison:
    """Return what there is to say of two lines of one scenario."""
    fork = _fork(a, b)
    return Comparison(
        a,
        b,
        fork,
        tuple(_stayed(a, b)),
        tuple(_days(a, b, fork.common)),
        _distance(rules, a, b),
    )


def outcome_of(rules: Rules, one: Side) -> Outcome | None:
    """Return how a line ended; `None` while its talks go on."""
    return rules.outcome(one.end)


def court_of(rules: Rules, one: Side) -> Ratification | None:
    """Return what the court made of a line's paper; `None` while its talks go on."""
    return ratification(rules, one.end) if one.is_over else None


def legacy_of(rules: Rules, one: Side) -> tuple[Told, ...]:
    """Return the pieces of a line's epilogue, one of each group; none while its talks go on."""
    return epilogue(rules, one.end, one.seat) if one.is_over else ()


def _fork(a: Side, b: Side) -> Fork:
    common = 0
    for one, other in zip(a.steps, b.steps, strict=False):
        if not is_alike(one.node, other.node):
            break
        common += 1
    here = a.steps[common] if common < len(a.steps) else None
    there = b.steps[common] if common < len(b.steps) else None
    return Fork(common, _cause(a, b, here, there), here, there)


def _cause(a: Side, b: Side, here: Step | None, there: Step | None) -> Cause:
    if here is None and there is None:
        return Cause.SAME if a.opening == b.opening else Cause.FORTUNE
    if here is None or there is None:
        return Cause.STOP
    people = a.record.heading.played | b.record.heading.played
    if here.node.seat_id in people or there.node.seat_id in people:
        return Cause.DECISION
    return Cause.ANSWER if a.opening == b.opening else Cause.FORTUNE


def is_alike(one: Node, other: Node) -> bool:
    """Return whether two nodes are the same decision of the same seat."""
    return (one.seat_id, one.decision_text) == (other.seat_id, other.decision_text)


def _stayed(a: Side, b: Side) -> Iterator[Stayed]:
    """Yield what the seed holds for both and neither could touch, as far as both have met it."""
    courier = [_couriers(one) for one in (a, b)]
    yield from (came for came in courier[0] if came in courier[1])
    risks = [_risks(one) for one in (a, b)]
    yield from (risk for risk in risks[0] if risk in risks[1])
    fortunes = [one.opening.fortune for one in (a, b)]
    if a.is_over and b.is_over and fortunes[0] is not None and fortunes[1] is not None:
        if fortunes[0].mood == fortunes[1].mood:
            yield Stayed("court", "", 0, fortunes[0].mood)
        if a.opening.men == b.opening.men:
            yield Stayed("man", "", 0, 0)


def _couriers(one: Side) -> list[Stayed]:
    return [
        Stayed("courier", "", step.turn.state.sitting, int(str(dict(entry.data)["danger"])))
        for step in one.steps
        for entry in step.turn.entries
        if entry.what == "news-came"
    ]


def _risks(one: Side) -> list[Stayed]:
    return [
        Stayed("risk", str(data["risk"]), step.before.sitting, int(str(data["odds"])))
        for step in one.steps
        for entry in step.turn.entries
        if entry.what == "risk-came" and one.sees(entry)
        for data in (dict(entry.data),)
    ]


def _days(a: Side, b: Side, common: int) -> Iterator[Day]:
    ours, theirs = by_sitting(a.steps[common:]), by_sitting(b.steps[common:])
    for sitting in sorted({*ours, *theirs}):
        here, there = ours.get(sitting, ()), theirs.get(sitting, ())
        day = Day(sitting, tuple(_came(a, here, there)), tuple(_came(b, there, here)))
        if day.came or day.other:
            yield day


def by_sitting(steps: tuple[Step, ...]) -> dict[int, tuple[Step, ...]]:
    """Return steps by the sitting that they were decided in."""
    found: dict[int, tuple[Step, ...]] = {}
    for step in steps:
        sitting = max(1, step.before.sitting)
        found[sitting] = (*found.get(sitting, ()), step)
    return found


def _came(one: Side, steps: tuple[Step, ...], beside: tuple[Step, ...]) -> Iterator[Came]:
    """Yield the steps of a sitting that the other line has not, with the entries it has not."""
    left = [entry for step in beside for entry in step.turn.entries]
    decided = [(step.node.seat_id, step.node.decision_text) for step in beside]
    for step in steps:
        entries = []
        for entry in step.turn.entries:
            if entry in left:
                left.remove(entry)
            elif one.sees(entry):
                entries.append(entry)
        is_alike = (step.node.seat_id, step.node.decision_text) in decided
        if entries or not is_alike:
            yield Came(step, is_alike, tuple(entries))


def _distance(rules: Rules, a: Side, b: Side) -> Distance:
    papers = [one.end.treaty for one in (a, b)]
    clauses = None
    if papers[0] is not None and papers[1] is not None:
        clauses = sum(mine != his for mine, his in zip(*papers, strict=True))
    ends = [one.end.sitting for one in (a, b)]
    days = [rules.scenario.table.day_and_part(max(1, end))[0] for end in ends]
    miles = square_miles_between(rules, *papers) if a.is_over and b.is_over else None
    return Distance(clauses, miles, ends[1] - ends[0], days[1] - days[0])
