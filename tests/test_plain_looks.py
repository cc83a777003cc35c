"""What a player has learned is told again in the words in which he heard it."""

from __future__ import annotations

import pytest

from game.cli.plain_looks import learned
from game.coach.heard import weighs
from game.coach.persons import opposite
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT


@pytest.mark.parametrize("weight", [80, 92, 93, 100, 107, 108, 110, 111, 130])
def test_what_weighs_with_a_host_is_told_later_as_he_told_it(weight: int) -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    opened = rules.opening("weighed")
    state = opened._replace(learned=(weight, *opened.learned[1:]))
    told = " ".join(" ".join(learned(rules, CLAIMANT, state)).split())
    assert f"weighs {weighs(opposite(rules, CLAIMANT), weight)}." in told
