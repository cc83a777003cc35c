"""Whether a condition can hold before the first sitting, as far as that can be told.

>>> from game.scenario.expressions import parse
>>> can_open(parse("sitting between 1 and 3 and note.warned")), can_open(parse("sitting >= 2"))
(True, False)
"""

from __future__ import annotations

from game.scenario.expressions import Expression
from game.scenario.syntax import (
    OFFER,
    All,
    Between,
    Comparison,
    Is,
    Name,
    Node,
    Not,
    Number,
    Some,
    Truth,
)

Answers = frozenset[bool]
EITHER: Answers = frozenset({True, False})
NO: Answers = frozenset({False})
YES: Answers = frozenset({True})
FIRST = 100
"""The first sitting, in hundredths."""


def can_open(expression: Expression | None) -> bool:
    """Return whether a condition may hold in the first sitting; `None` always does."""
    return expression is None or True in _answers(expression.root)


def _answers(node: Node) -> Answers:
    match node:
        case Truth(holds):
            return YES if holds else NO
        case Name("paper" | "signed" | "news"):
            return NO
        case Is(name):
            return NO if name.startswith(OFFER) or name == "ended" else EITHER
        case Comparison(relation, Name("sitting"), Number(than)):
            holds = {
                "=": than == FIRST,
                "!=": than != FIRST,
                "<": than > FIRST,
                "<=": than >= FIRST,
                ">": than < FIRST,
                ">=": than <= FIRST,
            }[relation]
            return frozenset({holds})
        case Between(Name("sitting"), Number(low), Number(high)):
            return frozenset({low <= FIRST <= high})
        case Not(part):
            return frozenset({not answer for answer in _answers(part)})
        case All(parts):
            every = [_answers(part) for part in parts]
            return NO if NO in every else YES if set(every) == {YES} else EITHER
        case Some(parts):
            every = [_answers(part) for part in parts]
            return YES if YES in every else NO if set(every) == {NO} else EITHER
        case _:
            return EITHER
