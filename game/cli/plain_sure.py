"""Before a decision that ends the talks, or binds to a paper as it is: it is asked once more."""

from __future__ import annotations

from game.cli.plain_asked import Asker
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
        self._meant: tuple[State, Decision] | None = None

    def is_meant(self, state: State, decision: Decision) -> bool:
        """Return whether a decision is meant; each is asked about once in a state."""
        what = comes(self.rules, state, decision)
        again, self._said = decision == self._said, None
        if not what or again or self._meant == (state, decision):
            return True
        self._said = decision

        def show() -> None:
            say(f"Sure? That {what}.")
            put(item(1, "Yes"))

        is_meant = bool(self.asker.number((1,), show))
        self._said = None
        if is_meant:
            self._meant = state, decision
        return is_meant
