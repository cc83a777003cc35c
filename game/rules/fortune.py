"""What the seed holds that belongs to nobody at the table: the courier and the court's mood."""

from __future__ import annotations

from game.rules.luck import draw, spread
from game.rules.men import HISTORY
from game.scenario import Scenario
from game.state import Fortune


def fortune(scenario: Scenario, seed: str, *, news_can_come: bool) -> Fortune:
    """Return what a seed holds for the talks."""
    news = scenario.table.news
    if seed == HISTORY:
        for person in scenario.table.people.values():
            if person.news is not None:
                return Fortune(person.news.sitting, 100 * person.news.danger, person.mood)
    mood = spread(scenario.table.court.mood, seed, "mood", "court")
    if news is None or not news_can_come or draw(100, seed, "news", "never", 0) < news.never:
        return Fortune(0, 0, mood)
    first, last = news.sittings
    low, high = news.danger
    return Fortune(
        first + draw(last - first + 1, seed, "news", "sitting", 0),
        100 * (low + draw(high - low + 1, seed, "news", "danger", 0)),
        mood,
    )
