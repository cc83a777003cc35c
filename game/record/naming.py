"""What a node is called on a command line: its number, its bookmark, or a word for its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.errors import RecordError
from game.record.course import fair_copy
from game.record.lines import OPENING, Node
from game.record.tree import Record


def _last(path: tuple[Node, ...]) -> int:
    return path[-1].id if path else OPENING


PLACES: Mapping[str, Callable[[Record], int]] = {
    "here": lambda record: record.cursor,
    "opening": lambda record: OPENING,
    "main": lambda record: _last(record.main_line()),
    "fair": lambda record: _last(fair_copy(record)),
}
"""Words for a place in any record: the cursor, the opening, the main line's end, the fair copy's.

A bookmark of the same name goes before them.
"""


def node_called(record: Record, word: str, *others: str) -> int:
    """Return the node that a word names; `OPENING` is no decision, but a place to stand.

    Raises `RecordError` with what could be said instead; `others` can be said there besides.
    """
    digits = word.removeprefix("#")
    if digits.isdecimal() and digits.isascii():
        node = int(digits[:20])
        if node != OPENING and node not in record.nodes:
            most = max(record.nodes, default=OPENING)
            raise RecordError(f"there is no node {digits}; they are numbered up to {most}")
        return node
    named = [id for id, name in record.names.items() if name.casefold() == word.casefold()]
    if not named and ":" in word:  # a witness is named after all that it reaches
        named = [id for id, name in record.names.items() if word in name.split()]
    if named:
        if len(named) > 1:
            numbers = ", ".join(map(str, sorted(named)))
            raise RecordError(f"several nodes are called '{word}'; say which: {numbers}")
        return named[0]
    place = PLACES.get(word.casefold())
    if place is None:
        known = ", ".join((*PLACES, *others))
        raise RecordError(f"no node is called '{word}'; say a number, a bookmark, or {known}")
    return place(record)
