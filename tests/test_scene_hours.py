"""Scenes come by sitting: none names an hour or a day that the header over it may contradict."""

from __future__ import annotations

import re

import pytest

from game.files.scenarios import read_scenario

EVENTS = read_scenario("aigun-six-days").events
HOUR = re.compile(
    r"\b(noon|midnight|dusk|dawn|first light|lamplight|after dark|tonight|last night|yesterday"
    r"|this (morning|afternoon|evening)|since morning|morning prayers)\b"
)
BEFORE = ("the night before", "the evening before")
"""How a scene says that it lies before its sitting; then it may name its own hour."""


@pytest.mark.parametrize("scene", EVENTS)
def test_no_scene_names_an_hour_that_its_header_may_contradict(scene: str) -> None:
    event = EVENTS[scene]
    place = event.place or ""
    if not place.endswith(BEFORE):
        assert HOUR.findall(f"{place}. {event.text}") == []
        assert "evening" not in place
        assert "night" not in place
