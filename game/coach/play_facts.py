"""What is said of a play before it is told: the scenario, the days, who sat where, the seed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.blocks import one_line
from game.coach.standing import day_of
from game.coach.words_for import counted
from game.record import OPENING, Record, told_to
from game.record.history import SEED
from game.rules import Game, Rules


class Fact(NamedTuple):
    """Something that is said of a play before it is told."""

    label: str
    text: str


def title_of(rules: Game, record: Record) -> str:
    """Return what a play is called: its own name, else the scenario's and the seed.

    The documented line has no seed of its own.
    """
    name = one_line(record.names.get(OPENING, ""))
    title = rules.scenario.title
    if is_documented(rules, record):
        return name or f"{title}: the documented line"
    return name or f"{title}, seed {record.heading.seed}"


def is_documented(rules: Game, record: Record) -> bool:
    """Return whether a record holds what was really decided, with its notes, and no other line."""
    if record.heading.seed != SEED or len(record.ends()) != 1:
        return False
    line = record.main_line()
    decided = [(node.seat_id, node.decision_text) for node in line]
    noted = {at: text for at, text in rules.scenario.history_notes if at <= len(line)}
    return decided == list(rules.scenario.history[: len(line)]) and record.notes == noted


def facts_of(rules: Rules, record: Record, told_by: str) -> Iterator[Fact]:
    """Yield them in the order in which they are read; `told_by` names the game and its version."""
    scenario, heading, table = rules.scenario, record.heading, rules.table
    version = f"version {scenario.version}"
    if heading.version != scenario.version:
        version += f"; it was played with version {heading.version}"
    yield Fact("Scenario", f"{scenario.title} ({scenario.id}, {version})")
    first, last = day_of(rules, 1), day_of(rules, table.sittings)
    comma = "," * ("," in first)
    yield Fact("The days", f"{first}{comma} to {last}; {counted(table.sittings, 'sitting')}")
    is_history = is_documented(rules, record)
    for id in table.seats:
        seat = scenario.seats[id]
        who = f"played by {'a person' if id in heading.played else 'the game'}"
        who = f"as {seat.pronoun} acted" if is_history else who
        told = "; the play is told as this chair saw it" if id == heading.seat else ""
        yield Fact(seat.name, f"{seat.office}, {seat.side}: {who}{told}")
    if not is_history:
        yield Fact("Seed", heading.seed)
    if heading.start is not None:
        yield Fact("Begun at", heading.start)
    if heading.twists:
        yield Fact("Twists", ", ".join(heading.twists))
    decided, lines = len(record.nodes), max(1, len(record.ends()))
    yield Fact("The play", f"{counted(decided, 'decision')} in {counted(lines, 'line')}")
    yield Fact("Written down by", told_by)


def measure_of(rules: Rules, record: Record) -> str:
    """Return in a sentence what the number is that stands behind a verdict."""
    names = [rules.scenario.seats[id].called for id in rules.table.seats]
    if len(record.heading.played) > 1:
        return f"The numbers are what lasted for {names[0]}'s chair and for {names[1]}'s, of 100."
    return f"The number is what lasted for {names[told_to(rules, record.heading)]}'s chair, of 100."
