"""What is wrong with the dates of a calendar among themselves."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.calendar_model import Life, Office, Road
from game.scenario.days import Days
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, ranged


def check_life(life: Life, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the dates of a life."""
    yield from _in_order(life.born, life.died, (*path, "died"), "he dies before he is born")
    for id, office in life.offices.items():
        at = (*path, "offices", id)
        begins = office.from_ or office.to
        yield from _in_order(begins, life.died, (*at, "from"), "he is dead before it begins")
        yield from _in_order(
            life.born, office.to or office.from_, (*at, "to"), "it ends before he is born"
        )


def check_office(office: Office, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the dates of an office."""
    yield from _in_order(office.from_, office.to, (*path, "to"), "it ends before it begins")


def check_road(road: Road, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a road."""
    yield from ranged(road.days, (*path, "days"), 0, 999)


def _in_order(earlier: Days | None, later: Days | None, path: Path, said: str) -> Iterator[Problem]:
    """Yield a problem if what must be later is certainly earlier."""
    if earlier is not None and later is not None and later.last < earlier.first:
        hint = f"{earlier} comes after {later}; mend one of them"
        yield Problem(path, Code.BAD_DATE, said, hint)
