"""Plays shared among processes: the same parts in the same order, however many there are."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from time import perf_counter
from typing import TypeVar

from game.coach.workshop.sampling import Batch, Plan, batch_played, pressed, scenes_tried
from game.coach.workshop.tally import Met, Tally
from game.coach.workshop.what_ifs import Trial
from game.errors import AmurError
from game.rules import Rules

Job = TypeVar("Job")
Part = TypeVar("Part")

_stop: Event | None = None
"""In a worker: set once nobody waits for it any more."""


def shared(
    work: Callable[[Plan, Job], Part], plan: Plan, jobs: Sequence[Job], workers: int
) -> Generator[Part, None, None]:
    """Yield what comes of each job, in order; whoever closes this stops the workers, too.

    Raises `AmurError` when a worker died.
    """
    if workers == 1:
        yield from (work(plan, job) for job in jobs)
        return
    context = get_context()
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, _begin, (stop,))
    try:
        yield from pool.map(work, [plan] * len(jobs), jobs)
    except BrokenProcessPool as error:
        raise AmurError(
            "a worker was killed, perhaps for want of memory; what is told is of the plays before"
            " that: try fewer --workers"
        ) from error
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(stop: Event) -> None:
    global _stop
    _stop = stop
    # Ctrl-C reaches every process of a terminal; only the first of them is to answer it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stopped() -> bool:
    return _stop is not None and _stop.is_set()


def play_batch(plan: Plan, batch: Batch) -> Tally:
    """Return what the plays of a batch came to."""
    rules = rules_for(plan.scenario, plan.start)
    return batch_played(rules, plan, batch, perf_counter, _stopped)


def press(plan: Plan, batch: Batch) -> Tally:
    """Return what came of so many acts of pressure."""
    return pressed(rules_for(plan.scenario, plan.start), plan, batch, _stopped)


def try_choices(plan: Plan, scene: tuple[str, Sequence[Met]]) -> list[Trial]:
    """Return what came of trying every choice of a scene in a sample of plays."""
    return list(scenes_tried(rules_for(plan.scenario, plan.start), plan, *scene, _stopped))


@lru_cache(maxsize=1)
def rules_for(scenario: str, start: str | None) -> Rules:
    """Return the rules of a scenario, made once in each process."""
    from game.files.library import Library
    from game.files.plays import rules_of

    return rules_of(scenario, start, Library.of_player().scenarios_folder)
