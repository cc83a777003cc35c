"""A label: a row of letters on the map, and what it names."""

from dataclasses import dataclass
from enum import Enum, auto


class LabelKind(Enum):
    """What a label names, and so how it is inked."""

    CAPITAL = auto()
    TOWN = auto()
    RIVER = auto()
    SEA = auto()
    REALM = auto()
    COUNTRY = auto()
    TRACT = auto()
    HOLDER = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A row of letters on the map; spaces in it let the ground show."""

    column: int
    row: int
    text: str
    kind: LabelKind
    subject: str
    """Id of the place, river or tract it names."""
