"""Work that several processes share and that comes back in the order in which it was given out."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")
Done = TypeVar("Done")

AHEAD = 2
"""Pieces for each worker that are given out before the first of them is back."""


def shared(
    work: Callable[[Piece], Done], pieces: Iterator[Piece], workers: int
) -> Generator[Done, None, None]:
    """Yield what comes of each piece, in order; a piece is only asked for when it is given out.

    Closing the generator gives out no more. Ctrl-C reaches this process alone.
    """
    waiting: deque[Future[Done]] = deque()
    ignores = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=ignores)
    try:
        for piece in pieces:
            waiting.append(pool.submit(work, piece))
            if len(waiting) > AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
