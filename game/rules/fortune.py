"""What the seed holds that belongs to nobody at the table: the courier and the court's mood."""

from __future__ import annotations

from game.rules.luck import Luck
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
    luck = Luck(seed)
    mood = luck.spread(scenario.table.court.mood, b"mood|court|0")
    if news is None or not news_can_come or luck.draw(100, b"news|never|0") < news.never:
        return Fortune(0, 0, mood)
    first, last = news.sittings
    low, high = news.danger
    return Fortune(
        first + luck.draw(last - first + 1, b"news|sitting|0"),
        100 * (low + luck.draw(high - low + 1, b"news|danger|0")),
        mood,
    )
