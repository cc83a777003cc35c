"""What the host says against a paper, and what he asks: nothing that he has or was told already."""

from __future__ import annotations

import pytest

from game.coach.replies import answered
from game.files.scenarios import read_scenario
from game.policy.official import Official
from game.rules import Rules, parsed
from game.state import CLAIMANT, HOST, Decision, State

WINTER = "In winter I have forty men"
LONG = "towns=two duty=free consul=resident season=long quarter=ground"
YEAR = "towns=two duty=free consul=resident season=year quarter=ground"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("the-fair-at-kulja"))


def _refused(rules: Rules, offer: str, times: int, opening: State | None = None) -> list[str]:
    """Return what is said where he refuses a paper, and refuses it again, so many times."""
    said = []
    state = _to_the_table(rules, opening or rules.opening("s1"))
    state = rules.follow(state, parsed(f"offer {offer}", rules.table, state))
    for _ in range(times):
        before, refuse = _to_the_table(rules, state), Decision("refuse")
        state = rules.apply(before, refuse).state
        said.append(" ".join(s.text for s in answered(rules, before, state, refuse, CLAIMANT)))
        if len(said) < times:
            state = _to_the_table(rules, state)
            state = rules.follow(state, parsed("tea", rules.table, state))
    return said


def _to_the_table(rules: Rules, state: State) -> State:
    while state.scene >= 0:
        head = rules.legal_decisions(state).heads[0]
        state = rules.follow(state, Decision("choose", head.name, head.about))
    return state


def test_he_does_not_complain_of_what_the_paper_holds_nor_say_the_same_twice(rules: Rules) -> None:
    once, again = _refused(rules, LONG, 2)
    assert "What weighs most against it is" in once
    assert WINTER not in once + again
    assert "Next to that weighs" in again


def test_what_weighs_most_may_weigh_less_with_him_than_with_most_and_is_told_as_both(
    rules: Rules,
) -> None:
    opening = rules.opening("s1")
    less = opening._replace(learned=(1,) * len(opening.learned))
    [said] = _refused(rules, LONG, 1, less)
    assert (
        "What weighs most against it, though less with him than with most in his place, is" in said
    )


def test_refused_a_third_time_he_says_that_he_has_said_what_weighs(rules: Rules) -> None:
    _, again, third, fourth = _refused(rules, YEAR, 4)
    assert "weighs" in again
    assert "He has said what weighs against it" in third + fourth
    assert "it weighs no less today" in third + fourth
    assert "“" not in third + fourth


def test_he_says_why_it_matters_where_he_has_nothing_of_it(rules: Rules) -> None:
    assert WINTER in "".join(_refused(rules, YEAR, 2))


def test_he_asks_of_what_he_was_not_told(rules: Rules) -> None:
    asked = 0
    for seed in map(str, range(12)):
        state = _to_the_table(rules, rules.opening(seed))
        man = state.men[HOST]
        assert man is not None
        tell = parsed(f"tell {rules.table.issues[man.question]}", rules.table, state)
        while state.ended is None:
            state = _to_the_table(rules, state)
            if state.ended is not None:
                break
            if state.seat == CLAIMANT:
                state = rules.follow(state, tell)
                continue
            legal = rules.legal_decisions(state)
            decision = Official(rules).choose(rules.seen_by(HOST, state), legal)
            if decision.name == "ask":
                assert rules.table.issue(decision.about[0]) not in state.told
                asked += 1
            state = rules.follow(state, decision)
    assert asked
