"""What the scene rests on that waits for a choice, or the last one; at the end, what that does."""

from __future__ import annotations

from itertools import chain

from game.coach import aftermath
from game.coach.seasons import endings
from game.coach.who_says import NO_SCENE, titled_rests_on
from game.rules import CampaignRules
from game.session import Session
from game.state import Phase

ASKED = ("scene", "scenes", "source", "sources")
"""What asks for it after `why`."""


def told_sources(session: Session) -> tuple[str, ...]:
    """Return line by line what the scene at hand rests on, else the last one that was answered.

    Once all is over it is what each piece of the epilogue rests on.
    """
    game, state = session.game, session.state
    if session.is_over:
        pieces = _epilogue(session)
        told = (titled_rests_on(game.scenario, piece.ending) for piece in pieces)
        return tuple(chain.from_iterable(told))
    if state.phase == Phase.SCENE:
        scenes = session.rules.scenes if state.at else game.scenes
        return titled_rests_on(game.scenario, game.scenario.events[scenes.all[state.scene].id])
    steps = reversed(session.steps())
    step = next((step for step in steps if step.decision.verb == "choose"), None)
    if step is None:
        return (NO_SCENE,)
    return titled_rests_on(game.scenario, game.scenario.events[step.decision.name])


def _epilogue(session: Session) -> tuple[aftermath.Told, ...]:
    game = session.game
    if isinstance(game, CampaignRules):
        return endings.epilogue(game, session.state)
    seat = game.table.seats.index(session.seat)
    return aftermath.epilogue(game, session.state, seat)
