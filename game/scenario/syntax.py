"""The nodes of an expression, each with its place in the text.

`at` is the offset of the node's first character (of its operator, for operations), from 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sign = Literal["+", "-", "*", "/"]
Relation = Literal["=", "!=", "<", "<=", ">", ">="]
OFFER = "offer."
"""Begins the name of what a paper says on an issue."""
WORD, ENDING = "word.", "ending."
"""Begin, in tests, the name of what the host's word says, and of what is told of a group."""
TERM, VERDICT, ENDED = "term.", "verdict.", "ended."
"""Begin, in a campaign, the names of what was signed on an issue, of a court's verdict on it, and
of how talks ended."""
WORD_NAMES = frozenset({"temper", "verdict", "ended", "seat", "season"})
"""Other names that stand for a word, not for a number."""
CASE_WORDS = frozenset({"scene", "answer"})
"""Those that only tests can ask for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, in hundredths."""

    hundredths: int
    at: int


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    holds: bool
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """A track, a quantity, a note or another name of the scenario."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Word:
    """An id on the right of `offer.ISSUE = …`, `temper = …` and their like."""

    id: str
    at: int


@dataclass(frozen=True, slots=True)
class Is:
    """Whether what a name stands for is (or is not) one of some words."""

    name: str
    words: tuple[Word, ...]
    negated: bool
    at: int


@dataclass(frozen=True, slots=True)
class Calculation:
    """Two numbers put together."""

    sign: Sign
    left: Node
    right: Node
    at: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers compared."""

    relation: Relation
    left: Node
    right: Node
    at: int


@dataclass(frozen=True, slots=True)
class Between:
    """Whether a number lies in a range, both ends included."""

    value: Node
    low: Node
    high: Node
    at: int


@dataclass(frozen=True, slots=True)
class Among:
    """Whether a number is one of some numbers."""

    value: Node
    items: tuple[Node, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a condition."""

    part: Node
    at: int


@dataclass(frozen=True, slots=True)
class All:
    """Conditions joined by `and`."""

    parts: tuple[Node, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Some:
    """Conditions joined by `or`."""

    parts: tuple[Node, ...]
    at: int


Node = Number | Truth | Name | Is | Calculation | Comparison | Between | Among | Not | All | Some


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly within a node, from left to right."""
    match node:
        case Calculation() | Comparison():
            return node.left, node.right
        case Between():
            return node.value, node.low, node.high
        case Among():
            return node.value, *node.items
        case Not():
            return (node.part,)
        case All() | Some():
            return node.parts
        case _:
            return ()
