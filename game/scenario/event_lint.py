"""What is wrong with scenes, their choices and what these do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    OfferChange,
    OpenTable,
    Schedule,
    Set,
    Toll,
)
from game.scenario.effect_paths import KEYS, keyed
from game.scenario.event_model import Choice, Event, Risk
from game.scenario.faults import Code, Path, Problem
from game.scenario.gate_lint import check_reasons as check_gates
from game.scenario.known import (
    CHANGEABLE,
    ONLY_MOVED,
    QUANTITIES,
    Known,
    asked,
    at_the_table,
    ranged,
    referred,
    warning,
)
from game.scenario.season_effects import check_beyond
from game.scenario.things import Things, names_read

MOST_CHOICES = 4


def check_event(event: Event, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a scene."""
    yield from at_the_table(event.seat, (*path, "seat"), known)
    yield from asked(event.when, (*path, "when"), known.play)
    yield from ranged(event.weight, (*path, "weight"), 1, 99)
    for seat in event.accounts:
        yield from at_the_table(seat, (*path, "accounts", seat), known, at_key=True)
    yield from check_choices(event, path)


def check_choices(event: Event, path: Path) -> Iterator[Problem]:
    """Yield that a scene leaves too little to choose, or too much."""
    if len(event.choices) < 2:
        message = "a scene leaves at least two things to choose"
        hint = "add another choice"
        yield Problem((*path, "choices"), Code.TOO_FEW_CHOICES, message, hint, at_key=True)
    if len(event.choices) > MOST_CHOICES:
        message = f"{len(event.choices)} choices are more than anyone weighs"
        hint = "take out the weakest, or make two scenes of them"
        yield warning((*path, "choices"), Code.TOO_LONG, message, hint, at_key=True)
    free = [choice for choice in event.choices.values() if choice.when is None]
    if len(event.choices) >= 2 and not free:
        message = "every choice has an `if`: nothing may be left to choose"
        hint = "leave one of them without"
        yield Problem((*path, "choices"), Code.TOO_FEW_CHOICES, message, hint, at_key=True)


def check_choice(choice: Choice, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a choice."""
    yield from asked(choice.when, (*path, "if"), known.play)
    yield from _check_effects(choice.do, (*path, "do"), known)
    yield from check_reasons(choice, path)


def check_reasons(choice: Choice, path: Path) -> Iterator[Problem]:
    """Yield that a choice changes nothing, or says why it cannot be made where it always can."""
    if not choice.do and choice.risk is None:
        hint = "write do: {NAME: CHANGE}, or add a risk"
        yield warning(path, Code.NO_EFFECT, "this choice changes nothing", hint, at_key=True)
    yield from check_gates(choice.when, choice.else_show, path)


def check_risk(risk: Risk, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a risk."""
    yield from _check_effects(risk.do, (*path, "do"), known)
    yield from check_odds(risk, path)


def check_odds(risk: Risk, path: Path) -> Iterator[Problem]:
    """Yield that a risk never comes, or always, or changes nothing."""
    yield from ranged(risk.odds, (*path, "odds"), 1, 99)
    if not risk.do:
        hint = "write do: {NAME: CHANGE}"
        yield warning(path, Code.NO_EFFECT, "this risk changes nothing", hint, at_key=True)


def _check_effects(effects: tuple[Effect, ...], path: Path, known: Known) -> Iterator[Problem]:
    events = known.scenario.events
    for at, effect in keyed(effects, path):
        match effect:
            case Change() | Set():
                yield from _check_track(effect, at, known)
            case OfferChange(issue, option):
                yield from _check_offer(issue, option, at, known)
            case Schedule(event, after):
                yield from referred(event, (*at, "event"), events, "event")
                yield from ranged(after, (*at, "after"), 0, 99)
            case Cancel(event):
                yield from referred(event, at, events, "event")
            case OpenTable(table) if known.campaign is not None:
                message = "talks cannot open while others are going on"
                hint = f"set a note, and let the `when` of tables/{table}.yaml ask for it"
                yield Problem(at, Code.BAD_EFFECT, message, hint, at_key=True)
            case Later() | Toll() if known.campaign is not None:
                yield from check_beyond(effect, at, known.campaign)
            case Later() | OpenTable() | Toll():
                message = f"{KEYS[type(effect)]} means something only in a campaign"
                hint = "take it out: there are no seasons after these talks"
                yield Problem(at, Code.BAD_EFFECT, message, hint, at_key=True)


def _check_track(effect: Change | Set, path: Path, known: Known) -> Iterator[Problem]:
    tracks, track = known.scenario.tracks, effect.track
    if track in QUANTITIES - CHANGEABLE:
        hint = f"change one of {', '.join(sorted(CHANGEABLE))}"
        yield Problem(path, Code.BAD_EFFECT, f"{track} is counted, not changed", hint, at_key=True)
        return
    yield from referred(
        track, path, {*tracks, *CHANGEABLE}, "track", code=Code.UNKNOWN_NAME, at_key=True
    )
    if not isinstance(effect, Set):
        return
    if track in ONLY_MOVED:
        hint = f"write +{effect.to} or -{effect.to}"
        yield Problem(path, Code.BAD_EFFECT, f"{track} can be moved, not set", hint)
    elif track in tracks or track in CHANGEABLE:
        low, high = tracks[track].range if track in tracks else (0, 100)
        yield from ranged(effect.to, path, low, high)
        hint = f"write +{effect.to} to add"
        yield warning(path, Code.BARE_NUMBER, f"this sets {track} to {effect.to}", hint)


def _check_offer(issue: str, option: str, path: Path, known: Known) -> Iterator[Problem]:
    options = known.options
    if issue in options:
        yield from referred(option, path, options[issue], f"option of {issue}")
    else:
        yield from referred(issue, path, options, "issue", at_key=True)


def check_notes(written: Things, notes: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """Yield the notes that nothing reads; those that nothing sets are found where they are read."""
    read = names_read(written)
    reported: set[str] = set()
    for note, path in notes:
        if f"note.{note}" not in read and note not in reported:
            reported.add(note)
            message = f"nothing asks for note.{note}"
            hint = "ask for it in a condition, or take it out"
            yield warning(path, Code.NOTE_NEVER_READ, message, hint)
