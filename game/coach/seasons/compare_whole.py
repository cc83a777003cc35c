"""Two lines of a campaign beside each other, season by season from where they part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.chronicle import Line
from game.coach.seasons.compare import Comparison, Side, is_one_line, parting
from game.coach.seasons.compare_ends import ended, papers_of, standing
from game.coach.seasons.dates import season_of
from game.coach.seasons.story import Passage, passage
from game.record import Step
from game.rules import CampaignRules
from game.state import State

TOLD_ALIKE = ("season",)
"""Kinds of line that differ for no reason of their own."""
FOLLOWS = ("result", "hazard", "change", "toll")
"""Kinds of line that say little without the one before, from which they follow."""
Told = tuple[str, ...]
"""Something that happened, and what followed from it."""


def parts(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the parts of a comparison, in the order in which they are read."""
    a, b, common = compared
    yield parting(rules, compared)
    if is_one_line(compared):
        return
    yield from ended(rules, a, b)
    yield papers_of(rules, a, b)
    yield standing((a, b), (a.end, b.end), mode)
    first = max(one.rules.first_turn for one in (a, b))
    if first != min(one.rules.first_turn for one in (a, b)):
        began = [_state_in(one, first) for one in (a, b)]
        if None not in began:
            heading = f"Where they stood in {season_of(rules, first).lower()}"
            states = [state for state in began if state is not None]
            yield standing((a, b), states, mode, heading)
    told = [by_season(one.rules, one.steps[common:], mode) for one in (a, b)]
    for turn in sorted(t for t in told[0].keys() | told[1].keys() if t >= first):
        row = Row("", *map("\n".join, only_in_each(told, turn)))
        if row.differs:
            yield Part(Kind.DAY, season_of(rules, turn), rows=(row,), sitting=turn)


def _state_in(one: Side, turn: int) -> State | None:
    """Return the state in which a season first asks for a decision; `None` where it never does."""
    found = (step.before for step in one.steps if step.before.turn == turn)
    return next(found, one.end if one.end.turn == turn else None)


def by_season(rules: CampaignRules, steps: tuple[Step, ...], mode: str) -> dict[int, list[Told]]:
    """Return what was decided and told in each season, by its turn."""
    told: dict[int, list[Told]] = {}
    for step in steps:
        passed = passage(rules, step, mode)
        turn = step.before.turn
        told.setdefault(turn, []).extend(_chosen(step, passed))
        for line in passed.lines:
            if line.kind in TOLD_ALIKE:
                turn = min(turn + 1, step.turn.state.turn)
                continue
            of_season = told.setdefault(turn, [])
            cause = of_season.pop() if of_season and line.kind in FOLLOWS else ()
            of_season.append((*cause, _text(line)))
    return told


def _chosen(step: Step, passed: Passage) -> Iterator[Told]:
    """Yield what was decided, with the scene that it answers."""
    for said in passed.decided[-1:]:
        in_scene = not step.before.at and passed.title
        yield (f"{passed.title}. {said}" if in_scene else said,)


def _text(line: Line) -> str:
    return f"  {line.text}" if line.kind == "change" else line.text


def only_in_each(
    told: Sequence[Mapping[int, list[Told]]], turn: int
) -> tuple[list[str], list[str]]:
    """Return for each of two lines what is told of a season on it alone, line by line."""
    a, b = (each.get(turn, []) for each in told)
    return _only(a, b), _only(b, a)


def _only(told: list[Told], other: list[Told]) -> list[str]:
    """Return the lines of what the other has not, or not with all that followed from it."""
    left = list(other)
    found: list[str] = []
    for each in told:
        if each in left:
            left.remove(each)
        else:
            found.extend(each)
    return found
