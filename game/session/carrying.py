"""A play carried over to rules that have changed: what of it can be decided there as before.

The record that it was played in stays what it is. The new one is of the new version: the same
lines with the same numbers, as far as they can be decided there, and the states that follow now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from game.errors import RecordError
from game.record import (
    OPENING,
    Heading,
    Line,
    Node,
    Record,
    Unknown,
    digest,
    followed,
)
from game.rules import Game


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


def carried(record: Record, rules: Game, at: int | None = None) -> Carried:
    """Return a play as it comes out by other rules of the same scenario; it is left as it was.

    `at` is the node it is to stand at, or before which it stops; the cursor's if none is said.
    Cost in proportion to its nodes. Raises
    `RecordError` where a chair that a person took is no more.
    """
    for seat in record.heading.played:
        if seat not in rules.seats:
            seats = " and ".join(rules.seats)
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

    def __init__(self, record: Record, rules: Game) -> None:
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


def _heading(heading: Heading, rules: Game) -> Heading:
    scenario = rules.scenario
    return replace(heading, scenario=scenario.id, version=scenario.version, digest=scenario.digest)
