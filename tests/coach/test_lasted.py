"""What lasted has a scale beside it, that each chair reads of itself."""

from __future__ import annotations

import pytest

from game.coach.lasted import what_lasted
from game.coach.words_for import points
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, State
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
    lasted, measured = what_lasted(rules, signed, seat)
    both = f"{points(outcome.lasting[0])} for "
    assert both in lasted
    assert f"no paper leaves you {points(outcome.walks[seat])};" in measured
    best = max(
        value(paper, own.utility)
        for paper in every_package(rules.table.sizes)
        if value(paper, other.utility) >= outcome.walks[1 - seat] and mind.meets_need(host, paper)
    )
    assert f"was {points(best)}, before any court" in measured
    whose = "your chair" if seat == CLAIMANT else "Nikolai Muraviev's"
    assert f"history's own line comes to {points(outcome.lasting[0])} for {whose}" in measured


def test_at_another_start_history_is_no_measure(signed: State) -> None:
    scenario = read_scenario("aigun-six-days")
    early = Rules(scenario, next(iter(scenario.starts)))
    state = early.opening("3")
    assert not list(what_lasted(early, state, CLAIMANT))
    over = state._replace(ended=signed.ended, treaty=signed.treaty, paper=signed.treaty)
    _, measured = what_lasted(early, over, CLAIMANT)
    assert "history" not in measured
