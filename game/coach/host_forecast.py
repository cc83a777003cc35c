"""The host's forecast: what a claimant would do with the word he is about to be given.

Works from the host's view. Claimants who might sit there differ by the one thing they need; each
kind is asked once and counts as often as it is drawn. Luck has keys of its own here.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from game.coach.forecast import Chance
from game.coach.words_for import likelihood
from game.negotiation import Package, value
from game.policy.integrative import Integrative
from game.rules import Rules
from game.rules.men import men
from game.state import CLAIMANT, HOST, Decision, Fortune, Man, Phase, State, View, seen_by

TAKES, GIVES, HOLDS, LEAVES = "takes", "gives", "holds", "leaves"
"""He lays the word down as it is; gives ground; gives none; goes home."""
RESPONSES = (TAKES, GIVES, HOLDS, LEAVES)
DRAWN = 64


class HostForecast(NamedTuple):
    """What to expect of a word."""

    chances: tuple[Chance, ...]
    """In the order of `RESPONSES`."""
    because: str

    @property
    def likeliest(self) -> Chance:
        """Return the response to expect."""
        return max(self.chances, key=lambda chance: chance.share)


def host_forecast(rules: Rules, view: View, word: Package) -> HostForecast:
    """Return what a claimant would do with a word of the host's.

    Raises `ValueError` where it is not the host's answer, or where no paper lies on the table.
    """
    state = view.state
    if view.seat != HOST or state.phase != Phase.REPLY or state.paper is None:
        raise ValueError("a word can be weighed only in the host's own answer to a paper")
    policy = copy(_claimant(rules))
    policy.believer = copy(policy.believer)
    counts: Counter[str] = Counter()
    for man, times in claimants(rules):
        counts[_response(rules, policy, state, man, word)] += times
    shares = [counts[r] * 1000 // DRAWN for r in RESPONSES]
    chances = tuple(
        Chance(response, likelihood(share, 1000), share)
        for response, share in zip(RESPONSES, shares, strict=True)
    )
    return HostForecast(chances, _because(rules, state, word, chances))


@lru_cache(maxsize=8)
def claimants(rules: Rules) -> tuple[tuple[Man, int], ...]:
    """Return the kinds of claimant that a seed may draw, and how often each of `DRAWN` is one."""
    kinds: dict[tuple[int, object], Man] = {}
    times: Counter[tuple[int, object]] = Counter()
    for at in range(DRAWN):
        man = men(rules.scenario, rules.table, f"coach {at}")[CLAIMANT]
        kind = (man.need, man.utility)
        kinds.setdefault(kind, man)
        times[kind] += 1
    return tuple((man, times[kind]) for kind, man in kinds.items())


@lru_cache(maxsize=8)
def _claimant(rules: Rules) -> Integrative:
    """Return a claimant who was never asked: only copies of him are, since he remembers."""
    return Integrative(rules)


def _response(rules: Rules, policy: Integrative, state: State, man: Man, word: Package) -> str:
    before = state._replace(
        seed="coach",
        men=(man, state.men[HOST]),
        fortune=Fortune(0, 0, 0),
        hope=(man.hope, state.hope[HOST]),
    )
    now = rules.follow(before, Decision("tactic", rules.choices.lay, (), word))
    while now.ended is None and now.seat == CLAIMANT:
        decision = policy.choose(seen_by(CLAIMANT, now), rules.legal_decisions(now))
        if now.phase == Phase.SITTING:
            return _kind(state, decision, word)
        now = rules.follow(now, decision)
    return LEAVES


def _kind(state: State, decision: Decision, word: Package) -> str:
    """Return which of `RESPONSES` a claimant's sitting is, on the host's own scale."""
    if decision.verb == "accept" or decision.paper == word:
        return TAKES
    if decision.verb == "go-home":
        return LEAVES
    host = state.men[HOST]
    if decision.paper is None or state.paper is None or host is None:
        return HOLDS
    gave = value(decision.paper, host.utility) > value(state.paper, host.utility)
    return GIVES if gave else HOLDS


def _because(rules: Rules, state: State, word: Package, chances: tuple[Chance, ...]) -> str:
    """Return why, in a sentence that holds of what the host knows."""
    common = rules.table.utilities[CLAIMANT]
    keeps = value(word, common) >= rules.walk(CLAIMANT, state)
    likeliest = max(chances, key=lambda chance: chance.share).answer
    if not keeps:
        less = "it leaves a man like him less than he has without a paper"
        return f"Though {less}." if likeliest == TAKES else f"Because {less}."
    if likeliest == TAKES:
        return "Because it leaves a man like him enough, and his season is short."
    if state.sitting < rules.table.sittings // 2:
        return "Because there is time, and he will think that you can be moved further."
    return "Because it leaves a man like him something, and he still hopes for more."
