"""Which draft a chair has weighed, in words: by what it lies beside."""

from __future__ import annotations

from game.coach.papers import differences, his_last, own_last
from game.coach.persons import opposite
from game.negotiation import Package
from game.rules import Rules
from game.state import HOST, State


def weighed(rules: Rules, seat: int, state: State, draft: Package) -> str:
    """Return what a draft is to its chair: the last one, the other's, or what differs from it."""
    own, his = own_last(seat, state), his_last(seat, state)
    yours = "your last word" if seat == HOST else "your last paper"
    theirs = f"{opposite(rules, seat).his} {'paper' if seat == HOST else 'last word'}"
    if draft == own:
        return f"{yours} as it stands"
    if draft == his:
        return f"{theirs} as it stands"
    if own is not None:
        return f"{yours}, but: {differences(rules, draft, own)}"
    if his is not None:
        return f"{theirs}, but: {differences(rules, draft, his)}"
    return "your first draft"
