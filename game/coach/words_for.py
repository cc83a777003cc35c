"""Words for numbers: how likely, how strong, how many points; and how things are named in a line.

>>> likelihood(58, 64), likelihood(32, 64), likelihood(0, 64)
('almost surely', 'even', 'hardly')
>>> points(1234), points(-150), listed(["a", "b", "c"])
('12', '-1', 'a, b and c')
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable

from game.scenario import Scenario
from game.scenario.model import Track

LIKELY = ("almost surely", "probably", "even", "unlikely", "hardly")
"""The five words, from the most likely to the least."""
BOUNDS = (85, 60, 40, 15)
"""Per cent: more than the first is almost surely, from the second on probably, and so on."""
_AFTER_THE_NOUN = re.compile(
    r" (?:about|across|along|among|at|between|beyond|by|for|from|in|lost|near|of|on|over|that|to"
    r"|under|which|who|whose|with)\b"
)
_PLURALS = frozenset(("cattle", "children", "men", "oxen", "people", "sheep", "women"))
CERTAIN = 100
LITTLE, MUCH, VERY_MUCH = 2, 6, 10
"""Points up to which a change is small, and from which it is large, and very large."""
ROUGHLY = {
    5: ("one time in twenty", "1 in 20"),
    10: ("one time in ten", "1 in 10"),
    17: ("one time in six", "1 in 6"),
    25: ("one time in four", "1 in 4"),
    33: ("one time in three", "1 in 3"),
    40: ("two times in five", "2 in 5"),
    50: ("every other time", "1 in 2"),
    60: ("three times in five", "3 in 5"),
    67: ("two times in three", "2 in 3"),
    75: ("three times in four", "3 in 4"),
    90: ("nine times in ten", "9 in 10"),
}
"""How often something comes, by chances in per cent that one can tell from one another.

In words, and in figures where there is little room.
"""


def likelihood(times: int, of: int) -> str:
    """Return the word for something that comes true `times` out of `of`."""
    share = 100 * times
    if share > BOUNDS[0] * of:
        return LIKELY[0]
    for word, least in zip(LIKELY[1:], BOUNDS[1:], strict=False):
        if share >= least * of:
            return word
    return LIKELY[-1]


def within(word: str) -> tuple[int, int]:
    """Return the range of per cent that a likelihood word stands for.

    >>> within("even")
    (40, 60)
    """
    edges = (100, *BOUNDS, 0)
    at = LIKELY.index(word)
    return edges[at + 1], edges[at]


def change_words(label: str, by: int, points: bool) -> str:
    """Return how something moved, by its number where `points` are told.

    >>> change_words("Trust", 2, False), change_words("Face", -6, False)
    ('Trust rises a little', 'Face falls much')
    >>> change_words("Face", -12, False)
    'Face falls very much'
    >>> change_words("Trust", -3, True)
    'Trust falls by 3'
    >>> change_words("Drovers at the ford", -6, False)
    'Drovers at the ford: down much'
    """
    rises, falls = (": up", ": down") if is_many(label) else (" rises", " falls")
    moved = f"{label}{rises if by > 0 else falls}"
    if points:
        return f"{moved} by {abs(by)}"
    size = size_of(by)
    return f"{moved} {size}" if size else moved


def is_many(label: str) -> bool:
    """Return whether a label may be a plural, with which no verb is safe.

    >>> is_many("Beasts and boys lost"), is_many("Traffic at the fords"), is_many("what others pay")
    (True, False, False)
    """
    head, *_ = _AFTER_THE_NOUN.split(label, maxsplit=1)
    words = head.lower().split()
    is_plural = words[-1] in _PLURALS or (
        words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
    )
    return words[0] != "what" and (is_plural or "and" in words)


def size_of(by: int) -> str:
    """Return how large a change is in words; empty for one that is neither small nor large.

    >>> size_of(1), size_of(4), size_of(-9), size_of(10)
    ('a little', '', 'much', 'very much')
    """
    if abs(by) >= VERY_MUCH:
        return "very much"
    return "a little" if abs(by) <= LITTLE else "much" if abs(by) >= MUCH else ""


def roughly(odds: int) -> str:
    """Return about how often something comes whose chance is so many per cent, 0 to 100.

    >>> roughly(25), roughly(18), roughly(45)
    ('one time in four', 'about one time in six', 'about two times in five')
    >>> roughly(0), roughly(2), roughly(99)
    ('never', 'hardly ever', 'nearly always')
    """
    if odds <= 0 or odds >= CERTAIN:
        return "never" if odds <= 0 else "always"
    nearest = min(ROUGHLY, key=lambda share: abs(share - odds))
    least, *_, most = ROUGHLY
    if odds < least // 2 + 1 or odds > (most + CERTAIN) // 2:
        return "hardly ever" if odds < least else "nearly always"
    said, _ = ROUGHLY[nearest]
    return said if nearest == odds else f"about {said}"


def share_of(odds: int) -> str:
    """Return the same in figures, about as often.

    >>> share_of(25), share_of(18), share_of(1), share_of(99), share_of(100)
    ('1 in 4', '1 in 6', 'next to none', '9 in 10', 'sure')
    """
    least, *_ = ROUGHLY
    if odds >= CERTAIN or odds < least // 2 + 1:
        return "sure" if odds >= CERTAIN else "next to none"
    return ROUGHLY[min(ROUGHLY, key=lambda share: abs(share - odds))][1]


def track_word(track: Track, level: int) -> str:
    """Return the word for a level of a track, in its own unit; its digits where it has no words."""
    low, high = track.range
    if not track.words:
        return str(level)
    if track.limits:
        return track.words[max(0, bisect(track.limits, level) - 1)]
    at = (max(low, min(high, level)) - low) * len(track.words) // (high - low + 1)
    return track.words[at]


def whole(hundredths: int) -> int:
    """Return whole points, as they are told everywhere: the nearest, a half upward."""
    return (hundredths + 50) // 100


def points(hundredths: int) -> str:
    """Return whole points as they are told."""
    return str(whole(hundredths))


def counted(number: int, one: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "point"), counted(1848, "play")
    ('1 point', '1,848 plays')
    """
    return f"{number:,} {one}" if number in (1, -1) else f"{number:,} {one}s"


def listed(parts: Iterable[str], joiner: str = "and") -> str:
    """Return parts as one list in words; the empty text for none."""
    every = list(parts)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {joiner} {every[-1]}"


def issue_label(scenario: Scenario, issue: int) -> str:
    """Return what an issue is called in a sentence."""
    return list(scenario.table.issues.values())[issue].label


def option_text(scenario: Scenario, issue: int, option: int) -> str:
    """Return one settlement of an issue, as the treaty would put it."""
    return list(list(scenario.table.issues.values())[issue].options.values())[option].text


def sentence(text: str) -> str:
    """Return a text with a capital first letter and a full stop.

    >>> sentence("the villages stay"), sentence("And if I refuse?")
    ('The villages stay.', 'And if I refuse?')
    """
    text = text.strip()
    ending = "" if text.endswith((".", "!", "?", ":", "”", "’")) else "."
    return text[:1].upper() + text[1:] + ending


def phrase(text: str) -> str:
    """Return a sentence as a part of another: no full stop, its first letter small.

    >>> phrase("Show the guns."), phrase("I have no seal.")
    ('show the guns', 'I have no seal')
    """
    text = text.strip().removesuffix(".")
    if text[:2] in ("I ", "I'", "I’"):
        return text
    return text[:1].lower() + text[1:]
