"""Whole plays of a campaign: a pure function of rules, personas and seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.policy import Policy, persona
from game.policy.plain import Random
from game.policy.seasons import GOVERNORS, governor
from game.policy.seasons.lots import RandomInSeasons
from game.policy.seated import AtEachTable
from game.rules import CampaignRules, Rules
from game.rules.legal import Legal
from game.rules.mind import Now
from game.state import HOST, Decision, State

UNSKILLED = ("random", "novice")
"""Personas that do not know the craft; all others do."""
SLOW = ("search",)
"""Personas that think for seconds in every play."""

Papers = frozenset[tuple[int, tuple[int, ...]]]


class Seen(NamedTuple):
    """What was seen of a play while it went on, beyond what its last state keeps."""

    papers: Papers
    """Every paper laid down or given as a word, with the table's place from 1."""
    acts: frozenset[tuple[int, str]]
    """Every act of a table that was done, likewise."""


class CampaignGame(NamedTuple):
    """One whole play."""

    seed: str
    final: State
    decisions: int
    seen: Seen


def host_of(name: str, key: str) -> Callable[[Rules], Policy]:
    """Return what makes a persona for the host of any table."""
    return lambda rules: persona(name, rules, f"{key} {name} {HOST}")


def seated(rules: CampaignRules, ours: str, theirs: str, seed: str) -> tuple[Policy, Policy]:
    """Return who governs, and who sits opposite at every table, for one play."""
    return (
        governor(ours, rules, f"{seed} {ours}"),
        AtEachTable(rules, host_of(theirs, seed)),
    )


def fast() -> tuple[str, ...]:
    """Return the personas that decide at once."""
    return tuple(name for name in GOVERNORS if name not in SLOW)


def play_once(rules: CampaignRules, ours: str, theirs: str, seed: str) -> CampaignGame:
    """Return a whole play of a persona against hosts of another; each sees its own view only."""
    if (ours, theirs) == ("random", "random"):
        return _by_lot(rules, seed)
    policies = seated(rules, ours, theirs, seed)
    watch = _Watch()
    state, decisions = rules.opening(seed), 0
    while state.ended is None:
        decision = chosen(rules, policies, state)
        if state.at:
            watch.sees(state.at, decision)
        state = rules.follow(state, decision)
        decisions += 1
    return CampaignGame(seed, state, decisions, watch.seen())


def chosen(rules: CampaignRules, policies: Sequence[Policy], state: State) -> Decision:
    """Return what the one who is to decide decides."""
    legal = rules.legal_decisions(state)
    return policies[state.seat].choose(rules.seen_by(state.seat, state), legal)


def played_on(rules: CampaignRules, policies: Sequence[Policy], state: State) -> State:
    """Return how a play ends from a state on."""
    while state.ended is None:
        state = rules.follow(state, chosen(rules, policies, state))
    return state


def _by_lot(rules: CampaignRules, seed: str) -> CampaignGame:
    """Return a play in which both draw lots: they look at nothing that a view would hide."""
    governs = RandomInSeasons(rules, f"{seed} random").drawn
    sits = Random(rules.talks[0].rules, f"{seed} random {HOST}").drawn
    watch = _Watch()

    def ours(now: Now, legal: Legal) -> Decision:
        decision = governs(now, legal)
        if now.at:
            watch.sees(now.at, decision)
        return decision

    def theirs(now: Now, legal: Legal) -> Decision:
        decision = sits(now, legal)
        watch.sees(now.at, decision)
        return decision

    final, decisions = rules.played(seed, (ours, theirs))
    return CampaignGame(seed, final, decisions, watch.seen())


class _Watch:
    """Keeps what is decided at tables."""

    def __init__(self) -> None:
        self._papers: set[tuple[int, tuple[int, ...]]] = set()
        self._acts: set[tuple[int, str]] = set()

    def sees(self, at: int, decision: Decision) -> None:
        """Keep one decision."""
        if decision.paper is not None:
            self._papers.add((at, decision.paper))
        self._acts.add((at, decision.name or decision.verb))

    def seen(self) -> Seen:
        return Seen(frozenset(self._papers), frozenset(self._acts))
