"""The handbook's own table teaches what it says: who asks does best, and a second threat is one too
many.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from game.coach.workshop.playing import play_once
from game.files.handbook import HANDBOOK
from game.files.scenarios import read_scenario
from game.policy import Policy, persona
from game.policy.personas import pressing
from game.rules import Rules
from game.state import CLAIMANT, HOST, Verdict

SEEDS = 40


class Came(NamedTuple):
    """What came of plays by one claimant, on average or in per cent."""

    kept: tuple[float, float]
    """Points of lasting value, by chair."""
    owned: float
    """Of the papers that were signed."""


@pytest.fixture(scope="module")
def came() -> Callable[[str], Came]:
    """Returns what came of plays by a persona, or with so many acts of pressure."""
    rules = Rules(read_scenario(HANDBOOK))
    found: dict[str, Came] = {}

    def of(name: str) -> Came:
        if name not in found:
            found[name] = _came(rules, name)
        return found[name]

    return of


def _came(rules: Rules, name: str) -> Came:
    ends = []
    for number in range(SEEDS):
        seed = f"khanka {number}"
        host = persona("official", rules, f"{seed} host")
        ends.append(rules.outcome(play_once(rules, (_claimant(rules, name), host), seed).final))
    outcomes = [end for end in ends if end is not None]
    signed = [end.verdict for end in outcomes if end.treaty is not None]
    kept = [sum(end.lasting[seat] for end in outcomes) / 100 / SEEDS for seat in (CLAIMANT, HOST)]
    owned = 100 * signed.count(Verdict.RATIFIED) / max(1, len(signed))
    return Came((kept[CLAIMANT], kept[HOST]), owned)


def _claimant(rules: Rules, name: str) -> Policy:
    return pressing(rules, int(name)) if name.isdigit() else persona(name, rules, name)


@pytest.mark.parametrize("other", ["bluffer", "2"])
def test_who_asks_leaves_both_men_with_clearly_more_than_who_threatens(
    came: Callable[[str], Came], other: str
) -> None:
    asked, threatened = came("integrative").kept, came(other).kept
    assert asked[CLAIMANT] > threatened[CLAIMANT] + 1
    assert asked[HOST] > threatened[HOST] + 1


def test_a_second_threat_costs_more_than_it_brings_and_its_papers_are_seldom_owned(
    came: Callable[[str], Came],
) -> None:
    once, twice = came("1"), came("2")
    assert twice.kept[CLAIMANT] < once.kept[CLAIMANT] - 3
    assert twice.owned < 50 < once.owned


def test_the_court_owns_most_of_what_was_asked_for_and_helped_along(
    came: Callable[[str], Came],
) -> None:
    assert came("integrative").owned >= 85
