"""Whether an expression makes sense in its scenario: every name known, every kind right.

Problems come with the offset of the word that is wrong, so that a fault can point at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from game.scenario.expressions import Expression
from game.scenario.faults import Code, did_you_mean, nearest_of
from game.scenario.syntax import (
    OFFER,
    All,
    Among,
    Between,
    Calculation,
    Comparison,
    Is,
    Name,
    Node,
    Not,
    Number,
    Some,
    Truth,
    parts_of,
)


class Sort(Enum):
    """What an expression is."""

    NUMBER = "a number"
    TRUTH = "a condition"


_INSTEAD = {
    Sort.NUMBER: "write a number, or a name that stands for one",
    Sort.TRUTH: "write a condition, such as trust >= 50",
}


class Slip(NamedTuple):
    """Something wrong at an offset of an expression's text."""

    offset: int
    code: Code
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Names:
    """What can be asked for where an expression stands."""

    numbers: frozenset[str]
    truths: frozenset[str]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each name that stands for a word, the words it can be."""

    def all(self) -> list[str]:
        """Return every name, in alphabetical order."""
        return sorted({*self.numbers, *self.truths, *self.words})

    def sort_of(self, name: str) -> Sort | None:
        """Return what a name stands for; `None` when it is unknown."""
        if name in self.truths:
            return Sort.TRUTH
        return Sort.NUMBER if name in self.numbers else None


def check(expression: Expression, names: Names, wanted: Sort) -> Iterator[Slip]:
    """Yield everything wrong with an expression that should be a number or a condition."""
    yield from _check(expression.root, names, wanted)


def _check(node: Node, names: Names, wanted: Sort) -> Iterator[Slip]:
    match node:
        case Name():
            yield from _check_name(node, names, wanted)
            return
        case Is():
            yield from _check_words(node, names)
        case Calculation(sign="/"):
            if not isinstance(node.right, Number) or node.right.hundredths == 0:
                yield Slip(
                    node.right.at,
                    Code.BAD_EXPRESSION,
                    "only a number other than 0 can divide",
                    "multiply by its reciprocal, such as 0.25 for / 4",
                )
    if wanted is not (sort := _sort(node)):
        message = f"{wanted.value} is needed here, not {sort.value}"
        yield Slip(_start(node), Code.TYPE_MISMATCH, message, _INSTEAD[wanted])
    within = Sort.TRUTH if isinstance(node, Not | All | Some) else Sort.NUMBER
    for part in parts_of(node):
        yield from _check(part, names, within)


def _check_name(node: Name, names: Names, wanted: Sort) -> Iterator[Slip]:
    sort = names.sort_of(node.name)
    if node.name in names.words:
        message = f"{node.name} stands for a word, not for {wanted.value}"
        yield Slip(node.at, Code.TYPE_MISMATCH, message, f"write {node.name} = ID")
    elif sort is None:
        yield _unknown(node.name, node.at, names)
    elif sort is not wanted:
        hint = f"compare it: {node.name} >= 1" if sort is Sort.NUMBER else _INSTEAD[wanted]
        yield Slip(
            node.at,
            Code.TYPE_MISMATCH,
            f"{wanted.value} is needed here; {node.name} is {sort.value}",
            hint,
        )


def _check_words(node: Is, names: Names) -> Iterator[Slip]:
    if node.name not in names.words:
        yield _unknown(node.name, node.at, names)
        return
    known = names.words[node.name]
    for word in node.words:
        if known and word.id not in known:
            what = "an option of" if node.name.startswith(OFFER) else "a value of"
            yield Slip(
                word.at,
                Code.UNKNOWN_WORD,
                f"{word.id} is not {what} {node.name.removeprefix(OFFER)}",
                nearest_of(word.id, known),
            )


def _unknown(name: str, at: int, names: Names) -> Slip:
    kind, dot, rest = name.partition(".")
    if kind == "note" and dot:
        hint = did_you_mean(name, names.truths) or f"let a choice do {{note: {rest}}}"
        return Slip(at, Code.NOTE_NEVER_SET, f"no effect sets {name}", hint)
    if _is_difference(name, names):
        hint = "minus has a space on both sides"
    else:
        hint = did_you_mean(name, names.all()) or "give it a track, or a measure further up"
    return Slip(at, Code.UNKNOWN_NAME, f"nothing is called {name} here", hint)


def _is_difference(name: str, names: Names) -> bool:
    """Return whether a name is two numbers run together by a minus."""
    parts = name.split("-")
    known = names.numbers
    return any(
        "-".join(parts[:cut]) in known
        and ("-".join(parts[cut:]) in known or "-".join(parts[cut:]).isdigit())
        for cut in range(1, len(parts))
    )


def _sort(node: Node) -> Sort:
    match node:
        case Number() | Calculation():
            return Sort.NUMBER
        case Truth() | Is() | Comparison() | Between() | Among() | Not() | All() | Some():
            return Sort.TRUTH
        case Name():
            raise TypeError("what a name stands for is looked up")


def _start(node: Node) -> int:
    """Return the offset of the first character of a node."""
    parts = parts_of(node)
    return _start(parts[0]) if parts and not isinstance(node, Not) else node.at
