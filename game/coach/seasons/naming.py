"""What things of the seasons are called in a sentence: orders, tracks, tables."""

from __future__ import annotations

from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.paid_model import Past
from game.state import Decision, Order, State

TALKS = "Open the talks: {title}"
_GOES_ON = (
    *("across", "against", "along", "among", "at", "before", "between", "by", "down", "for"),
    *("from", "in", "into", "on", "over", "to", "up", "with"),
)
"""With one of these a target goes on the sentence of its action; others stand behind a colon."""


def order_label(campaign: Campaign, action: str, target: str = "") -> str:
    """Return what an order is called: the action's label, and its target's behind it."""
    written = campaign.actions[action]
    if not target:
        return written.label
    label = written.targets[target].label
    joined = " " if label.partition(" ")[0] in _GOES_ON else ": "
    return f"{written.label}{joined}{label}"


def order_called(campaign: Campaign, order: Order) -> str:
    """Return what an order is called that stands in a state."""
    id = list(campaign.actions)[order.action]
    targets = list(campaign.actions[id].targets)
    return order_label(campaign, id, targets[order.target] if order.target >= 0 else "")


def decision_label(rules: CampaignRules, decision: Decision) -> str:
    """Return what a decision of a season is called; a choice, as whoever makes it says it."""
    campaign = rules.scenario
    match decision.verb:
        case "act":
            return order_label(campaign, decision.name, *decision.about)
        case "open":
            return TALKS.format(title=campaign.tables[decision.name].title)
        case "choose":
            return campaign.events[decision.name].choices[decision.about[0]].say
    return "Let the season pass as ordered"


def past_of(rules: CampaignRules, table: str) -> Past | None:
    """Return what came of a table before the play; `None` where it is not past."""
    return None if rules.start is None else rules.scenario.starts[rules.start].past.get(table)


def called_on_map(rules: CampaignRules, state: State) -> dict[str, str]:
    """Return the names that places bear on the map of a campaign, by their ids."""
    written = rules.scenario.map
    if written is None:
        return {}
    now = {
        id: other.name
        for id, other in written.seasons.renamed.items()
        if rules.condition(other.when)(state)
    }
    return {**written.called, **now}


def title_in_sentence(title: str) -> str:
    """Return a title as it stands within a sentence.

    >>> title_in_sentence("The talks at Mariinsk"), title_in_sentence("Kulja")
    ('the talks at Mariinsk', 'Kulja')
    """
    return f"the{title[3:]}" if title.startswith("The ") else title


def label_of(campaign: Campaign, id: str) -> str:
    """Return what a track is called in a sentence."""
    track = campaign.tracks.get(id)
    return id if track is None else track.label


def is_seen(campaign: Campaign, id: str) -> bool:
    """Return whether whoever decides in the seasons is told of a track."""
    track = campaign.tracks.get(id)
    return track is not None and track.is_seen_by(campaign.seasons.seat)


def is_counted(campaign: Campaign, id: str) -> bool:
    """Return whether a track is counted out in every mode: money, and what people suffer."""
    track = campaign.tracks.get(id)
    return id == campaign.seasons.purse or (track is not None and track.harms)
