"""The bill of a signed paper is honest, and it is printed as it is (claim q)."""

from __future__ import annotations

import re

import pytest

from game.coach.bill import best_for, bill
from game.coach.leaves import after_the_talks, whole_lines
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value
from game.rules import Rules
from game.state import CLAIMANT, HOST, State
from tests.proof.bill import faults, signed


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def ends(rules: Rules) -> list[State]:
    """Return the last states of signed games."""
    return list(signed(rules, range(60), "bills"))


def test_no_bill_is_dishonest(rules: Rules, ends: list[State]) -> None:
    assert len(ends) > 10
    assert [faults(rules, state) for state in ends] == [[]] * len(ends)


def test_some_bills_charge_menace_and_some_do_not(rules: Rules, ends: list[State]) -> None:
    charged = {bill(rules, state).own_menace > 0 for state in ends}
    assert charged == {True, False}


def test_what_is_left_is_exact(rules: Rules, ends: list[State]) -> None:
    """Against every paper there is, one by one."""
    for state in ends[:2]:
        claimant, host = state.men
        assert claimant is not None
        assert host is not None
        assert state.treaty is not None
        ours, theirs = claimant.utility, host.utility
        least = value(state.treaty, theirs)
        best = max(
            value(paper, ours)
            for paper in every_package(rules.table.sizes)
            if value(paper, theirs) >= least
        )
        found, paper = best_for(ours, theirs, least)
        assert found == best
        assert paper is None or value(paper, ours) == best
        assert bill(rules, state).left == best - value(state.treaty, ours)


def test_wear_that_answered_gifts_is_trade(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        given = sum(state.ledger[:3])
        traded = state._replace(ledger=(given, 0, 0, state.ledger[3]))
        talked = state._replace(ledger=(0, given, 0, state.ledger[3]))
        assert bill(rules, traded).trade >= bill(rules, talked).trade


def test_there_is_no_bill_without_a_treaty(rules: Rules) -> None:
    with pytest.raises(ValueError, match="signed"):
        bill(rules, rules.opening("1"))


def test_the_printed_bill_adds_up_and_is_the_bill(rules: Rules, ends: list[State]) -> None:
    printed = 0
    for state in ends:
        paid, outcome = bill(rules, state), rules.outcome(state)
        assert outcome is not None
        for seat in (CLAIMANT, HOST):
            *_, archives = after_the_talks(rules, state, seat)
            told = next((p for p in archives.paragraphs if p.startswith("The bill")), None)
            if told is None:
                assert paid.gain == 0
                continue
            gain, *lines = map(int, re.findall(r"-?\d+", told))
            assert lines == whole_lines(paid.lines, outcome.walks[CLAIMANT])
            assert sum(lines) == gain
            assert all(
                abs(100 * line - exact) <= 100
                for line, exact in zip(lines, paid.lines, strict=True)
            )
            printed += 1
    assert printed > 10
