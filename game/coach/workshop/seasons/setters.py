"""What in a campaign sets each note, schedules each scene and opens each table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.scenario.clauses import Effect, Later, Note, OpenTable, Schedule


class Setter(NamedTuple):
    """Something that brings something about."""

    kind: str
    """`choice`, `order`, `after` (what follows from talks), `comes` (what comes by itself), `ends`
    (what ends the play before its time)."""
    id: str
    """The choice, or the table, or what comes."""
    place: int = -1
    """Of the order; of what follows from talks; the turn in which it comes, 0 for any."""


class Setters(NamedTuple):
    """By what is brought about, all that can bring it."""

    notes: Mapping[str, tuple[Setter, ...]]
    scenes: Mapping[str, tuple[Setter, ...]]
    tables: Mapping[str, tuple[Setter, ...]]


@once_by_rules
def setters(rules: CampaignRules) -> Setters:
    """Return what brings about each note, each scheduled scene, and each table."""
    notes, scenes, tables = (defaultdict[str, list[Setter]](list) for _ in range(3))
    for setter, effects in _all(rules):
        for effect in _flat(effects):
            match effect:
                case Note(id):
                    notes[id].append(setter)
                case Schedule(event=event):
                    scenes[event].append(setter)
                case OpenTable(table):
                    tables[table].append(setter)
    for id, breach in rules.scenario.seasons.breaches.items():
        notes[breach.note].append(Setter("ends", id))
    return Setters(
        *({id: tuple(s) for id, s in found.items()} for found in (notes, scenes, tables))
    )


def _all(rules: CampaignRules) -> Iterator[tuple[Setter, Iterable[Effect]]]:
    scenario = rules.scenario
    for id, event in scenario.events.items():
        for choice_id, choice in event.choices.items():
            risk = choice.risk.do if choice.risk else ()
            yield Setter("choice", f"{id}.{choice_id}"), (*choice.do, *risk)
    for feat in rules.orders.all:
        action = scenario.actions[feat.action]
        own = action.targets[feat.target].do if feat.target else ()
        wrong = action.hazard.do if action.hazard else ()
        yield Setter("order", feat.action, feat.place), (*action.do, *own, *wrong)
    for id, table in scenario.tables.items():
        for place, part in enumerate(table.afterwards):
            yield Setter("after", id, place), part.do
    for id, pressure in scenario.pressure.items():
        yield Setter("comes", id), pressure.do
    for id, usage in scenario.seasons.usages.items():
        yield Setter("comes", id), usage.do


def _flat(effects: Iterable[Effect]) -> Iterator[Effect]:
    for effect in effects:
        yield effect
        if isinstance(effect, Later):
            yield from _flat(effect.do)
