"""Where two roads of one record lead to the same position."""

from __future__ import annotations

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
    first: dict[str, int] = {}
    where: dict[int, str] = {OPENING: position(states.at(record, OPENING))}
    first[where[OPENING]] = OPENING
    met: dict[int, int] = {}
    for id, node in record.nodes.items():
        if node.parent not in where:
            continue
        try:
            stands = position(states.at(record, id))
        except RecordError:
            continue
        where[id] = stands
        other = first.setdefault(stands, id)
        if other == id or stands == where[node.parent]:
            continue
        is_parted = where[record.nodes[other].parent] != where[node.parent] if other else True
        if is_parted:
            met[id] = other
    return met
