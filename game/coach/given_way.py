"""What wore down what the claimant still hoped for, told to the host when the archives are open."""

from __future__ import annotations

from itertools import accumulate, pairwise

from game.coach.persons import capital, persons
from game.coach.words_for import listed, whole
from game.policy.claim import worn_by
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, State

GIVEN = "given"
SPOKEN = {ActKind.ARGUE: "argued", ActKind.PLEAD: "pleaded", ActKind.STALL: "stalled"}
WORN = {
    GIVEN: "for what {host.his} word gave {claimant.him}",
    "argued": "for what {host.he} argued",
    "pleaded": "for {host.his} plea",
    "stalled": "for the days that {host.he} let pass",
}
"""What wears a claimant's hope, in the order in which it is told."""


def given_way(rules: Rules, state: State) -> dict[str, int]:
    """Return what each cause of `WORN` took off a claimant's hope, in hundredths.

    Empty where nobody knows the man.
    """
    man = state.men[CLAIMANT]
    if man is None:
        return {}
    worn = dict.fromkeys(WORN, 0)
    for step in worn_by(rules, man, state):
        worn[GIVEN] += step.after_act - step.after_word
        act = rules.table.by_id.get(step.by.name)
        cause = None if act is None else SPOKEN.get(act.kind)
        if cause is not None:
            worn[cause] += step.before - step.after_act
    return worn


def told_given_way(rules: Rules, state: State, seat: int) -> str:
    """Return in a sentence why the claimant gave way; empty where nobody knows the man."""
    man, (claimant, host) = state.men[CLAIMANT], persons(rules, seat)
    if man is None:
        return ""
    worn = given_way(rules, state)
    levels = [whole(level) for level in accumulate((man.hope, *(-by for by in worn.values())))]
    by = [
        f"{before - after} went {how.format(claimant=claimant, host=host)}"
        for (before, after), how in zip(pairwise(levels), WORN.values(), strict=True)
        if before != after
    ]
    hoped = f"{claimant.named} hoped for {levels[0]} above {claimant.his} walk-away"
    if not by:
        return (
            f"{capital(hoped)}, and nothing that {host.named} gave or said took anything off that."
        )
    return f"{capital(hoped)}, and at last for {levels[-1]}: {listed(by)}."
