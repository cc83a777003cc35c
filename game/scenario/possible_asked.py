"""Where a scenario asks conditions, and when each is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.known import Known
from game.scenario.possible_premises import When


class Condition(NamedTuple):
    """A condition, where it stands and when it is asked."""

    asked: Expression
    path: Path
    when: When
    seat: str | None = None


def asked_beside(known: Known) -> Iterator[Condition]:
    """Yield the conditions of what is told afterwards, and of what advisers say."""
    scenario = known.scenario
    for id, adviser in scenario.advisers.items():
        if adviser.when is not None:
            yield Condition(adviser.when, ("advisers", id, "when"), When.ADVICE)
        for at, line in enumerate(adviser.lines):
            if line.when is not None:
                path: Path = ("advisers", id, "lines", at, "when")
                yield Condition(line.when, path, When.ADVICE)
    if scenario.dossiers is None:
        return
    table, dossiers = scenario.table, scenario.dossiers
    letters = (
        ("despatch", dossiers.despatch, table.claimant),
        ("memorial", dossiers.memorial, table.host),
    )
    for key, letter, seat in letters:
        for at, part in enumerate(letter.parts):
            if part.when is not None:
                path = ("dossiers", key, "parts", at, "when")
                yield Condition(part.when, path, When.AFTERWARDS, seat)
    for at, witness in enumerate(dossiers.witness):
        if witness.when is not None:
            path = ("dossiers", "witness", at, "when")
            yield Condition(witness.when, path, When.AFTERWARDS)


def asked_in_play(known: Known) -> Iterator[Condition]:
    """Yield the conditions whose things are aims."""
    for event, scene in known.scenario.events.items():
        if scene.when is not None:
            yield Condition(scene.when, ("events", event, "when"), When.TALKS, scene.seat)
        for id, choice in scene.choices.items():
            if choice.when is not None:
                path: Path = ("events", event, "choices", id, "if")
                yield Condition(choice.when, path, When.TALKS, scene.seat)
    for id, ending in known.scenario.endings.items():
        if ending.when is not None:
            yield Condition(ending.when, ("endings", id, "when"), When.AFTERWARDS, ending.seat)
