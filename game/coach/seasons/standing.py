"""Where a play of a campaign stands: in which season, or at which table and in which sitting."""

from __future__ import annotations

from game.coach.seasons.dates import season_of
from game.coach.standing import when
from game.rules import CampaignRules
from game.state import State


def stands_in(rules: CampaignRules, state: State) -> str:
    """Return where a play stands, as it follows “you stand”.

    As in `in spring 1854` or `at the table “The leave to pass Aigun”, on 9 June 1854, sitting 1 of
    5`.
    """
    if not state.at:
        return f"in {season_of(rules, state.turn).lower()}"
    at = rules.at(state)
    return f"at the table “{at.scenario.table.title}”, on {when(at, max(1, state.sitting))}"
