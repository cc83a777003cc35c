"""A line of a record, step by step: each decision, what it was made in, and what followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.record.lines import Node
from game.record.replay import played
from game.rules import Game
from game.state import Decision, State, Turn


class Step(NamedTuple):
    """One node of a line, recomputed."""

    node: Node
    before: State
    turn: Turn
    decision: Decision


def steps_of(rules: Game, before: State, path: Iterable[Node]) -> tuple[Step, ...]:
    """Return the steps of a path from the state that it begins in.

    Raises `RecordError`, with the node and the reason, where a decision cannot be made.
    """
    steps = []
    for node in path:
        turn = played(rules, before, node)
        steps.append(
            Step(node, before, turn, rules.parsed(node.decision_text, before, papers=True))
        )
        before = turn.state
    return tuple(steps)
