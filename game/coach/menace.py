"""What pressed a host, in words: the guns where they were shown, else no more than a last word."""

from __future__ import annotations

from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import State


def menace(rules: Rules, state: State) -> str:
    """Return what pressed the host so far: the guns, or a last word that was given without them."""
    return f"the {rules.table.words.guns}" if are_shown(rules, state) else "your last word"


def are_shown(rules: Rules, state: State) -> bool:
    """Return whether the guns were shown so far."""
    shows = (act for act in rules.table.acts if act.kind is ActKind.PRESSURE)
    return any(state.used[act.index] for act in shows)
