"""Counts of everything that an author wrote, and how much of it is heard of again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from game.scenario import Scenario
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later, Note, Set
from game.scenario.event_model import Choice
from game.scenario.expressions import names_used
from game.scenario.known import effects_of
from game.scenario.model import PageKind
from game.scenario.table_model import Table
from game.scenario.things import all_expressions_of, things

AnyKind = Scenario | Campaign
"""What is counted: a scenario of one table, or a campaign."""

OF_TABLE = ("dossiers", "table")
OF_CAMPAIGN = ("dossiers", "tables", "actions", "pressure")
"""What is written of the tables, and in a campaign of the seasons between them."""

NOT_FOR_PEOPLE = {"history", "history_notes"}
"""Decisions in words are no text that is read."""


def counted(scenario: AnyKind) -> dict[str, Any]:
    """Return the counts of a scenario or a campaign by name, in the order of architecture 11.

    `echoes` are the choices of which a condition beyond their own scene hears, by a note or by a
    track that they move; `echoes_by_note` those of which it hears by a note, and `echoed` is their
    share of all choices, in per cent.
    """
    tables, events = tables_of(scenario), scenario.events
    issues = [issue for table in tables.values() for issue in table.issues.values()]
    words = words_by_kind(scenario)
    heard, noted = echoes(scenario)
    choices = [choice for event in events.values() for choice in event.choices.values()]
    return {
        "tables": len(tables),
        "issues": len(issues),
        "options": sum(len(issue.options) for issue in issues),
        "tactics": sum(len(table.acts) for table in tables.values()),
        "events": len(events),
        "choices": len(choices),
        **_of_seasons(scenario),
        "people": len(people(scenario)),
        "codex": len(scenario.codex),
        "sources": len(scenario.sources),
        "cited_events": sum(bool(event.source) for event in events.values()),
        "endings": len(scenario.endings),
        "words": sum(words.values()),
        "risks": sum(choice.risk is not None for choice in choices),
        "notes": len({note for choice in choices for note in _left_by(choice)[0]}),
        "tracks": len(scenario.tracks),
        "adviser_lines": sum(len(adviser.lines) for adviser in scenario.advisers.values())
        + sum(len(event.counsel) for event in events.values()),
        "echoes": len(heard),
        "echoes_by_note": len(noted),
        "echoed": round(100 * len(noted) / max(1, len(choices)), 1),
        "words_by_kind": words,
    }


def tables_of(scenario: AnyKind) -> Mapping[str, Table]:
    """Return the tables of a scenario or of a campaign, by id."""
    if isinstance(scenario, Campaign):
        return scenario.tables
    return {scenario.table.id: scenario.table}


def people(scenario: AnyKind) -> set[str]:
    """Return who sits, advises, acts or speaks, or has a page of the codex, each once by his id."""
    seated = {person for table in tables_of(scenario).values() for person in table.people}
    pages = {id for id, page in scenario.codex.items() if page.kind is PageKind.PERSON}
    found = seated | pages | set(scenario.advisers)
    for event in scenario.events.values():
        acting = [*event.cast, *(one for choice in event.choices.values() for one in choice.cast)]
        found |= {one.partition(".")[0] for one in acting}
    return found


def _of_seasons(scenario: AnyKind) -> dict[str, int]:
    """Return the counts of what only campaigns have; of a table by itself the actions are none."""
    if not isinstance(scenario, Campaign):
        return {"actions": 0}
    actions = scenario.actions.values()
    return {
        "actions": len(actions),
        "targets": sum(len(action.targets) for action in actions),
        "seasons": scenario.seasons.count,
        "pressure": len(scenario.pressure),
        "twists": len(scenario.twists),
    }


def echoes(scenario: AnyKind) -> tuple[set[str], set[str]]:
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
    for effect in _all_of(effect for _, effect in effects_of(choice)):
        match effect:
            case Note(id):
                notes.add(f"note.{id}")
            case Change(track=track) | Set(track=track):
                tracks.add(track)
    return notes, tracks


def _all_of(effects: Iterable[Effect]) -> Iterator[Effect]:
    """Yield effects, and those that they let come later."""
    for effect in effects:
        yield effect
        if isinstance(effect, Later):
            yield from _all_of(effect.do)


def _asked(scenario: AnyKind) -> Iterator[tuple[str, str]]:
    """Yield every name that a condition asks for, with the scene that it stands in, if any.

    A measure asks for what it is made of, where it is asked for itself.
    """
    for path, thing in things(scenario):
        if not path:
            continue  # the measures stand there
        owner = str(path[1]) if path[0] == "events" else ""
        for expression in all_expressions_of(thing):
            for name in names_used(expression):
                yield from ((owner, part) for part in _made_of(name, scenario))


def _made_of(name: str, scenario: AnyKind) -> Iterator[str]:
    measure = scenario.measures.get(name)
    yield name
    if measure is not None:
        # A measure is made only of those before it, so that this ends.
        for part in names_used(measure):
            yield from _made_of(part, scenario)


def words_by_kind(scenario: AnyKind) -> dict[str, int]:
    """Return how many words there are of each kind of text, those that nobody reads left out."""
    rest = scenario.model_dump(exclude=NOT_FOR_PEOPLE)
    events = list(rest.pop("events").values())
    parts = {"choices": [event.pop("choices") for event in events]}
    of_tables = OF_CAMPAIGN if isinstance(scenario, Campaign) else OF_TABLE
    for kind in ("endings", *of_tables, "advisers", "briefs", "codex", "sources"):
        parts[kind] = rest.pop(kind)
    counted = {"scenes": events, **parts, "cover and map": rest}
    return {kind: _words(part) for kind, part in counted.items()}


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
