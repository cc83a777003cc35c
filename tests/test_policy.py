"""Policies reckon with what the rules hold, in every start."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_scenario
from game.policy import prospect
from game.policy.prospect import court
from game.rules import Rules


@pytest.mark.parametrize(("start", "crisis"), [(None, 70), ("1854", 30), ("maximum-threat", 70)])
def test_a_paper_is_weighed_against_the_danger_of_its_own_year(start, crisis, monkeypatch):
    rules = Rules(read_scenario("aigun-six-days"), start)
    feared = set()
    reading = court.reading

    def heard(table, paper, danger, coercion, memorial):
        feared.add(danger)
        return reading(table, paper, danger, coercion, memorial)

    monkeypatch.setattr(court, "reading", heard)
    prospect.prospect(rules, rules.opening("1"), (0,) * len(rules.table.issues), 1)
    mood = rules.scenario.table.court.mood
    assert rules.known_crisis == crisis
    assert all(crisis - mood <= danger <= crisis + mood for danger in feared)
    assert crisis in feared
