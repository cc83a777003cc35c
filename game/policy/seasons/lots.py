"""Who draws lots in the seasons, and at every table."""

from __future__ import annotations

from game.policy.plain import FOLD, MOMENTS, Random
from game.rules.legal import Legal
from game.rules.luck import lots_of
from game.rules.mind import Now
from game.rules.seasons import CampaignRules
from game.state import Decision, View

KEPT = 16
"""Talks in one play that have a lot of their own; more go round."""


class RandomInSeasons:
    """Draws lots among what is legal; at each table as who draws lots there does.

    Its luck has keys of its own and never disturbs the game's.
    """

    def __init__(self, rules: CampaignRules, key: str = "") -> None:
        self._lot = lots_of(1, key, "policy", "random-seasons")[0]
        tables = tuple(talks.rules for talks in rules.talks)
        self._at_tables = tuple(Random(tables[0], f"{key} {held}") for held in range(KEPT))

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return a decision drawn by lot; the same for the same moment of a play."""
        return self.drawn(view.state, legal)

    def drawn(self, state: Now, legal: Legal) -> Decision:
        """Return the same without a view: of what a view hides, the lot asks nothing."""
        if state.at:
            return self._at_tables[len(state.deals) % KEPT].drawn(state, legal)
        moment = (state.turn << 5 | state.left << 3 | min(state.met_now, 3) << 1) & 2047
        heads = legal.heads
        return heads[(self._lot * MOMENTS[moment | state.phase & 1] >> FOLD) % len(heads)].alone
