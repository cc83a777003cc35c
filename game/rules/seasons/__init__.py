"""The seasons between the tables of a campaign: what may be ordered, what comes, what follows."""

from game.rules.seasons.campaign import CampaignOutcome, CampaignRules

__all__ = ["CampaignOutcome", "CampaignRules"]
