"""`amur playtest` of a campaign: from the first play to the last what-if.

`--json` gives, in format 1 of campaigns: what was played (`scenario`, `start`, `twists`, `seat`,
`opponent`, `seed`, `asked`); what `game.coach.workshop.seasons.playtest` tells (`games`,
`decisions`, `endings`, `groups`, `tables`, `coverage`, `never`, `actions`, `personas`, `skilled`);
`seconds` and `decisions_per_second`, which alone differ from run to run; `what_ifs` (`states` of
each scene, and ten times as many seasons, asked for; `tried`; `equal` in hundredths), `orders` and
`choices` (by id: `states`, and in how many it was `best` or `worst`), `dominated` (`choice`, `by`,
`states`, `worse`) and `standing_out` (`id`, `is`: `worst` in more than 95 % of states or `best` in
more than 60 %, `states`, `best`, `worst`).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from time import perf_counter
from typing import Any

from game.cli.playtest_batches import parts_of
from game.cli.playtest_workers import game_for
from game.cli.progress import progress, progress_ends
from game.cli.workers import shared, stopped
from game.coach.workshop.met import Met
from game.coach.workshop.sampling import Batch, batches_of
from game.coach.workshop.seasons import sampling
from game.coach.workshop.seasons.playing import SLOW
from game.coach.workshop.seasons.playtest import report, what_ifs_told
from game.coach.workshop.seasons.sampling import CampaignPlan, Tries
from game.coach.workshop.seasons.tally import Tally
from game.coach.workshop.seasons.what_ifs import ORDERS, Trial
from game.rules import CampaignRules

FORMAT = 1
CHUNKS = {"random": 100, **dict.fromkeys(SLOW, 1)}
"""Plays that are handed to a worker at a time, for some personas; they change no number."""
CHUNK = 5
SEASONS_A_STATE = 10
"""Seasons in which every order is tried, for each state of a scene that is asked for."""


class CampaignRun:
    """A play-test of one plan."""

    def __init__(self, plan: CampaignPlan, workers: int) -> None:
        self.plan = plan
        self.rules = rules_for(plan.scenario, plan.start, plan.twists)
        self._workers = workers
        self._tally = Tally(plan.sample)
        self._trials: list[Trial] = []
        self._seconds = 0.0
        self._asked = 0

    def play(self, personas: Sequence[str], games: int) -> None:
        """Play so many games of each persona, then try what could be decided in some of them."""
        self._asked = games * len(personas)
        batches = batches_of(personas, games, CHUNK, CHUNKS)
        try:
            with closing(parts_of(partial(play_batch, self.plan), batches, self._workers)) as parts:
                for part, seconds in parts:
                    self._tally += part
                    self._seconds = seconds
            self._try(personas, games)
        finally:
            progress_ends()

    def _try(self, personas: Sequence[str], games: int) -> None:
        if not self.plan.sample:
            return
        quick = [name for name in personas if name not in SLOW]
        met = [
            Met(0, number, name)
            for number in range(min(games, SEASONS_A_STATE * self.plan.sample))
            for name in quick
        ][: SEASONS_A_STATE * self.plan.sample]
        tries = [Tries(ORDERS, (play,)) for play in met]
        tries += [Tries(scene, plays) for scene, plays in sorted(self._tally.met.items())]
        with closing(shared(partial(try_all, self.plan), tries, self._workers)) as found:
            for at, trials in enumerate(found, 1):
                self._trials += trials
                progress(at, len(tries), "states tried")

    def report(self) -> dict[str, Any]:
        """Return what is known by now."""
        plan, told = self.plan, report(self.rules, self._tally)
        playing = max(self._tally.seconds / self._workers, 1e-9)
        return {
            "format": FORMAT,
            "scenario": self.rules.scenario.id,
            "start": plan.start,
            "twists": list(plan.twists),
            "seat": self.rules.scenario.seasons.seat,
            "opponent": plan.opponent,
            "seed": plan.seed,
            "asked": self._asked,
            **told,
            "seconds": round(self._seconds, 3),
            "decisions_per_second": round(told["decisions"] / playing),
            **what_ifs_told(plan.sample, self._trials),
        }


def play_batch(plan: CampaignPlan, batch: Batch) -> Tally:
    """Return what the plays of a batch came to."""
    rules = rules_for(plan.scenario, plan.start, plan.twists)
    return sampling.batch_played(rules, plan, batch, perf_counter, stopped)


def try_all(plan: CampaignPlan, tries: Tries) -> list[Trial]:
    """Return what came of trying everything that could be decided in some states."""
    return sampling.tried(rules_for(plan.scenario, plan.start, plan.twists), plan, tries, stopped)


def rules_for(scenario: str, start: str | None, twists: tuple[str, ...]) -> CampaignRules:
    """Return the rules of a campaign."""
    game = game_for(scenario, start, twists)
    assert isinstance(game, CampaignRules)
    return game
