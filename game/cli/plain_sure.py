"""Before a decision that ends the talks or may: it is asked once more, as on the screen."""

from __future__ import annotations

from game.cli.plain_choosing import Asker, WentBack
from game.cli.plain_text import item, put, say
from game.state import Decision
from game.tui.play.twice import ENDS


class Sure:
    """Asks whether a decision was meant; saying the same again means yes, too."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self._said: Decision | None = None

    def ask(self, seat: int, decision: Decision) -> None:
        """Return when a decision is meant; raises `WentBack` when it is not."""
        comes = ENDS.get((seat, decision.verb), "")
        meant, self._said = decision == self._said, None
        if not comes or meant:
            return
        self._said = decision
        say(f"Sure? That {comes}.")
        put(item(1, "Yes"))
        if not self.asker.number(1):
            self._said = None
            raise WentBack
        self._said = None
