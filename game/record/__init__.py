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
from game.record.share import RulesFor, code_of, line_alone, record_of
from game.record.symbols import is_code
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
    "RulesFor",
    "Sign",
    "States",
    "Unknown",
    "check_scenario",
    "code_of",
    "digest",
    "is_code",
    "line_alone",
    "played",
    "record_of",
    "replay",
    "told_to",
    "verify",
]
