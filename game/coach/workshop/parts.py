"""The parts of a scenario that can be looked at alone, found by their names."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from game.errors import UsageError
from game.scenario import Scenario
from game.scenario.faults import did_you_mean


class Kind(StrEnum):
    """What a part is; of parts with one name the first kind is meant."""

    SCENE = "scene"
    TABLE = "table"
    ENDING = "ending"
    DOSSIER = "dossier"
    BRIEF = "brief"
    PAGE = "page"


SHELVES = {
    Kind.SCENE: "events",
    Kind.TABLE: "tables",
    Kind.ENDING: "endings",
    Kind.DOSSIER: "dossiers",
    Kind.BRIEF: "briefs",
    Kind.PAGE: "codex",
}
"""What stands before a name, with a stroke, where several parts have it."""
DESPATCH, MEMORIAL, WITNESS = DOSSIERS = ("despatch", "memorial", "witness")
TITLES = {
    DESPATCH: "The claimant's report home",
    MEMORIAL: "The host's report home",
    WITNESS: "Who was there and is asked by nobody",
}
MOST_NAMED = 5
"""Parts of one kind that are named where none of them was asked for."""


class Part(NamedTuple):
    """One part of a scenario."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{SHELVES[self.kind]}/{self.id}"


def parts(scenario: Scenario) -> list[Part]:
    """Return every part, kind by kind, in the author's order."""
    dossiers = DOSSIERS if scenario.dossiers is not None else ()
    ids = {
        Kind.SCENE: tuple(scenario.events),
        Kind.TABLE: (scenario.table.id,),
        Kind.ENDING: tuple(scenario.endings),
        Kind.DOSSIER: dossiers,
        Kind.BRIEF: tuple(scenario.briefs),
        Kind.PAGE: tuple(scenario.codex),
    }
    return [Part(kind, id) for kind in Kind for id in ids[kind]]


def title_of(scenario: Scenario, part: Part) -> str:
    """Return what a reader calls a part."""
    match part.kind:
        case Kind.SCENE:
            return scenario.events[part.id].title
        case Kind.TABLE:
            return scenario.table.title
        case Kind.ENDING:
            return scenario.endings[part.id].title
        case Kind.DOSSIER:
            return TITLES[part.id]
        case Kind.BRIEF:
            return scenario.briefs[part.id].title
        case Kind.PAGE:
            return scenario.codex[part.id].title


def part_called(scenario: Scenario, said: str) -> Part:
    """Return the part of a name, or of a shelf and a name as in `codex/aigun`.

    Raises `UsageError`, with the nearest name or with those of each kind, where there is none.
    """
    found = parts_called(scenario, said)
    if not found:
        raise UsageError(f"the scenario has no part '{said}'; {_hint(scenario, said)}")
    return found[0]


def parts_called(scenario: Scenario, said: str) -> list[Part]:
    """Return all parts that a name may mean, the one that is meant first."""
    return [part for part in parts(scenario) if said in (part.id, str(part))]


def _hint(scenario: Scenario, said: str) -> str:
    known = parts(scenario)
    near = did_you_mean(said, {part.id: None for part in known})
    if near or "/" in said:
        return near or did_you_mean(said, map(str, known)) or _all(known)
    return _all(known)


def _all(known: list[Part]) -> str:
    kinds = []
    for kind in Kind:
        ids = [part.id for part in known if part.kind is kind]
        more = ", …" if len(ids) > MOST_NAMED else ""
        if ids:
            kinds.append(f"{SHELVES[kind]}: {', '.join(ids[:MOST_NAMED])}{more}")
    return f"there are {'; '.join(kinds)}"
