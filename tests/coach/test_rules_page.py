"""The rules are read from the chair in which one sits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.coach.rules_page import RULES, RULES_OF_HOST, rules_page_for
from game.coach.words_for import track_word
from game.files.scenarios import read_scenario
from game.rules import terms
from game.scenario.authored import ById
from tests.in_lines import plain


def test_each_chair_has_its_page_and_both_have_ten_points() -> None:
    scenario = read_scenario("aigun-six-days")
    ours, theirs = (rules_page_for(scenario, seat) for seat in ("muraviev", "yishan"))
    assert ours is scenario.codex[RULES]
    assert theirs is scenario.codex[RULES_OF_HOST]
    assert rules_page_for(scenario) is ours
    for page in (ours, theirs):
        assert page is not None
        points = re.findall(r"^\*\*(\d+)\.", page.text, re.MULTILINE)
        assert points == [str(n) for n in range(1, 11)]
    assert theirs is not None
    assert "his walk-away" not in theirs.text


def test_a_scenario_without_a_page_for_the_host_has_one_for_both() -> None:
    scenario = read_scenario("aigun-six-days")
    codex = ById({id: p for id, p in scenario.codex.items() if id != RULES_OF_HOST})
    bare = scenario.model_copy(update={"codex": codex})
    assert rules_page_for(bare, "yishan") is scenario.codex[RULES]


@pytest.mark.parametrize(
    ("seat", "said"), [("muraviev", "He signs"), ("yishan", "You decide what you sign")]
)
def test_line_mode_answers_rules_from_the_chair(seat: str, said: str, tmp_path: Path) -> None:
    shown = plain(tmp_path, "aigun-six-days", "--plain", "--seat", seat, lines="1\nrules\nquit\n")
    assert f"1. {said}" in shown


def test_the_limits_on_the_page_are_told_with_the_word_that_is_said_there() -> None:
    """In words mode nobody sees the number that the rules speak of."""
    scenario = read_scenario("aigun-six-days")
    trust, credit = scenario.tracks["trust"], scenario.tracks["credibility"]
    for seat in ("muraviev", "yishan"):
        page = rules_page_for(scenario, seat)
        assert page is not None
        assert f"Trust of {terms.OPEN} (the word is “{track_word(trust, terms.OPEN)}”)" in page.text
        for limit in (terms.PLAIN, terms.FALSE):
            assert f"elow {limit} (“{track_word(trust, limit - 1)}”)" in page.text
    ours = rules_page_for(scenario, "muraviev")
    assert ours is not None
    believed = f"credit of {terms.BELIEVED}, “{track_word(credit, terms.BELIEVED)}”"
    assert believed in ours.text
