"""What can never hold is known before anything is played, with the lines that forbid it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.scenarios import read_scenario
from game.scenario import Scenario
from game.scenario.aims import aims

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Scenario:
    return read_scenario(TINY)


def test_what_can_be_reached_is_named_kind_by_kind_in_the_authors_order(tiny):
    named = list(map(str, aims(tiny)))
    assert named[:4] == ["event:ice", "event:thanks", "choice:ice.mend", "choice:ice.leave"]
    assert "option:landing.ford" in named
    assert "tactic:tea" in named
    assert named[-1] == f"ending:{list(tiny.endings)[-1]}"
