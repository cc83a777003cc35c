"""What the scene rests on that waits for a choice, or the last one, where somebody asks for it."""

from __future__ import annotations

from game.coach.who_says import NO_SCENE, scene_rests_on
from game.session import Session
from game.state import Phase

ASKED = ("scene", "scenes", "source", "sources")
"""What asks for it after `why`."""


def told_sources(session: Session) -> tuple[str, ...]:
    """Return line by line what the scene at hand rests on, else the last one that was answered."""
    game, state = session.game, session.state
    if state.phase == Phase.SCENE:
        scenes = session.rules.scenes if state.at else game.scenes
        return scene_rests_on(game.scenario, game.scenario.events[scenes.all[state.scene].id])
    steps = reversed(session.steps())
    step = next((step for step in steps if step.decision.verb == "choose"), None)
    if step is None:
        return (NO_SCENE,)
    return scene_rests_on(game.scenario, game.scenario.events[step.decision.name])
