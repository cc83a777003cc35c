"""What a play can be begun with, known before the rules are: the chair, the telling, the seed."""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.record import Heading
    from game.scenario.model import AnyScenario

FIRST_SCENARIO = "aigun-six-days"
"""What is played, and shown as a sample, where nobody says which."""
LESSONS = {"first": "first lesson", "later": "", "example": "an author's example"}
"""How scenarios are offered: in this order, and what is said of each."""
BOTH = "both"
"""The word for two people who take every chair at one keyboard."""
MODES_SAID = {"advisers": "words, from advisers", "points": "words and numbers"}
"""How a play may be told, in words; the first where nobody says."""
MODES = tuple(MODES_SAID)
SEEDS = 1_000_000


def new_seed() -> str:
    """Return a seed nobody has chosen; it stands in the record, so the play can be had again."""
    return str(1 + SystemRandom().randrange(SEEDS))


def chairs_of(scenario: AnyScenario) -> list[str]:
    """Return the chairs that can be taken, by id; where two can, `BOTH` is one of them.

    In a campaign it is his who decides in the seasons.
    """
    seasons = getattr(scenario, "seasons", None)
    return [*scenario.seats, BOTH] if seasons is None else [seasons.seat]


def place_of(scenario: AnyScenario | None) -> int:
    """Return where a scenario stands among those that are offered; one that is broken, last."""
    return len(LESSONS) if scenario is None else list(LESSONS).index(scenario.lesson)


def told_of(scenario: AnyScenario) -> str:
    """Return how long a scenario takes, and whether it is a newcomer's or an author's."""
    lesson = LESSONS[scenario.lesson]
    return ", ".join(filter(None, (lesson, f"{scenario.minutes} minutes")))


def title_of(heading: Heading, scenario: AnyScenario | None) -> str:
    """Return what is played, by its title; where its scenario cannot be read, by its id."""
    return heading.scenario if scenario is None else scenario.title


def chair_of(heading: Heading, scenario: AnyScenario | None) -> str:
    """Return whose chair it is, by name where the scenario has one."""
    if len(heading.played) > 1:
        return "Two people"
    known = {} if scenario is None else scenario.seats
    return known[heading.seat].name if heading.seat in known else heading.seat


def terms_of(heading: Heading, scenario: AnyScenario | None) -> str:
    """Return the seed, the start and how it is told, in words."""
    starts = {} if scenario is None else scenario.starts
    start = heading.start or ""
    named = starts[start].title if start in starts else start
    told = MODES_SAID.get(heading.mode, heading.mode)
    return " · ".join(filter(None, (f"Seed {heading.seed}", named, f"told in {told}")))
