"""Batches of plays, shared by several processes, told as they come back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from time import perf_counter
from typing import TypeVar

from game.cli.progress import progress
from game.cli.workers import shared
from game.coach.workshop.sampling import Batch

Part = TypeVar("Part")


def parts_of(
    play: Callable[[Batch], Part], batches: Sequence[Batch], workers: int
) -> Generator[tuple[Part, float], None, None]:
    """Yield what each batch came to, and the seconds since the first was begun.

    Progress is shown once whoever asked has taken a part, so that he is stopped with whole ones.
    """
    asked = sum(batch.last - batch.first for batch in batches)
    begun, done = perf_counter(), 0
    with closing(shared(play, batches, workers)) as parts:
        for batch, part in zip(batches, parts, strict=False):
            yield part, perf_counter() - begun
            done += batch.last - batch.first
            progress(done, asked)
