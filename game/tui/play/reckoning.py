"""What a chair knows of its own draft without asking anybody."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.own_need import need_in
from game.coach.own_worth import changes_said, worth_said
from game.coach.papers import own_last
from game.coach.readings import home_words
from game.coach.standing import lies_open
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, HOST, State


def reckoned(rules: Rules, seat: int, state: State, draft: Package, mode: str) -> Iterator[str]:
    """Yield what a draft is worth to the chair, how home would take it, and what it changes."""
    worth = worth_said(rules, seat, state, draft, mode)
    if worth:
        yield worth
    last = own_last(seat, state)
    changes = changes_said(rules, seat, state, draft, mode)
    if changes:
        yield f"▲ {changes}" if last is not None else changes
    need = need_in(rules, seat, state, draft)
    if need:
        yield need
    if seat == CLAIMANT:
        yield home_words(rules, state, draft)
    if draft == last:
        yield f"The same as your last {'word' if seat == HOST else 'paper'}."
    if lying := lies_open(rules, seat, state):
        yield lying
