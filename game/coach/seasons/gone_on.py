"""A line that goes on from a state as another did: the same orders, answers and sittings."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from game.errors import IllegalDecisionError
from game.record import Step
from game.rules import CampaignRules
from game.rules.seasons.orders import STAND
from game.state import Decision, Phase, State


def followed(rules: CampaignRules, state: State, rest: Sequence[Step]) -> list[State] | None:
    """Return a line that goes on from a state as another did, to its end; `None` if it cannot.

    Orders that are no longer open are left out, and so are scenes that no longer come.
    """
    of_seasons = [step for step in rest if not step.before.at]
    answers = {s.before.scene: s.decision for s in of_seasons if s.before.scene >= 0}
    orders: dict[int, deque[Decision]] = defaultdict(deque)
    talks: dict[tuple[int, int], deque[Decision]] = defaultdict(deque)
    for step in rest:
        before = step.before
        if before.at:
            talks[before.at, len(before.deals)].append(step.decision)
        elif before.phase == Phase.SEASON:
            orders[before.turn].append(step.decision)
    line = [state]
    while state.ended is None or state.at:
        if state.at:
            queue = talks[state.at, len(state.deals)]
            decision = queue.popleft() if queue else None
        elif state.phase == Phase.SCENE:
            decision = answers.get(state.scene)
        else:
            decision = _order(rules, state, orders[state.turn])
        if decision is None or not may(rules, state, decision):
            return None
        state = rules.follow(state, decision)
        line.append(state)
    return line


def _order(rules: CampaignRules, state: State, queue: deque[Decision]) -> Decision:
    while queue:
        decision = queue.popleft()
        if may(rules, state, decision):
            return decision
    return Decision(STAND)


def may(rules: CampaignRules, state: State, decision: Decision) -> bool:
    """Return whether a decision can be made in a state."""
    try:
        rules.check(state, decision)
    except IllegalDecisionError:
        return False
    return True
