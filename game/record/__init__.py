"""What was decided: a tree of every seat's decisions, its variations, its replay."""

from game.record.digests import digest
from game.record.lines import (
    OPENING,
    Cursor,
    Glyph,
    Heading,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Sign,
    Unknown,
)
from game.record.replay import (
    Difference,
    States,
    check_scenario,
    played,
    replay,
    told_to,
    verify,
)
from game.record.tree import Misfit, Record

__all__ = [
    "OPENING",
    "Cursor",
    "Difference",
    "Glyph",
    "Heading",
    "Line",
    "Misfit",
    "Name",
    "Node",
    "Note",
    "Promotion",
    "Record",
    "Sign",
    "States",
    "Unknown",
    "check_scenario",
    "digest",
    "played",
    "replay",
    "told_to",
    "verify",
]
