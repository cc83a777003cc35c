"""What was decided: a tree of every seat's decisions, its variations, its replay."""

from game.record.course import (
    LOOKED,
    fair_copy,
    gone_into,
    has_looked,
    is_aside,
    marked,
    may_end_fair_copy,
    own_decisions,
    own_words,
    was_gone_back,
)
from game.record.digests import digest, position
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
from game.record.naming import node_called
from game.record.replay import (
    Difference,
    States,
    check_scenario,
    decided_by,
    followed,
    played,
    replay,
    told_to,
    verify,
)
from game.record.share import RulesFor, code_of, line_alone, record_of
from game.record.steps import Step, steps_of
from game.record.symbols import is_code
from game.record.tree import Misfit, Record

__all__ = [
    "LOOKED",
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
    "Step",
    "Unknown",
    "check_scenario",
    "code_of",
    "decided_by",
    "digest",
    "fair_copy",
    "followed",
    "gone_into",
    "has_looked",
    "is_aside",
    "is_code",
    "line_alone",
    "marked",
    "may_end_fair_copy",
    "node_called",
    "own_decisions",
    "own_words",
    "played",
    "position",
    "record_of",
    "replay",
    "steps_of",
    "told_to",
    "verify",
    "was_gone_back",
]
