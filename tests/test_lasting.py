"""What is worked out once by rules, or of a scenario, goes with them."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

from game.coach.host_forecast import claimants
from game.coach.names import in_sentence
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.lasting import once_by_rules
from game.scenario import Scenario
from game.scenario.lasting import once_by_scenario

TINY = Path(__file__).parent / "cases" / "tiny"


def test_what_is_worked_out_once_by_rules_is_worked_out_anew_by_others() -> None:
    scenario = read_scenario(TINY)
    asked: list[Rules] = []
    ask = once_by_rules(asked.append)
    rules, other = Rules(scenario), Rules(scenario)
    for each in (rules, other, rules, other):
        assert ask(each) is None
    assert asked == [rules, other]


def test_rules_that_nobody_plays_by_are_not_kept_alive_by_what_the_coach_remembers() -> None:
    rules = Rules(read_scenario(TINY))
    assert claimants(rules) is claimants(rules)
    gone = ref(rules)
    del rules
    gc.collect()
    assert gone() is None


def test_what_is_worked_out_once_of_a_scenario_is_worked_out_anew_of_another() -> None:
    asked: list[Scenario] = []
    ask = once_by_scenario(asked.append)
    one = read_scenario(TINY)
    other = one.model_copy()
    for each in (one, other, one, other):
        assert ask(each) is None
    assert [id(each) for each in asked] == [id(one), id(other)]


def test_a_scenario_that_nobody_plays_is_not_kept_alive_by_its_names() -> None:
    scenario = read_scenario(TINY).model_copy()  # what was read is kept, and this is not
    assert in_sentence(scenario, "The offer.") == "the offer"
    gone = ref(scenario)
    del scenario
    gc.collect()
    assert gone() is None
