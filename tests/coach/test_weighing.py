"""A chair's people weigh a draft where they can, once a sitting, and say why not elsewhere."""

from __future__ import annotations

import pytest

from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.coach.weighing import ALREADY, NOT_ABOUT_TO, why_not_weigh
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Phase, State
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


def weigh(rules: Rules, state: State) -> None:
    """Weigh the paper on the table, or any where there is none, for the seat to move."""
    paper = state.paper if state.paper is not None else (0,) * len(rules.table.issues)
    view = rules.seen_by(state.seat, state)
    (forecast if state.seat == CLAIMANT else host_forecast)(rules, view, paper)


def test_a_draft_is_weighed_where_nothing_is_said_against_it_and_nowhere_twice(
    rules: Rules,
) -> None:
    weighed = {CLAIMANT: 0, HOST: 0}
    for step in next(games(rules, range(1), "weighing")):
        state = step.before
        reason = why_not_weigh(state.seat, state)
        if reason:
            assert reason == NOT_ABOUT_TO[state.seat]
            assert state.phase in (Phase.SCENE, Phase.CALLED) or state.paper is None
            continue
        weigh(rules, state)
        weighed[state.seat] += 1
        asked = rules.apply(state, Decision("forecast")).state
        assert why_not_weigh(state.seat, asked) == ALREADY
    assert min(weighed.values()) > 3
