"""A part of a record, its nodes numbered as they are in the whole."""

from __future__ import annotations

from game.record.lines import OPENING, Line, Node, Unknown
from game.record.tree import Record

__all__ = ["up_to"]


def up_to(record: Record, node: int) -> Record:
    """Return a record that knows no more than the line up to a node, and what was written there.

    Raises `RecordError` where there is no such node.
    """
    path = {OPENING, *(step.id for step in record.path(node))}
    lines = [line for line in record.lines if _on(line) in path]
    return Record(record.heading).with_lines(lines)[0].moved(node)


def _on(line: Line) -> int | None:
    """Return the node that a line makes or speaks of; `None` where nobody knows."""
    match line:
        case Node(id=id):
            return id
        case Unknown():
            return None
    return line.on
