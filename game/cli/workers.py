"""Work that several processes share and that comes back in the order in which it was given out."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from typing import TypeVar

from game.errors import AmurError

Piece = TypeVar("Piece")
Done = TypeVar("Done")

AHEAD = 2
"""Pieces for each worker that are given out before the first of them is back."""

_stop: Event | None = None
"""In a worker: set once nobody waits for it any more."""


class WorkerLostError(AmurError):
    """A process that shared the work was killed."""


def shared(
    work: Callable[[Piece], Done], pieces: Iterable[Piece], workers: int
) -> Generator[Done, None, None]:
    """Yield what comes of each piece, in order; a piece is only asked for when it is given out.

    One worker is this process itself. Closing the generator gives out no more, and has long
    pieces end early that look at `stopped`. Ctrl-C reaches this process alone. Raises
    `WorkerLostError` when one was killed.
    """
    if workers == 1:
        yield from map(work, pieces)
        return
    context = get_context()
    stop = context.Event()
    waiting: deque[Future[Done]] = deque()
    pool = ProcessPoolExecutor(workers, context, _begin, (stop,))
    try:
        for piece in pieces:
            with _ctrl_c_waits():
                waiting.append(pool.submit(work, piece))
            if len(waiting) > AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerLostError(
            "a worker was killed, perhaps for want of memory; what is told is of the plays before"
            " that: try fewer --workers"
        ) from error
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def stopped() -> bool:
    """Return whether nobody waits any more for what this process does as a worker."""
    return _stop is not None and _stop.is_set()


@contextmanager
def _ctrl_c_waits() -> Iterator[None]:
    """Let Ctrl-C wait: Python loses one that comes at the moment in which a process is forked."""
    if sys.platform == "win32":  # no process is forked there
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(stop: Event) -> None:
    global _stop
    _stop = stop
    # Ctrl-C reaches every process of a terminal; only the first of them is to answer it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
