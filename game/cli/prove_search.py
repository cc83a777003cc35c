"""A search for witnesses, of a table or of a campaign: driven, shared, and its counts told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import PurePath
from time import monotonic
from typing import Generic, NamedTuple, Protocol, TypeVar

from game.cli.progress import progress, progress_ends
from game.cli.workers import WorkerLostError, shared
from game.coach.words_for import listed

Aim = TypeVar("Aim")
Attempt = TypeVar("Attempt")
Tried = TypeVar("Tried")


class Piece(NamedTuple, Generic[Attempt, Aim]):
    """What a worker is given."""

    scenario: str
    attempts: tuple[Attempt, ...]
    missing: frozenset[Aim]


class Driven(NamedTuple, Generic[Aim]):
    """How far a search came."""

    kept: Mapping[Aim, tuple[PurePath, int]]
    """The record that was kept of a witness, and the node in it where the thing is reached."""
    failed: KeyboardInterrupt | WorkerLostError | None


def driven(
    search: Generator[int, None, None],
    recall: Callable[[], Mapping[Aim, tuple[PurePath, int]]],
    aims: int,
    seconds: float | None,
) -> Driven[Aim]:
    """Replay the witnesses that were kept and search on, at most for so many seconds.

    Ctrl-C, and a worker that is lost, end it with what is known.
    """
    kept: Mapping[Aim, tuple[PurePath, int]] = {}
    failed: KeyboardInterrupt | WorkerLostError | None = None
    begun = monotonic()
    try:
        kept = recall()
        for missing in search:
            progress(aims - missing, aims, "witnessed")
            if seconds is not None and monotonic() - begun > seconds:
                break
    except (KeyboardInterrupt, WorkerLostError) as error:
        failed = error
    finally:
        search.close()
        progress_ends()
    return Driven(kept, failed)


def by_workers(
    work: Callable[[Piece[Attempt, Aim]], list[tuple[Attempt, Tried]]],
    scenario: str,
    missing: Callable[[], Iterable[Aim]],
    batch: int,
    workers: int,
) -> Callable[[Iterator[Attempt]], Iterator[tuple[Attempt, Tried]]]:
    """Return what tries plays in several processes, each batch for what lacks a witness by then."""

    def try_all(attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        batches = iter(lambda: tuple(islice(attempts, batch)), ())
        pieces = (Piece(scenario, each, frozenset(missing())) for each in batches)
        for done in shared(work, pieces, workers):
            yield from done

    return try_all


class Sort(Protocol):
    """A kind of thing that a play can reach."""

    @property
    def told(self) -> str:
        """What one of them is called."""
        ...


def table_of(scenario: str, kinds: Iterable[Sort], *found: Iterable[Sort]) -> Iterator[str]:
    """Yield how many there are of each kind: witnessed, impossible and unknown."""
    counts = [Counter(each) for each in found]
    yield f"{scenario}: what some legal play reaches"
    yield ""
    yield f"{'':<10}{'all':>6}{'witnessed':>11}{'impossible':>12}{'unknown':>9}"
    for kind in kinds:
        of_kind = [count[kind] for count in counts]
        cells = "".join(f"{n:>{w}}" for n, w in zip(of_kind, (11, 12, 9), strict=True))
        yield f"{kind.told + 's':<10}{sum(of_kind):>6}{cells}"
    yield ""


def and_choices(choices: Iterable[str]) -> str:
    """Return that the choices of a scene are found with it, since they are made only in it."""
    named = [id.partition(".")[2] for id in choices]
    return f"; and with it its choices {listed(named)}" if named else ""
