"""What the people of a chair answer when it asks them what to expect of a paper."""

from __future__ import annotations

from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.rules import Game
from game.state import CLAIMANT, Decision, State


def foretold(game: Game, before: State, decision: Decision, seat: int) -> tuple[str, ...]:
    """Return what he will answer and why, how the court would take it, and how home would.

    From what the chair sees, so that it is the same whenever it is told; of a campaign that takes
    the rules of the whole, which hide what its tables do not. Nothing where there was no draft, or
    none to be weighed.
    """
    paper = decision.paper or before.paper
    if paper is None:
        return ()
    rules, view = game.at(before), game.seen_by(seat, before)
    try:
        if seat == CLAIMANT:
            return forecast(rules, view, paper).told
        word = host_forecast(rules, view, paper)
    except ValueError:  # asked for elsewhere than where a draft can be weighed
        return ()
    return tuple(part for part in (word.sentence, word.court) if part)
