"""An order as it is written: all that it does, and how likely it goes wrong."""

from __future__ import annotations

from collections.abc import Iterable

from game.coach.seasons.effects_told import ends_at
from game.coach.words_for import roughly, share_of
from game.rules import CampaignRules
from game.rules.seasons.orders import Feat
from game.scenario.clauses import Change, Effect
from game.state import State

NOTHING_LEFT = "nothing now, so soon after the last time"
"""What an order does whose effects have faded away."""
DONE = "it was done already"
"""Why an order is closed that was given."""
ALL_THE_SAME = "As it stands ordered it is done all the same, by those at the post."
"""Said of an order that cannot be given anew, and is carried out."""


def effects_of(rules: CampaignRules, feat: Feat, state: State) -> tuple[Effect, ...]:
    """Return what an order would do if it were given now: what fades is less already.

    A plan of several steps does nothing before the last.
    """
    action = rules.scenario.actions[feat.action]
    target = action.targets[feat.target].do if feat.target else ()
    if (state.done[feat.place] + 1) % feat.steps:
        return ()
    return left_of((*action.do, *target), feat, state)


def left_of(effects: Iterable[Effect], feat: Feat, state: State) -> tuple[Effect, ...]:
    """Return what is left of effects of an order that may have been given lately."""
    again = times_lately(feat, state)
    return tuple(
        Change(effect.track, faded(effect.by, feat.fades, again))
        if isinstance(effect, Change)
        else effect
        for effect in effects
    )


def is_spent(rules: CampaignRules, feat: Feat, state: State) -> bool:
    """Return whether an order that would do something does nothing now, as it was done lately."""
    action = rules.scenario.actions[feat.action]
    written = (*action.do, *(action.targets[feat.target].do if feat.target else ()))
    now = effects_of(rules, feat, state)
    return bool(now) and not any(map(_does, now)) and any(map(_does, written))


def is_idle(rules: CampaignRules, feat: Feat, state: State) -> bool:
    """Return whether an order that would do something does nothing now, as far as one can see.

    It was done lately, or all that it moves stands at the end to which it moves it.
    """
    if is_spent(rules, feat, state):
        return True
    now = [effect for effect in effects_of(rules, feat, state) if _does(effect)]
    at_end = ends_at(rules, state)
    return bool(now) and all(isinstance(e, Change) and at_end(e.track, e.by) for e in now)


def _does(effect: Effect) -> bool:
    return not isinstance(effect, Change) or bool(effect.by)


def is_past(feat: Feat, state: State) -> bool:
    """Return whether an order that can be given once was given already."""
    return feat.once and bool(state.done[feat.place])


def stands_all_the_same(rules: CampaignRules, feat: Feat, state: State) -> bool:
    """Return whether what cannot be ordered now stands as ordered, and those at the post do it."""
    standing = state.orders[rules.scenario.seasons.actions - state.left :]
    return feat.order in standing and rules.orders.allowed(feat.order, state)


def times_lately(feat: Feat, state: State) -> int:
    """Return how often the action was carried out in the last season and in this one."""
    return sum(turn.count(feat.order.action) for turn in state.lately)


def faded(by: int, fades: int, again: int) -> int:
    """Return what is left of a change where the action was done lately; as the rules reckon it."""
    left: int = abs(by) * fades**again // 100**again
    return left if by > 0 else -left


def odds_of(feat: Feat, state: State) -> int:
    """Return in per cent how likely an order goes wrong now, 0 to 100; 0 where it cannot."""
    return 0 if feat.hazard is None else max(0, min(100, feat.hazard.odds(state) // 100))


def odds_said(odds: int, mode: str) -> str:
    """Return how likely that is: as so many times, and by the number where numbers are told.

    >>> odds_said(18, "advisers"), odds_said(18, "points")
    ('about one time in six', '18 in a hundred')
    """
    return f"{odds} in a hundred" if mode == "points" else roughly(odds)


def goes_wrong(odds: int, mode: str) -> str:
    """Return how likely that is as it stands by itself, in a line of the menu.

    >>> goes_wrong(50, "advisers"), goes_wrong(18, "points")
    ('goes wrong every other time', 'goes wrong 18 times in a hundred')
    """
    return f"goes wrong {f'{odds} times in a hundred' if mode == 'points' else roughly(odds)}"


def risk_of(odds: int, mode: str) -> str:
    """Return the same in a few letters, for a list of many orders.

    >>> risk_of(18, "advisers"), risk_of(18, "points")
    ('risk 1 in 6', 'risk 18 in 100')
    """
    return f"risk {f'{odds} in 100' if mode == 'points' else share_of(odds)}"
