"""A part of a record, its nodes numbered as they are in the whole."""

from __future__ import annotations

from game.record.course import LOOKED
from game.record.lines import OPENING, Line, Name, Node, Note, Sign, Unknown
from game.record.tree import Record

__all__ = ["up_to", "without_remarks"]


def up_to(record: Record, node: int) -> Record:
    """Return a record that knows no more than the line up to a node, and what was written there.

    Raises `RecordError` where there is no such node.
    """
    path = {OPENING, *(step.id for step in record.path(node))}
    lines = [line for line in record.lines if _on(line) in path]
    return Record(record.heading).with_lines(lines)[0].moved(node)


def without_remarks(record: Record) -> Record:
    """Return a record without bookmarks, notes and glyphs; the play keeps its own name.

    What the game noted is no remark: that the archives were open stays.
    """
    lines: list[Line] = [line for line in record.lines if not _is_remark(line)]
    lines += [Note(on, LOOKED) for on, note in record.notes.items() if LOOKED in note]
    return Record(record.heading).with_lines(lines)[0]


def _is_remark(line: Line) -> bool:
    return isinstance(line, Note | Sign) or (isinstance(line, Name) and line.on != OPENING)


def _on(line: Line) -> int | None:
    """Return the node that a line makes or speaks of; `None` where nobody knows."""
    match line:
        case Node(id=id):
            return id
        case Unknown():
            return None
    return line.on
