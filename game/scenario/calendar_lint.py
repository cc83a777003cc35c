"""What is wrong with the dates of a calendar among themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from game.scenario.calendar_model import Happening, Life, Road
from game.scenario.days import Days
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, ranged, warning
from game.scenario.spoken import MOST_LETTERS


def check_life(life: Life, path: Path, known: Known) -> Iterator[Problem]:
    """Yield the first thing that is wrong with the dates of a life; the rest may follow from it."""
    yield from islice(_clashes(life, path), 1)


def clashes(life: Life) -> bool:
    """Return whether the dates of a life cannot all be right."""
    return any(True for _ in _clashes(life, ()))


def _clashes(life: Life, path: Path) -> Iterator[Problem]:
    yield from _in_order(life.born, life.died, (*path, "died"), "death comes before birth")
    for id, office in life.offices.items():
        at = (*path, "offices", id)
        begins, ends = office.from_ or office.to, office.to or office.from_
        yield from _in_order(office.from_, office.to, (*at, "to"), "it ends before it begins")
        yield from _in_order(begins, life.died, (*at, "from"), "it begins after death")
        yield from _in_order(life.born, ends, (*at, "to"), "it ends before birth")


def check_happening(happening: Happening, path: Path, known: Known) -> Iterator[Problem]:
    """Yield the words of a happening that are looked for in no text."""
    for index, word in enumerate(happening.words):
        at = (*path, "words", index)
        if not word[:1].isalnum():
            message, hint = "a word begins with a letter", "write it as it stands in a text"
            yield Problem(at, Code.UNKNOWN_WORD, message, hint)
        elif len(word) > MOST_LETTERS:
            message = f"{len(word)} letters are more than anybody says alike"
            yield warning(at, Code.TOO_LONG, message, f"write {MOST_LETTERS} at most")


def check_road(road: Road, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a road."""
    yield from ranged(road.days, (*path, "days"), 0, 999)


def _in_order(earlier: Days | None, later: Days | None, path: Path, said: str) -> Iterator[Problem]:
    """Yield a problem if what must be later is certainly earlier."""
    if earlier is not None and later is not None and later.last < earlier.first:
        hint = f"{earlier} comes after {later}; mend one of them"
        yield Problem(path, Code.BAD_DATE, said, hint)
