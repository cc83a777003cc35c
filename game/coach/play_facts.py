"""What is said of a play before it is told: the scenario, the days, who sat where, the seed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.blocks import one_line
from game.coach.standing import day_of
from game.coach.words_for import counted
from game.record import OPENING, Record
from game.rules import Rules


class Fact(NamedTuple):
    """Something that is said of a play before it is told."""

    label: str
    text: str


def title_of(rules: Rules, record: Record) -> str:
    """Return what a play is called: its own name, else the scenario's and the seed."""
    name = one_line(record.names.get(OPENING, ""))
    return name or f"{rules.scenario.title}, seed {record.heading.seed}"


def facts_of(rules: Rules, record: Record, told_by: str) -> Iterator[Fact]:
    """Yield them in the order in which they are read; `told_by` names the game and its version."""
    scenario, heading, table = rules.scenario, record.heading, rules.table
    version = f"version {scenario.version}"
    if heading.version != scenario.version:
        version += f"; it was played with version {heading.version}"
    yield Fact("Scenario", f"{scenario.title} ({scenario.id}, {version})")
    first, last = day_of(rules, 1), day_of(rules, table.sittings)
    yield Fact("The days", f"{first}, to {last}; {counted(table.sittings, 'sitting')}")
    for id in table.seats:
        seat = scenario.seats[id]
        who = "a person" if id in heading.played else "the game"
        told = "; the play is told as this chair saw it" if id == heading.seat else ""
        yield Fact(seat.name, f"{seat.office}, {seat.side}: played by {who}{told}")
    yield Fact("Seed", heading.seed)
    if heading.start is not None:
        yield Fact("Begun at", heading.start)
    if heading.twists:
        yield Fact("Twists", ", ".join(heading.twists))
    decided, lines = len(record.nodes), max(1, len(record.ends()))
    yield Fact("The play", f"{counted(decided, 'decision')} in {counted(lines, 'line')}")
    yield Fact("Written down by", told_by)
