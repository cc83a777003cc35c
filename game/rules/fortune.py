"""What the seed holds that belongs to nobody at the table: the courier and the court's mood."""

from __future__ import annotations

from game.rules.luck import about, among, lots_of
from game.rules.men import HISTORY
from game.scenario import Scenario
from game.state import Fortune


def fortune(scenario: Scenario, seed: str, *, news_can_come: bool) -> Fortune:
    """Return what a seed holds for the talks; what is told of history is not drawn."""
    drawn = _drawn(scenario, seed, news_can_come)
    return _told(scenario, drawn) if seed == HISTORY else drawn


def _drawn(scenario: Scenario, seed: str, news_can_come: bool) -> Fortune:
    news = scenario.table.news
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


def _told(scenario: Scenario, drawn: Fortune) -> Fortune:
    """Return the mood that the host met at his court, and the courier whom anybody met."""
    people = scenario.table.people.values()
    host = next((person for person in people if person.seat == scenario.table.host), None)
    came = next((person.news for person in people if person.news is not None), None)
    if host is not None:
        drawn = drawn._replace(mood=host.mood)
    if came is not None:
        drawn = drawn._replace(news_sitting=came.sitting, news_danger=100 * came.danger)
    return drawn
