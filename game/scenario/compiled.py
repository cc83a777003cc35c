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
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple, assert_never

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
    """A number `(fixed + times * read(state)) / over`, with nothing to read when it never changes.

    However long a sum an author writes, what it comes to is read by one function.
    """

    over: int
    fixed: int
    times: int = 0
    read: Getter | None = None

    @property
    def upper(self) -> Getter:
        """What reads the upper part of the number from a state."""
        fixed, times, read = self.fixed, self.times, self.read
        if read is None:
            return lambda state: fixed
        if times == 1 and not fixed:
            return read
        if not fixed:
            return lambda state: times * read(state)
        return lambda state: fixed + times * read(state)


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
            value, *items = [ratio.upper for ratio in ratios]
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
    read = left.upper
    fixed, times, reads = right.fixed, right.times, right.read
    if reads is None:
        return lambda state: compare(read(state), fixed)
    return lambda state: compare(read(state), fixed + times * reads(state))


def _between(node: Between, resolve: Resolve) -> Getter:
    ratios = _common([_number(n, resolve) for n in (node.value, node.low, node.high)])
    value, low, high = [ratio.upper for ratio in ratios]
    if ratios[1].read is None and ratios[2].read is None:
        least, most = ratios[1].fixed, ratios[2].fixed
        return lambda state: least <= value(state) <= most
    return lambda state: low(state) <= value(state) <= high(state)


def _number(node: Node, resolve: Resolve) -> _Ratio:
    match node:
        case Number():
            return _Ratio(100, node.hundredths)
        case Name():
            return _Ratio(100, 0, 1, resolve(node.name))
        case Calculation():
            return _calculation(node, resolve)
    raise TypeError("a condition stands where a number is needed")


def _calculation(node: Calculation, resolve: Resolve) -> _Ratio:
    left, right = _number(node.left, resolve), _number(node.right, resolve)
    match node.sign:
        case "+":
            return _sum(left, right)
        case "-":
            return _sum(left, _scaled(right, -1))
        case "*":
            return _product(left, right)
        case "/":
            # The check lets only a number other than 0 stand here, so that all stays exact.
            by = right.fixed
            sign = -1 if by < 0 else 1
            return _scaled(left, sign * right.over)._replace(over=left.over * abs(by))
    assert_never(node.sign)


def _sum(left: _Ratio, right: _Ratio) -> _Ratio:
    left, right = _common([left, right])
    if left.read is None:
        return right._replace(fixed=left.fixed + right.fixed)
    if right.read is None:
        return left._replace(fixed=left.fixed + right.fixed)
    read, times, other, by = left.read, left.times, right.read, right.times
    return _Ratio(
        left.over,
        left.fixed + right.fixed,
        1,
        lambda state: times * read(state) + by * other(state),
    )


def _product(left: _Ratio, right: _Ratio) -> _Ratio:
    over = left.over * right.over
    if left.read is None:
        return _scaled(right, left.fixed)._replace(over=over)
    if right.read is None:
        return _scaled(left, right.fixed)._replace(over=over)
    read, other = left.upper, right.upper
    return _Ratio(over, 0, 1, lambda state: read(state) * other(state))


def _common(ratios: list[_Ratio]) -> list[_Ratio]:
    """Return the same numbers over one denominator."""
    over = lcm(*(ratio.over for ratio in ratios))
    return [_scaled(ratio, over // ratio.over)._replace(over=over) for ratio in ratios]


def _scaled(ratio: _Ratio, by: int) -> _Ratio:
    """Return a number whose upper part is multiplied; the lower part is the caller's to mend."""
    return ratio._replace(fixed=ratio.fixed * by, times=ratio.times * by)


def _hundredths(ratio: _Ratio) -> Callable[[Any], int]:
    over = ratio.over
    if over == 100:
        return ratio.upper
    read = _scaled(ratio, 100).upper
    return lambda state: read(state) // over
