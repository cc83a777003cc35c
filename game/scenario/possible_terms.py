"""Conditions as claims about names, so that it can be asked whether they hold together.

What cannot be said so (a name that nothing bears, a product of two quantities) is left open: a
claim that is left open holds whatever is asked, so that nothing possible is called impossible.
"""

from __future__ import annotations

from typing import NamedTuple

from game.scenario.checks import Names
from game.scenario.syntax import (
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
    Relation,
    Some,
    Truth,
)

NONE = ""
"""The word of a name that stands for none now, as `offer.ISSUE` does without a paper."""


class Flag(NamedTuple):
    """A truth that holds, or does not."""

    name: str
    holds: bool = True


class OneOf(NamedTuple):
    """A name stands for one of some words."""

    name: str
    words: frozenset[str]


class Sum(NamedTuple):
    """`terms + fixed` is at most 0 (`<=`), is 0 (`=`) or is not (`!=`); all in hundredths."""

    terms: tuple[tuple[str, int], ...]
    fixed: int
    relation: str = "<="


class Every(NamedTuple):
    """All of some claims; of none, what always holds."""

    parts: tuple[Claim, ...]


class Either(NamedTuple):
    """One at least of some claims; of none, what never holds."""

    parts: tuple[Claim, ...]


Claim = Flag | OneOf | Sum | Every | Either
OPEN = Every(())
NEVER = Either(())

_CONTRARY: dict[str, Relation] = {
    "=": "!=",
    "!=": "=",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
}


class Unsaid(Exception):
    """A part of a condition cannot be said as a claim."""


def claim(node: Node, names: Names, holds: bool = True) -> Claim:
    """Return what a condition claims, or its contrary."""
    match node:
        case Truth():
            return OPEN if node.holds == holds else NEVER
        case Name():
            return Flag(node.name, holds) if node.name in names.truths else OPEN
        case Is():
            return _word(node, names, holds)
        case Not():
            return claim(node.part, names, not holds)
        case All() | Some():
            parts = tuple(claim(part, names, holds) for part in node.parts)
            return Every(parts) if isinstance(node, All) == holds else Either(parts)
        case Comparison():
            return _compared(node.relation, node.left, node.right, names, holds)
        case Between():
            parts = (
                _compared(">=", node.value, node.low, names, holds),
                _compared("<=", node.value, node.high, names, holds),
            )
            return Every(parts) if holds else Either(parts)
        case Among():
            parts = tuple(_compared("=", node.value, item, names, holds) for item in node.items)
            return Either(parts) if holds else Every(parts)
        case _:
            return OPEN


def _word(node: Is, names: Names, holds: bool) -> Claim:
    if node.name not in names.words:
        return OPEN
    known = frozenset(names.words[node.name])
    asked = frozenset(word.id for word in node.words)
    if not asked <= known:
        return OPEN
    meant = known - asked if node.negated else asked
    return OneOf(node.name, meant if holds else (known | {NONE}) - meant)


def _compared(relation: str, left: Node, right: Node, names: Names, holds: bool) -> Claim:
    if not holds:
        relation = _CONTRARY[relation]
    try:
        return compared(relation, linear(left, names), linear(right, names))
    except Unsaid:
        return OPEN


class Linear(NamedTuple):
    """`(terms + fixed) / over`, in hundredths."""

    terms: dict[str, int]
    fixed: int
    over: int = 1


def compared(relation: str, left: Linear, right: Linear) -> Claim:
    """Return the claim that two sums compare so."""
    terms = {name: times * right.over for name, times in left.terms.items()}
    for name, times in right.terms.items():
        terms[name] = terms.get(name, 0) - times * left.over
    fixed = left.fixed * right.over - right.fixed * left.over
    if relation in (">", ">="):
        terms, fixed = {name: -times for name, times in terms.items()}, -fixed
    if relation in ("<", ">"):
        fixed += 1
    said = tuple((name, times) for name, times in terms.items() if times)
    return Sum(said, fixed, relation if relation in ("=", "!=") else "<=")


def linear(node: Node, names: Names) -> Linear:
    """Return a formula as a sum of names.

    Raises `Unsaid` for an unknown name and for a product of two names.
    """
    match node:
        case Number():
            return Linear({}, node.hundredths)
        case Name() if node.name in names.numbers:
            return Linear({node.name: 1}, 0)
        case Calculation():
            return _calculated(node, linear(node.left, names), linear(node.right, names))
    raise Unsaid


def _calculated(node: Calculation, left: Linear, right: Linear) -> Linear:
    match node.sign:
        case "+" | "-":
            sign = 1 if node.sign == "+" else -1
            terms = {name: times * right.over for name, times in left.terms.items()}
            for name, times in right.terms.items():
                terms[name] = terms.get(name, 0) + sign * times * left.over
            fixed = left.fixed * right.over + sign * right.fixed * left.over
            return Linear(terms, fixed, left.over * right.over)
        case "*":
            if left.terms:
                left, right = right, left
            if left.terms:
                raise Unsaid
            return _times(right, left.fixed, 100 * left.over)
        case _:
            if right.terms or not right.fixed:
                raise Unsaid
            sign = -1 if right.fixed < 0 else 1
            return _times(left, sign * 100 * right.over, abs(right.fixed))


def _times(sum: Linear, by: int, over: int) -> Linear:
    terms = {name: times * by for name, times in sum.terms.items()}
    return Linear(terms, sum.fixed * by, sum.over * over)
