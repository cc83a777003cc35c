"""How much hangs on a scene: nothing, as far as its chair is concerned, or all on one choice.

>>> one, other = Outcome("walk", 5000, 0, 0), Outcome("swim", 5050, 0, 1)
>>> [scene.scene for scene in light([Trial("ice", (one, other))] * LEAST_STATES)]
['ice']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.coach.workshop.what_ifs import (
    EQUAL,
    LEAST_WORSE,
    Outcome,
    Trial,
    dominated,
    trivial,
)
from game.rules import Rules

LEAST_STATES = LEAST_WORSE
"""States in which a scene must have been tried before its weight is judged."""
NEARLY_ALL = 90
"""Per cent of the states in which the choices of a light scene come to the same."""
FAR = 300
"""Hundredths of lasting value by which a towering choice is better than every other one."""
MOSTLY = 80
"""Per cent of the states in which it is, and half of those of every persona."""
SUSPECT = 4
"""States in which a choice must have been worse to be looked at in more of them."""
MORE = 4
"""So many times as many states a scene is tried in where something in it is suspect."""


class Light(NamedTuple):
    """A scene of which no choice is better or worse for its chair than another."""

    scene: str
    states: int
    harm: bool
    """Whether its choices differ in what people suffer."""


class Towering(NamedTuple):
    """A choice that is better by far than every other of its scene, whoever came there."""

    choice: str
    """As `scene.choice`."""
    states: int
    best: int
    """States in which it was better by far."""
    lead: int
    """Hundredths by which it was better than the next one, on average of all states."""
    personas: tuple[str, ...]
    """Whose plays came there."""


def suspects(rules: Rules, trials: Sequence[Trial]) -> set[str]:
    """Return the scenes that should be tried in more states before anything is said of them."""
    worse = {found.choice.partition(".")[0] for found in dominated(trials, SUSPECT)}
    same = {found.scene for found in trivial(rules, trials)}
    better = {found.choice.partition(".")[0] for found in towering(trials)}
    return worse | same | better | {found.scene for found in light(trials)}


def light(trials: Iterable[Trial]) -> Iterator[Light]:
    """Yield scenes in which it hardly ever matters to its chair which choice is taken."""
    for scene, states in _by_scene(trials).items():
        flat = sum(_apart(trial.ranked) <= EQUAL for trial in states)
        if len(states) >= LEAST_STATES and 100 * flat >= NEARLY_ALL * len(states):
            harm = any(len({o.harm for o in trial.outcomes}) > 1 for trial in states)
            yield Light(scene, len(states), harm)


def towering(trials: Iterable[Trial]) -> Iterator[Towering]:
    """Yield choices beside which no other is worth taking."""
    for scene, states in _by_scene(trials).items():
        if len(states) < LEAST_STATES:
            continue
        for choice in dict.fromkeys(trial.ranked[-1].choice for trial in states):
            led = [trial for trial in states if _lead(trial, choice) > FAR]
            if 100 * len(led) >= MOSTLY * len(states) and _half_of_each(led, states):
                lead = sum(_lead(trial, choice) for trial in states) // len(states)
                names = tuple(sorted({trial.persona for trial in states} - {""}))
                yield Towering(f"{scene}.{choice}", len(states), len(led), lead, names)


def _half_of_each(led: Sequence[Trial], states: Sequence[Trial]) -> bool:
    personas = [trial.persona for trial in states]
    leading = [trial.persona for trial in led]
    return all(2 * leading.count(name) >= personas.count(name) for name in set(personas))


def _lead(trial: Trial, choice: str) -> int:
    """Return by how much a choice was better than every other; what it lacked, below 0."""
    ours = [outcome.lasting for outcome in trial.outcomes if outcome.choice == choice]
    others = [outcome.lasting for outcome in trial.outcomes if outcome.choice != choice]
    return ours[0] - max(others) if ours else 0


def _apart(ranked: Sequence[Outcome]) -> int:
    return ranked[-1].lasting - ranked[0].lasting


def _by_scene(trials: Iterable[Trial]) -> dict[str, list[Trial]]:
    """Return the states in which there was anything to choose, by scene."""
    states: dict[str, list[Trial]] = {}
    for trial in trials:
        if len(trial.outcomes) > 1:
            states.setdefault(trial.scene, []).append(trial)
    return states
