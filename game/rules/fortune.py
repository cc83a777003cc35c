"""What the seed holds that belongs to nobody at the table: the courier and the court's mood."""

from __future__ import annotations

from game.rules.luck import about, among, lots_of
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
    mood_lot, never_lot, sitting_lot, danger_lot = lots_of(4, seed, "fortune", "court")
    mood = about(scenario.table.court.mood, mood_lot)
    if news is None or not news_can_come or among(100, never_lot) < news.never:
        return Fortune(0, 0, mood)
    first, last = news.sittings
    low, high = news.danger
    return Fortune(
        first + among(last - first + 1, sitting_lot),
        100 * (low + among(high - low + 1, danger_lot)),
        mood,
    )
