"""A record: the tree of everything that was decided in one play.

It never changes: each verb returns the record that follows. Of the decisions made on one node,
its *variations*, the first is the main line, until another is promoted.

>>> play = Record(Heading("duel", 1, "", "1858", "north"))
>>> play, first = play.add(OPENING, "north", "offer border=river", "")
>>> play, other = play.add(OPENING, "north", "break-off", "")
>>> [node.decision_text for node in play.variations(OPENING)]
['offer border=river', 'break-off']
>>> [node.decision_text for node in play.promote(other.id).main_line()]
['break-off']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from game.errors import RecordError
from game.record.lines import (
    OPENING,
    Cursor,
    Glyph,
    Heading,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Sign,
    Unknown,
)

_Thing = TypeVar("_Thing")


class Misfit(NamedTuple):
    """A line that refers to something the record does not hold, and why it was passed over."""

    at: int
    """Its place among the lines given, from 0."""
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """The lines of one play, and the tree that they amount to."""

    heading: Heading
    lines: tuple[Line, ...] = ()
    """Everything that was decided and remarked, oldest first, lines not understood included."""
    nodes: Mapping[int, Node] = field(default_factory=dict, compare=False)
    """By id, in the order in which they were decided."""
    children: Mapping[int, tuple[int, ...]] = field(default_factory=dict, compare=False)
    """The variations of each node that has any, the main line first."""
    cursor: int = field(default=OPENING, compare=False)
    """Where the play goes on."""
    names: Mapping[int, str] = field(default_factory=dict, compare=False)
    notes: Mapping[int, str] = field(default_factory=dict, compare=False)
    glyphs: Mapping[int, Glyph] = field(default_factory=dict, compare=False)

    def add(
        self, parent: int, seat_id: str, decision_text: str, digest: str
    ) -> tuple[Record, Node]:
        """Return the record with a decision made on `parent`, the cursor there, and its node.

        A decision that was already made there is not made twice: the cursor goes to its node.
        Raises `RecordError` where there is no such parent.
        """
        node = Node(max(self.nodes, default=OPENING) + 1, parent, seat_id, decision_text, digest)
        known = self.variation(parent, node)
        return (self.with_line(node), node) if known is None else (self.moved(known.id), known)

    def moved(self, to: int) -> Record:
        """Return the record with the cursor on a node, or on the opening."""
        return self if to == self.cursor else self.with_line(Cursor(to))

    def promote(self, node: int) -> Record:
        """Return the record whose main line leads to a node."""
        return self.with_line(Promotion(node))

    def named(self, node: int, name: str) -> Record:
        """Return the record with a node bookmarked; an empty name takes the bookmark away."""
        return self.with_line(Name(node, name))

    def noted(self, node: int, text: str) -> Record:
        """Return the record with a note on a node; an empty text takes it away."""
        return self.with_line(Note(node, text))

    def signed(self, node: int, glyph: Glyph | None) -> Record:
        """Return the record with a glyph on a node."""
        return self.with_line(Sign(node, glyph))

    def with_line(self, line: Line) -> Record:
        """Return the record with one line more; cost in proportion to its length.

        Raises `RecordError` when the line refers to something the record does not hold.
        """
        record, misfits = self.with_lines((line,))
        if misfits:
            raise RecordError(misfits[0].reason)
        return record

    def with_lines(self, lines: Iterable[Line]) -> tuple[Record, tuple[Misfit, ...]]:
        """Return the record with more lines, and those which do not fit it.

        A misfit is kept among the lines and otherwise passed over.
        """
        lines = tuple(lines)
        grown = _Growing(self)
        misfits = []
        for at, line in enumerate(lines):
            reason = grown.take(line)
            if reason:
                misfits.append(Misfit(at, reason))
        return grown.settled((*self.lines, *lines)), tuple(misfits)

    def variations(self, node: int) -> tuple[Node, ...]:
        """Return the decisions made on a node, or on the opening, the main line first."""
        return tuple([self.nodes[id] for id in self.children.get(node, ())])

    def variation(self, parent: int, decided: Node) -> Node | None:
        """Return the variation in which the same was decided by the same seat, if there is one."""
        same = (decided.seat_id, decided.decision_text)
        variations = self.variations(parent)
        return next((n for n in variations if (n.seat_id, n.decision_text) == same), None)

    def path(self, node: int) -> tuple[Node, ...]:
        """Return the nodes that lead to a node from the opening, itself included.

        Raises `RecordError` where there is no such node.
        """
        if node != OPENING and node not in self.nodes:
            raise RecordError(f"there is no node {node} in this record")
        return tuple(_upward(self.nodes, node))[::-1]

    def main_line(self) -> tuple[Node, ...]:
        """Return the nodes of the main line, from the opening to its end."""
        return self.main_line_from(OPENING)

    def main_line_from(self, node: int) -> tuple[Node, ...]:
        """Return the nodes that follow a node on the main line from there."""
        line = []
        while node in self.children:
            node = self.children[node][0]
            line.append(self.nodes[node])
        return tuple(line)

    def current_line(self) -> tuple[Node, ...]:
        """Return the nodes of the line that was played last, from the opening to its end.

        It goes through the cursor, and on from there as the main line does.
        """
        return (*self.path(self.cursor), *self.main_line_from(self.cursor))

    def ends(self) -> tuple[Node, ...]:
        """Return the last node of every line, in the order in which they were decided."""
        return tuple(node for node in self.nodes.values() if node.id not in self.children)

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The lines that this version of the game does not understand."""
        return tuple(line for line in self.lines if isinstance(line, Unknown))


