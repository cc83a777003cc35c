"""The parts of a comparison: what each is about, its sentences, and its rows."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

NO_PAPER = "no paper"
GOES_ON = "the talks go on"


class Kind(StrEnum):
    """What a part is about."""

    PARTING = "parting"
    PAST = "past"
    STAYED = "stayed"
    DAY = "day"
    STANDING = "standing"
    PAPERS = "papers"
    TABLES = "tables"
    COURT = "court"
    LASTING = "lasting"
    TOLL = "toll"
    LEGACY = "legacy"
    DISTANCE = "distance"


class Row(NamedTuple):
    """One thing as it is in two lines."""

    label: str
    a: str
    b: str

    @property
    def differs(self) -> bool:
        """Whether it is not the same in both."""
        return self.a != self.b


Shares = tuple[int | None, int | None]


class Part(NamedTuple):
    """Something that is compared."""

    kind: Kind
    heading: str
    said: tuple[str, ...] = ()
    """Sentences of both lines."""
    rows: tuple[Row, ...] = ()
    is_redlined: bool = False
    """The cells are texts, of which the words that differ can be marked."""
    sitting: int = 0
    """Of a day; 0 for all else."""
    shares: tuple[Shares, ...] = ()
    """For each row the shares of a hundred that its cells tell; empty where they tell none."""
