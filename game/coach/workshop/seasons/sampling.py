"""A batch of plays of a campaign in one process, and what comes of trying what could be decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.coach.workshop.met import Met
from game.coach.workshop.sampling import Batch
from game.coach.workshop.seasons.playing import play_once
from game.coach.workshop.seasons.tally import Tally, row
from game.coach.workshop.seasons.what_ifs import ORDERS, Trial, order_tried, scene_tried
from game.rules import CampaignRules


class CampaignPlan(NamedTuple):
    """What is played; every process is given the same."""

    scenario: str
    start: str | None
    twists: tuple[str, ...]
    opponent: str
    seed: str
    sample: int
    """So many plays of each scene are kept in mind, to try its choices in."""


class Tries(NamedTuple):
    """Where what could be decided is tried: in a scene, or in seasons for their orders."""

    what: str
    plays: tuple[Met, ...]


def batch_played(
    rules: CampaignRules,
    plan: CampaignPlan,
    batch: Batch,
    clock: Callable[[], float],
    stopped: Callable[[], bool] = lambda: False,
) -> Tally:
    """Return what the plays of a batch came to; once it is `stopped`, those so far.

    `clock` gives seconds; only the plays themselves are timed, not what is counted of them.
    """
    tally, scenes = Tally(plan.sample), frozenset(rules.scenes.by_id)
    for number in range(batch.first, batch.last):
        if stopped():
            break
        seed = f"{plan.seed}-{number}"
        begun = clock()
        game = play_once(rules, batch.persona, plan.opponent, seed)
        tally.seconds += clock() - begun
        tally.add(row(rules, game, batch.persona), number, seed, scenes)
    return tally


def tried(
    rules: CampaignRules, plan: CampaignPlan, tries: Tries, stopped: Callable[[], bool]
) -> list[Trial]:
    """Return what came of trying in some plays whatever could be decided there."""
    found = []
    for play in tries.plays:
        if stopped():
            break
        seed = f"{plan.seed}-{play.number}"
        trial = (
            order_tried(rules, play.persona, seed)
            if tries.what == ORDERS
            else scene_tried(rules, play.persona, seed, tries.what)
        )
        if trial is not None:
            found.append(trial)
    return found
