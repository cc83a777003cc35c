"""What an order would bring only after the last season, and a journey nobody comes back from."""

from __future__ import annotations

from game.coach.seasons.dates import season_of
from game.coach.seasons.orders_told import effects_of
from game.rules import CampaignRules
from game.rules.seasons.orders import Feat
from game.scenario.clauses import Effect, Later, Schedule, Toll
from game.state import State

NOTHING_BEFORE = "nothing of it would come before the end"
"""Said of an order all of whose effects come after the last season."""
NOT_ALL_BEFORE = "what else it brings would come after the end"
"""Said of one of whose effects some do."""
NOT_READY = "it would not be ready before the end"
"""Said of a plan of more steps than there are orders left."""
NO_WAY_BACK = "you would not be back before the end"
"""Said of a journey that is longer than what is left."""


def too_late(rules: CampaignRules, feat: Feat, state: State) -> str:
    """Return that all of an order comes too late, or that it leads away to the end; else ""."""
    if feat.away and not back_in(rules, state, feat.away):
        return NO_WAY_BACK
    left = state.left + rules.scenario.seasons.actions * _seasons_after(rules, state)
    if feat.steps - state.done[feat.place] % feat.steps > left:
        return NOT_READY
    is_late = _late(rules, feat, state)
    return NOTHING_BEFORE if is_late and all(is_late) else ""


def some_too_late(rules: CampaignRules, feat: Feat, state: State) -> str:
    """Return that some of what an order does would come too late, and some not; else empty."""
    is_late = _late(rules, feat, state)
    return NOT_ALL_BEFORE if any(is_late) and not all(is_late) else ""


def back_in(rules: CampaignRules, state: State, away: int) -> str:
    """Return the season in which whoever leaves now for so many governs again; empty for none."""
    back = state.turn + away + 1
    return season_of(rules, back) if back <= rules.scenario.seasons.count else ""


def _late(rules: CampaignRules, feat: Feat, state: State) -> list[bool]:
    """Return of each effect of an order whether it would come after the last season."""
    left = _seasons_after(rules, state)
    return [_comes_after(effect, left) for effect in effects_of(rules, feat, state)]


def _comes_after(effect: Effect, seasons: int) -> bool:
    """Whether an effect comes after so many seasons; who pays is entered in the ledger even so."""
    match effect:
        case Schedule(_, after):
            return after > seasons
        case Later(after, do):
            return after > seasons and not all(isinstance(each, Toll) for each in do)
    return False


def _seasons_after(rules: CampaignRules, state: State) -> int:
    return rules.scenario.seasons.count - state.turn
