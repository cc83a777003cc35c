"""What an author writes: the models, the clauses, the expression language, the faults."""

from game.scenario.authored import ById
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Note,
    OfferChange,
    Reveal,
    Schedule,
    Set,
)
from game.scenario.expressions import Expression, options_joined, options_named, parse
from game.scenario.model import Scenario

__all__ = [
    "ById",
    "Cancel",
    "Change",
    "Effect",
    "Expression",
    "Note",
    "OfferChange",
    "Reveal",
    "Scenario",
    "Schedule",
    "Set",
    "options_joined",
    "options_named",
    "parse",
]
