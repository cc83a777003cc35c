"""The same play, seen from a table of a campaign: its line begins where the talks opened."""

from __future__ import annotations

from collections.abc import Iterator

from game.record import Step
from game.session import Session
from game.state import Decision, State, Turn


class AtTable(Session):
    """A session whose line is that of the talks that are held now.

    It shares everything with the whole play's session: what one of them decides, both have.
    """

    def __init__(self, session: Session) -> None:
        """Look at a session that stands at a table."""
        self.__dict__ = session.__dict__

    def steps(self) -> tuple[Step, ...]:
        """Return the steps since the talks opened that are held now; none in a season."""
        return talks_of(super().steps())

    def line(self) -> Iterator[tuple[State, Decision]]:
        """Yield every decision of these talks, with the state it was made in."""
        return ((step.before, step.decision) for step in self.steps())

    def story(self) -> Iterator[Turn]:
        """Yield every turn of these talks."""
        return (step.turn for step in self.steps())


def talks_of(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the last steps of a line that were made at one table, up to its end."""
    first = len(steps)
    while first and steps[first - 1].before.at and steps[first - 1].turn.state.at:
        first -= 1
    return steps[first:]


def held_at(steps: tuple[Step, ...], deal: int) -> tuple[Step, ...]:
    """Return the steps of the talks whose outcome stands at a place among the deals."""
    return tuple(step for step in steps if step.before.at and len(step.before.deals) == deal)
