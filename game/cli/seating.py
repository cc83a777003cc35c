"""Who decides for the chairs that no person takes."""

from __future__ import annotations

from collections.abc import Mapping

from game.policy import Policy, opposite, persona
from game.rules import Rules
from game.rules.luck import draw
from game.state import CLAIMANT, HOST

CLAIMANTS = ("integrative", "bluffer", "hawk", "conciliator", "novice")
"""The manners a claimant may have; the seed says which, by a key of its own."""


def seating(rules: Rules, seed: str) -> Mapping[str, Policy]:
    """Return a policy for each chair, made for one play."""
    seats = rules.table.seats
    manner = CLAIMANTS[draw(len(CLAIMANTS), seed, "policy", seats[CLAIMANT], 0)]
    return {
        seats[CLAIMANT]: opposite(manner, rules, seed),
        seats[HOST]: persona("official", rules, seed),
    }
