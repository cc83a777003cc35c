"""An order as it is written: all that it does, and how likely it goes wrong."""

from __future__ import annotations

from game.coach.words_for import LIKELY, likelihood
from game.rules import CampaignRules
from game.rules.seasons.orders import Feat
from game.scenario.clauses import Change, Effect
from game.state import State

GOES_WRONG = dict(
    zip(
        LIKELY,
        (
            "almost sure to go wrong",
            "likely to go wrong",
            "may well go wrong",
            "unlikely to go wrong",
            "most unlikely to go wrong",
        ),
        strict=True,
    )
)
"""The words for how likely an order goes wrong, where they stand alone."""


def effects_of(rules: CampaignRules, feat: Feat, state: State) -> tuple[Effect, ...]:
    """Return what an order would do if it were given now: what fades is less already.

    A plan of several steps does nothing before the last.
    """
    action = rules.scenario.actions[feat.action]
    target = action.targets[feat.target].do if feat.target else ()
    if (state.done[feat.place] + 1) % feat.steps:
        return ()
    again = times_lately(feat, state)
    return tuple(
        Change(effect.track, faded(effect.by, feat.fades, again))
        if isinstance(effect, Change)
        else effect
        for effect in (*action.do, *target)
    )


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
    """Return how likely that is, by the word for it, and the number where numbers are told.

    >>> odds_said(18, "advisers"), odds_said(18, "points")
    ('unlikely', 'unlikely, 18 in a hundred')
    """
    word = likelihood(odds, 100)
    return f"{word}, {odds} in a hundred" if mode == "points" else word


def goes_wrong(odds: int, mode: str) -> str:
    """Return how likely that is as it stands by itself, in a line of the menu.

    >>> goes_wrong(50, "advisers"), goes_wrong(18, "points")
    ('may well go wrong', 'unlikely to go wrong (18 in a hundred)')
    """
    said = GOES_WRONG[likelihood(odds, 100)]
    return f"{said} ({odds} in a hundred)" if mode == "points" else said
