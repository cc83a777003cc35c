"""What personas go by in a scene, for whoever wants to know why nobody took a choice."""

from __future__ import annotations

from collections.abc import Mapping

from game.policy.integrative import CARES as CLAIMANT_CARES
from game.policy.official import CARES as HOST_CARES
from game.policy.tastes import suits
from game.rules import Rules
from game.rules.scenes import Scene
from game.state import CLAIMANT, HOST

Inclination = Mapping[str, int]
"""What a point more of each track counts."""


def inclinations(rules: Rules, seat: int) -> dict[str, Inclination]:
    """Return what whoever decides in a chair goes by, by the manner of the man; a claimant has one.

    Left out are who draws lots, who takes the last choice (`hawk`) and who does what was done.
    """
    if seat == CLAIMANT:
        return {"": CLAIMANT_CARES}
    habits = {temper.habit for temper in rules.table.tempers[HOST]}
    return {habit: HOST_CARES.get(habit, HOST_CARES[""]) for habit in sorted(habits)}


def counted(rules: Rules, scene: Scene, by: Inclination) -> dict[str, int]:
    """Return what each choice of a scene counts by an inclination."""
    return {c.id: suits(rules.scenario, c.effects, by) for c in scene.choices}
