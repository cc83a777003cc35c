"""What one process does of a play-test; it is the same in whichever process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from time import perf_counter

from game.cli.workers import stopped
from game.coach.workshop.met import Met
from game.coach.workshop.sampling import Batch, Plan, batch_played, pressed, scenes_tried
from game.coach.workshop.tally import Tally
from game.coach.workshop.what_ifs import Trial
from game.rules import Game, Rules, one_table


def play_batch(plan: Plan, batch: Batch) -> Tally:
    """Return what the plays of a batch came to."""
    rules = rules_for(plan.scenario, plan.start)
    return batch_played(rules, plan, batch, perf_counter, stopped)


def press(plan: Plan, batch: Batch) -> Tally:
    """Return what came of so many acts of pressure."""
    return pressed(rules_for(plan.scenario, plan.start), plan, batch, stopped)


def try_choices(plan: Plan, scene: tuple[str, Sequence[Met]]) -> list[Trial]:
    """Return what came of trying every choice of a scene in a sample of plays."""
    return list(scenes_tried(rules_for(plan.scenario, plan.start), plan, *scene, stopped))


def rules_for(scenario: str, start: str | None) -> Rules:
    """Return the rules of a scenario of one table; raises `UsageError` for a campaign."""
    return one_table(game_for(scenario, start))


@lru_cache(maxsize=1)
def game_for(scenario: str, start: str | None, twists: tuple[str, ...] = ()) -> Game:
    """Return the rules of a scenario or a campaign, made once in each process."""
    from game.files.library import Library
    from game.files.plays import game_of

    return game_of(scenario, start, Library.of_player().scenarios_folder, twists)
