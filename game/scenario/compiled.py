"""An expression made into one function of a state; nothing an author wrote is run as code.

The caller says what a name means: `resolve(name)` returns a function that reads it from a state,
as a number in hundredths, a truth, or a word (`None` or the empty text while there is none).
Every part of a formula is exact; only the finished number is floored, once, to hundredths.

>>> number = compile_expression(parse("92 - 0.70 * danger"), {"danger": lambda s: s}.__getitem__)
>>> number(7675), whole(number(7675))
(3827, 38)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from math import lcm
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any, NamedTuple, assert_never, cast

from game.scenario.expressions import Expression, parse
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
    Some,
    Truth,
)

__all__ = ["compile_expression", "parse", "whole"]

Getter = Callable[[Any], Any]
"""Reads something from a state."""

Resolve = Callable[[str], Getter]

_RELATIONS = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class _Ratio(NamedTuple):
    """A number as a whole number over a fixed denominator; `fixed` when it never changes."""

    over: int
    read: Getter
    fixed: int | None = None


def compile_expression(expression: Expression, resolve: Resolve) -> Callable[[Any], int | bool]:
    """Return a function of a state: a truth for a condition, whole hundredths for a formula.

    Expects a checked expression; what `resolve` raises for an unknown name is passed on.
    """
    root = expression.root
    if is_formula(root):
        return _hundredths(_number(root, resolve))
    return _truth(root, resolve)


def is_formula(node: Node) -> bool:
    """Return whether a node is certainly a number; a bare name is read as whatever it is."""
    return isinstance(node, Number | Calculation)


def whole(hundredths: int) -> int:
    """Return whole points, floored."""
    return hundredths // 100


def _truth(node: Node, resolve: Resolve) -> Getter:
    match node:
        case Name():
            return resolve(node.name)
        case Truth():
            holds = node.holds
            return lambda state: holds
        case Is():
            return _is(node, resolve(node.name))
        case Comparison():
            return _comparison(node, resolve)
        case Between():
            return _between(node, resolve)
        case Among():
            ratios = _common([_number(n, resolve) for n in (node.value, *node.items)])
            value, *items = [ratio.read for ratio in ratios]
            return lambda state: value(state) in [item(state) for item in items]
        case Not():
            part = _truth(node.part, resolve)
            return lambda state: not part(state)
        case All():
            return reduce(_both, [_truth(part, resolve) for part in node.parts])
        case Some():
            return reduce(_either, [_truth(part, resolve) for part in node.parts])
        case Number() | Calculation():
            raise TypeError("a number stands where a condition is needed")
    assert_never(node)


def _both(left: Getter, right: Getter) -> Getter:
    return lambda state: bool(left(state) and right(state))


def _either(left: Getter, right: Getter) -> Getter:
    return lambda state: bool(left(state) or right(state))


def _is(node: Is, read: Getter) -> Getter:
    """Return the question after a word; it has no answer, and is false, while there is none."""
    words = frozenset(word.id for word in node.words)
    if node.negated:
        return lambda state: bool(word := read(state)) and word not in words
    return lambda state: read(state) in words


def _comparison(node: Comparison, resolve: Resolve) -> Getter:
    compare = _RELATIONS[node.relation]
    left, right = _common([_number(node.left, resolve), _number(node.right, resolve)])
    read, other = left.read, right.read
    if right.fixed is not None:
        fixed = right.fixed
        return lambda state: compare(read(state), fixed)
    return lambda state: compare(read(state), other(state))


def _between(node: Between, resolve: Resolve) -> Getter:
    ratios = _common([_number(n, resolve) for n in (node.value, node.low, node.high)])
    value, low, high = (ratio.read for ratio in ratios)
    if ratios[1].fixed is not None and ratios[2].fixed is not None:
        least, most = ratios[1].fixed, ratios[2].fixed
        return lambda state: least <= value(state) <= most
    return lambda state: low(state) <= value(state) <= high(state)


def _number(node: Node, resolve: Resolve) -> _Ratio:
    match node:
        case Number():
            return _fixed(node.hundredths, 100)
        case Name():
            return _Ratio(100, resolve(node.name))
        case Calculation():
            return _calculation(node, resolve)
    raise TypeError("a condition stands where a number is needed")


def _calculation(node: Calculation, resolve: Resolve) -> _Ratio:
    left, right = _number(node.left, resolve), _number(node.right, resolve)
    match node.sign:
        case "+" | "-":
            left, right = _common([left, right])
            return _joined(add if node.sign == "+" else sub, left, right, left.over)
        case "*":
            return _joined(mul, left, right, left.over * right.over)
        case "/":
            # The check lets only a number other than 0 stand here, so that all stays exact.
            by = cast(int, right.fixed)
            sign = -1 if by < 0 else 1
            return _scaled(left, sign * right.over)._replace(over=left.over * abs(by))
    assert_never(node.sign)


def _joined(operation: Callable[[int, int], int], left: _Ratio, right: _Ratio, over: int) -> _Ratio:
    read, other = left.read, right.read
    if left.fixed is not None and right.fixed is not None:
        return _fixed(operation(left.fixed, right.fixed), over)
    if left.fixed is not None:
        fixed = left.fixed
        return _Ratio(over, lambda state: operation(fixed, other(state)))
    if right.fixed is not None:
        fixed = right.fixed
        return _Ratio(over, lambda state: operation(read(state), fixed))
    return _Ratio(over, lambda state: operation(read(state), other(state)))


def _common(ratios: list[_Ratio]) -> list[_Ratio]:
    """Return the same numbers over one denominator."""
    over = lcm(*(ratio.over for ratio in ratios))
    return [_scaled(ratio, over // ratio.over)._replace(over=over) for ratio in ratios]


def _scaled(ratio: _Ratio, by: int) -> _Ratio:
    """Return a number whose upper part is multiplied; the lower part is the caller's to mend."""
    if by == 1:
        return ratio
    if ratio.fixed is not None:
        return _fixed(ratio.fixed * by, ratio.over)
    read = ratio.read
    return _Ratio(ratio.over, lambda state: read(state) * by)


def _fixed(upper: int, over: int) -> _Ratio:
    return _Ratio(over, lambda state: upper, upper)


def _hundredths(ratio: _Ratio) -> Callable[[Any], int]:
    read, over = ratio.read, ratio.over
    if over == 100:
        return read
    return lambda state: read(state) * 100 // over
