"""The effects of the language: what a choice may do, each as a small typed value.

An effect is written as one key of a `do` mapping. A kind is registered by its key; every other
key is the name of a track or a quantity.

>>> effects({"trust": "+6", "note": "gave-way", "offer.ussuri": "common"})
(Change(track='trust', by=6), Note(id='gave-way'), OfferChange(issue='ussuri', option='common'))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from game.scenario.authored import KEBAB, expression, mistake, whole_number, word_of
from game.scenario.expressions import Expression
from game.scenario.faults import nearest_of
from game.scenario.paid_model import Fate

REVEALS = ("need", "ground", "temper", "court")
"""What a scene can let the choosing seat see."""


@dataclass(frozen=True, slots=True)
class Change:
    """Move a track or a quantity by whole points (or the track's own unit)."""

    track: str
    by: int


@dataclass(frozen=True, slots=True)
class Set:
    """Put a track or a quantity at a value."""

    track: str
    to: int


@dataclass(frozen=True, slots=True)
class Note:
    """Set a note, which conditions read as `note.ID`."""

    id: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """Let the choosing seat see one of `REVEALS`."""

    what: str


@dataclass(frozen=True, slots=True)
class OfferChange:
    """Change one term of the paper that lies on the table."""

    issue: str
    option: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """Let an event come as soon as `after` sittings have passed and what it asks for holds."""

    event: str
    after: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Let an event come no more."""

    event: str


@dataclass(frozen=True, slots=True)
class Later:
    """Let something come after so many seasons: an answer, a ship, a harvest."""

    after: int
    do: tuple[Effect, ...]
    texts: tuple[str, ...]
    """What is told then; where it comes again and again, one after the other, and round again."""
    when: Expression | None = None
    """Asked on the day; where it does not hold, nothing comes."""


@dataclass(frozen=True, slots=True)
class OpenTable:
    """Let talks open at once."""

    table: str


@dataclass(frozen=True, slots=True)
class Toll:
    """Enter in the ledger who paid, and how many; the track of the toll rises by as many."""

    count: int
    who: str
    kind: Fate
    source: str


Effect = Change | Set | Note | Reveal | OfferChange | Schedule | Cancel | Later | OpenTable | Toll


def _note(value: object) -> Iterator[Effect]:
    for id in map(_word, _each(value)):
        if not re.fullmatch(KEBAB, id):
            message = "an id is in small letters, digits and single hyphens"
            mistake("bad-id", message, "write it like gave-way")
        yield Note(id)


def _reveal(value: object) -> Iterator[Effect]:
    for word in map(_word, _each(value)):
        if word not in REVEALS:
            hint = nearest_of(word, REVEALS)
            mistake("unknown-word", f"“{word}” cannot be revealed", hint)
        yield Reveal(word)


def _schedule(value: object) -> Iterator[Effect]:
    for item in _each(value):
        if not isinstance(item, Mapping) or set(item) != {"event", "after"}:
            message = "what is scheduled has an event and a number of sittings"
            mistake("bad-effect", message, "write {event: ID, after: SITTINGS}")
        yield Schedule(_word(item["event"]), whole_number(item["after"]))


def _cancel(value: object) -> Iterator[Effect]:
    yield from (Cancel(_word(id)) for id in _each(value))


def _later(value: object) -> Iterator[Effect]:
    for place, item in enumerate(_each(value)):
        if not isinstance(item, Mapping) or not {"after", "do"} <= set(item) <= LATER:
            message = "what comes later has a number of seasons, what it does, and a text"
            mistake("bad-effect", message, "write {after: SEASONS, do: {…}, text: …}")
        texts = tuple(_text(text) for text in _each(item.get("text") or []))
        at = (place,) if isinstance(value, list) else ()
        when = expression(item["if"], within=(*at, "if")) if "if" in item else None
        yield Later(whole_number(item["after"]), effects(item["do"]), texts, when)


LATER = {"after", "if", "do", "text"}


def _open_table(value: object) -> Iterator[Effect]:
    yield OpenTable(_word(value))


def _toll(value: object) -> Iterator[Effect]:
    for item in _each(value):
        if not isinstance(item, Mapping) or not {"count", "who", "kind"} <= set(item) <= TOLL:
            message = "an entry of the ledger has a number, who they were and what befell them"
            hint = "write {count: NUMBER, who: WHO, kind: dead, source: ID}"
            mistake("bad-effect", message, hint)
        kind, source = word_of(Fate)(item["kind"]), item.get("source", "")
        yield Toll(whole_number(item["count"]), _text(item["who"]), kind, str(source))


TOLL = {"count", "who", "kind", "source"}


class Kind(NamedTuple):
    """A kind of effect, as it is registered."""

    read: Callable[[object], Iterator[Effect]]
    written: str
    """How an author writes it."""
    does: str
    """What it does, in a sentence of the handbook."""


KINDS: Mapping[str, Kind] = {
    "note": Kind(
        _note,
        "note: ID or note: [ID, ID]",
        "Set a note; conditions of later scenes, letters and endings ask for `note.ID`.",
    ),
    "reveal": Kind(
        _reveal,
        "reveal: WORD or reveal: [WORD, WORD]",
        f"Let the one who chooses see {', '.join(REVEALS[:-1])} or {REVEALS[-1]}.",
    ),
    "schedule": Kind(
        _schedule,
        "schedule: {event: ID, after: SITTINGS}",
        "Let a scene come, of any weight, once so many sittings have passed and its `when` holds.",
    ),
    "cancel": Kind(
        _cancel,
        "cancel: ID or cancel: [ID, ID]",
        "Let a scene come no more.",
    ),
    "later": Kind(
        _later,
        "later: {after: SEASONS, if: CONDITION, do: {…}, text: TEXT} or text: [TEXT, TEXT]",
        "Change something so many seasons from now, and tell it then; of several texts the first "
        "when an order first brings it, and so on, and then round again. `if` may be left out; it "
        "is asked when that season begins, and where it does not hold, nothing comes.",
    ),
    "open-table": Kind(
        _open_table,
        "open-table: ID",
        "Let talks open at once.",
    ),
    "ledger": Kind(
        _toll,
        "ledger: {count: NUMBER, who: WHO, kind: KIND, source: ID}",
        "Enter in the ledger who paid and what befell them (dead, wounded, casualties, flogged, "
        "driven-out, sent, in-want); the track `toll` rises by as many.",
    ),
}
"""By the key that an author writes."""

UNKEYED: tuple[tuple[str, str], ...] = (
    ("TRACK: +POINTS or TRACK: -POINTS", "Move a track or a quantity by so much."),
    ("TRACK: POINTS", "Put it at a value; `check` asks whether + was meant."),
    ("offer.ISSUE: OPTION", "Change one term of the paper that lies on the table."),
)
"""The effects whose key is a name of the scenario, each as it is written and what it does."""


def effect(key: str, value: object) -> Iterator[Effect]:
    """Yield what one key of a `do` mapping does."""
    if key in KINDS:
        yield from KINDS[key].read(value)
    elif key.startswith("offer."):
        yield OfferChange(key.removeprefix("offer."), _word(value))
    elif isinstance(value, str) and value[:1] in ("+", "-"):
        yield Change(key, whole_number(value))
    else:
        yield Set(key, whole_number(value))


def effects(value: object) -> tuple[Effect, ...]:
    """Return the effects of a `do` mapping in the author's order.

    Reports every bad key at its own place, not only the first.
    """
    if isinstance(value, tuple):
        return value
    if not isinstance(value, Mapping):
        mistake("type-mismatch", "effects are needed here", "write {NAME: CHANGE, …}")
    found: list[Effect] = []
    faults: list[InitErrorDetails] = []
    for key, item in value.items():
        try:
            found += effect(key, item)
        except PydanticCustomError as error:
            at = (key, *(error.context or {}).get("within", ()))
            faults.append(InitErrorDetails(type=error, loc=at, input=item))
    if faults:
        raise ValidationError.from_exception_data("effects", faults)
    return tuple(found)


def _each(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        mistake("bad-effect", "a text is needed here", "write it as plain text")
    return value.strip()


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        mistake("bad-effect", "an id is needed here", "write it as plain text")
    return value


_EFFECT_SCHEMA = {
    "type": "object",
    "properties": {
        "reveal": {"anyOf": [{"enum": list(REVEALS)}, {"type": "array"}]},
        "schedule": {"type": ["object", "array"]},
        "later": {"type": ["object", "array"]},
        "ledger": {"type": ["object", "array"]},
    },
    "additionalProperties": {"type": ["string", "integer", "array"]},
}

Effects = Annotated[tuple[Effect, ...], BeforeValidator(effects), WithJsonSchema(_EFFECT_SCHEMA)]
"""What happens, in the author's order."""
