"""A forecast as a stamp on the draft that it judged; it is computed from the record alone."""

from __future__ import annotations

from dataclasses import dataclass

from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, Decision, State


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a chair's people expected of a draft."""

    paper: Package
    sitting: int
    parts: tuple[str, ...]
    """What he will answer and why, how Beijing would take it, and how home would."""

    def is_of(self, draft: Package) -> bool:
        """Return whether it judged this very draft."""
        return draft == self.paper


def stamped(rules: Rules, before: State, decision: Decision, seat: int) -> Stamp | None:
    """Return what the people of a chair answered; `None` where no draft could be weighed."""
    paper = decision.paper or before.paper
    view = rules.seen_by(seat, before)
    if paper is None:
        return None
    try:
        if seat == CLAIMANT:
            draft = forecast(rules, view, paper)
            parts: tuple[str, ...] = (draft.sentence, draft.court, draft.home)
        else:
            word = host_forecast(rules, view, paper)
            parts = (word.sentence, word.court)
    except ValueError:  # asked for elsewhere than where a draft can be weighed
        return None
    return Stamp(paper, before.sitting, tuple(part for part in parts if part))
