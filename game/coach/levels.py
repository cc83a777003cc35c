"""What a chair is told of a track, by one rule: where it stands, and by how much it moves.

What a chair may only estimate looks like an estimate wherever it is told: in the forecast of a
choice, in the chronicle, beside the draft and where the track itself is asked for.
"""

from __future__ import annotations

from game.coach.words_for import change_words, track_word
from game.rules import Rules
from game.rules.views import PATIENCE_BAND
from game.scenario.model import Track
from game.state import BUILT_IN, CLAIMANT, State

BANDS = {("patience", CLAIMANT): PATIENCE_BAND}
"""Tracks that a chair reads only in bands of so many points, the highest of which it is shown."""
NOT_PROMISED = ("hope",)
"""Tracks that give way by no more than talk can wear them: no number is promised to anybody."""
FULL, EMPTY = "can rise no further", "can fall no further"
"""Said instead of a change that cannot come, as a track stands at that end."""
BOTH_ENDS = {"face": (0, 100), "trust": (0, 100), "credibility": (0, 100)}
"""Tracks of a table that each chair reads exactly, with the ends at which they stop."""


def at_end(state: State, track: str, by: int) -> str:
    """Return what says that a track of a table cannot move so; empty where it can."""
    if track not in BOTH_ENDS:
        return ""
    (least, most), level = BOTH_ENDS[track], int(getattr(state, track))
    if by > 0 and level >= most:
        return FULL
    return EMPTY if by < 0 and level <= least else ""


def level_of(rules: Rules, state: State, id: str) -> int:
    """Return where a track stands, whosever it is."""
    return int(getattr(state, id)) if id in BUILT_IN else state.levels[rules.levels[id]]


def is_exact(track: str, seat: int, mode: str) -> bool:
    """Return whether a chair is told numbers of a track: those that points mode can vouch for."""
    return mode == "points" and track not in NOT_PROMISED and not is_banded(track, seat)


def is_banded(track: str, seat: int) -> bool:
    """Return whether a chair reads a track only in bands."""
    return (track, seat) in BANDS


def as_shown(track: str, level: int, seat: int) -> int:
    """Return a level as a chair is shown it: where it reads only bands, the highest of its band.

    >>> as_shown("patience", 50, 0), as_shown("patience", 50, 1), as_shown("patience", -2, 0)
    (64, 50, 0)
    """
    band = BANDS.get((track, seat), 1)
    return max(0, -(-level // band) * band) if band > 1 else level


def moved(track: str, label: str, by: int, seat: int, mode: str) -> str:
    """Return how a track moved, as a chair may be told it."""
    return change_words(label, by, is_exact(track, seat, mode))


def word_kept(id: str, track: Track | None, now: int, by: int, seat: int) -> str:
    """Return in which word a track stands that stood in it before it moved; empty where in none."""
    if track is None or not track.words:
        return ""
    was, stands = (track_word(track, as_shown(id, level, seat)) for level in (now - by, now))
    return stands if was == stands else ""


def number_told(track: str, level: int, seat: int) -> str:
    """Return the number of a level as points mode tells it to a chair; a band where he estimates.

    >>> number_told("patience", 64, 0), number_told("patience", 61, 1), number_told("face", 55, 0)
    ('49-64', '61', '55')
    """
    band = BANDS.get((track, seat), 1)
    return f"{level - band + 1}-{level}" if level > 0 and band > 1 else str(level)


def level_told(id: str, track: Track, level: int, seat: int, mode: str) -> str:
    """Return where a track stands, as a chair may be told it: its word, and in points its number.

    A track without words is told by its number in either mode.
    """
    number = number_told(id, level, seat)
    if not track.words:
        return number
    word = track_word(track, level)
    return f"{word} ({number})" if mode == "points" else word
