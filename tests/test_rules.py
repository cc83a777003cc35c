"""What the course of the talks does, where no scenario has a say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.coach.standing import day_of
from game.coach.workshop.playing import play_once, seated
from game.files.scenarios import read_scenario
from game.negotiation.value import together
from game.rules import Rules
from game.scenario import parse
from game.state import CLAIMANT, HOST, Decision, Phase

STRANGE_SEEDS = ("\udcff", "жребий", "", "0|x", "\x00")
TINY = Rules(read_scenario(Path(__file__).parent / "cases" / "tiny"))


def test_a_last_word_that_was_not_the_last_costs_the_man_who_gave_it():
    pressed = TINY.opening("history")._replace(
        phase=Phase.REPLY, seat=HOST, scene=-1, paper=(0, 1), wager=1
    )
    turn = TINY.apply(pressed, Decision("refuse"))
    assert turn.state.credibility == pressed.credibility - 15
    assert "last-word-lapsed" in [entry.what for entry in turn.entries]


def test_a_last_word_waits_a_sitting_for_its_answer():
    pressed = TINY.opening("history")._replace(
        phase=Phase.REPLY, seat=HOST, scene=-1, paper=(0, 1), wager=2
    )
    turn = TINY.apply(pressed, Decision("fall-ill"))
    assert (turn.state.wager, turn.state.credibility) == (1, pressed.credibility)


def test_a_start_with_a_day_of_its_own_opens_on_it():
    scenario = TINY.scenario
    spring = scenario.starts["spring"].model_copy(update={"date": date(1854, 3, 30)})
    scenario = scenario.model_copy(update={"starts": {"spring": spring}})
    rules = Rules(scenario, "spring")
    days = [day_of(rules, sitting) for sitting in (1, 4)]
    assert days == ["30 March 1854", "2 April 1854"]
    is_on = [rules.formulas.condition(parse(f"day = {day}")) for day in (22, 30)]
    assert [asked(rules.opening("1")) for asked in is_on] == [False, True]
    assert day_of(Rules(scenario), 1) == "22 May 1858"


def test_a_pair_holds_with_each_option_that_it_names():
    scenario = TINY.scenario
    (pair,) = scenario.table.pairs
    wide = pair.model_copy(
        update={"when": parse("offer.fare in (high, low) and offer.landing = ford")}
    )
    table = scenario.table.model_copy(update={"pairs": (wide,)})
    utility = Rules(scenario.model_copy(update={"table": table})).table.utilities[HOST]
    worth = {paper: together(paper, utility.joints) for paper in [(0, 0), (0, 1), (1, 0), (1, 1)]}
    assert worth == {(0, 0): 0, (0, 1): pair.worth, (1, 0): 0, (1, 1): pair.worth}


@pytest.mark.parametrize("seed", STRANGE_SEEDS, ids=ascii)
def test_any_text_is_a_seed(seed):
    game = play_once(TINY, seated(TINY, "integrative", "official", CLAIMANT, seed), seed)
    assert game.final.ended is not None


def test_a_question_that_was_answered_earns_nothing_again_and_another_one_does():
    fair = Rules(read_scenario("the-fair-at-kulja"))
    towns, season = fair.table.issue("towns"), fair.table.issue("season")
    opening = fair.opening("1")._replace(phase=Phase.SITTING, seat=CLAIMANT, scene=-1, trust=50)
    answered = opening._replace(asked=frozenset({towns}))
    ask = Decision("tactic", "ask", ("towns",))
    first, again = (fair.apply(state, ask).state for state in (opening, answered))
    other = fair.apply(opening._replace(asked=frozenset({season})), ask).state
    assert first.face > opening.face
    assert (again.face, again.trust) == (opening.face, opening.trust)
    assert again.patience < opening.patience
    assert (other.face, other.trust) == (first.face, first.trust)
