"""Who sits at the tables of a campaign: for each a policy of its own, made when it first opens."""

from __future__ import annotations

from collections.abc import Callable

from game.policy.protocol import Policy
from game.rules import CampaignRules, Rules
from game.rules.legal import Legal
from game.state import Decision, View

MakesPolicy = Callable[[Rules], Policy]
"""Makes a policy for one table."""


class AtEachTable:
    """Decides for one seat at every table where it sits, as a policy made for that table does."""

    def __init__(self, rules: CampaignRules, make: MakesPolicy) -> None:
        self._rules = rules
        self._make = make
        self._seated: dict[int, Policy] = {}
        """By the number of talks held before: the same table may be opened again."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return what the policy of the table that is sat at decides."""
        state = view.state
        held = len(state.deals)
        if held not in self._seated:
            self._seated = {held: self._make(self._rules.at(state))}
        return self._seated[held].choose(view, legal)
