"""Choices that were open in a play-test and that nobody took: what was taken, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from game.policy.inclination import counted, inclinations
from game.rules import Rules


class Untaken(NamedTuple):
    """A choice that was open and that nobody took."""

    choice: str
    """As `scene.choice`."""
    instead: str
    """The choice of its scene that was taken most often; empty where no play took any."""
    plays: int
    """In how many plays that was."""
    manner: str
    """Of the man in whose eyes it came nearest to being taken; empty for a claimant."""
    counts: int
    """What it counts in his eyes."""
    most: int
    """What the choice counts there that counts most of all the others."""


def untaken(rules: Rules, choices: Iterable[str], taken: Mapping[str, int]) -> Iterator[Untaken]:
    """Yield why nobody took some choices; `taken` is how often each choice of a scene was."""
    for named in choices:
        id, _, choice = named.partition(".")
        scene = rules.scenes.by_id[id]
        others = [other.id for other in scene.choices if other.id != choice]
        instead = max(others, key=lambda other: taken.get(f"{id}.{other}", 0), default="")
        seen = [
            (manner, count.pop(choice), max(count.values(), default=0))
            for manner, by in inclinations(rules, scene.seat).items()
            for count in (counted(rules, scene, by),)
        ]
        manner, own, most = max(seen, key=lambda each: each[1] - each[2])
        yield Untaken(named, instead, taken.get(f"{id}.{instead}", 0), manner, own, most)
