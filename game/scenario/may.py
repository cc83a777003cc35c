"""What a season's date decides of a condition, so that no decision asks it again.

>>> from game.scenario import parse
>>> from game.scenario.season_model import season
>>> spring = calendar_of(27, season("spring 1854"))
>>> asked_in(parse("year >= 1854 and season = spring and note.leave"), spring)
(Name(name='note.leave', at=37),)
>>> asked_in(parse("year >= 1854"), spring)
()
>>> asked_in(parse("year < 1850 or season = winter"), spring) is None
True
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import eq, ge, gt, le, lt, ne

from game.scenario.expressions import Expression
from game.scenario.gates import parts_joined
from game.scenario.season_model import YearAndQuarter
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

_RELATIONS = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
Calendar = Mapping[str, int | str]
"""What is known of a season, as by its date alone: numbers in hundredths, words, and truths."""


def calendar_of(turn: int, season: YearAndQuarter) -> Calendar:
    """Return what is known of a season by its turn and its name alone."""
    return {"turn": 100 * turn, "year": 100 * season.year, "season": str(season.quarter)}


def asked_in(expression: Expression, calendar: Calendar) -> tuple[Node, ...] | None:
    """Return what of a condition is still to be asked in a season, all of which must hold.

    `None` where it cannot hold in that season.
    """
    asked = []
    for part in parts_joined(expression):
        holds = _truth(part, calendar)
        if holds is False:
            return None
        if holds is None:
            asked.append(part)
    return tuple(asked)


def _truth(node: Node, calendar: Calendar) -> bool | None:
    """Return whether a condition holds; `None` where the calendar cannot say."""
    match node:
        case Truth():
            return node.holds
        case Name() if node.name in calendar:
            return bool(calendar[node.name])
        case Is() if node.name in calendar:
            return (calendar[node.name] in {word.id for word in node.words}) != node.negated
        case Comparison():
            left, right = _number(node.left, calendar), _number(node.right, calendar)
            if left is None or right is None:
                return None
            return bool(_RELATIONS[node.relation](left, right))
        case Between():
            value, low, high = (_number(n, calendar) for n in (node.value, node.low, node.high))
            if value is None or low is None or high is None:
                return None
            return low <= value <= high
        case Among():
            value = _number(node.value, calendar)
            items = [_number(item, calendar) for item in node.items]
            return None if value is None or None in items else value in items
        case Not():
            part = _truth(node.part, calendar)
            return None if part is None else not part
        case All():
            parts = [_truth(part, calendar) for part in node.parts]
            return False if False in parts else None if None in parts else True
        case Some():
            parts = [_truth(part, calendar) for part in node.parts]
            return True if True in parts else None if None in parts else False
    return None


def _number(node: Node, calendar: Calendar) -> int | None:
    """Return a number in hundredths; `None` where the calendar cannot say."""
    match node:
        case Number():
            return node.hundredths
        case Name():
            known = calendar.get(node.name)
            return known if isinstance(known, int) else None
        case Calculation(sign=("+" | "-") as sign):
            left, right = _number(node.left, calendar), _number(node.right, calendar)
            if left is None or right is None:
                return None
            return left + right if sign == "+" else left - right
    return None
