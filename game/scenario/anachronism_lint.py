"""Who acts when he cannot have acted.

What may come on several days is right if it is right on one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.authored import Authored, ById
from game.scenario.calendar_model import Calendar, Life, Office
from game.scenario.event_model import Choice, Event
from game.scenario.faults import Code, Path, Problem, nearest_of
from game.scenario.known import Known, referred, warning
from game.scenario.model import Adviser, Page, Seat
from game.scenario.scene_days import SceneDays, Told
from game.scenario.things import Things

ELSE = "let somebody else act, let it come on another day, or mend the dates"


def anachronisms(known: Known, written: Things) -> Iterator[Problem]:
    """Yield what is told on a day on which it cannot have been."""
    scenario, table = known.scenario, known.scenario.table
    if min(table.sittings, table.sittings_a_day) < 1 or scenario.end < scenario.start:
        return  # a fault by itself, and then nothing has a day
    calendar = scenario.calendar or Calendar()
    days = SceneDays(known)
    for path, thing in written:
        if isinstance(thing, Page) and path[0] != "briefs":
            yield from _not_told(thing, path)
            continue
        for who, at in _acting(thing, path):
            yield from _check_who(who, at, days.told(path), calendar.lives)


def _not_told(page: Page, path: Path) -> Iterator[Problem]:
    if page.cast:
        message, hint = "nobody acts in a page of the codex", "take it out; in a brief it has a use"
        yield warning((*path, "cast"), Code.UNKNOWN_KEY, message, hint, at_key=True)


def _acting(thing: Authored, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield who acts in a thing, each with the path of his id."""
    match thing:
        case Seat(life=str(who)) | Adviser(life=str(who)):
            yield who, (*path, "life")
        case Event(cast=cast) | Choice(cast=cast) | Page(cast=cast):
            yield from ((who, (*path, "cast", index)) for index, who in enumerate(cast))


def _check_who(who: str, path: Path, told: Told, lives: ById[Life]) -> Iterator[Problem]:
    id, dot, office = who.partition(".")
    yield from referred(id, path, lives, "life in calendar.yaml")
    if id not in lives:
        return
    life = lives[id]
    if dot and office not in life.offices:
        message = f"{office} is no office of {id}"
        hint = nearest_of(office, life.offices) if life.offices else f"write only {id}"
        yield Problem(path, Code.UNKNOWN_ID, message, hint, offset=len(id) + 1)
        return
    yield from _check_life(life, path, told, ("calendar", "lives", id)) or _check_offices(
        life,
        {office: life.offices[office]} if dot else life.offices,
        path,
        told,
        ("calendar", "lives", id, "offices"),
    )


def _check_life(life: Life, path: Path, told: Told, at: Path) -> tuple[Problem, ...]:
    missed = told.missed(life.born, life.died)
    if missed is None:
        return ()
    date = life.born if missed.is_early else life.died
    done = "was born" if missed.is_early else "died"
    message = f"{missed}, and {life.name} {done} {date.told if date else ''}"
    return (Problem(path, Code.NOT_ALIVE, message, ELSE, also=(at, *missed.also)),)


def _check_offices(
    life: Life, offices: Mapping[str, Office], path: Path, told: Told, at: Path
) -> tuple[Problem, ...]:
    """Return a problem if somebody holds none of some offices; whoever has none may act."""
    missed = [told.missed(office.from_, office.to) for office in offices.values()]
    first = next(iter(missed), None)
    if first is None or None in missed:
        return ()
    message = f"{first}, and {life.name} was {' and '.join(map(_held, offices.values()))}"
    also = (*((*at, id) for id in offices), *first.also)
    return (Problem(path, Code.OUT_OF_OFFICE, message, ELSE, also=also),)


def _held(office: Office) -> str:
    """Return an office with its time, as in `General of Ili until 1855`."""
    begun = f" from {office.from_}" if office.from_ is not None else ""
    ended = f" until {office.to}" if office.to is not None else ""
    return f"{office.title}{begun}{ended}"
