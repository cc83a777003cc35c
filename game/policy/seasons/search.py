"""The search in the seasons: who plays promising orders and answers out to the end in thought.

He sees his own view only. What a sensible governor would decide stands first; what seems to him
next best is tried beside it, each with the same luck, which is not the game's. In thought he goes
on governing by what he values, and bargains at tables with few men in mind. He changes his mind
only for what does better by more than so few plays could show by chance. Every rung has twice the
plays of the one below; the budget is fixed, so that he decides the same for the same view on every
machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt
from statistics import stdev

from game.policy.belief import Believer
from game.policy.craft import Craft
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.protocol import Policy
from game.policy.seasons.steward import Steward
from game.rules import Rules
from game.rules.legal import Legal
from game.rules.seasons import CampaignRules
from game.rules.seasons.measures import lasting
from game.state import Decision, State, View

RUNGS = (2, 4, 8, 16, 32)
"""Plays in thought for one decision, by the rung."""
USUAL = 3
"""The rung of who searches, from 1, unless another is said."""
TRIED = (2, 2, 3, 4, 4)
"""Decisions that are tried beside each other, the first one among them, by the rung."""
COMPANY = 2
"""Men whom he keeps in mind at a table in thought."""
DOUBT = 250
"""Hundredths of lasting value by which one play in thought is better by chance at least."""


class SearchInSeasons:
    """Governs by play-outs; at tables he is who he is given."""

    def __init__(
        self,
        rules: CampaignRules,
        at_tables: Policy,
        first: Steward,
        holds: int = 0,
        rung: int = USUAL,
    ) -> None:
        self._rules = rules
        self._at_tables = at_tables
        self._first = first
        self._holds = holds
        self._tried = TRIED[rung - 1]
        self._plays = max(1, RUNGS[rung - 1] // self._tried)

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the decision that did best in thought; his first one where none did clearly."""
        if view.state.at:
            return self._at_tables.choose(view, legal)
        promising = self._first.ranked(view, legal)[: self._tried]
        if len(promising) < 2:
            return promising[0]
        imagined = [self._imagined(view.state, at) for at in range(self._plays)]
        first, *others = [[self._end(state, d) for state in imagined] for d in promising]
        leads = [[more - less for less, more in zip(first, ends, strict=True)] for ends in others]
        sure = [sum(lead) - _by_chance(lead) for lead in leads]
        best = max(sure)
        return promising[0] if best <= 0 else promising[1 + sure.index(best)]

    def _imagined(self, state: State, at: int) -> State:
        """Return what he sees with luck of its own: the same for all that he tries now."""
        return state._replace(seed=f"search {state.turn} {at}")

    def _end(self, state: State, decision: Decision) -> int:
        """Return the lasting value of a decision in one play in thought, in hundredths."""
        rules = self._rules
        state = rules.follow(state, decision)
        seated: Sequence[Policy] = ()
        while state.ended is None:
            legal = rules.legal_decisions(state)
            # Nothing in an imagined state is a secret that he has not made up himself.
            view = View(state.seat, state)
            if not state.at:
                seated = ()
                decision = self._first.choose(view, legal)
            else:
                if not seated:
                    seated = _bargainers(rules.at(state), self._holds)
                decision = seated[state.seat].choose(rules.at(state).seen_by(*view), legal)
            state = rules.follow(state, decision)
        return lasting(rules, state)


def _by_chance(leads: Sequence[int]) -> int:
    """Return by how much plays in thought could be ahead in all by chance, in hundredths.

    Where there are several, they say themselves how far chance goes.
    """
    spread = int(stdev(leads)) if len(leads) > 1 else 0
    return max(DOUBT, spread) * isqrt(100 * len(leads)) // 10


def _bargainers(rules: Rules, holds: int) -> tuple[Policy, Policy]:
    """Return who sits at a table in thought, and to how much of his hope ours holds."""
    ours = Integrative(rules, Craft(holds=holds))
    ours.believer = Believer(rules, COMPANY)
    return ours, Official(rules)
