"""What a claimant still hopes for, and what he will not go below for it."""

from __future__ import annotations

from game.rules import Rules, answer
from game.rules.host_acts import host_deeds
from game.rules.moment import Moment
from game.state import CLAIMANT, HOST, Man, State


def still_hoped(rules: Rules, man: Man, state: State) -> int:
    """Return what is left of a claimant's hope, in hundredths, were he this man.

    For the host, who does not see it: what he did so far is done to the man once more.
    """
    now = Moment(
        state._replace(
            men=(man, state.men[HOST]),
            hope=(man.hope, state.hope[HOST]),
            cited=frozenset(),
            pleaded=False,
            conceded=-1,
        )
    )
    does = host_deeds(rules.table)
    for decision in state.transcript[1::2]:
        if decision.name:
            does[decision.name](now, decision, None)
        if decision.paper is not None:
            answer.counter(now, decision.paper, None)
    hope: int = now.hope[CLAIMANT]
    return hope


def least(rules: Rules, state: State, holds: int) -> int:
    """Return what a paper must be worth to a claimant who holds to so much of his hope.

    `holds` in per cent; in hundredths of his own scale.
    """
    return rules.walk(CLAIMANT, state) + state.hope[CLAIMANT] * holds // 100
