"""What a policy is."""

from __future__ import annotations

from typing import Protocol

from game.rules.legal import Legal
from game.state import Decision, View


class Policy(Protocol):
    """Decides for a seat, from what that seat may see."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return one of the legal decisions; the same for the same view."""
        ...
