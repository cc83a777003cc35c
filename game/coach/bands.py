"""A bound of a track in the track's own words, for who is told no numbers.

>>> from game.scenario.model import Track
>>> written = {"label": "goodwill", "range": "0-100", "seen-by": "all"}
>>> written |= {"words": ["none", "some", "much"], "limits": ["0", "30", "60"]}
>>> track = Track.model_validate(written)
>>> at_least(track, 30), at_least(track, 41), at_least(track, 90)
('“some” or above', 'from the middle of “some” up', 'in the upper part of “much”')
>>> at_most(track, 59), at_most(track, 62), at_most(track, 20)
('“some” or below', 'up to the lower part of “much”', 'up to the upper part of “none”')
>>> [parts_word(track, 35, ">=", bound) for bound in (30, 31, 59, 60)]
[False, True, True, False]
>>> [parts_word(track, 35, "<=", bound) for bound in (29, 30, 58, 59)]
[False, True, True, False]
"""

from __future__ import annotations

from game.coach.words_for import track_word
from game.scenario.model import Track

PARTS = ("lower part", "middle", "upper part")
"""Into which the levels of one word are divided where it takes part of them."""


def at_least(track: Track, level: int) -> str:
    """Return that a track with words stands at a level or higher."""
    low, high = _band(track, level)
    word = f"“{track_word(track, level)}”"
    if level <= low:
        return f"{word} or above" if high < track.range[1] else word
    part = PARTS[(level - low) * len(PARTS) // (high - low + 1)]
    if high == track.range[1] and part == PARTS[-1]:
        return f"in the {part} of {word}"
    return f"from the {part} of {word} up"


def at_most(track: Track, level: int) -> str:
    """Return that a track with words stands at a level or lower."""
    low, high = _band(track, level)
    word = f"“{track_word(track, level)}”"
    if level >= high:
        return f"{word} or below" if low > track.range[0] else word
    part = PARTS[(level - low) * len(PARTS) // (high - low + 1)]
    if low == track.range[0] and part == PARTS[0]:
        return f"in the {part} of {word}"
    return f"up to the {part} of {word}"


def parts_word(track: Track, level: int, relation: str, number: int) -> bool:
    """Return whether a comparison holds for some levels only of those that have a level's word."""
    low, high = _band(track, level)
    if relation in (">=", "<"):
        return low < number <= high
    return low <= number < high


def _band(track: Track, level: int) -> tuple[int, int]:
    """Return the lowest and the highest level that have the word of a level."""
    word = track_word(track, level)
    low = high = level
    while low > track.range[0] and track_word(track, low - 1) == word:
        low -= 1
    while high < track.range[1] and track_word(track, high + 1) == word:
        high += 1
    return low, high
