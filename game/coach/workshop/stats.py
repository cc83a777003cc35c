"""Counts of everything that an author wrote, and how much of it is heard of again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from game.scenario import Scenario
from game.scenario.clauses import Change, Note, Set
from game.scenario.event_model import Choice
from game.scenario.expressions import names_used
from game.scenario.known import effects_of, notes_set
from game.scenario.things import expressions_of, things

NOT_FOR_PEOPLE = {"history", "history_notes"}
"""Decisions in words are no text that is read."""


def counted(scenario: Scenario) -> dict[str, Any]:
    """Return the counts of a scenario by name, in the order of architecture section 11.

    `echoes` are the choices of which a condition beyond their own scene hears, by a note or by a
    track that they move; `echoes_by_note` those of which it hears by a note.
    """
    table, events = scenario.table, scenario.events
    kinds = [str(page.kind) for page in scenario.codex.values()]
    words = words_by_kind(scenario)
    heard, noted = echoes(scenario)
    return {
        "tables": 1,
        "issues": len(table.issues),
        "options": sum(len(issue.options) for issue in table.issues.values()),
        "tactics": len(table.acts),
        "events": len(events),
        "choices": sum(len(event.choices) for event in events.values()),
        "actions": 0,  # standing actions come with campaigns
        "people": len({*table.people, *scenario.advisers}) + kinds.count("person"),
        "codex": len(scenario.codex),
        "sources": len(scenario.sources),
        "cited_events": sum(bool(event.source) for event in events.values()),
        "endings": len(scenario.endings),
        "words": sum(words.values()),
        "risks": sum(c.risk is not None for e in events.values() for c in e.choices.values()),
        "notes": len({note for note, _ in notes_set(scenario)}),
        "tracks": len(scenario.tracks),
        "adviser_lines": sum(len(adviser.lines) for adviser in scenario.advisers.values()),
        "echoes": len(heard),
        "echoes_by_note": len(noted),
        "words_by_kind": words,
    }


def echoes(scenario: Scenario) -> tuple[set[str], set[str]]:
    """Return the choices that are heard of beyond their scene, and those heard of by a note."""
    asked = list(_asked(scenario))
    heard, noted = set(), set()
    for id, event in scenario.events.items():
        beyond = {name for owner, name in asked if owner != id}
        for choice, written in event.choices.items():
            notes, tracks = _left_by(written)
            named = f"{id}.{choice}"
            if beyond & (notes | {f"chose.{named}"}):
                noted.add(named)
            if named in noted or beyond & tracks:
                heard.add(named)
    return heard, noted


def _left_by(choice: Choice) -> tuple[set[str], set[str]]:
    """Return the notes that a choice may set, as conditions name them, and what it may move."""
    notes, tracks = set(), set()
    for _, effect in effects_of(choice):
        match effect:
            case Note(id):
                notes.add(f"note.{id}")
            case Change(track=track) | Set(track=track):
                tracks.add(track)
    return notes, tracks


def _asked(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield every name that a condition asks for, with the scene that it stands in, if any.

    A measure asks for what it is made of, where it is asked for itself.
    """
    for path, thing in things(scenario):
        if not path:
            continue  # the measures stand there
        owner = str(path[1]) if path[0] == "events" else ""
        for expression in expressions_of(thing):
            for name in names_used(expression):
                yield from ((owner, part) for part in _made_of(name, scenario))


def _made_of(name: str, scenario: Scenario) -> Iterator[str]:
    measure = scenario.measures.get(name)
    yield name
    if measure is not None:
        # A measure is made only of those before it, so that this ends.
        for part in names_used(measure):
            yield from _made_of(part, scenario)


def words_by_kind(scenario: Scenario) -> dict[str, int]:
    """Return how many words there are of each kind of text, those that nobody reads left out."""
    events = [event.model_dump() for event in scenario.events.values()]
    choices = [event.pop("choices") for event in events]
    parts: dict[str, object] = {
        "scenes": events,
        "choices": choices,
        "endings": _plain(scenario.endings.values()),
        "dossiers": _plain([scenario.dossiers]),
        "advisers": _plain(scenario.advisers.values()),
        "table": scenario.table.model_dump(),
        "briefs": _plain(scenario.briefs.values()),
        "codex": _plain(scenario.codex.values()),
        "sources": _plain(scenario.sources.values()),
    }
    rest = scenario.model_dump(exclude={*parts, *NOT_FOR_PEOPLE, "events"})
    return {kind: _words(part) for kind, part in {**parts, "cover and map": rest}.items()}


def _plain(models: Iterable[BaseModel | None]) -> list[dict[str, Any]]:
    return [model.model_dump() for model in models if model is not None]


def _words(written: object) -> int:
    return sum(len(text.split()) for text in _texts(written))


def _texts(value: object) -> Iterator[str]:
    """Yield every text for people: one that has a space in it, which no id has."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
