"""The curtain between two people at one keyboard."""

from __future__ import annotations

from game.cli.plain_input import Reader
from game.cli.plain_text import put, say
from game.coach.visible import visible
from game.session import Session

NOT_HIDDEN = (
    "What one of you has read stays above: this is no terminal, and only a terminal can hide it."
)
"""Said once where two people play through a pipe."""


class Curtain:
    """Hides what one person read before the keyboard goes to the other."""

    def __init__(self, session: Session, reader: Reader) -> None:
        self.session = session
        self.reader = reader
        self.hides = bool(session.record.nodes)
        """Whether there may be something of the other's above it, in a play that goes on too."""
        self._has_warned = False

    def draw(self) -> None:
        """Draw it where the keyboard passes on."""
        if not self.session.needs_curtain:
            return
        if self.hides:
            self._hide()
        name = self.session.rules.scenario.seats[self.session.seat].name
        put(f"--- Pass the keyboard to {visible(name)}. ---")
        self.reader.enter("Press Enter when only you can see this. ")
        put()
        self.hides = True
        self.session.lift_curtain()

    def _hide(self) -> None:
        self.reader.enter("Press Enter when you have read this. ")
        if self.reader.scroll_away() or self._has_warned:
            return
        say(NOT_HIDDEN)
        put()
        self._has_warned = True
