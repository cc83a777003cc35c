"""What would have carried a paper that the court tore up is said, and is true."""

from __future__ import annotations

import pytest

from game.coach.carried import carried
from game.coach.menu import about
from game.files.scenarios import read_scenario
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import Ended, Phase, State, Verdict


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("the-fair-at-kulja"))


def _signed(rules: Rules, paper: Package, written: frozenset[int]) -> State:
    return rules.opening("s1")._replace(
        paper=paper, treaty=paper, memorial=written, ended=Ended.SIGNED, phase=Phase.OVER
    )


def _package(rules: Rules, words: str) -> Package:
    return tuple(rules.table.option(i, option) for i, option in enumerate(words.split()))


def _verdict(rules: Rules, state: State) -> Verdict:
    outcome = rules.outcome(state)
    assert outcome is not None
    return outcome.verdict


def test_a_sentence_that_is_said_to_have_carried_it_would_have(rules: Rules) -> None:
    memorial = {s.say: index for index, s in enumerate(rules.table.memorial)}
    told = 0
    for words in (
        "two free resident herds ground",
        "two free alone herds ground",
        "two free alone year ground",
        "two free resident year ground",
        "two token alone long ground",
    ):
        state = _signed(rules, _package(rules, words), frozenset())
        for said in carried(rules, state):
            more = frozenset(index for say, index in memorial.items() if say in said)
            assert more
            assert _verdict(rules, state) is not Verdict.RATIFIED
            assert _verdict(rules, state._replace(memorial=more)) is Verdict.RATIFIED
            told += 1
    assert told


def test_nothing_is_said_of_a_paper_that_was_owned_or_that_no_sentence_saves(rules: Rules) -> None:
    owned = _signed(rules, _package(rules, "kulja tariff none fair inns"), frozenset())
    lost = _signed(rules, _package(rules, "three free alone year church"), frozenset())
    assert _verdict(rules, owned) is Verdict.RATIFIED
    assert _verdict(rules, lost) is not Verdict.RATIFIED
    assert not [*carried(rules, owned), *carried(rules, lost)]


NOT_BORNE = "(Only with a paper that says “"


def test_a_sentence_that_the_paper_does_not_bear_is_marked(rules: Rules) -> None:
    named = ("tactic", "memorial", (rules.table.memorial[0].id,))
    assert NOT_BORNE not in about(rules, Head(*named))
    assert NOT_BORNE in about(rules, Head(*named, bare=False))
    bearing, other = (0,), (1,)
    needs_a_paper = Head(*named, spaces=((0,),), bare=False)
    assert NOT_BORNE not in about(rules, needs_a_paper, bearing)
    assert NOT_BORNE in about(rules, needs_a_paper, other)
    assert NOT_BORNE in about(rules, Head(*named, spaces=((0,),)), other)
