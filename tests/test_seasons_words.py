"""Decisions of the seasons in words, and what is said of words that name none."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import WordsError
from game.rules import CampaignRules
from game.state import Decision
from tests.fords import SPRING, after, in_season, rules_of_fords

RULES = rules_of_fords()


@pytest.fixture
def rules() -> CampaignRules:
    return RULES


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("act sound upper", Decision("act", "sound", ("upper",))),
        ("sound upper", Decision("act", "sound", ("upper",))),
        ("act repair", Decision("act", "repair")),
        ("  stand ", Decision("stand")),
        ("open upper-ford", Decision("open", "upper-ford")),
        ("choose the-flood dike", Decision("choose", "the-flood", ("dike",))),
    ],
)
def test_words_name_a_decision(rules: CampaignRules, text: str, decision: Decision) -> None:
    assert rules.parsed(text, in_season(rules, SPRING)) == decision


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "an empty line decides nothing"),
        ("stand up", "leave out 'up'"),
        ("sand", "did you mean 'stand'?"),
        ("act", "say which action: sound, repair"),
        ("act sond upper", "did you mean 'sound'?"),
        ("act sound", "say what 'sound' is for: upper, lower"),
        ("act sound uper", "did you mean 'upper'?"),
        ("act repair upper", "leave out 'upper'"),
        ("open", "say a table: upper-ford, lower-ford"),
        ("open uper-ford", "did you mean 'upper-ford'?"),
        ("choose the-flood", "the scene and the choice"),
        ("offer fare=high", "'offer' is no decision"),
    ],
)
def test_what_names_none_is_told_in_a_sentence(rules: CampaignRules, text: str, said: str) -> None:
    with pytest.raises(WordsError) as told:
        rules.parsed(text, in_season(rules, SPRING))
    assert said in str(told.value)


def test_at_a_table_words_are_those_of_the_table(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, SPRING), "open upper-ford", "choose the-bell sit")
    paper = rules.parsed("offer fare=low landing=ford", state)
    assert rules.formatted(paper, state) == "offer fare=low landing=ford"
    with pytest.raises(WordsError):
        rules.parsed("stand", state)


def test_once_a_play_is_over_no_word_names_a_decision(rules: CampaignRules) -> None:
    state = rules.opening("1")
    while state.ended is None:
        legal = rules.legal_decisions(state)
        state = rules.follow(state, legal[len(legal) - 1])
    with pytest.raises(WordsError, match="the play is over"):
        rules.parsed("stand", state)


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_words_are_a_decision_or_one_clear_sentence(text: str) -> None:
    with suppress(WordsError):
        assert isinstance(RULES.parsed(text, RULES.opening("1")), Decision)
