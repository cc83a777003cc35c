"""What a record is made of: a heading, then one line for each thing that was decided or remarked.

Lines are only ever added. What stands in a file, in the same order and with the same meaning, is
exactly this; `game.files.records` gives each its JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OPENING = 0
"""The id of the opening, which stands in no line: the first decisions are made on it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a play was begun with; it never changes."""

    scenario: str
    version: int
    digest: str
    """Of the scenario as it was; empty in a record that was written by hand."""
    seed: str
    seat: str
    """The seat that is played, or watched, by id."""
    mode: str = "advisers"
    start: str | None = None
    """One of the scenario's starts; `None` for the first."""
    twists: tuple[str, ...] = ()
    persons: tuple[str, ...] | None = None
    """The seats that people play; `None` when it is just `seat`."""

    @property
    def played(self) -> frozenset[str]:
        """The seats that people play, by id."""
        return frozenset((self.seat,) if self.persons is None else self.persons)


@dataclass(frozen=True, slots=True)
class Node:
    """One decision in the tree, and the digest of the state after it."""

    id: int
    parent: int
    """The node it was decided on; `OPENING` for a first decision."""
    seat_id: str
    decision_text: str
    digest: str
    """Twelve hexadecimal digits; empty when nobody computed it, as in a record written by hand."""


class Glyph(StrEnum):
    """The sign of an assessment."""

    BRILLIANT = "!!"
    GOOD = "!"
    INTERESTING = "!?"
    DUBIOUS = "?!"
    MISTAKE = "?"
    BLUNDER = "??"


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a node, in place of the one before; an empty text takes it away."""

    on: int
    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph on a node, in place of the one before; `None` takes it away."""

    on: int
    glyph: Glyph | None


@dataclass(frozen=True, slots=True)
class Name:
    """A bookmark: a name for a node, in place of the one before; an empty text takes it away."""

    on: int
    text: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """The play goes on from here. Deciding moves the cursor, too, without a line of its own."""

    on: int


@dataclass(frozen=True, slots=True)
class Promotion:
    """The line that leads to this node becomes the main line."""

    on: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A line that this version of the game does not understand, kept as it stands."""

    text: str


Line = Node | Note | Sign | Name | Cursor | Promotion | Unknown
