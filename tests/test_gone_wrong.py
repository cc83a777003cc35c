"""What went wrong does not please a season later, and is not told before it can have happened."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Decision, Phase, State

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
SEEDS = range(40)
ANSWERED = ("memorandum", "letter")


def _season(seed: int) -> State:
    state = RULES.opening(str(seed))
    return state._replace(scene=-1, phase=Phase.SEASON, turn=10)


@pytest.mark.parametrize("order", ANSWERED)
def test_an_order_that_went_wrong_is_not_answered_with_favour(order: str) -> None:
    seen = set()
    for seed in SEEDS:
        state = _season(seed)
        turn = RULES.apply(state, Decision("act", order))
        went_wrong = any(entry.what == "hazard-came" for entry in turn.entries)
        answers = len(turn.state.coming) - len(state.coming)
        assert answers == (0 if went_wrong else 1)
        seen.add(went_wrong)
    assert seen == {True, False}


def test_what_happens_while_one_is_away_is_told_when_one_is_back() -> None:
    hazard = GOVERNOR.actions["journey"].hazard
    assert hazard is not None
    assert not any("While you were away" in text for text in hazard.text)
    for seed in SEEDS:
        state = _season(seed)
        turn = RULES.apply(state, Decision("act", "journey"))
        if any(entry.what == "hazard-came" for entry in turn.entries):
            [(due, _, *_)] = turn.state.coming
            assert due == state.turn + turn.state.away
            return
    pytest.fail("no journey went wrong")
