"""Who decides for the chairs that no person takes."""

from __future__ import annotations

from collections.abc import Mapping

from game.policy import Policy, opposite, persona
from game.policy.seated import AtEachTable
from game.rules import CampaignRules, Game, Rules
from game.rules.luck import draw
from game.state import CLAIMANT, HOST

CLAIMANTS = ("integrative", "bluffer", "hawk", "conciliator", "novice")
"""The manners a claimant may have; the seed says which, by a key of its own."""
PRESSES = "hawk"
"""Who lives by threats: where there are none he lays one paper down to the end.

Of 40 plays each against hosts who bargain he signed none of their words.
"""


def seating(game: Game, seed: str) -> Mapping[str, Policy]:
    """Return a policy for each chair, made for one play."""
    if isinstance(game, CampaignRules):
        return hosts_of(game, seed)
    return seating_at(game, seed)


def hosts_of(campaign: CampaignRules, seed: str) -> Mapping[str, Policy]:
    """Return a policy for each host of a campaign; a person decides in the seasons."""
    return {
        seat: AtEachTable(campaign, lambda rules: persona("official", rules, seed))
        for seat in campaign.seats
        if campaign.chair_of(seat) == HOST
    }


def seating_at(rules: Rules, seed: str) -> Mapping[str, Policy]:
    """Return a policy for each chair of one table."""
    seats = rules.table.seats
    manners = [m for m in CLAIMANTS if m != PRESSES or rules.table.knows_pressure]
    manner = manners[draw(len(manners), seed, "policy", seats[CLAIMANT], 0)]
    return {
        seats[CLAIMANT]: opposite(manner, rules, seed),
        seats[HOST]: persona("official", rules, seed),
    }
