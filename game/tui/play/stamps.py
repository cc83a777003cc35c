"""A forecast as a stamp on the draft that it judged; it is computed from the record alone."""

from __future__ import annotations

from dataclasses import dataclass

from game.coach.foretold import foretold
from game.negotiation import Package
from game.rules import Game
from game.state import Decision, State


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


def stamped(game: Game, before: State, decision: Decision, seat: int) -> Stamp | None:
    """Return what the people of a chair answered; `None` where no draft could be weighed."""
    paper, parts = decision.paper or before.paper, foretold(game, before, decision, seat)
    return Stamp(paper, before.sitting, parts) if paper is not None and parts else None
