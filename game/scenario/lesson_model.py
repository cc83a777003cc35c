"""What a scenario is for: its place among those on offer, and what a class is to learn by it."""

from __future__ import annotations

from enum import StrEnum

from game.scenario.authored import Authored, Texts


class Lesson(StrEnum):
    """Where a scenario stands among those that a newcomer is offered."""

    FIRST = "first"
    """It is the one to begin with: it stands first, and says so."""
    LATER = "later"
    """It is one of those that follow."""
    EXAMPLE = "example"
    """It shows authors how a scenario is written: it stands last, and says so."""


class Teaching(Authored):
    """What a class is to learn, and what to ask it afterwards."""

    objectives: Texts = ()
    """What one should be able to do afterwards."""
    ask_after: Texts = ()
    """Questions for the debrief."""
