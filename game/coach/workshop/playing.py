"""Who sits where, and whole plays: a pure function of rules, policies and seed.

The same numbers come out of one process or of many, in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.policy import PERSONAS, Policy, persona
from game.policy.plain import Random
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, State

EITHER = ("random",)
"""Personas that may sit in both chairs."""
HOSTS = ("official", "boulware", "conceder")
"""Personas that are made for the host's chair; all others are claimants."""
SLOW = ("search",)
"""Personas that think for seconds in every play."""
UNSKILLED = ("random", "novice")
"""Personas that do not know the craft; all others do."""
PRESSING = ("hawk", "gunboat")
"""Of those who know it the ones that press instead of bargaining."""
BOUND = ("stickler", "annexer", "historical", "reenactor")
"""And the ones that insist on a text, or on all the land."""
ALSO_PRESSING = ("bluffer", "annexer", "reenactor")
"""The ones that press once or twice besides what else they do."""
BARGAINING = tuple(n for n in PERSONAS if n not in (*UNSKILLED, *PRESSING, *BOUND))
"""The ones who bargain: where they seldom sign, the table is too narrow."""


BEYOND = {ActKind.SUPPOSE: SLOW, ActKind.PLEAD: ("conceder",)}
"""Acts that no persona does but those named here, and whoever draws lots."""


class Game(NamedTuple):
    """One whole play."""

    seed: str
    final: State
    decisions: int


def may_sit(name: str, seat: int) -> bool:
    """Return whether a persona is made for a chair."""
    return name in EITHER or (name in HOSTS) == (seat == HOST)


def fitting(seat: int) -> tuple[str, ...]:
    """Return the personas made for a chair that decide at once, for who needs many plays."""
    return tuple(name for name in PERSONAS if may_sit(name, seat) and name not in SLOW)


def without_history(rules: Rules) -> tuple[str, ...]:
    """Return the personas that would play history, where the scenario keeps none for them."""
    kept = {"historical": bool(rules.scenario.history), "reenactor": rules.table.historical}
    return tuple(name for name, history in kept.items() if not history)


def seated(rules: Rules, ours: str, theirs: str, seat: int, seed: str) -> tuple[Policy, Policy]:
    """Return the policies of both chairs for one play, `ours` in the chair of `seat`."""
    mine = persona(ours, rules, f"{seed} {ours} {seat}")
    other = persona(theirs, rules, f"{seed} {theirs} {1 - seat}")
    return (mine, other) if seat == CLAIMANT else (other, mine)


def play_once(rules: Rules, policies: Sequence[Policy], seed: str) -> Game:
    """Return a whole play; each policy is shown its own view and nothing else."""
    by_lot = [policy.drawn for policy in policies if isinstance(policy, Random)]
    if len(by_lot) == len(policies):
        # They look at nothing that a view would hide, so that the bare rules will do.
        return Game(seed, *rules.played(seed, by_lot))
    taken, final = line_of(rules, policies, seed)
    return Game(seed, final, len(taken))


def line_of(rules: Rules, policies: Sequence[Policy], seed: str) -> tuple[list[Decision], State]:
    """Return every decision of a whole play, and how it ends."""
    state, taken = rules.opening(seed), list[Decision]()
    while state.ended is None:
        legal = rules.legal_decisions(state)
        taken.append(policies[state.seat].choose(rules.seen_by(state.seat, state), legal))
        state = rules.follow(state, taken[-1])
    return taken, state


def course(rules: Rules, seed: str, taken: Iterable[Decision]) -> list[State]:
    """Return every state of a play from its opening on, of its decisions."""
    states = [rules.opening(seed)]
    for decision in taken:
        states.append(rules.follow(states[-1], decision))
    return states


def known_personas() -> tuple[str, ...]:
    """Return the names of all personas."""
    return tuple(PERSONAS)
