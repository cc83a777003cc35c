"""Decisions that cannot well be meant by one press of a key: they are asked for twice."""

from __future__ import annotations

from game.state import CLAIMANT, HOST, Decision

ENDS = {
    (
        CLAIMANT,
        "accept",
    ): "lays his word down unchanged: he signs it or consults his officers",
    (CLAIMANT, "go-home"): "ends the talks without a paper",
    (HOST, "accept"): "signs the paper as it lies on the table",
    (HOST, "sign-to-disown"): "signs the paper, and begs the throne to disown it",
    (HOST, "break-off"): "ends the talks without a paper",
}
"""What comes of each, by chair."""


class Twice:
    """Remembers what was pressed once."""

    def __init__(self) -> None:
        self._pressed: Decision | None = None
        self.said = ""
        """What was said when it was pressed."""

    def warning(self, seat: int, decision: Decision) -> str:
        """Return what to say before a decision is made; empty when it may be made now."""
        comes = ENDS.get((seat, decision.verb), "")
        if not comes or decision == self._pressed:
            self._pressed = None
            return ""
        self._pressed = decision
        self.said = f"Press it once more: that {comes}."
        return self.said

    def is_about(self, verb: str) -> bool:
        """Return whether a decision of that kind was pressed once."""
        return self._pressed is not None and self._pressed.verb == verb

    def forget(self) -> bool:
        """Forget what was pressed; return whether anything was."""
        was_pressed = self._pressed is not None
        self._pressed = None
        return was_pressed
