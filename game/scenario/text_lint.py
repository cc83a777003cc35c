"""How long texts may be, in words, and what they must cite. All of this is only warned of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from game.scenario.action_model import Action, Hazard, Target
from game.scenario.authored import Authored
from game.scenario.calendar_model import Happening, Life, Road, Water
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Toll
from game.scenario.effect_paths import effects_of_all
from game.scenario.ending_model import Ending, Mark
from game.scenario.event_model import Choice, Counsel, Event, Risk
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, asked, referred, warning
from game.scenario.model import Adviser, Page, PageKind, Scenario, Start
from game.scenario.opening import can_open
from game.scenario.season_model import Breach, Consequence, Pressure, Twist, Usage
from game.scenario.table_model import News
from game.scenario.things import Things, each_of

LIMITS: Mapping[type[Authored], Mapping[str, int]] = {
    Scenario: {"title": 12, "purpose": 60, "content-note": 80, "afterwards": 60},
    Start: {"title": 12},
    Event: {"title": 6, "text": 120},
    Choice: {"say": 14, "result": 60},
    Risk: {"text": 40},
    News: {"text": 80},
    Ending: {"title": 8},
    Page: {"title": 12},
    Campaign: {"title": 12, "purpose": 60, "content-note": 80, "afterwards": 60},
    Counsel: {"say": 20},
    Usage: {"text": 60},
    Breach: {"text": 60},
    Pressure: {"title": 12, "text": 60},
    Twist: {"title": 6, "text": 60},
    Consequence: {"text": 60},
    Action: {"label": 8, "help": 60, "result": 60},
    Target: {"label": 12, "result": 60},
    Hazard: {"text": 60},
}
"""The most words of each text."""

FIRST_SCENE = 60
"""The most words before anybody has chosen anything."""
ACCOUNT = 40
MOST_CHARACTERS = 400
"""Of a text that stands in one line, whatever its words."""


def check_length(thing: Authored, path: Path, known: object = None) -> Iterator[Problem]:
    """Yield the texts of a thing that are too long."""
    for key, most in LIMITS[type(thing)].items():
        for at, text in each_of(getattr(thing, key.replace("-", "_")), (*path, key)):
            yield from measured(text, at, most)


def check_empty(written: Things) -> Iterator[Problem]:
    """Yield the texts that must be said and are left empty."""
    for path, thing in written:
        for key, attribute in _needed(type(thing)):
            if getattr(thing, attribute) == "":
                message, hint = f"{key} is empty", f"write it behind `{key}:`"
                yield Problem((*path, key), Code.MISSING_KEY, message, hint, at_key=True)


@cache
def _needed(kind: type[Authored]) -> tuple[tuple[str, str], ...]:
    """Return the texts of a kind of thing that must be said, by key and by attribute."""
    fields = kind.model_fields.items()
    return tuple((f.alias or n, n) for n, f in fields if f.is_required() and f.annotation is str)


def check_first_scene(event: Event, path: Path, known: Known) -> Iterator[Problem]:
    """Yield a warning for a scene that can be the first thing read and is long."""
    if known.campaign is not None:
        return  # nobody comes to its tables without having read
    if any(asked(event.when, path, known.play)):
        return  # whether it can open the talks is not known
    if can_open(event.when):
        yield from of_first_scene(event, path)


def of_first_scene(event: Event, path: Path) -> Iterator[Problem]:
    """Yield a warning for a long scene that somebody may read before he has chosen anything."""
    words = len(event.text.split())
    if FIRST_SCENE < words <= LIMITS[Event]["text"]:
        message = f"it can be the first scene and has {words} words; {FIRST_SCENE} are the most"
        hint = f"take out {words - FIRST_SCENE} words, or let it come later with a `when`"
        yield warning((*path, "text"), Code.TOO_LONG, message, hint)


def check_accounts(event: Event, path: Path, known: Known) -> Iterator[Problem]:
    """Yield the accounts of a scene that are more than a line."""
    for seat, text in event.accounts.items():
        yield from measured(text, (*path, "accounts", seat), ACCOUNT)


def measured(text: str, path: Path, most: int) -> Iterator[Problem]:
    """Yield a warning for a text of more words than are read."""
    words = len(text.split())
    if words > most:
        message = f"this has {words} words; {most} are the most that are read"
        yield warning(path, Code.TOO_LONG, message, f"take out {words - most} of them")
    elif most <= ACCOUNT and len(text) > MOST_CHARACTERS:
        message = f"this has {len(text)} characters; a line has at most {MOST_CHARACTERS}"
        hint = f"take out {len(text) - MOST_CHARACTERS} of them"
        yield warning(path, Code.TOO_LONG, message, hint)


def check_cited(thing: Authored, path: Path, known: object = None) -> Iterator[Problem]:
    """Yield a warning for what tells history and cites nothing."""
    match thing:
        case Event(source=(), invented=False) | News(source=(), invented=False):
            cites = False
        case Adviser(source=(), invented=False):
            cites = False
        case Pressure(source=(), invented=False) | Breach(source=(), invented=False):
            cites = False
        case Life(source=(), invented=False) | Happening(source=(), invented=False):
            cites = False
        case Road(source=(), invented=False) | Water(source=(), invented=False):
            cites = False
        case Ending(source=(), invented=False, mark=Mark.KNOWN):
            cites = False
        case Page(source=(), kind=kind):
            cites = kind in (PageKind.RULE, PageKind.BRIEF, PageKind.TERM)
        case _:
            cites = True
    if not cites:
        hint = "add `source: ID`" + ("" if isinstance(thing, Page) else " or `invented: true`")
        yield warning(path, Code.NO_SOURCE, "this cites no source", hint, at_key=True)


def check_sources(written: Things, listed: Collection[str]) -> Iterator[Problem]:
    """Yield every citation of an unknown source, and every source that nothing cites."""
    cited = {e.source for _, e in effects_of_all(written) if isinstance(e, Toll)}
    for path, thing in written:
        sources: tuple[str, ...] = vars(thing).get("source", ())
        for index, id in enumerate(sources):
            cited.add(id)
            yield from referred(
                id,
                (*path, "source", index),
                listed,
                "source",
                code=Code.UNKNOWN_SOURCE,
            )
    for id in listed:
        if id not in cited:
            message, hint = f"nothing cites {id}", f"cite it with `source: {id}`, or take it out"
            yield warning(("sources", id), Code.UNUSED_SOURCE, message, hint, at_key=True)
