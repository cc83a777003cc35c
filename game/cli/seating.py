"""Who decides for the chairs that no person takes."""

from __future__ import annotations

from collections.abc import Mapping

from game.policy import Policy, opposite, persona
from game.rules import Rules
from game.rules.luck import draw
from game.state import CLAIMANT, HOST

CLAIMANTS = ("integrative", "bluffer", "hawk", "conciliator", "novice")
"""The manners a claimant may have; the seed says which, by a key of its own."""
PRESSES = "hawk"
"""Who lives by threats: where there are none he lays one paper down to the end.

Of 40 plays each against hosts who bargain he signed none of their words.
"""


def seating(rules: Rules, seed: str) -> Mapping[str, Policy]:
    """Return a policy for each chair, made for one play."""
    seats = rules.table.seats
    manners = [m for m in CLAIMANTS if m != PRESSES or rules.table.knows_pressure]
    manner = manners[draw(len(manners), seed, "policy", seats[CLAIMANT], 0)]
    return {
        seats[CLAIMANT]: opposite(manner, rules, seed),
        seats[HOST]: persona("official", rules, seed),
    }
