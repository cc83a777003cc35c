"""One play-test from the first play to the last what-if: whoever stops it has what is known."""

from __future__ import annotations

from contextlib import closing
from time import perf_counter
from typing import Any

from game.cli.playtest_workers import play_batch, rules_for, shared, try_choices
from game.cli.progress import progress, progress_ends
from game.coach.workshop.playing import SLOW
from game.coach.workshop.playtest import paths, report, what_ifs_told
from game.coach.workshop.sampling import READ, Batch, Plan
from game.coach.workshop.tally import Tally
from game.coach.workshop.what_ifs import Trial
from game.coach.workshop.width import zones
from game.files.folders import folder_of
from game.files.library import Library
from game.files.whereabouts import written_at

FORMAT = 2
CHUNK = 5
CHUNKS = {"random": 50, **dict.fromkeys(SLOW, 1)}
"""Plays that are handed to a worker at a time, for some personas; they change no number."""


class Run:
    """A play-test of one plan."""

    def __init__(self, plan: Plan, workers: int) -> None:
        self.plan = plan
        self.rules = rules_for(plan.scenario, plan.start)
        self._workers = workers
        self._tally = Tally(plan.sample)
        self._trials: list[Trial] = []
        self._seconds = 0.0
        self._asked = 0

    def play(self, personas: list[str], games: int) -> None:
        """Play so many games of each persona, then try choices in a sample of them."""
        self._asked = games * len(personas)
        batches = [
            Batch(name, first, min(first + chunk, games))
            for name in personas
            for chunk in (CHUNKS.get(name, CHUNK),)
            for first in range(0, games, chunk)
        ]
        begun, done = perf_counter(), 0
        try:
            with closing(shared(play_batch, self.plan, batches, self._workers)) as parts:
                for batch, part in zip(batches, parts, strict=False):
                    # Added as one value, so that whoever is stopped here has whole batches.
                    self._tally += part
                    self._seconds = perf_counter() - begun
                    done += batch.last - batch.first
                    progress(done, self._asked)
            met = sorted(self._tally.met.items())
            with closing(shared(try_choices, self.plan, met, self._workers)) as found:
                for at, trials in enumerate(found, 1):
                    self._trials += trials
                    progress(at, len(met), "scenes tried")
        finally:
            progress_ends()

    def report(self) -> dict[str, Any]:
        """Return what is known by now."""
        plan, rules, tally = self.plan, self.rules, self._tally
        told = report(rules, plan.seat, tally)
        # What all workers do in a second of play; counting is no part of it.
        playing = max(tally.seconds / self._workers, 1e-9)
        found = {
            "format": FORMAT,
            "scenario": rules.scenario.id,
            "start": plan.start,
            "seat": rules.table.seats[plan.seat],
            "opponent": plan.opponent,
            "seed": plan.seed,
            "asked": self._asked,
            "read": READ,
            **told,
            "seconds": round(self._seconds, 3),
            "decisions_per_second": round(told["decisions"] / playing),
            **what_ifs_told(rules, plan.sample, self._trials),
            "zone": {start or "": zone._asdict() for start, zone in zones(rules.scenario).items()},
        }
        folder = folder_of(plan.scenario, Library.of_player().scenarios_folder)
        return {**found, "places": written_at(folder, paths(found))}
