"""What a claimant still hopes for, and what he will not go below for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.rules import Rules, answer
from game.rules.host_acts import host_deeds
from game.rules.moment import Moment
from game.state import CLAIMANT, HOST, Decision, Man, State


class Worn(NamedTuple):
    """What a claimant hoped for when the host began to answer, after his act, and in the end."""

    by: Decision
    before: int
    after_act: int
    after_word: int


def worn_by(rules: Rules, man: Man, state: State) -> Iterator[Worn]:
    """Yield what each answer of the host's so far does to a claimant's hope, were he this man.

    In hundredths. For who does not see it: what the host did is done to the man once more.
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
        before = now.hope[CLAIMANT]
        if decision.name:
            does[decision.name](now, decision, None)
        after_act = now.hope[CLAIMANT]
        if decision.paper is not None:
            answer.counter(now, decision.paper, None)
        yield Worn(decision, before, after_act, now.hope[CLAIMANT])


def still_hoped(rules: Rules, man: Man, state: State) -> int:
    """Return what is left of a claimant's hope, in hundredths, were he this man."""
    hope = man.hope
    for worn in worn_by(rules, man, state):
        hope = worn.after_word
    return hope


def least(rules: Rules, state: State, holds: int) -> int:
    """Return what a paper must be worth to a claimant who holds to so much of his hope.

    `holds` in per cent; in hundredths of his own scale.
    """
    return rules.walk(CLAIMANT, state) + state.hope[CLAIMANT] * holds // 100
