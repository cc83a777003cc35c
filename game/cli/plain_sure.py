"""Before a decision that ends the talks, or binds to a paper as it is: it is asked once more."""

from __future__ import annotations

from game.cli.plain_choosing import Asker, WentBack
from game.cli.plain_text import item, put, say
from game.coach.binding import comes
from game.rules import Rules
from game.state import Decision, State


class Sure:
    """Asks whether a decision was meant; saying the same again means yes, too."""

    def __init__(self, asker: Asker, rules: Rules) -> None:
        self.asker = asker
        self.rules = rules
        self._said: Decision | None = None

    def ask(self, state: State, decision: Decision) -> None:
        """Return when a decision is meant; raises `WentBack` when it is not."""
        what = comes(self.rules, state, decision)
        meant, self._said = decision == self._said, None
        if not what or meant:
            return
        self._said = decision
        say(f"Sure? That {what}.")
        put(item(1, "Yes"))
        if not self.asker.number((1,)):
            self._said = None
            raise WentBack
        self._said = None
