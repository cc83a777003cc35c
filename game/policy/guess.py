"""What a claimant supposes about the man opposite, from what he was told and has seen.

He knows the common man of that chair; what he was told of an issue's weight, the one thing and
the ground replaces the guess. Values in hundredths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.negotiation import Package, Utility, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, State

RELIEF = 60
"""Per cent of a common weight that an issue is supposed to have when others were said to be dear."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The man opposite, as far as the claimant can tell."""

    utility: Utility
    need_issue: int
    """-1 while the one thing is not known."""
    need_allows: frozenset[int]

    def worth(self, paper: Package) -> int:
        """Return what a paper is supposed to be worth to him."""
        return value(paper, self.utility)

    def bars(self, paper: Package) -> bool:
        """Return whether a paper is known to lack the one thing."""
        return self.need_issue >= 0 and paper[self.need_issue] not in self.need_allows


def guess(rules: Rules, state: State) -> Guess:
    """Return what the view allows to suppose about the host."""
    table = rules.table
    common = table.utilities[HOST]
    known = state.learned
    rows = tuple(
        tuple(v * weight // 100 for v in row) if weight else row
        for row, weight in zip(common.worth, known, strict=True)
    )
    issue, allows = -1, frozenset[int]()
    if state.heard_need >= 0:
        need = table.needs[HOST][state.heard_need]
        issue, allows = need.issue, need.allows
        cost = table.need_costs[HOST]
        rows = tuple(
            tuple(v if o in allows else v - cost for o, v in enumerate(row)) if i == issue else row
            for i, row in enumerate(rows)
        )
    return Guess(Utility(rows, common.joints), issue, allows)


def supposed_want(rules: Rules, state: State, about_him: Guess) -> int:
    """Return what a paper must be worth to him today, as far as one can tell.

    His last word is the best witness: it reached what he wanted, by little.
    """
    courtesy = table_courtesy(rules)
    felt = mind.felt(state, courtesy)
    if state.said is not None:
        return about_him.worth(state.said) + felt
    common = rules.scenario.table.quantities.hope[rules.table.seats[HOST]] * 100
    return rules.walk(HOST, state) + common


def table_courtesy(rules: Rules) -> int:
    """Return the courtesy of the common temperament, in per cent."""
    tempers = rules.table.tempers[HOST]
    return sum(t.courtesy for t in tempers) // len(tempers)


def own_value(state: State, paper: Package) -> int:
    """Return what a paper is worth to the claimant himself."""
    man = state.men[CLAIMANT]
    return value(paper, man.utility) if man is not None else 0
