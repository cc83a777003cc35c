"""What a decision costs does not grow with what cannot come now."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from game.rules import CampaignRules
from game.state import Decision, State
from tests.fords import line_by_lot, with_events

FEW, MANY = 3, 300
OUT_OF_SEASON: dict[str, Callable[[int], dict[str, Any]]] = {
    "of another year": lambda at: {"when": f"year = {1900 + at}"},
    "of another season": lambda at: {"when": "season = spring and year > 1803", "first": "yes"},
    "only scheduled": lambda at: {"when": f"turn > 8 and note.n-{at}"},
}


def rules_with(count: int, event: Callable[[int], dict[str, Any]]) -> CampaignRules:
    """Return the fords with so many more scenes."""
    return with_events(["the-summons"], **{f"scene_{at}": event(at) for at in range(count)})


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions something calls, those of the interpreter among them."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", OUT_OF_SEASON)
def test_scenes_that_cannot_come_now_cost_no_call(kind: str) -> None:
    few, many = (rules_with(count, OUT_OF_SEASON[kind]) for count in (FEW, MANY))
    lines = [list(line_by_lot(rules, "4")) for rules in (few, many)]
    assert [decision for _, decision in lines[0]] == [decision for _, decision in lines[1]]
    for rules, steps in zip((few, many), lines, strict=True):
        for state, decision in steps:
            rules.follow(state, decision)  # what is kept from one play to the next is kept now
    for (state, decision), (same, _) in zip(*lines, strict=True):
        costs = [
            calls_of(lambda rules=rules, at=at: ways(rules, at, decision))  # noqa: B023
            for rules, at in ((few, state), (many, same))
        ]
        assert costs[0] == costs[1]


def ways(rules: CampaignRules, state: State, decision: Decision) -> None:
    rules.legal_decisions(state)
    rules.follow(state, decision)


def test_the_count_of_calls_sees_scenes_that_are_asked_whether_they_come() -> None:
    asked = {"when": "note.never", "first": "yes"}
    few, many = (rules_with(count, lambda at: asked) for count in (FEW, MANY))
    state, decision = next(iter(line_by_lot(few, "4")))
    assert calls_of(lambda: few.follow(state, decision)) < calls_of(
        lambda: many.follow(state, decision)
    )
