"""Two lines of a campaign beside each other: where they part, and season by season what differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.chronicle import Line
from game.coach.seasons.dates import season_of
from game.coach.seasons.endings import epilogue, profile
from game.coach.seasons.ends import papers, what_became
from game.coach.seasons.naming import decision_label, is_seen
from game.coach.seasons.standing import stands_in
from game.coach.seasons.story import passage
from game.coach.seasons.tracks import track_seen
from game.coach.words_for import sentence
from game.record import OPENING, Record, Step, check_scenario, steps_of
from game.rules import CampaignRules
from game.state import ASIDES, CLAIMANT, State

GOES_ON = "it goes on"
TOLD_ALIKE = ("season",)
"""Kinds of line that differ for no reason of their own."""


class Side(NamedTuple):
    """One of two lines that are compared."""

    name: str
    node: int
    record: Record
    steps: tuple[Step, ...]
    """What was decided, by every seat; what was only asked is left out."""
    end: State


class Comparison(NamedTuple):
    """Two lines, and where they part."""

    a: Side
    b: Side
    common: int
    """So many decisions both have, from the opening."""


def side(rules: CampaignRules, record: Record, node: int, name: str) -> Side:
    """Return the line of a record that leads to a node, recomputed.

    Raises `RecordError` for another scenario's record, and where the line no longer replays.
    """
    check_scenario(rules, record)
    opening = rules.opening(record.heading.seed)
    steps = steps_of(rules, opening, record.path(node) if node != OPENING else ())
    decided = tuple(step for step in steps if step.decision.verb not in ASIDES)
    return Side(name, node, record, decided, steps[-1].turn.state if steps else opening)


def compare(a: Side, b: Side) -> Comparison:
    """Return two lines and where they part."""
    common = 0
    if a.record.heading.seed == b.record.heading.seed:
        for one, other in zip(a.steps, b.steps, strict=False):
            if (one.node.seat_id, one.decision) != (other.node.seat_id, other.decision):
                break
            common += 1
    return Comparison(a, b, common)


def parts(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the parts of a comparison, in the order in which they are read."""
    a, b, common = compared
    yield Part(Kind.PARTING, "Where they part", tuple(_parting(rules, compared)))
    if common == len(a.steps) == len(b.steps):
        return
    told = [_by_season(rules, one.steps[common:], mode) for one in (a, b)]
    for turn in sorted(told[0].keys() | told[1].keys()):
        both = [told[0].get(turn, []), told[1].get(turn, [])]
        row = Row("", *("\n".join(_only(*pair)) for pair in (both, both[::-1])))
        if row.differs:
            yield Part(Kind.DAY, season_of(rules, turn), rows=(row,), sitting=turn)
    yield Part(Kind.PAPERS, "What was signed", rows=tuple(_papers(rules, a, b)))
    yield Part(Kind.STANDING, "Where matters stand", rows=tuple(_tracks(rules, a, b, mode)))
    ended = [one.end.ended is not None for one in (a, b)]
    if any(ended):
        yield Part(Kind.LEGACY, "How it ended", rows=tuple(_endings(rules, a, b)))
    if all(ended):
        yield Part(Kind.LASTING, "Measure by measure", rows=tuple(_measures(rules, a, b)))


def first_cause(rules: CampaignRules, compared: Comparison) -> tuple[str, str, str]:
    """Return in which season two lines part, and what each decides there; empty where one stops."""
    steps = [one.steps[compared.common : compared.common + 1] for one in compared[:2]]
    said = [_decided(rules, step[0]) if step else "" for step in steps]
    first = next((step[0] for step in steps if step), None)
    when = "" if first is None else stands_in(rules, first.before)
    return when, said[0], said[1]


def _parting(rules: CampaignRules, compared: Comparison) -> Iterator[str]:
    a, b, common = compared
    if a.record.heading.seed != b.record.heading.seed:
        yield "They were begun with other seeds: other men, another fortune."
    if common == len(a.steps) == len(b.steps):
        yield "They are the same line."
        return
    when, in_a, in_b = first_cause(rules, compared)
    alike = f"They decide the same {common} times" if common else "They part at once"
    yield f"{alike}; then, {when}:" if common else f"{alike}, {when}:"
    yield f"{a.name}: {in_a or 'it stops there.'}"
    yield f"{b.name}: {in_b or 'it stops there.'}"


def _decided(rules: CampaignRules, step: Step) -> str:
    if step.before.at:
        told = passage(rules, step, "advisers")
        said = told.decided[-1:] or [line.text for line in told.lines]
        return " ".join(said) or step.node.decision_text
    return sentence(decision_label(rules, step.decision))


def _by_season(rules: CampaignRules, steps: tuple[Step, ...], mode: str) -> dict[int, list[str]]:
    """Return what was decided and told in each season, by its turn."""
    told: dict[int, list[str]] = {}
    for step in steps:
        passed = passage(rules, step, mode)
        turn = step.before.turn
        told.setdefault(turn, []).extend(passed.decided[-1:])
        for line in passed.lines:
            if line.kind in TOLD_ALIKE:
                turn = min(turn + 1, step.turn.state.turn)
            else:
                told.setdefault(turn, []).append(_text(line))
    return told


def _text(line: Line) -> str:
    return f"  {line.text}" if line.kind == "change" else line.text


def _only(lines: list[str], other: list[str]) -> list[str]:
    """Return the lines that the other has not; a change stays with its cause."""
    left = list(other)
    found = []
    for line in lines:
        if line in left:
            left.remove(line)
        else:
            found.append(line)
    return found


def _papers(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    told = [
        {
            id: " ".join(what_became(p) for p in papers(rules, one.end) if p.table == id)
            for id in rules.scenario.tables
        }
        for one in (a, b)
    ]
    for id, table in rules.scenario.tables.items():
        yield Row(table.title, told[0][id], told[1][id])


def _tracks(rules: CampaignRules, a: Side, b: Side, mode: str) -> Iterator[Row]:
    views = [rules.seen_by(CLAIMANT, one.end) for one in (a, b)]
    for id in rules.levels:
        if is_seen(rules.scenario, id):
            both = [track_seen(rules, view, id, mode) for view in views]
            yield Row(both[0].label, both[0].text, both[1].text)


def _endings(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    pieces = [
        {piece.group: piece.ending.title for piece in epilogue(rules, one.end)}
        if one.end.ended is not None
        else {}
        for one in (a, b)
    ]
    for group in rules.scenario.groups:
        yield Row(group, pieces[0].get(group, GOES_ON), pieces[1].get(group, GOES_ON))


def _measures(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    for one, other in zip(profile(rules, a.end), profile(rules, b.end), strict=True):
        yield Row(one.label, str(one.value), str(other.value))
