"""The rules: what may be decided here, and what follows.

Whoever edits this room: every change of a state happens in a `Moment` and nowhere else; a rule
that needs a place, a person or a scenario by name lacks a clause.
"""

from game.rules.engine import Rules
from game.rules.outcome import Outcome
from game.rules.reasons import Reason, reason
from game.rules.words import formatted, parsed, settled

__all__ = ["Outcome", "Reason", "Rules", "formatted", "parsed", "reason", "settled"]
