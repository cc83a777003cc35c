"""Where a campaign turned: the decisions without which its end would differ most."""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.leaves import Leaf
from game.coach.seasons.other_way import (
    ALL_ELSE,
    OtherWay,
    changes_told,
    telling_answers,
    told_other_way,
)
from game.record import Step
from game.rules import CampaignRules

TURNED = "Where it turned"
MOST = 3


def turning_points(rules: CampaignRules, steps: Sequence[Step]) -> tuple[Leaf, ...]:
    """Return a page on the few decisions that weighed most, the heaviest first.

    Before them stands what the last pages tell: the answer that would have gained most. None where
    nothing else would have changed what is worth telling. The line must have ended.
    """
    found = telling_answers(rules, steps)[:MOST]
    gained = found[:1] if found and found[0].gain > 0 else ()
    hung = found[len(gained) :]
    told = list(map(told_other_way, gained))
    if hung:
        these = "these, the heaviest first" if hung[1:] else "this"
        told += [f"{ALL_ELSE} the end hung most, for better or worse, on {these}:"]
        told += map(_told, hung)
    return (Leaf(TURNED, tuple(told)),) if told else ()


def _told(one: OtherWay) -> str:
    given, say = (each.strip().removesuffix(".") for each in (one.given, one.say))
    return (
        f"{one.season}, “{one.scene}”: you chose “{given}”. “{say}” would have made it "
        f"otherwise: {changes_told(one)}."
    )
