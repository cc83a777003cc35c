"""The sittings in which a condition can hold at all, so that no other sitting asks it.

>>> from game.scenario import parse
>>> window(parse("sitting between 4 and 9 and offer.ussuri = russian"), 12)
range(4, 10)
>>> window(parse("sitting >= 10 or signed"), 12)
range(1, 13)
>>> beyond_window(parse("sitting between 4 and 9"))
>>> beyond_window(parse("sitting >= 4 and paper")).root
Name(name='paper', at=17)
"""

from __future__ import annotations

from game.scenario import Expression
from game.scenario.gates import parts_joined
from game.scenario.syntax import All, Between, Comparison, Name, Node, Number

NAME = "sitting"
NO_LIMIT = (0, 10**6)


def window(expression: Expression, last: int) -> range:
    """Return the sittings, from 1 to `last`, that the plain limits in a condition leave open."""
    low, high = 1, last
    for part in parts_joined(expression):
        at_least, at_most = _limits(part)
        low, high = max(low, at_least), min(high, at_most)
    return range(low, high + 1)


def beyond_window(expression: Expression) -> Expression | None:
    """Return what a condition asks beyond its plain limits of sittings; `None` when nothing."""
    parts = tuple(part for part in parts_joined(expression) if _limits(part) == NO_LIMIT)
    if not parts:
        return None
    if parts == parts_joined(expression):
        return expression
    root = parts[0] if len(parts) == 1 else All(parts, parts[0].at)
    return Expression(expression.text, root)


def _limits(part: Node) -> tuple[int, int]:
    """Return the least and greatest sitting that one condition allows."""
    match part:
        case Between(Name(name), Number(low), Number(high)) if name == NAME:
            return -(-low // 100), high // 100
        case Comparison(relation, Name(name), Number(number)) if name == NAME:
            whole = number // 100
            match relation:
                case "=" if number % 100 == 0:
                    return whole, whole
                case "<=":
                    return 0, whole
                case ">=":
                    return -(-number // 100), 10**6
            return NO_LIMIT
        case _:
            return NO_LIMIT
