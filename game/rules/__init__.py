"""The rules: what may be decided here, and what follows.

Whoever edits this room: every change of a state happens in a `Moment` and nowhere else; a rule
that needs a place, a person or a scenario by name lacks a clause.
"""

from collections.abc import Sequence

from game.errors import UsageError
from game.rules.engine import Rules
from game.rules.outcome import Outcome
from game.rules.reasons import Reason, reason
from game.rules.seasons import CampaignOutcome, CampaignRules
from game.rules.words import formatted, parsed, settled
from game.scenario import Scenario
from game.scenario.campaign_model import Campaign

__all__ = [
    "CampaignOutcome",
    "CampaignRules",
    "Game",
    "Outcome",
    "Reason",
    "Rules",
    "formatted",
    "one_table",
    "parsed",
    "reason",
    "rules_for",
    "settled",
]

Game = Rules | CampaignRules
"""The rules of whatever can be played: of one table, or of a campaign."""


def rules_for(
    scenario: Scenario | Campaign, start: str | None = None, twists: Sequence[str] = ()
) -> Game:
    """Return the rules of a scenario or of a campaign; only the latter has twists."""
    if isinstance(scenario, Campaign):
        return CampaignRules(scenario, start, twists)
    return Rules(scenario, start)


def one_table(rules: Game) -> Rules:
    """Return the rules of one table; raises `UsageError` for those of a campaign."""
    if isinstance(rules, CampaignRules):
        raise UsageError(f"{rules.scenario.id} is a campaign, and this looks at one table")
    return rules
