"""What wore down what the claimant still hoped for, told to the host when the archives are open."""

from __future__ import annotations

from itertools import accumulate, pairwise

from game.coach.persons import capital, persons
from game.coach.words_for import listed, whole
from game.rules import Rules, answer
from game.rules.host_acts import host_deeds
from game.rules.moment import Moment
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, State

GIVEN = "given"
SPOKEN = {ActKind.ARGUE: "argued", ActKind.PLEAD: "pleaded", ActKind.STALL: "stalled"}
WORN = {
    GIVEN: "for what {his} word gave him",
    "argued": "for what {he} argued",
    "pleaded": "for {his} plea",
    "stalled": "for the days that {he} let pass",
}
"""What wears a claimant's hope, in the order in which it is told."""


def given_way(rules: Rules, state: State) -> dict[str, int]:
    """Return what each cause of `WORN` took off a claimant's hope, in hundredths.

    What the host did is done to the man once more; empty where nobody knows the man.
    """
    man = state.men[CLAIMANT]
    if man is None:
        return {}
    now = Moment(
        state._replace(
            hope=(man.hope, state.hope[HOST]), cited=frozenset(), pleaded=False, conceded=-1
        )
    )
    worn = dict.fromkeys(WORN, 0)
    does = host_deeds(rules.table)
    for decision in state.transcript[1::2]:
        if decision.name:
            hoped = now.hope[CLAIMANT]
            does[decision.name](now, decision, None)
            cause = SPOKEN.get(rules.table.by_id[decision.name].kind)
            if cause is not None:
                worn[cause] += hoped - now.hope[CLAIMANT]
        if decision.paper is not None:
            hoped = now.hope[CLAIMANT]
            answer.counter(now, decision.paper, None)
            worn[GIVEN] += hoped - now.hope[CLAIMANT]
    return worn


def told_given_way(rules: Rules, state: State, seat: int) -> str:
    """Return in a sentence why the claimant gave way; empty where nobody knows the man."""
    man, (claimant, host) = state.men[CLAIMANT], persons(rules, seat)
    if man is None:
        return ""
    worn = given_way(rules, state)
    levels = [whole(level) for level in accumulate((man.hope, *(-by for by in worn.values())))]
    by = [
        f"{before - after} went {how.format(he=host.he, his=host.his)}"
        for (before, after), how in zip(pairwise(levels), WORN.values(), strict=True)
        if before != after
    ]
    hoped = f"{claimant.named} hoped for {levels[0]} above {claimant.his} walk-away"
    if not by:
        return (
            f"{capital(hoped)}, and nothing that {host.named} gave or said took anything off that."
        )
    return f"{capital(hoped)}, and at last for {levels[-1]}: {listed(by)}."
