"""What another start of a scenario changes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.coach.names import in_sentence
from game.coach.words_for import listed, sentence, track_word
from game.scenario.campaign_model import Campaign
from game.scenario.days import said
from game.scenario.model import ALL, AnyScenario, Start, Track

STEPS = ((5, "a little"), (25, ""), (100, "far"))
"""Up to how many hundredths of its range a track differs how far."""


def starts_told(scenario: AnyScenario) -> Mapping[str, str]:
    """Return what is said of each start, by its id."""
    return {id: start_told(scenario, start) for id, start in scenario.starts.items()}


def start_told(scenario: AnyScenario, start: Start) -> str:
    """Return the day and the author's words on a start, and what differs that every chair sees."""
    dated = f"The talks open on {said(start.date)}." if start.date else ""
    return " ".join(
        filter(None, (dated, start.text, *_past(scenario, start), *_differences(scenario, start)))
    )


def _past(scenario: AnyScenario, start: Start) -> Iterator[str]:
    """Yield which tables are past by then."""
    if isinstance(scenario, Campaign) and start.past:
        yield f"Past by then: {listed(scenario.tables[id].title for id in start.past)}."


def _differences(scenario: AnyScenario, start: Start) -> Iterator[str]:
    """Yield in sentences what is higher, what is lower, and what stands at a word of its own."""
    moved: dict[str, list[str]] = {}
    for id, level in start.tracks.items():
        track = scenario.tracks.get(id)
        if track is None or track.seen_by != ALL or track.start == level:
            continue
        if track.words or track.start is None:
            word = track_word(track, level)
            yield sentence(f"{track.label}: {word}")
        else:
            how_far = _how_far(track, level - track.start)
            # A campaign writes its labels as they stand within a sentence.
            is_phrase = isinstance(scenario, Campaign)
            label = track.label if is_phrase else in_sentence(scenario, track.label)
            moved.setdefault(how_far, []).append(label)
    for how, labels in moved.items():
        yield sentence(f"{how} than on the first day: {listed(labels)}")


def _how_far(track: Track, by: int) -> str:
    low, high = track.range
    share = 100 * abs(by) // max(1, high - low)
    step = next(word for most, word in STEPS if share <= most)
    return f"{step} {'higher' if by > 0 else 'lower'}".strip()
