"""What a claimant opposite a person holds to: his hope, which only the host's doing wears."""

import pytest

from game.coach.workshop.playing import play_once
from game.files.scenarios import read_scenario
from game.negotiation import value
from game.policy import opposite, persona
from game.policy.claim import still_hoped
from game.policy.personas import HOLDS
from game.policy.plain import Random
from game.policy.planning import unanswered
from game.rules import Rules
from game.state import CLAIMANT, HOST
from tests.proof.host import Saying, words

MANNERS = ("integrative", "bluffer", "hawk", "conciliator", "novice")


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules of the shipped table."""
    return Rules(read_scenario("aigun-six-days"))


def test_what_a_host_reckons_of_a_claimants_hope_is_what_the_rules_hold(rules: Rules) -> None:
    worn = 0
    for number in range(40):
        seed = f"reckoned {number}"
        state = rules.opening(seed)
        policies = (Random(rules, f"{seed} a"), Random(rules, f"{seed} b"))
        while state.ended is None:
            legal = rules.legal_decisions(state)
            state = rules.follow(state, policies[state.seat].drawn(state, legal))
            claimant = state.men[CLAIMANT]
            assert claimant is not None
            assert still_hoped(rules, claimant, state) == state.hope[CLAIMANT]
            worn += state.hope[CLAIMANT] < claimant.hope
    assert worn > 100


@pytest.mark.parametrize("manner", MANNERS)
def test_a_claimant_opposite_offers_and_takes_no_less_than_half_of_his_hope(
    rules: Rules, manner: str
) -> None:
    for number in range(3):
        seed = f"holding {number}"
        policies = (opposite(manner, rules, seed), persona("official", rules, seed))
        state = rules.opening(seed)
        while state.ended is None:
            legal = rules.legal_decisions(state)
            decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
            claimant = state.men[CLAIMANT]
            laid = state.word if decision.verb == "accept" else decision.paper
            if state.seat == CLAIMANT and claimant is not None and laid not in (None, state.paper):
                assert laid is not None
                least = rules.walk(CLAIMANT, state) + state.hope[CLAIMANT] * HOLDS // 100
                assert value(laid, claimant.utility) >= least
            state = rules.follow(state, decision)


def test_a_word_said_over_and_over_is_no_answer(rules: Rules) -> None:
    word = next(paper for *_, paper in words(rules))
    seed = "over and over"
    final = play_once(rules, (opposite("novice", rules, seed), Saying(rules, word)), seed).final
    said = [decision.paper for decision in final.transcript[1::2]]
    papers = [decision.paper for decision in final.transcript[::2]]
    assert said.count(word) > 3
    since = next(at for at, paper in enumerate(said) if paper == word) + 1
    assert unanswered(final) == sum(paper is not None for paper in papers[since : len(said)])
    claimant = final.men[CLAIMANT]
    assert claimant is not None
    assert final.hope[CLAIMANT] == claimant.hope
    assert final.hope[HOST] >= 0
