"""Why a choice of a scene is not open: of its reasons the first that stands in the way."""

from __future__ import annotations

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
    return next(
        (
            gate.reason
            for gate in gates(choice.when, choice.else_show)
            if not all(condition(Expression(text, part))(state) for part in gate.parts)
        ),
        "",
    )