def _upward(nodes: Mapping[int, Node], id: int) -> Iterable[Node]:
    """Yield a node and all it stands on, back to the opening."""
    while id != OPENING:
        node = nodes[id]
        yield node
        id = node.parent


class _Growing:
    """A record while lines are being added, never seen outside this file."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.nodes = dict(record.nodes)
        self.children = dict(record.children)
        self._grown: dict[int, list[int]] = {}
        """The variations of nodes that were decided on, as long as lines are added."""
        self._promoted: dict[int, int] = {}
        """For each promoted node which promotion it was, from 1."""
        self._promotions = 0
        self.cursor = record.cursor
        self.names = dict(record.names)
        self.notes = dict(record.notes)
        self.glyphs = dict(record.glyphs)

    def settled(self, lines: tuple[Line, ...]) -> Record:
        """Return the record as it now stands; cost in proportion to its nodes."""
        self.children |= {node: tuple(grown) for node, grown in self._grown.items()}
        if self._promoted:
            self._put_first()
        return replace(
            self.record,
            lines=lines,
            nodes=self.nodes,
            children=self.children,
            cursor=self.cursor,
            names=self.names,
            notes=self.notes,
            glyphs=self.glyphs,
        )

    def take(self, line: Line) -> str:
        """Add a line; return why it does not fit, or an empty text."""
        match line:
            case Unknown():
                return ""
            case Node():
                return self._grow(line)
        if line.on != OPENING and line.on not in self.nodes:
            return f"there is no node {line.on} in this record"
        match line:
            case Cursor(on):
                self.cursor = on
            case Promotion(on):
                self._promotions += 1
                self._promoted[on] = self._promotions
            case Note(on, text):
                _put(self.notes, on, text)
            case Name(on, text):
                _put(self.names, on, text)
            case Sign(on, glyph):
                _put(self.glyphs, on, glyph)
        return ""

    def _grow(self, node: Node) -> str:
        if node.id <= OPENING:
            return f"no node can have the id {node.id}; they begin at 1"
        if node.id in self.nodes:
            return f"there can be no second node {node.id} in this record"
        if node.parent != OPENING and node.parent not in self.nodes:
            return f"node {node.id} stands on node {node.parent}, which this record does not hold"
        self.nodes[node.id] = node
        grown = self._grown.get(node.parent)
        if grown is None:
            grown = self._grown[node.parent] = list(self.children.get(node.parent, ()))
        grown.append(node.id)
        self.cursor = node.id
        return ""

    def _put_first(self) -> None:
        """Put what leads to a promoted node before its other variations, the last one first."""
        when = self._promoted
        changed = set[int]()
        for node in reversed(self.nodes.values()):  # each after all that stands on it
            if node.id in when:
                when[node.parent] = max(when.get(node.parent, 0), when[node.id])
                changed.add(node.parent)
        for parent in changed:
            self.children[parent] = tuple(
                sorted(self.children[parent], key=lambda id: -when.get(id, 0))
            )


def _put(shelf: dict[int, _Thing], on: int, thing: _Thing | None) -> None:
    """Put something on a node, in place of what was there; nothing takes it away."""
    if thing:
        shelf[on] = thing
    else:
        shelf.pop(on, None)
