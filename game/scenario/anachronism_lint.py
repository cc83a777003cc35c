"""What is told on a day on which it cannot have been.

What may come on several days is right if it is right on one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.scenario.acting_lint import check_cast
from game.scenario.authored import Authored
from game.scenario.calendar_model import Calendar
from game.scenario.faults import Code, Path, Problem
from game.scenario.knowing_lint import Word
from game.scenario.known import Known, warning
from game.scenario.model import Page
from game.scenario.sailing_lint import check_sails
from game.scenario.texts_of_the_day import check_years
from game.scenario.things import Things

if TYPE_CHECKING:
    from game.scenario.scene_days import SceneDays


def anachronisms(known: Known, written: Things, *, doubting: bool = True) -> Iterator[Problem]:
    """Yield what comes before its time, or after it, from one start or another.

    Without `doubting` no text is read for what it says: that only warns, and takes longest.
    """
    from game.scenario.scene_days import SceneDays, openings  # a campaign has no need of it

    told: set[tuple[Path, Code, int]] = set()
    starts = tuple(openings(known))
    for start, opened in starts:
        days = SceneDays(opened, is_alone=len(starts) == 1)
        for problem in _anachronisms(opened, written, days, doubting=doubting):
            place = problem.path, problem.code, problem.offset
            if place not in told:
                told.add(place)
                yield problem if start is None else _from(start, problem)


def _from(start: str, problem: Problem) -> Problem:
    """Return what is wrong only where the talks open on another day."""
    also = (*problem.also, ("starts", start, "date"))
    return problem._replace(message=f"from the start {start}: {problem.message}", also=also)


def _anachronisms(
    known: Known, written: Things, days: SceneDays, *, doubting: bool
) -> Iterator[Problem]:
    calendar = known.scenario.calendar or Calendar()
    word = Word(known.scenario)
    for path, thing in written:
        if isinstance(thing, Page) and path[0] != "briefs":
            yield from not_told(thing, path)
            continue
        told = days.told(path)
        yield from check_cast(thing, told, calendar)
        yield from check_sails(thing, told, calendar)
        yield from word.check(thing, told)
        if doubting:
            yield from word.check_said(thing, told)
            yield from check_years(thing, told)
    yield from word.check_places()


def not_told(page: Page, path: Path) -> Iterator[Problem]:
    """Yield what has no meaning in a page that is told of no day."""
    given: dict[str, Authored | tuple[str, ...]] = {"cast": page.cast, "knows": page.knows}
    for key in (key for key, ids in given.items() if ids):
        message = f"a page of the codex is told on no day, so that its {key} means nothing"
        hint = "take it out; in a brief it has a use"
        yield warning((*path, key), Code.UNKNOWN_KEY, message, hint, at_key=True)
