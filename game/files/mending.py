"""What can still be checked of a scenario that is broken: its faults stood in for, one by one.

So one run shows all faults. What would only follow from a fault that is known is not said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.files.locating import problem_of
from game.files.shadows import SHADOWS, subject, words_of
from game.scenario.authored import Authored
from game.scenario.campaign_model import Campaign
from game.scenario.days import DayOfYear, Days
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem, did_you_mean
from game.scenario.model import Scenario

Whole = type[Scenario] | type[Campaign]
"""The kind of scenario that is written."""
MOST_ROUNDS = 4
STAND_IN = "stands-in-for-a-fault"
A_GUESS = "did you mean "
"""How the hint begins of what is a slip, even where more is still to be written."""
_SCALARS = {
    int: "0",
    bool: "no",
    date: "1850-01-01",
    Days: "1850",
    DayOfYear: "01-01",
    Expression: "1",
    str: STAND_IN,
}


class Hole(NamedTuple):
    """A place where something is wrong, and what stood there."""

    path: Path
    words: frozenset[str]
    is_wide: bool
    """Names of the scenario may be lost there."""


class Mended(NamedTuple):
    """A scenario with something in place of what is wrong, if that was possible."""

    scenario: Scenario | Campaign | None
    problems: tuple[Problem, ...]
    """What was wrong."""
    holes: tuple[Hole, ...]
    renamed: tuple[tuple[Path, Path], ...]
    """What a key should be called, and what it is."""

    def told(self, problem: Problem) -> Problem:
        """Return a problem at the path that its author wrote."""
        for now, written in self.renamed:
            if problem.path[: len(now)] == now:
                return problem._replace(path=(*written, *problem.path[len(now) :]))
        return problem

    def follows(self, problem: Problem) -> bool:
        """Return whether a problem may be nothing but what follows from another."""
        if STAND_IN in problem.message:
            return True
        return any(_follows(problem, hole) for hole in self.holes)


def mended(written: dict[str, Any], whole: Whole = Scenario) -> Mended:
    """Return the scenario that is written, with every fault in it mended somehow."""
    data = deepcopy(written)
    problems: list[Problem] = []
    holes: list[Hole] = []
    renamed: list[tuple[Path, Path]] = []
    for _ in range(MOST_ROUNDS):
        try:
            scenario = whole.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
            so_far = Mended(None, tuple(problems), tuple(holes), tuple(renamed))
            new = list(_renamed(data, details, whole))
            given, misspelt = {now for now, _ in new}, {was for _, was in new}
            guessed = {now for now, _ in renamed}
            for detail in details:
                problem = problem_of(detail)
                path = _path(detail)
                if path in given and detail["type"] == "missing":
                    continue
                if path not in guessed and not _is_within(path, so_far.holes):
                    problems.append(so_far.told(problem))
                if path not in misspelt:
                    holes.append(_stood_in(data, detail, whole))
            for now, was in new:
                _put(data, now, _taken(data, was, whole))
            renamed += new
        else:
            return Mended(scenario, tuple(problems), tuple(holes), tuple(renamed))
    return Mended(None, tuple(problems), tuple(holes), tuple(renamed))


def _renamed(
    data: Any, details: Iterable[ErrorDetails], whole: Whole
) -> Iterator[tuple[Path, Path]]:
    """Yield the keys that are misspelt ones, each as it should be and as it is."""
    given: set[Path] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *around, key = path = _path(detail)
            kind, parent = _kind_at(path[:-1], whole), _at(data, tuple(around))
            if isinstance(kind, type) and issubclass(kind, Authored) and isinstance(parent, dict):
                free = [field.alias or name for name, field in kind.model_fields.items()]
                hint = did_you_mean(str(key), [name for name in free if name not in parent])
                now = (*around, hint.removeprefix(A_GUESS).rstrip("?"))
                if hint and now not in given:
                    given.add(now)
                    yield now, path


def _stood_in(data: Any, detail: ErrorDetails, whole: Whole) -> Hole:
    """Put something in place of what is wrong and return where it was."""
    path = _path(detail)
    while path and not isinstance(_at(data, path[:-1]), dict | list):
        path = path[:-1]
    was = words_of(_at(data, path))
    if "[key]" in detail["loc"] or detail["type"] == "extra_forbidden":
        _taken(data, path, whole)
        return Hole(path, was, is_wide=False)
    kind = _kind_at(path, whole)
    fresh = None if _may_be_left_out(path, whole) else _stand_in(kind)
    if fresh is None:
        _taken(data, path, whole)
    else:
        _put(data, path, fresh)
    return Hole(path, was, is_wide=len(path) < 3 and _has_names(kind))


def _stand_in(kind: Any) -> Any:
    """Return what an author could have written where a kind of value is needed."""
    kind = _plain(kind)
    origin = get_origin(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin is tuple:
        return "0-100" if get_args(kind) == (int, int) else []
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str(next(iter(kind)))
    if isinstance(kind, type) and issubclass(kind, Authored):
        fields = kind.model_fields.items()
        return {f.alias or n: _stand_in(f.annotation) for n, f in fields if f.is_required()}
    return {} if _has_names(kind) else None


def _follows(problem: Problem, hole: Hole) -> bool:
    path, code = problem.path, problem.code
    if _starts(path, hole.path):
        return True
    if code in _OF_SUMS and _starts(hole.path, path):
        return True
    if code in _OF_NEIGHBOURS:
        around = hole.path[:-1]
        beside = path in (around, (*around, path[-1] if path else ""))
        if beside or (around and path[-1:] == around[-1:]):
            return True
        if around[:1] == ("table",) and len(hole.path) < 4 and path[:1] == ("table",):
            return True
    if any(_starts(hole.path, there) or _starts(there, hole.path) for there in problem.also):
        return True
    if hole.is_wide and problem.lacks:
        return True
    if code is Code.DOMINATED_OPTION:
        return True
    if code in _OF_DATES and hole.path in _CLOCK:
        return True
    if code is Code.UNUSED_SOURCE and "source" in hole.path:
        return True
    if code is Code.UNUSED_TRACK and (hole.is_wide or not hole.words.isdisjoint(map(str, path))):
        return True
    if code is Code.TOO_LONG and _starts(path, hole.path[:-1]) and hole.path[-1:] == ("when",):
        return True
    if code is Code.UNREACHABLE_ENDING and hole.path[:1] == ("endings",):
        return True
    if hole.is_wide and not hole.words and problem.hint.startswith(A_GUESS):
        return False
    return code in SHADOWS and (hole.is_wide or subject(problem.message) in hole.words)


_OF_SUMS = frozenset(
    {
        Code.BAD_SUM,
        Code.IDLE_ISSUE,
        Code.DOMINATED_OPTION,
        Code.TOO_FEW_CHOICES,
        Code.NO_EFFECT,
        Code.NO_SOURCE,
        Code.MISSING_KEY,
    }
)
"""What adds up parts, of which one may be wrong."""
_OF_NEIGHBOURS = frozenset({Code.BAD_RANGE, Code.BAD_DATE, Code.MISSING_KEY, Code.UNKNOWN_KEY})
"""What compares a value with one beside it."""
_OF_DATES = frozenset(
    {Code.NOT_ALIVE, Code.OUT_OF_OFFICE, Code.NOT_YET, Code.TOO_FAST, Code.ICE_BOUND}
)
"""What compares the days of scenes with the calendar."""
_CLOCK = {
    ("start",),
    ("end",),
    ("table", "sittings"),
    ("table", "sittings-a-day"),
    ("table", "opens-at"),
}
"""What the days of scenes follow from."""


def _is_within(path: Path, holes: Iterable[Hole]) -> bool:
    return any(_starts(path, hole.path) for hole in holes)


def _starts(path: Path, with_: Path) -> bool:
    return path[: len(with_)] == with_


def _path(detail: ErrorDetails) -> Path:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _is_place(around: Any, step: str | int) -> bool:
    return isinstance(around, list) and isinstance(step, int) and step < len(around)


def _put(data: Any, path: Path, value: Any) -> None:
    around: Any = _at(data, path[:-1])
    if path and (isinstance(around, dict) or _is_place(around, path[-1])):
        around[path[-1]] = value


def _taken(data: Any, path: Path, whole: Whole) -> Any:
    around: Any = _at(data, path[:-1])
    if path and isinstance(around, dict):
        return around.pop(path[-1], None)
    if path and _is_place(around, path[-1]):
        around[path[-1]] = _stand_in(_kind_at(path, whole)) or STAND_IN
    return None


def _kind_at(path: Path, whole: Whole) -> Any:
    """Return the type of what stands at a path of the scenario, if it is known."""
    kind: Any = whole
    for step in path:
        if isinstance(kind, type) and issubclass(kind, Authored):
            fields = kind.model_fields.values()
            kind = _plain(next((f.annotation for f in fields if f.alias == step), None))
        else:
            kind = _plain((get_args(kind) or (None,))[0])
    return kind


def _may_be_left_out(path: Path, whole: Whole) -> bool:
    around = _kind_at(path[:-1], whole)
    if not (isinstance(around, type) and issubclass(around, Authored)):
        return False
    return any(f.alias == path[-1] and not f.is_required() for f in around.model_fields.values())


def _has_names(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, dict)


def _plain(kind: Any) -> Any:
    """Return a type without `| None` and without what is said about it."""
    while hasattr(kind, "__metadata__"):
        kind = kind.__origin__
    if NoneType in get_args(kind):
        return _plain(next(member for member in get_args(kind) if member is not NoneType))
    return kind
