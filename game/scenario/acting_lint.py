"""Who acts when he does not live, or out of his office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.authored import Authored, ById
from game.scenario.calendar_lint import clashes
from game.scenario.calendar_model import Calendar, Life, Office
from game.scenario.days import Period
from game.scenario.event_model import Choice, Event
from game.scenario.faults import Code, Path, Problem, nearest_of
from game.scenario.known import referred, warning
from game.scenario.model import Adviser, Page, Seat
from game.scenario.told_days import Told

THERE = "give the adviser a `when` that leaves such days out, or mend the dates"
ELSE = "let somebody else act, let it come on another day, or mend the dates"


def check_cast(thing: Authored, told: Told, calendar: Calendar) -> Iterator[Problem]:
    """Yield who acts in a thing that is told when he cannot have acted."""
    match thing:
        case Seat(life=str(who)):
            yield from check_one(who, (*told.path, "life"), told, calendar.lives)
        case Adviser(life=str(who)):
            never = tuple(check_one(who, (*told.path, "life"), told, calendar.lives))
            yield from never or _check_adviser(who, (*told.path, "life"), told, calendar.lives)
        case Event(cast=cast) | Choice(cast=cast) | Page(cast=cast):
            for index, who in enumerate(cast):
                yield from check_one(who, (*told.path, "cast", index), told, calendar.lives)


def check_one(who: str, path: Path, told: Told, lives: ById[Life]) -> Iterator[Problem]:
    """Yield that somebody acts in a thing when he cannot have acted."""
    id, dot, office = who.partition(".")
    yield from referred(id, path, lives, "life in calendar.yaml")
    if id not in lives:
        return
    life, at = lives[id], ("calendar", "lives", id)
    if dot and office not in life.offices:
        message = f"{office} is no office of {id}"
        hint = nearest_of(office, life.offices) if life.offices else f"write only {id}"
        yield Problem(path, Code.UNKNOWN_ID, message, hint, offset=len(id) + 1)
        return
    if clashes(life):
        return  # which is told in the calendar
    offices = {office: life.offices[office]} if dot else life.offices
    yield from _check_life(life, path, told, at) or _check_offices(
        life, offices, path, told, (*at, "offices")
    )


def _check_life(life: Life, path: Path, told: Told, at: Path) -> tuple[Problem, ...]:
    time = Period(life.born, life.died)
    missed = told.missed(time)
    if missed is None:
        return ()
    is_early = time.is_after(missed.days)
    date = life.born if is_early else life.died
    lived = f"{life.name} {'was born' if is_early else 'died'} {date.told if date else ''}"
    message = f"{missed.told(is_early=is_early)}, and {lived}"
    return (Problem(path, Code.NOT_ALIVE, message, ELSE, also=(at, *missed.also)),)


def _check_offices(
    life: Life, offices: Mapping[str, Office], path: Path, told: Told, at: Path
) -> tuple[Problem, ...]:
    """Return a problem if somebody holds none of some offices; whoever has none may act."""
    times = [Period(office.from_, office.to) for office in offices.values()]
    all_missed = [told.missed(time) for time in times]
    missed = next(iter(all_missed), None)
    if missed is None or None in all_missed:
        return ()
    comes = missed.told(is_early=times[0].is_after(missed.days))
    message = f"{comes}, and {life.name} was {' and '.join(map(_held, offices.values()))}"
    also = (*((*at, id) for id in offices), *missed.also)
    return (Problem(path, Code.OUT_OF_OFFICE, message, ELSE, also=also),)


def _check_adviser(who: str, path: Path, told: Told, lives: ById[Life]) -> Iterator[Problem]:
    """Yield the first day on which an adviser can be asked who is no more, or is it not yet."""
    id, _, office = who.partition(".")
    life = lives[id]
    if clashes(life):
        return
    offices = [life.offices[office]] if office else list(life.offices.values())
    for days in told.of_adviser:
        lives_then = Period(life.born, life.died)
        if not lives_then.meets(days):
            is_early = lives_then.is_after(days)
            date = life.born if is_early else life.died
            code, was = Code.NOT_ALIVE, f"{'was born' if is_early else 'died'} {date and date.told}"
        elif offices and not any(Period(o.from_, o.to).meets(days) for o in offices):
            code, was = Code.OUT_OF_OFFICE, f"was {' and '.join(map(_held, offices))}"
        else:
            continue
        message = f"{life.name} can be asked on {days}, and {was}"
        problem = warning(path, code, message, THERE)
        yield problem._replace(also=(("calendar", "lives", id),))
        return


def _held(office: Office) -> str:
    """Return an office with its time, as in `General of Ili until 1855`."""
    begun = f" from {office.from_}" if office.from_ is not None else ""
    ended = f" until {office.to}" if office.to is not None else ""
    return f"{office.title}{begun}{ended}"
