"""A forecast as a stamp on the draft that it judged; it is computed from the record alone."""

from __future__ import annotations

from dataclasses import dataclass

from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, Phase, State
from game.tui.play.annals import Annals, Step


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


def why_not(seat: int, state: State) -> str:
    """Return why no draft can be weighed now; empty when one can."""
    if seat == CLAIMANT:
        ready = state.phase is Phase.SITTING
        reason = "your people can weigh a draft only where you are about to lay one down"
    else:
        ready = state.phase is Phase.REPLY and state.paper is not None
        reason = "your people can weigh a word only where you are about to answer a paper"
    if not ready:
        return reason
    if state.forecasts[seat] == state.sitting:
        return "your people have weighed a draft in this sitting already"
    return ""


class Stamps:
    """Finds the last stamp of a chair; each forecast is made once."""

    def __init__(self, rules: Rules, annals: Annals) -> None:
        self.rules = rules
        self.annals = annals
        self._known: dict[int, Stamp] = {}

    def last(self, seat: int) -> Stamp | None:
        """Return the last forecast that a chair asked for on the line that is played."""
        id = self.rules.table.seats[seat]
        for step in reversed(self.annals.steps()):
            if step.node.seat_id == id and step.decision.verb == "forecast":
                if step.node.id not in self._known:
                    found = self._stamp(step, seat)
                    if found is None:
                        return None
                    self._known[step.node.id] = found
                return self._known[step.node.id]
        return None

    def _stamp(self, step: Step, seat: int) -> Stamp | None:
        paper = step.decision.paper or step.before.paper
        view = self.rules.seen_by(seat, step.before)
        if paper is None:
            return None
        try:
            if seat == CLAIMANT:
                draft = forecast(self.rules, view, paper)
                parts: tuple[str, ...] = (draft.sentence, draft.court, draft.home)
            else:
                word = host_forecast(self.rules, view, paper)
                parts = (word.sentence, word.court)
        except ValueError:  # asked for elsewhere than where a draft can be weighed
            return None
        return Stamp(paper, step.before.sitting, tuple(part for part in parts if part))
