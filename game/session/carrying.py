"""A play carried over to rules that have changed: what of it can be decided there as before.

The record that it was played in stays what it is. The new one is of the new version: the same
lines with the same numbers, as far as they can be decided there, and the states that follow now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from game.errors import RecordError
from game.policy import Policy
from game.record import (
    OPENING,
    Heading,
    Line,
    Node,
    Record,
    States,
    Unknown,
    decided_by,
    digest,
    followed,
)
from game.rules import Rules, formatted
from game.state import BUILT_IN, State


class Carried(NamedTuple):
    """A play by the new rules, and how far it came along the line on which it stood."""

    record: Record
    line: tuple[Node, ...]
    """The line that was to be replayed, from the opening, as it was recorded."""
    made: int
    """How many of its decisions could be made."""
    stopped: str
    """Why the next could not be; empty where all could."""
    left_out: int
    """Decisions of other lines that could not be made, or stand on one that could not."""


def carried(record: Record, rules: Rules, at: int | None = None) -> Carried:
    """Return a play as it comes out by other rules of the same scenario; it is left as it was.

    `at` is the node it is to stand at, or before which it stops; the cursor's if none is said.
    Cost in proportion to its nodes. Raises
    `RecordError` where a chair that a person took is no more.
    """
    for seat in record.heading.played:
        if seat not in rules.table.seats:
            seats = " and ".join(rules.table.seats)
            raise RecordError(f"nobody can go on as '{seat}'; the seats are {seats} now")
    line = record.path(record.cursor if at is None else at)
    grown = _Carrying(record, rules)
    kept = Record(_heading(record.heading, rules)).with_lines(grown.lines())[0]
    made = len(list(takewhile(lambda node: node.id in kept.nodes, line)))
    stopped = grown.stopped[line[made].id] if made < len(line) else ""
    lost = len(record.nodes) - len(kept.nodes) - (len(line) - made)
    return Carried(kept.moved(line[made - 1].id if made else OPENING), line, made, stopped, lost)


class _Carrying:
    """Goes through the lines of a record and makes each decision that can still be made."""

    def __init__(self, record: Record, rules: Rules) -> None:
        self.record = record
        self.rules = rules
        self.stopped: dict[int, str] = {}
        """Why decisions cannot be made, those that stand on others not among them."""
        self._states = {OPENING: rules.opening(record.heading.seed)}
        """Of the nodes on which something is still to be decided."""
        self._waiting = {parent: len(nodes) for parent, nodes in record.children.items()}
        self._made = {OPENING}

    def lines(self) -> Iterator[Line]:
        """Yield the lines that there are by the new rules, in their order."""
        for line in self.record.lines:
            match line:
                case Node():
                    if self.record.nodes.get(line.id) is line and line.parent in self._made:
                        yield from self._decided(line)
                case Unknown():
                    pass
                case _ if line.on in self._made:
                    yield line

    def _decided(self, node: Node) -> Iterator[Node]:
        before = self._states[node.parent]
        self._waiting[node.parent] -= 1
        if not self._waiting[node.parent]:
            del self._states[node.parent]
        try:
            state = followed(self.rules, before, node)
        except RecordError as error:
            self.stopped[node.id] = str(error.__cause__ or error)
            return
        self._made.add(node.id)
        if node.id in self.record.children:
            self._states[node.id] = state
        yield replace(node, digest=digest(state))


def _heading(heading: Heading, rules: Rules) -> Heading:
    scenario = rules.scenario
    return replace(heading, scenario=scenario.id, version=scenario.version, digest=scenario.digest)


# How what comes out now differs from what came out before.


class Otherwise(NamedTuple):
    """The first decision after which things stand otherwise than they did."""

    node: Node | None
    """`None` where they do at the opening."""
    what: tuple[str, ...]
    """In the author's language, such as `trust 61, not 58`; nothing where it has no name."""


def otherwise(before: Rules, record: Record, rules: Rules, now: Record) -> Otherwise | None:
    """Return where two records of one play first part, along the second's cursor's line.

    `None` where they do not, as far as both have that line.
    """
    old, new = States(before, record.heading.seed), States(rules, now.heading.seed)
    shared = takewhile(lambda node: node.id in record.nodes, now.path(now.cursor))
    for node in (None, *shared):
        at = OPENING if node is None else node.id
        was, is_ = old.at(record, at), new.at(now, at)
        if _same(before, was, rules, is_):
            continue
        return Otherwise(node, tuple(_differences(before, was, rules, is_)))
    return None


def recorded_otherwise(came: Carried) -> Otherwise | None:
    """Return the first decision that does not come out as it was recorded, by whatever rules."""
    for node in came.line[: came.made]:
        if node.digest not in ("", came.record.nodes[node.id].digest):
            return Otherwise(node, ())
    return None


def other_answer(
    rules: Rules, record: Record, policies: Mapping[str, Policy]
) -> tuple[Node, str] | None:
    """Return the first answer on the cursor's line that its policy would now give otherwise.

    With it stand the words of what it would decide.
    """
    state = rules.opening(record.heading.seed)
    for node in record.path(record.cursor):
        if node.seat_id not in record.heading.played:
            view = rules.seen_by(state.seat, state)
            would = policies[node.seat_id].choose(view, rules.legal_decisions(state))
            if would != decided_by(rules, state, node):
                return node, formatted(would, rules.table)
        state = followed(rules, state, node)
    return None


def _same(before: Rules, was: State, rules: Rules, now: State) -> bool:
    """Return whether two states are the same but for the places of scenes and tracks in lists."""
    is_alike = _plain(was) == _plain(now) and _met(before, was) == _met(rules, now)
    return is_alike and not any(_differences(before, was, rules, now))


def _plain(state: State) -> State:
    return state._replace(scene=-1, met=frozenset(), due=(), levels=(), notes=frozenset())


def _differences(before: Rules, was: State, rules: Rules, now: State) -> Iterator[str]:
    """Yield what has another value, by its name in the language; new names are no difference."""
    old, new = _named(before, was), _named(rules, now)
    for name, value in new.items():
        if name in old and old[name] != value:
            yield f"{name} {value}, not {old[name]}"
    for note in sorted(now.notes ^ was.notes):
        yield f"{note} is {'noted' if note in now.notes else 'not noted'}"
    scenes = _scene(before, was), _scene(rules, now)
    if scenes[0] != scenes[1]:
        yield f"{scenes[1]} stands open, not {scenes[0]}"


def _named(rules: Rules, state: State) -> dict[str, str]:
    names = {name: str(getattr(state, name)) for name in (*BUILT_IN, "pressure", "sitting")}
    names |= {track: str(state.levels[at]) for track, at in rules.levels.items()}
    names["hope"] = f"{state.hope[1] / 100:g}"
    names["danger"] = f"{int(rules.formulas.resolve('danger')(state) or 0) / 100:g}"
    return names


def _met(rules: Rules, state: State) -> tuple[object, ...]:
    scenes = rules.scenes.all
    due = tuple((scenes[index].id, at) for index, at in state.due)
    return frozenset(scenes[index].id for index in state.met), due


def _scene(rules: Rules, state: State) -> str:
    return rules.scenes.all[state.scene].id if state.scene >= 0 else "no scene"
