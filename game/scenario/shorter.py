"""Conditions in fewer words: what an author told apart for its reasons need not be asked apart.

Where something stands, and where it stood once and was given up, nothing is founded: each has a
reason of its own, but together they ask only whether it was ever founded.

>>> from game.scenario import parse
>>> shortened(parse("not (post and gone) and not (post and not gone)").root.parts)
(Not(part=Name(name='post', at=0), at=0),)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from game.scenario.syntax import All, Name, Node, Not, Some, Truth

Alternative = tuple[str, bool]
"""A name, and whether it is to hold or not."""
Clause = frozenset[Alternative]
"""Alternatives of which one must do."""


def shortened(parts: Iterable[Node]) -> tuple[Node, ...]:
    """Return conditions that all hold exactly where all of some others do, and never more of them.

    What asks for names alone comes first, one by one or as alternatives.
    """
    clauses: list[Clause] = []
    others: list[Node] = []
    for part in parts:
        clause = _clause(part)
        if clause is None:
            others.append(part)
        else:
            clauses.append(clause)
    while (both := _alike(clauses)) is not None:
        one, other = both
        clauses = [one & other, *(each for each in clauses if each not in both)]
    return (*map(_node, clauses), *others)


def _alike(clauses: list[Clause]) -> tuple[Clause, Clause] | None:
    """Return two clauses that differ in one name alone, which holds in one and not in the other."""
    for one, other in combinations(clauses, 2):
        if len(one ^ other) == 2 and len({name for name, _ in one ^ other}) == 1:
            return one, other
    return None


def _clause(node: Node) -> Clause | None:
    """Return a condition as alternatives; `None` where it asks for more than names."""
    parts: tuple[Node, ...] = (node,)
    wanted = True
    match node:
        case Some():
            parts = node.parts
        case Not(All() as every):
            parts, wanted = every.parts, False
    found = set()
    for part in parts:
        match part:
            case Name(name):
                found.add((name, wanted))
            case Not(Name(name)):
                found.add((name, not wanted))
            case _:
                return None
    return frozenset(found)


def _node(clause: Clause) -> Node:
    """Return alternatives as a condition; where there are none, nothing holds."""
    if not clause:
        return Truth(False, 0)
    alternatives: list[Node] = [
        Name(name, 0) if wanted else Not(Name(name, 0), 0) for name, wanted in sorted(clause)
    ]
    return alternatives[0] if len(alternatives) == 1 else Some(tuple(alternatives), 0)
