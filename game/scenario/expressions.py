"""Conditions and formulas as authors write them, read into a tree once and never evaluated as code.

>>> options_named(parse("offer.rivers in (amur-only, three-two) or offer.trade = barter"))
{'rivers': ('amur-only', 'three-two'), 'trade': ('barter',)}
>>> parse("force >= 40 annd signed")
Traceback (most recent call last):
    ...
game.scenario.lexer.ExpressionError: “annd” cannot stand here
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.scenario.lexer import ExpressionError, tokens
from game.scenario.parser import Reader
from game.scenario.syntax import OFFER, Is, Name, Node, parts_of

__all__ = [
    "Expression",
    "ExpressionError",
    "names_used",
    "options_joined",
    "options_named",
    "parse",
    "within",
]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition or formula: what the author wrote and what it says."""

    text: str
    root: Node = field(compare=False, repr=False)

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> Expression:
    """Return the expression that a text says; names are not looked up yet.

    Raises `ExpressionError` with the offset of the first thing that is wrong.
    """
    return Expression(text, Reader(tuple(tokens(text))).whole())


def within(expression: Expression) -> Iterator[Node]:
    """Yield every node of an expression, from left to right, outer ones first."""
    waiting = [expression.root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(parts_of(node))


def names_used(expression: Expression) -> tuple[str, ...]:
    """Return the names an expression asks for, each once, in order.

    >>> names_used(parse("0.35 * force + allies > force and not note.warned"))
    ('force', 'allies', 'note.warned')
    """
    names = [node.name for node in within(expression) if isinstance(node, Name | Is)]
    return tuple(dict.fromkeys(names))


def options_named(expression: Expression) -> dict[str, tuple[str, ...]]:
    """Return the options that an expression asks for, by issue; what it excludes is left out."""
    named: dict[str, tuple[str, ...]] = {}
    for node in within(expression):
        if isinstance(node, Is) and node.name.startswith(OFFER) and not node.negated:
            issue = node.name.removeprefix(OFFER)
            named[issue] = (*named.get(issue, ()), *(word.id for word in node.words))
    return named


def options_joined(expression: Expression) -> dict[str, tuple[str, ...]]:
    """Return what conditions joined by `and` leave of each issue that they name.

    >>> options_joined(parse("offer.rivers in (three-two, two) and offer.rivers in (two, one)"))
    {'rivers': ('two',)}
    """
    joined: dict[str, tuple[str, ...]] = {}
    for node in within(expression):
        if isinstance(node, Is) and node.name.startswith(OFFER) and not node.negated:
            issue, asked = node.name.removeprefix(OFFER), [word.id for word in node.words]
            joined[issue] = tuple(
                id for id in dict.fromkeys(joined.get(issue, asked)) if id in asked
            )
    return joined
