"""The outline of a tree: its nodes in rows, the main line straight down and variations beside it.

A row holds a decision and what followed without a choice: the answer of whom nobody plays, and
what a seat only asked its own people. The lanes before a row are drawn with `│`, `├╴` and spaces.

>>> play = Record(Heading("duel", 1, "", "1858", "north"))
>>> for text in ("offer border=river", "break-off", "stay"):
...     play, _ = play.add(OPENING, "north", text, "")
>>> for row in Outline(play).rows():
...     print(row.lanes + str(row.nodes))
()
├╴(2,)
├╴(3,)
(1,)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from game.record.course import is_aside
from game.record.lines import OPENING, Heading, Node
from game.record.tree import Record

__all__ = ["OPENING", "Heading", "Outline", "Record", "Row"]

BRANCH, PASS = "├╴", "│ "
FURTHER = "⋯ "
"""Stands for lanes that are left out."""
PLAIN = str.maketrans({"│": "|", "├": "+", "╴": "-", "⋯": "~"})
"""The signs of the lanes in ASCII."""
LANES = 12
"""Lanes that are drawn before a row at most; of deeper ones the innermost."""


class Row(NamedTuple):
    """Nodes that stand in one row; none for the opening."""

    nodes: tuple[int, ...]
    lanes: str
    is_variation: bool
    """It begins a variation that is not the main one there."""
    folded: int
    """Nodes that follow and are folded away; 0 where none is."""

    @property
    def plain_lanes(self) -> str:
        """The lanes in ASCII."""
        return self.lanes.translate(PLAIN)

    @property
    def plain_lanes_under(self) -> str:
        """What stands before a line that goes on under the row."""
        return self.lanes.replace(BRANCH, PASS).translate(PLAIN) + "  "

    @property
    def stands(self) -> int:
        """The node at which one stands after the row."""
        return self.nodes[-1] if self.nodes else OPENING

    @property
    def decided(self) -> int:
        """The node that the row is about: its first decision."""
        return self.nodes[0] if self.nodes else OPENING


class Outline:
    """The rows of one record; made once for each record, asked often."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._played = record.heading.played
        self.beyond: dict[int, int] = {}
        """For each node how many nodes stand on it, at any distance."""
        self.end_of: dict[int, int] = {}
        """For each node the last one of the line that leads on from it, the main one there."""
        self._count()

    def _count(self) -> None:
        children = self.record.children
        for id in (*reversed(list(self.record.nodes)), OPENING):
            variations = children.get(id, ())
            self.beyond[id] = len(variations) + sum(self.beyond[v] for v in variations)
            self.end_of[id] = self.end_of[variations[0]] if variations else id

    def rows(self, opened: Collection[int] | None = None) -> Iterator[Row]:
        """Yield the rows from the opening on; variations come before the main line goes on.

        Of the variations that are not in `opened`, by their first node, only the first row is
        shown, unless that is all there is of them; `None` opens all.
        """
        yield Row((), "", False, 0)
        yield from self.rows_after(OPENING, opened)

    def rows_after(self, node: int, opened: Collection[int] | None = None) -> Iterator[Row]:
        """Yield the rows of all that stands on a node."""
        waiting = [*self._next(node, "")]
        while waiting:
            first, lanes, is_variation = waiting.pop()
            nodes = self.row_from(first)
            drawn = _drawn(lanes + BRANCH if is_variation else lanes)
            beyond = self.beyond[nodes[-1]]
            if is_variation and beyond and opened is not None and first not in opened:
                yield Row(nodes, drawn, is_variation, beyond)
                continue
            yield Row(nodes, drawn, is_variation, 0)
            waiting += self._next(nodes[-1], _kept(lanes + PASS) if is_variation else lanes)

    def row_from(self, first: int) -> tuple[int, ...]:
        """Return the nodes of the row that begins with a node."""
        record, nodes = self.record, [first]
        while len(variations := record.children.get(nodes[-1], ())) == 1:
            if not self._follows(record.nodes[variations[0]]):
                break
            nodes.append(variations[0])
        return tuple(nodes)

    def row_of(self, node: int) -> tuple[int, ...]:
        """Return the nodes of the row in which a node stands; none for the opening."""
        if node == OPENING:
            return ()
        first, children = self.record.nodes[node], self.record.children
        while first.parent != OPENING and len(children[first.parent]) == 1 and self._follows(first):
            first = self.record.nodes[first.parent]
        return self.row_from(first.id)

    def is_beyond(self, node: int, other: int) -> bool:
        """Return whether a node stands on another, at any distance."""
        return node != other and any(step.id == other for step in self.record.path(node))

    def folds_above(self, node: int) -> Iterator[int]:
        """Yield the first node of every variation that a node stands in, the innermost first."""
        for step in reversed(self.record.path(node)):
            if self.record.children[step.parent][0] != step.id:
                yield step.id

    def _follows(self, node: Node) -> bool:
        """Return whether a node needs no row of its own where it is the only one on another."""
        return is_aside(node) or node.seat_id not in self._played

    def _next(self, node: int, lanes: str) -> Iterator[tuple[int, str, bool]]:
        """Yield what stands on a node, so that what is to come first is the last."""
        variations = self.record.children.get(node, ())
        if variations:
            yield variations[0], lanes, False
        yield from ((id, lanes, True) for id in reversed(variations[1:]))


def answered(record: Record, node: int) -> int:
    """Return the last node of the row that a node stands in: what was decided there is answered."""
    row = Outline(record).row_of(node)
    return row[-1] if row else node


_MOST = LANES * len(PASS)


def _drawn(lanes: str) -> str:
    return lanes if len(lanes) <= _MOST else FURTHER + lanes[len(FURTHER) - _MOST :]


def _kept(lanes: str) -> str:
    """Return as many lanes as it takes to draw them, and to know that there are more."""
    return lanes[-_MOST - len(PASS) :]
