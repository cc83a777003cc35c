"""How well what a choice in a scene does suits whoever has to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.scenario import Change, Effect, Scenario

HARM = "(harm)"
"""Stands for every track that counts what people suffer; no id looks like it."""


def suits(scenario: Scenario, effects: Iterable[Effect], cares: Mapping[str, int]) -> int:
    """Return how well effects suit him; `cares` is what a point more of each track is to him."""
    tracks = scenario.tracks
    suited = 0
    for effect in effects:
        if isinstance(effect, Change):
            id = effect.track
            suited += cares.get(HARM if id in tracks and tracks[id].harms else id, 0) * effect.by
    return suited
