"""Decisions that cannot well be meant by one press of a key: they are asked for twice."""

from __future__ import annotations

from collections.abc import Iterable

from game.coach.binding import comes
from game.coach.weighed import weighed
from game.rules import Rules
from game.state import Decision, State
from game.tui.play.doubled import Doubled

ONCE_MORE = "Press it once more: {what}."


class Once:
    """Remembers what was pressed once, and what was said then."""

    def __init__(self) -> None:
        self._pressed: Decision | None = None
        self._doubled = Doubled()
        self.said = ""
        """What was said when it was pressed."""

    def ask(self, decision: Decision, says: str) -> str:
        """Return what it says before a decision is made; empty when it may be made now."""
        if self._pressed is not None and self._doubled.is_again(decision):
            return says
        if not says or decision == self._pressed:
            self._pressed = None
            return ""
        self._pressed, self.said = decision, says
        self._doubled.see(self._doubled.press(decision))
        return says

    def instead_of(self, decision: Decision | None) -> Decision | None:
        """Return what Enter means instead of a decision: another that was pressed once."""
        return None if self._pressed == decision else self._pressed

    def is_of(self, decisions: Iterable[Decision]) -> bool:
        """Return whether one of these was pressed once."""
        return self._pressed is not None and self._pressed in tuple(decisions)

    def is_about(self, name: str) -> bool:
        """Return whether a decision of that kind was pressed once."""
        pressed = self._pressed
        return pressed is not None and bool(name) and name in (pressed.verb, pressed.name)

    def forget(self) -> bool:
        """Forget what was pressed; return whether anything was."""
        was_pressed = self._pressed is not None
        self._pressed = None
        return was_pressed


class Twice(Once):
    """Remembers what was pressed once at a table."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self.rules = rules

    def warning(self, state: State, decision: Decision, weigh: str, change: str) -> str:
        """Return what to say before a decision is made; empty when it may be made now.

        `weigh` is the key that has the draft weighed, `change` the one that goes to it.
        """
        return self.ask(decision, _said_of(self.rules, state, decision, weigh, change))


def _said_of(rules: Rules, state: State, decision: Decision, weigh: str, change: str) -> str:
    if decision.verb == "forecast" and decision.paper is not None:
        which = weighed(rules, rules.seat_to_move(state), state, decision.paper)
        keys = f"{weigh}: yes   {change}: change it"
        return f"Have the draft weighed, once in this sitting?  {keys}   It is {which}."
    if decision.suppose is not None:
        return f"Suppose the draft as it stands?  Enter: yes   {change}: change it"
    what = comes(rules, state, decision)
    return ONCE_MORE.format(what=f"that {what}") if what else ""
