"""What a state is put together from: the men, the luck, what came of a table."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple

from game.negotiation import Package, Utility


class Phase(IntEnum):
    """What the seat to move is asked for."""

    SCENE = 0
    SITTING = 1
    REPLY = 2
    CALLED = 3
    OVER = 4
    SEASON = 5


class Ended(StrEnum):
    """Why the talks, or the seasons, are over."""

    SIGNED = "signed"
    BROKEN_OFF = "broken-off"
    WENT_HOME = "went-home"
    LAPSED = "lapsed"
    SERVED = "served"
    """The last season has passed."""
    CUT_SHORT = "cut-short"
    """Something ended the seasons before their time."""


ENDS_OF_TALKS = (Ended.SIGNED, Ended.BROKEN_OFF, Ended.WENT_HOME, Ended.LAPSED)


class Verdict(StrEnum):
    """What became of a paper at the capital."""

    RATIFIED = "ratified"
    SILENCE = "silence"
    DISOWNED = "disowned"
    NONE = "none"


class Reply(IntEnum):
    """What the host last answered."""

    NONE = 0
    LISTENS = 1
    COUNTERS = 2
    REFUSES = 3
    NOT_TODAY = 4
    CONSULTS = 5
    SIGNS = 6
    FALLS_ILL = 7
    CALLS_IT = 8
    BREAKS_OFF = 9


class Man(NamedTuple):
    """The person in a chair, as this seed drew him or as the scenario wrote him."""

    name: str
    """Id of the authored person; empty for a drawn one."""
    temper: int
    """Index among the temperaments of his chair."""
    weights: tuple[int, ...]
    """How dear each issue is to him, in per cent of the common man of his chair."""
    utility: Utility
    """What packages are worth to him, in hundredths of a point, his need included."""
    need: int
    """Index among the needs of his chair; -1 when nothing binds him."""
    need_issue: int
    """Index of the issue that his need is about; -1 when nothing binds him."""
    need_allows: frozenset[int]
    """Options of that issue, by index, with any one of which he can go home."""
    ground: int
    """Index of the one ground he can use before his throne; -1 when he has none."""
    nerve: int
    """Added to his walk-away, in hundredths."""
    hope: int
    """What he hopes to keep above his walk-away when the talks open, in hundredths."""
    pace: int
    """The sitting in which he takes the initiative."""
    question: int
    """Index of the issue that he will ask the other side about."""


class Fortune(NamedTuple):
    """What the seed holds that belongs to nobody at the table."""

    news_sitting: int
    """The sitting in which the courier comes; 0 when he never does."""
    news_danger: int
    """What the news adds to the danger, in hundredths."""
    mood: int
    """How much worse (+) or better (-) the crisis looks to the court, in points."""


class Deal(NamedTuple):
    """What came of one table's talks; values in hundredths, as in an outcome."""

    table: int
    """Index of the table, in the scenario's order."""
    turn: int
    """The season in which they were held."""
    leverage: int
    """By what the seasons weighed on the host when they opened, in hundredths."""
    danger: int
    """What he had to fear when they ended."""
    pressure: int
    """Acts of pressure in them."""
    coerced: int
    """How well the host could claim that he was forced, in points."""
    ended: Ended
    treaty: Package | None
    verdict: Verdict
    support: int
    factions: tuple[int, ...]
    coercion: int
    walks: tuple[int, int]
    values: tuple[int, int]
    lasting: tuple[int, int]


class Order(NamedTuple):
    """An action and to what it is directed, by their indices; -1 for no target."""

    action: int
    target: int = -1
