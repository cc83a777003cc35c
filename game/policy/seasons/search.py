"""The search in the seasons: who plays promising orders and answers out to the end in thought.

He sees his own view only. What a sensible governor would decide stands first; what seems to him
next best is tried beside it, each with the same luck, which is not the game's. All are tried a
little, and the better half of them more, until one is left beside the first. In thought he goes
on governing by what he values, and bargains as he does in earnest. He changes his mind only for
what does better by more than so few plays could show by chance. Every rung has twice the plays of
the one below; the budget is fixed, so that he decides the same for the same view on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

from game.policy.official import Official
from game.policy.protocol import Policy
from game.policy.seasons.steward import Steward
from game.policy.seated import AtEachTable, MakesPolicy
from game.rules.legal import Legal
from game.rules.seasons import CampaignRules
from game.rules.seasons.measures import lasting
from game.state import Decision, State, View

RUNGS = (2, 4, 8, 16, 32)
"""Plays in thought for one decision, by the rung."""
USUAL = 3
"""The rung of who searches, from 1, unless another is said."""
TRIED = (2, 2, 4, 4, 4)
"""Decisions that are tried beside each other, the first one among them, by the rung."""
DOUBT = 250
"""Hundredths of lasting value by which a single play in thought may be better by chance."""
SWING = 300
"""Hundredths that one play counts at most: talks that fail by luck in one of few plays, twenty
points, would drown what an order does in all the others."""


class SearchInSeasons:
    """Governs by play-outs; at tables he is who he is given."""

    def __init__(
        self, rules: CampaignRules, first: Steward, at_tables: MakesPolicy, rung: int = USUAL
    ) -> None:
        self._rules = rules
        self._first = first
        self._at_tables = at_tables
        self._tried = TRIED[rung - 1]
        self._plays = RUNGS[rung - 1]

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the decision that did best in thought; his first one where none did clearly."""
        if view.state.at:
            return self._first.choose(view, legal)
        first, *others = self._first.ranked(view, legal)[: self._tried]
        if not others:
            return first
        ends: dict[Decision, list[int]] = {decision: [] for decision in (first, *others)}
        rounds = len(others).bit_length()
        for _ in range(rounds):
            each = max(1, self._plays // rounds // (1 + len(others)))
            for decision in (first, *others):
                ends[decision] += self._played(view.state, decision, len(ends[decision]), each)
            others.sort(key=lambda decision: -sum(_leads(ends[first], ends[decision])))
            del others[max(1, len(others) // 2) :]
        best = others[0]
        leads = _leads(ends[first], ends[best])
        return best if mean(leads) > by_chance(leads) else first

    def _played(self, state: State, decision: Decision, at: int, plays: int) -> list[int]:
        """Return how a decision ends in some plays in thought, from the one at a place on."""
        return [self._end(_imagined(state, at + play), decision) for play in range(plays)]

    def _end(self, state: State, decision: Decision) -> int:
        """Return the lasting value of a decision in one play in thought, in hundredths."""
        rules = self._rules
        ours = self._first.sitting(AtEachTable(rules, self._at_tables))
        seats: Sequence[Policy] = (ours, AtEachTable(rules, Official))
        state = rules.follow(state, decision)
        while state.ended is None:
            # Nothing in an imagined state is a secret that he has not made up himself.
            view = View(state.seat, state)
            if state.at:
                view = rules.at(state).seen_by(*view)
            decision = seats[state.seat].choose(view, rules.legal_decisions(state))
            state = rules.follow(state, decision)
        return lasting(rules, state)


def _imagined(state: State, at: int) -> State:
    """Return what he sees with luck of its own: the same for all that he tries now."""
    return state._replace(seed=f"search {state.turn} {at}")


def _leads(first: Sequence[int], other: Sequence[int]) -> list[int]:
    """Return by how much each play of a decision ended better than the first's by the same luck."""
    return [max(-SWING, min(SWING, more - less)) for less, more in zip(first, other, strict=True)]


def by_chance(leads: Sequence[int]) -> float:
    """Return by how much plays in thought may be ahead in the mean by chance, in hundredths.

    Where there are several, they say themselves how far chance goes: surest where they agree.
    """
    tried = len(leads)
    return stdev(leads) / sqrt(tried - 1) if tried > 1 else DOUBT
