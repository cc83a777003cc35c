"""Why a choice of a scene is not open: of its reasons the first that stands in the way.

One that asks for what only scenes could have brought that never came is hidden: it would tell of
what the play has not shown.
"""

from __future__ import annotations

from game.coach.unmet import is_unmet
from game.rules import CampaignRules, Game
from game.scenario.event_model import Choice
from game.scenario.expressions import Expression
from game.scenario.gates import gates
from game.state import State


def why_closed(rules: Game, state: State, choice: Choice) -> str:
    """Return the reason why a choice cannot be made; empty where it can, or where it is hidden."""
    if choice.when is None:
        return ""
    condition = rules.condition if isinstance(rules, CampaignRules) else rules.formulas.condition
    text = choice.when.text
    failing = [
        (part, gate.reason)
        for gate in gates(choice.when, choice.else_show)
        for part in gate.parts
        if not condition(Expression(text, part))(state)
    ]
    if isinstance(rules, CampaignRules) and is_unmet(rules, state, [part for part, _ in failing]):
        return ""
    return next((reason for _, reason in failing), "")
