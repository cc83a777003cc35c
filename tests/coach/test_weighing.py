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


def test_what_is_open_beside_his_own_word_is_what_the_acts_say(rules: Rules) -> None:
    """One line of the menu does not send the host to what another line closes to him."""
    met = set()
    ceding = rules.table.cession[0].index(True)
    for game in games(rules, range(9), "beside"):
        for step in game:
            if step.before.phase != Phase.REPLY or step.before.paper is None:
                continue
            paper = (ceding, *step.before.paper[1:]) if step.before.sitting % 2 else (0,) * 8
            state = step.before._replace(kept=True, paper=paper, word=paper)
            legal = rules.legal_decisions(state)
            may = {head.verb for head in legal.heads}
            (said,) = {why for head, why in legal.refused if head.verb == "fall-ill"}
            assert "your own word lies there unchanged" in said
            for verb, called in (("accept", "sign it"), ("consult", "consult on it")):
                assert (called in said) == (verb in may)
                met.add((verb, verb in may))
    assert ("consult", False) in met
    assert ("accept", False) in met
