"""What lasted has a scale beside it, that each chair reads of itself."""

from __future__ import annotations

import pytest

from game.coach.lasted import charged, what_lasted
from game.coach.words_for import points, whole
from game.coach.workshop.playing import play_once, seated
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, Ended, Phase, State, Verdict
from tests.proof.ground import history_played


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def signed(rules: Rules) -> State:
    return history_played(rules)


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_it_is_measured_by_no_paper_the_best_paper_and_history(
    rules: Rules, signed: State, seat: int
) -> None:
    outcome = rules.outcome(signed)
    own, host = signed.men[seat], signed.men[HOST]
    other = signed.men[1 - seat]
    assert outcome is not None
    assert own is not None
    assert other is not None
    assert host is not None
    lasted, *_, measured = what_lasted(rules, signed, seat)
    both = f"{points(outcome.lasting[0])} for "
    assert both in lasted
    assert f"no paper leaves you {points(outcome.walks[seat])};" in measured
    best = max(
        value(paper, own.utility)
        for paper in every_package(rules.table.sizes)
        if value(paper, other.utility) >= outcome.walks[1 - seat] and mind.meets_need(host, paper)
    )
    assert f"was {points(best)}, before any court" in measured
    whose = "your chair" if seat == CLAIMANT else "Nikolai Muraviev's chair"
    as_they_were = "history's own line, between the two as they were, comes to"
    assert f"{as_they_were} {points(outcome.lasting[0])} for {whose}" in measured


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
@pytest.mark.parametrize("is_disowned", [False, True])
def test_a_paper_is_judged_first_by_what_none_would_have_left(
    rules: Rules, signed: State, seat: int, *, is_disowned: bool
) -> None:
    state = signed._replace(disowned=is_disowned)
    outcome = rules.outcome(state)
    assert outcome is not None
    kept, none = whole(outcome.lasting[seat]), whole(outcome.walks[seat])
    lasted, *_ = what_lasted(rules, state, seat)
    if kept > none:
        said = f"For you that is {kept - none} more than the {none} that no paper would have left."
    else:
        said = (
            f"For you that is {none - kept} less than the {none} that no paper would have left: "
            "it would have been better to sign nothing."
        )
    assert lasted.endswith(said)
    assert (kept < none) is is_disowned


def test_without_a_paper_nothing_is_judged_by_one(rules: Rules) -> None:
    state = rules.opening("7")._replace(ended=Ended.WENT_HOME, phase=Phase.OVER)
    lasted, *_ = what_lasted(rules, state, CLAIMANT)
    assert "no paper would have left" not in lasted


def test_history_that_cannot_be_played_measures_nothing(rules: Rules, signed: State) -> None:
    seat, words = rules.scenario.history[0]
    stale = rules.scenario.model_copy(update={"history": ((seat, f"{words}-no-more"),)})
    *_, measured = what_lasted(Rules(stale), signed, CLAIMANT)
    assert "history" not in measured


def test_what_came_to_the_paper_adds_up_to_what_lasted(rules: Rules) -> None:
    met: set[str] = set()
    for number in range(120):
        seed = f"lasted {number}"
        who = "random" if number % 2 else "bluffer"
        host = "random" if number % 2 else "official"
        state = play_once(rules, seated(rules, who, host, CLAIMANT, seed), seed).final
        outcome = rules.outcome(state)
        assert outcome is not None
        if outcome.treaty is None:
            continue
        for chair in (CLAIMANT, HOST):
            parts = charged(rules, state, outcome, chair)
            total = whole(outcome.values[chair]) + sum(by for _, by in parts)
            assert total == whole(outcome.lasting[chair])
            met.update(what for what, by in parts if by)
        owned = charged(rules, state, outcome, CLAIMANT)[0]
        assert outcome.verdict is not Verdict.RATIFIED or owned == ("by the court", 0)
    assert {"for the season", "for the alarm at home", "for the post that is kept"} <= met


def test_at_another_start_history_is_no_measure(signed: State) -> None:
    scenario = read_scenario("aigun-six-days")
    early = Rules(scenario, next(iter(scenario.starts)))
    state = early.opening("3")
    assert not list(what_lasted(early, state, CLAIMANT))
    over = state._replace(ended=signed.ended, treaty=signed.treaty, paper=signed.treaty)
    *_, measured = what_lasted(early, over, CLAIMANT)
    assert "history" not in measured
