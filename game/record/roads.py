"""Where two roads of one record lead to the same position."""

from __future__ import annotations

from collections.abc import Iterator

from game.errors import RecordError
from game.record.digests import position
from game.record.lines import OPENING
from game.record.replay import States
from game.record.tree import Record


def meetings(record: Record, states: States) -> dict[int, int]:
    """Return each node at which a road comes to a position that an earlier one had reached.

    By that node, the earlier one. What follows alike on both from there is not named again, nor a
    node that no longer replays. Cost in proportion to the record.
    """
    return {node: other for node, other in met(record, states) if other is not None}


def met(record: Record, states: States) -> Iterator[tuple[int, int | None]]:
    """Yield each node as it is looked at, with the earlier one that `meetings` would name.

    For whoever cannot wait for the whole record at once.
    """
    opening = position(states.at(record, OPENING))
    first = {opening: OPENING}
    where = {OPENING: opening}
    for id, node in record.nodes.items():
        if node.parent not in where:
            continue
        try:
            stands = position(states.at(record, id))
        except RecordError:
            continue
        where[id] = stands
        other = first.setdefault(stands, id)
        is_new = other == id or stands == where[node.parent]
        if not is_new and other != OPENING:
            is_new = where[record.nodes[other].parent] == where[node.parent]
        yield id, None if is_new else other
