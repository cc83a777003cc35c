"""Where a campaign turned: the decisions without which its end would differ most."""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.leaves import Leaf
from game.coach.seasons.other_way import ALL_ELSE, OtherWay, changes_told, other_ways
from game.record import Step
from game.rules import CampaignRules

TURNED = "Where it turned"
MOST = 3


def turning_points(rules: CampaignRules, steps: Sequence[Step]) -> tuple[Leaf, ...]:
    """Return a page on the few decisions that weighed most, in the order in which they came.

    None where nothing else would have changed what is worth telling. The line must have ended.
    """
    heaviest: dict[int, OtherWay] = {}
    for one in sorted(other_ways(rules, steps), key=lambda one: -one.weight):
        heaviest.setdefault(one.node, one)
    found = sorted(list(heaviest.values())[:MOST], key=lambda one: one.node)
    return (
        (Leaf(TURNED, (f"{ALL_ELSE} the end hung most on this:", *map(_told, found))),)
        if found
        else ()
    )


def _told(one: OtherWay) -> str:
    given, say = (each.strip().removesuffix(".") for each in (one.given, one.say))
    return (
        f"{one.season}, “{one.scene}”: you chose “{given}”. “{say}” would have made it "
        f"otherwise: {changes_told(one)}."
    )
