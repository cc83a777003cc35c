"""One play-test from the first play to the last what-if: whoever stops it has what is known."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import Any

from game.cli.playtest_batches import parts_of
from game.cli.playtest_workers import play_batch, press, rules_for, try_choices
from game.cli.progress import progress, progress_ends
from game.cli.workers import shared
from game.coach.workshop.met import Met
from game.coach.workshop.never_met import NOTHING, NeverMet, came_near
from game.coach.workshop.playing import SLOW
from game.coach.workshop.playtest import paths, report, swept, what_ifs_told
from game.coach.workshop.sampling import READ, Batch, Plan, batches_of
from game.coach.workshop.scene_weight import MORE, suspects
from game.coach.workshop.tally import Tally
from game.coach.workshop.untaken import untaken
from game.coach.workshop.what_ifs import Trial
from game.coach.workshop.width import zones
from game.files.folders import folder_of
from game.files.library import Library
from game.files.whereabouts import written_at
from game.policy.inclination import inclinations
from game.scenario.table_model import ActKind
from game.state import CLAIMANT

FORMAT = 2
MOST_PRESSED = 5
"""Acts of pressure up to which the sweep goes."""
CHUNK = 5
CHUNKS = {"random": 200, **dict.fromkeys(SLOW, 1)}
"""Plays that are handed to a worker at a time, for some personas; they change no number."""


class Run:
    """A play-test of one plan."""

    def __init__(self, plan: Plan, workers: int, presses: int = 0) -> None:
        self.plan = plan
        self.rules = rules_for(plan.scenario, plan.start)
        self._workers = workers
        self._tally = Tally(plan.sample)
        self._trials: list[Trial] = []
        self._presses = presses
        """Plays of the sweep for each number of acts of pressure."""
        self._swept = Tally(0)
        self._seconds = 0.0
        self._asked = 0
        self._near = NOTHING

    def play(self, personas: list[str], games: int) -> None:
        """Play so many games of each persona, then try choices in a sample of them."""
        self._asked = games * len(personas)
        batches = batches_of(personas, games, CHUNK, CHUNKS)
        try:
            with closing(parts_of(partial(play_batch, self.plan), batches, self._workers)) as parts:
                for part, seconds in parts:
                    self._tally += part
                    self._seconds = seconds
            self._try_choices()
            self._press()
            self._near = self._came_near()
        finally:
            progress_ends()

    def _try_choices(self) -> None:
        """Try every choice in a sample of states, and the suspect ones in more of them."""
        met, few = sorted(self._tally.met.items()), self.plan.sample // MORE
        self._try([(scene, plays[:few]) for scene, plays in met])
        doubted = suspects(self.rules, self._trials)
        self._try([(scene, plays[few:]) for scene, plays in met if scene in doubted])

    def _try(self, scenes: list[tuple[str, Sequence[Met]]]) -> None:
        with closing(shared(partial(try_choices, self.plan), scenes, self._workers)) as found:
            for at, trials in enumerate(found, 1):
                self._trials += trials
                progress(at, len(scenes), "scenes tried")

    def _press(self) -> None:
        """Play as the same claimant with more and more acts of pressure."""
        if self.plan.seat != CLAIMANT or ActKind.PRESSURE not in self.rules.table.acts_of(CLAIMANT):
            return
        batches = [
            Batch(str(acts), first, min(first + CHUNK, self._presses))
            for acts in range(MOST_PRESSED + 1)
            for first in range(0, self._presses, CHUNK)
        ]
        with closing(shared(partial(press, self.plan), batches, self._workers)) as parts:
            for at, part in enumerate(parts, 1):
                self._swept += part
                progress(at, len(batches), "parts of the sweep")

    def _came_near(self) -> NeverMet:
        """Look how near the first plays came to what was never met."""
        played = {name: counts.games for name, counts in self._tally.personas.items()}
        never = report(self.rules, self.plan.seat, self._tally)["never"]
        return came_near(self.rules, self.plan, played, never)

    def _untaken(self) -> list[dict[str, Any]]:
        taken = self._tally.whole().choices
        return [found._asdict() for found in untaken(self.rules, self._near.open, taken)]

    def report(self) -> dict[str, Any]:
        """Return what is known by now."""
        plan, rules, tally = self.plan, self.rules, self._tally
        told = report(rules, plan.seat, tally)
        # What all workers do in a second of play; counting is no part of it.
        playing = max(tally.seconds / self._workers, 1e-9)
        found = {
            "format": FORMAT,
            "scenario": rules.scenario.id,
            "lesson": rules.scenario.lesson,
            "start": plan.start,
            "seat": rules.table.seats[plan.seat],
            "opponent": plan.opponent,
            "seed": plan.seed,
            "asked": self._asked,
            "read": READ,
            **told,
            "near": {"plays": self._near.plays, "how": self._near.how},
            "untaken": self._untaken(),
            "inclinations": {
                seat: inclinations(rules, at) for at, seat in enumerate(rules.table.seats)
            },
            "seconds": round(self._seconds, 3),
            "decisions_per_second": round(told["decisions"] / playing),
            **what_ifs_told(rules, plan.sample // MORE, self._trials),
            "sweep": swept(self._swept),
            "zone": {start or "": zone._asdict() for start, zone in zones(rules.scenario).items()},
        }
        folder = folder_of(plan.scenario, Library.of_player().scenarios_folder)
        return {**found, "places": written_at(folder, paths(found))}
