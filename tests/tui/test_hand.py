"""What a chair holds in hand, and which paper a decision comes to with it."""

from __future__ import annotations

from functools import cache

from game.files.scenarios import read_scenario
from game.rules import Rules
from game.rules.legal import Head
from game.state import CLAIMANT
from game.tui.play.hand import Hand


@cache
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


def hand() -> Hand:
    return Hand(rules(), CLAIMANT, rules().opening("7"))


def head(name: str) -> Head:
    return Head("tactic", name, (), tuple(tuple(range(n)) for n in rules().table.sizes), bare=True)


def changed(held: Hand) -> tuple[int, ...]:
    first, *rest = held.draft
    return (0 if first else 1, *rest)


def test_a_paper_in_the_sleeve_goes_with_no_act_but_to_lay_it_down() -> None:
    held = hand()
    held.write(changed(held))
    held.carry(False)
    assert held.decision(head("dinner")).paper is None
    assert held.decision(head(rules().table.lay)).paper == held.draft


def test_to_lay_down_without_a_draft_of_ones_own_lays_the_old_paper_again() -> None:
    held = hand()
    assert held.decision(head(rules().table.lay)).paper is None
