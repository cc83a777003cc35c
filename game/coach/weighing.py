"""When a chair's own people can weigh a draft: where it is about to be given, once a sitting."""

from __future__ import annotations

from game.state import CLAIMANT, Phase, State

NOT_ABOUT_TO = (
    "your people can weigh a draft only where you are about to lay one down",
    "your people can weigh a word only where you are about to answer a paper",
)
"""Said to each chair where it has nothing to give."""
ALREADY = "your people have weighed a draft in this sitting already"


def can_weigh(seat: int, state: State) -> bool:
    """Return whether a chair is about to give a paper or a word that can be weighed."""
    if seat == CLAIMANT:
        return state.phase is Phase.SITTING
    return state.phase is Phase.REPLY and state.paper is not None


def why_not_weigh(seat: int, state: State) -> str:
    """Return why no draft can be weighed now; empty when one can."""
    if not can_weigh(seat, state):
        return NOT_ABOUT_TO[seat]
    return ALREADY if state.forecasts[seat] == state.sitting else ""
