"""What is over when a season is let pass: talks that close with it, and the campaign itself."""

from __future__ import annotations

from game.coach.words_for import listed
from game.rules import CampaignRules
from game.rules.seasons.orders import OPEN
from game.state import State

ENDS = "this is the last season, and the campaign ends with it"
CLOSE = "the talks can be opened now and not in the next season ({talks})"
STILL = "the talks can still be opened ({talks})"


def passed_by(rules: CampaignRules, state: State) -> str:
    """Return what would be missed if the season were let pass now; empty where nothing would."""
    open_now = _talks(rules, state)
    if state.turn + 1 >= len(rules.seasons):
        still = STILL.format(talks=_listed(rules, open_now)) if open_now else ""
        return "; ".join(filter(None, (ENDS, still)))
    next_season = state._replace(turn=state.turn + 1)
    closing = [id for id in open_now if id not in _talks(rules, next_season)]
    return CLOSE.format(talks=_listed(rules, closing)) if closing else ""


def _talks(rules: CampaignRules, state: State) -> list[str]:
    return [head.name for head in rules.orders.legal(state).heads if head.verb == OPEN]


def _listed(rules: CampaignRules, tables: list[str]) -> str:
    return listed(rules.scenario.tables[id].title for id in tables)
