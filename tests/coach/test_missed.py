"""A forecast that the court belied is explained by what would have made it true."""

from __future__ import annotations

import pytest

from game.coach.forecast import forecast
from game.coach.missed import SELDOM, missed
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT, Decision, State
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def asked(rules: Rules) -> list[tuple[State, State]]:
    """Return sittings in which a paper was laid that was then signed, each with the end."""
    found = []
    for game in games(rules, range(120), "missed"):
        end = game[-1].turn.state
        laid = [
            step.before
            for step in game
            if step.decision.paper is not None
            and step.decision.paper == end.treaty
            and step.before.seat == CLAIMANT
            and step.decision.verb == "tactic"
        ]
        if end.treaty is not None and laid:
            found.append((laid[0], end))
    return found


def test_only_what_was_hardly_expected_is_explained_and_every_reason_is_one(
    rules: Rules, asked: list[tuple[State, State]]
) -> None:
    told = silent = 0
    for before, end in asked:
        outcome = rules.outcome(end)
        assert outcome is not None
        decision = Decision("forecast", "", (), end.treaty)
        leaves = list(missed(rules, [(before, decision)], end, CLAIMANT))
        said = forecast(rules, rules.seen_by(CLAIMANT, before), end.treaty).verdicts
        word = next(c.word for c in said if c.answer == str(outcome.verdict))
        assert bool(leaves) == (word in SELDOM)
        silent += not leaves
        for leaf in leaves:
            first, *reasons = leaf.paragraphs
            assert f": {word}. The court " in first
            assert reasons
            felt = [reason for reason in reasons if "it felt" in reason]
            assert all(f"it felt {rules.crisis(end)}." in reason for reason in felt)
            told += 1
    assert told > 3
    assert silent > 10


def test_who_asked_for_no_forecast_or_of_another_paper_is_told_nothing(
    rules: Rules, asked: list[tuple[State, State]]
) -> None:
    before, end = asked[0]
    other = Decision("forecast", "", (), (0,) * 8)
    assert not list(missed(rules, [(before, other)], end, CLAIMANT))
    assert not list(missed(rules, [], end, CLAIMANT))
    assert not list(missed(rules, [(before, other)], before, CLAIMANT))


def test_the_mood_of_the_court_is_named_where_it_decides(
    rules: Rules, asked: list[tuple[State, State]]
) -> None:
    named = 0
    for before, end in asked:
        for mood in (-25, 25):
            assert end.fortune is not None
            felt = end._replace(fortune=end.fortune._replace(mood=mood))
            decision = Decision("forecast", "", (), end.treaty)
            for leaf in missed(rules, [(before, decision)], felt, CLAIMANT):
                named += any(f"it felt {rules.crisis(felt)}." in said for said in leaf.paragraphs)
    assert named > 3
