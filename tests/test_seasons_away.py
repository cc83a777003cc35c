"""News of a campaign comes to where whoever decides is: on a journey on another day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.coach.seasons.chronicle import told
from game.coach.seasons.news import dated
from game.files.scenarios import read_any
from game.rules import CampaignRules, rules_for
from game.state import Decision, Phase, State

SEED = "away"
LEAVES = 30
"""The winter of 1854-55."""


@pytest.fixture(scope="module")
def rules() -> CampaignRules:
    rules = rules_for(read_any("the-governor"), "1854", ())
    assert isinstance(rules, CampaignRules)
    return rules


def _plain(rules: CampaignRules, state: State, *, travels: bool) -> Decision:
    """Return what is decided: nothing is ordered and nothing signed, but for one journey."""
    heads = rules.legal_decisions(state).heads
    if state.at or state.phase is Phase.SCENE:
        leaves = [head for head in heads if head.verb in ("go-home", "break-off")]
        return (leaves or heads)[0].nth(0)
    name = "journey" if travels and state.turn == LEAVES else "hold-back"
    return next((h.nth(0) for h in heads if h.name == name), heads[0].nth(0))


def _news(rules: CampaignRules, *, travels: bool) -> Iterator[str]:
    """Yield the lines that tell news until the summer of 1855."""
    state = rules.opening(SEED)
    while state.ended is None and state.turn <= LEAVES + 1:
        decision = _plain(rules, state, travels=travels)
        turn = rules.apply(state, decision)
        if not state.at:
            for line in told(rules, state, decision, turn, "points"):
                if line.kind == "news":
                    yield line.text
        state = turn.state


def test_who_is_away_hears_of_it_there_and_who_is_not_where_he_governs(
    rules: CampaignRules,
) -> None:
    there = [text for text in _news(rules, travels=True) if "Nicholas is dead" in text]
    here = [text for text in _news(rules, travels=False) if "Nicholas is dead" in text]
    assert len(there) == len(here) == 1
    assert "word came" not in there[0]
    assert "word came on 1 April" in here[0]


def test_where_nothing_is_written_it_comes_on_the_same_day(rules: CampaignRules) -> None:
    assert dated(rules, "taiping-at-the-passes", away=True) == dated(rules, "taiping-at-the-passes")
