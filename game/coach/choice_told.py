"""What a choice of a scene at a table does and risks, and what the numbers are that it moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.foreseen import foreseen, is_seen
from game.coach.meaning import meaning
from game.rules import Rules
from game.scenario.clauses import Change
from game.scenario.event_model import Choice, Event
from game.state import State

DOES, RISK, THEN = "What it visibly does: ", "The risk: ", "Then, besides: "
NOTHING = "Nothing that can be seen from here moves by it."
ABOUT_A_TRACK = 3
"""Sentences on what a track is, its words, and where it stands; what moves it is left out."""


class Said(NamedTuple):
    """Something that is told of a choice."""

    heading: str
    text: str


def choice_told(
    rules: Rules, state: State, event: Event, choice: Choice, mode: str
) -> Iterator[Said]:
    """Yield what a choice visibly does, and what it risks where it risks anything."""
    sure = choice.model_copy(update={"risk": None})
    yield Said(DOES, foreseen(rules.scenario, event, sure, mode, state) or NOTHING)
    if choice.risk is not None:
        gone_wrong = sure.model_copy(update={"do": choice.risk.do})
        then = foreseen(rules.scenario, event, gone_wrong, mode, state) or NOTHING
        yield Said(RISK, f"{choice.risk.odds} times in a hundred it goes wrong.")
        yield Said(THEN, then)


def moved_told(rules: Rules, state: State, choice: Choice, mode: str) -> Iterator[str]:
    """Yield what each number that may move is, and where it stands."""
    risked = choice.risk.do if choice.risk is not None else ()
    moved = [effect.track for effect in (*choice.do, *risked) if isinstance(effect, Change)]
    for id in dict.fromkeys(moved):
        if id in rules.scenario.tracks and is_seen(rules.scenario, id, state.seat):
            yield " ".join(meaning(rules, state, id, mode)[:ABOUT_A_TRACK])
