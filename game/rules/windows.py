"""The sittings in which a condition can hold at all, so that no other sitting asks it.

>>> from game.scenario import parse
>>> window(parse("sitting between 4 and 9 and offer.ussuri = russian"), 12)
range(4, 10)
>>> window(parse("sitting >= 10 or signed"), 12)
range(1, 13)
"""

from __future__ import annotations

from game.scenario import Expression
from game.scenario.syntax import All, Between, Comparison, Name, Node, Number

NAME = "sitting"


def window(expression: Expression, last: int) -> range:
    """Return the sittings, from 1 to `last`, that the plain limits in a condition leave open."""
    low, high = 1, last
    root = expression.root
    for part in root.parts if isinstance(root, All) else (root,):
        at_least, at_most = _limits(part)
        low, high = max(low, at_least), min(high, at_most)
    return range(low, high + 1)


def _limits(part: Node) -> tuple[int, int]:
    """Return the least and greatest sitting that one condition allows."""
    no_limit = (0, 10**6)
    match part:
        case Between(Name(name), Number(low), Number(high)) if name == NAME:
            return -(-low // 100), high // 100
        case Comparison(relation, Name(name), Number(number)) if name == NAME:
            whole = number // 100
            match relation:
                case "=":
                    return whole, whole
                case "<=":
                    return 0, whole
                case ">=":
                    return -(-number // 100), 10**6
            return no_limit
        case _:
            return no_limit
