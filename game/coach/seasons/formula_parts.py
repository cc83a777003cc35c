"""The parts of a formula that adds up: what each name gives to a sum, and how much.

>>> from game.scenario import parse
>>> parts = parts_of(parse("20 + 0.35 * force - (allies + 4) / 4"))
>>> str(parts.fixed), [(part.name, str(part.weight)) for part in parts.parts]
('19', [('force', '7/20'), ('allies', '-1/4')])
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from game.scenario import Expression
from game.scenario.syntax import Calculation, Name, Node, Number


class Part(NamedTuple):
    """A name and how much each point of it gives."""

    name: str
    weight: Fraction


class Parts(NamedTuple):
    """A sum taken apart."""

    fixed: Fraction
    """What it comes to where every name is 0."""
    parts: tuple[Part, ...]
    """In the order in which the names stand."""


def parts_of(formula: Expression) -> Parts:
    """Return the parts of a formula; raises `ValueError` where it is no sum of weighted names."""
    return _taken_apart(formula.root)


def _taken_apart(node: Node) -> Parts:
    match node:
        case Number(hundredths):
            return Parts(Fraction(hundredths, 100), ())
        case Name(name):
            return Parts(Fraction(0), (Part(name, Fraction(1)),))
        case Calculation(sign="+", left=left, right=right):
            return _sum(_taken_apart(left), _taken_apart(right))
        case Calculation(sign="-", left=left, right=right):
            return _sum(_taken_apart(left), _scaled(_taken_apart(right), Fraction(-1)))
        case Calculation(sign="*", left=left, right=right):
            first, second = _taken_apart(left), _taken_apart(right)
            if not second.parts:
                first, second = second, first
            if not first.parts:
                return _scaled(second, first.fixed)
        case Calculation(sign="/", left=left, right=right):
            by = _taken_apart(right)
            if not by.parts and by.fixed:
                return _scaled(_taken_apart(left), 1 / by.fixed)
    raise ValueError("no sum of weighted names")


def _sum(left: Parts, right: Parts) -> Parts:
    weights: dict[str, Fraction] = {}
    for name, weight in (*left.parts, *right.parts):
        weights[name] = weights.get(name, Fraction(0)) + weight
    parts = tuple(Part(name, weight) for name, weight in weights.items())
    return Parts(left.fixed + right.fixed, parts)


def _scaled(parts: Parts, by: Fraction) -> Parts:
    scaled = tuple(Part(name, weight * by) for name, weight in parts.parts)
    return Parts(parts.fixed * by, scaled)
