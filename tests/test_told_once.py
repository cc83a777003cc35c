"""What the courier has told is not told again by the scenes that come of it."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_scenario
from game.scenario.expressions import parse

AIGUN = read_scenario("aigun-six-days")
COURIER = AIGUN.table.news
FOLLOWING = [event for event in AIGUN.events.values() if event.when == parse("news")]
RUN = 4
"""Words in a row that a reader takes for the same sentence."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.strip(".,:;()").lower() for word in text.split()]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("event", FOLLOWING, ids=lambda event: event.title)
def test_a_scene_after_the_courier_refers_to_what_he_brought(event) -> None:
    assert COURIER is not None
    assert not runs(COURIER.text) & runs(event.text)
    assert "rider" in event.text


def test_either_chair_has_a_scene_of_the_news() -> None:
    assert len(FOLLOWING) == 2
