"""The curtain between two people at one keyboard."""

from __future__ import annotations

from game.cli.plain_input import Reader
from game.cli.plain_text import put
from game.coach.visible import visible
from game.session import Session


class Curtain:
    """Hides what one person read before the keyboard goes to the other."""

    def __init__(self, session: Session, reader: Reader) -> None:
        self.session = session
        self.reader = reader
        self._has_sat = False
        """Whether somebody has looked at the table behind it."""

    def draw(self) -> None:
        """Draw it where the keyboard passes on."""
        if not self.session.needs_curtain:
            return
        if self._has_sat:
            self.reader.enter("Press Enter when you have read this. ")
            self.reader.scroll_away()
        name = self.session.rules.scenario.seats[self.session.seat].name
        put(f"--- Pass the keyboard to {visible(name)}. ---")
        self.reader.enter("Press Enter when only you can see this. ")
        put()
        self._has_sat = True
        self.session.lift_curtain()
