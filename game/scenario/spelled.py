"""A node of an expression in the author's own language.

>>> from game.scenario.expressions import parse
>>> spelled(parse("not (a >= 1.50 or offer.x in (b, c)) and d between 1 and 2 * e").root)
'not (a >= 1.5 or offer.x in (b, c)) and d between 1 and 2 * e'
"""

from __future__ import annotations

from typing import assert_never

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
    parts_of,
)


def spelled(node: Node) -> str:
    """Return what an author would write for a node."""
    match node:
        case Number():
            whole, rest = divmod(abs(node.hundredths), 100)
            sign = "-" if node.hundredths < 0 else ""
            return f"{sign}{whole}" + (f".{rest:02}".rstrip("0") if rest else "")
        case Truth():
            return "true" if node.holds else "false"
        case Name():
            return node.name
        case Is():
            words = ", ".join(word.id for word in node.words)
            if len(node.words) > 1:
                return f"{node.name} in ({words})"
            return f"{node.name} {'!=' if node.negated else '='} {words}"
        case Calculation():
            left, right = _factor(node.left, node), _factor(node.right, node, is_right=True)
            return f"{left} {node.sign} {right}"
        case Comparison():
            return f"{spelled(node.left)} {node.relation} {spelled(node.right)}"
        case Between():
            return f"{spelled(node.value)} between {spelled(node.low)} and {spelled(node.high)}"
        case Among():
            return f"{spelled(node.value)} in ({', '.join(map(spelled, node.items))})"
        case Not():
            return f"not {_within(node.part)}"
        case All() | Some():
            return (" and " if isinstance(node, All) else " or ").join(map(_within, node.parts))
    assert_never(node)


def _within(node: Node) -> str:
    return f"({spelled(node)})" if isinstance(node, All | Some) else spelled(node)


def _factor(node: Node, whole: Calculation, *, is_right: bool = False) -> str:
    if not isinstance(node, Calculation):
        return spelled(node)
    binds = whole.sign in ("*", "/") and (is_right or node.sign in ("+", "-"))
    loose = is_right and whole.sign == "-" and node.sign in ("+", "-")
    return f"({spelled(node)})" if binds or loose else spelled(node)


def begins(node: Node) -> int:
    """Return the offset of the first character of a node."""
    parts = parts_of(node)
    return begins(parts[0]) if parts and not isinstance(node, Not) else node.at
