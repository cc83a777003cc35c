"""What a scenario is for, and what to talk about after it: for who teaches with it."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.leaves import Leaf
from game.scenario.model import AnyScenario

WHAT_FOR, TO_TALK_ABOUT = "What it is for", "To talk about"


def what_for(scenario: AnyScenario) -> Leaf:
    """Return why a scenario is played, and what one should be able to do afterwards."""
    return Leaf(WHAT_FOR, (scenario.purpose, *scenario.teaching.objectives))


def to_talk_about(scenario: AnyScenario) -> Iterator[Leaf]:
    """Yield the questions for a class that has played; nothing where the author asks none."""
    if scenario.teaching.ask_after:
        yield Leaf(TO_TALK_ABOUT, scenario.teaching.ask_after)


def lesson(scenario: AnyScenario) -> tuple[Leaf, ...]:
    """Return both pages, for who prepares a class."""
    return (what_for(scenario), *to_talk_about(scenario))
