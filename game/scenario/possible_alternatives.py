"""Alternatives that can never hold, in conditions that hold by another."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.expressions import Expression
from game.scenario.faults import Problem
from game.scenario.possible import Impossible
from game.scenario.possible_asked import Condition, asked_beside, asked_in_play
from game.scenario.possible_said import contradiction
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import All, Node, Some

HINT = "mend it, or take this alternative out"


def never_hold(impossible: Impossible) -> Iterator[Problem]:
    """Yield the alternatives that can never hold; of what cannot hold at all it is told as such."""
    for condition in (*asked_in_play(impossible.known), *asked_beside(impossible.known)):
        alternatives = tuple(_alternatives(condition.asked.root, ()))
        if alternatives and impossible.asked_of(*condition) is None:
            yield from _never_hold(impossible, condition, alternatives)


Alternative = tuple[Node, tuple[Node, ...]]
"""A part of an `or`, and what must hold beside it."""


def _alternatives(node: Node, beside: tuple[Node, ...]) -> Iterator[Alternative]:
    """Yield each alternative of a condition, outer ones first; what is denied is left out."""
    match node:
        case All(parts):
            for at, part in enumerate(parts):
                yield from _alternatives(part, (*beside, *parts[:at], *parts[at + 1 :]))
        case Some(parts):
            for part in parts:
                yield part, beside
                yield from _alternatives(part, beside)


def _never_hold(
    impossible: Impossible, condition: Condition, alternatives: tuple[Alternative, ...]
) -> Iterator[Problem]:
    told: list[Node] = []
    for part, beside in alternatives:
        if any(part is inner for outer in told for inner, _ in _alternatives(outer, ())):
            continue
        asked = All((part, *beside), part.at)
        whole = condition._replace(asked=Expression(spelled(asked), asked))
        why = impossible.asked_of(*whole)
        if why is not None and not why.rests_on:  # else it is told with what it rests on
            told.append(part)
            problem = contradiction(why, condition.path[:-1], HINT)
            yield problem._replace(path=condition.path, offset=begins(part), at_key=False)
