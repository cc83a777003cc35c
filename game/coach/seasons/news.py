"""What a season brings by itself: what is usual, and word of what happened far away, and when."""

from __future__ import annotations

from game.coach.invented import marked
from game.coach.words_for import sentence
from game.rules import CampaignRules
from game.scenario.days import said
from game.scenario.season_model import Quarter


def usage_told(rules: CampaignRules, id: str, turn: int) -> str:
    """Return what is told of something usual: its text of that time, else what it is called."""
    usage = rules.scenario.seasons.usages[id]
    times = turn if usage.quarter is None else turn // len(Quarter)
    return usage.text[times % len(usage.text)] if usage.text else sentence(usage.label)


def word_came(rules: CampaignRules, id: str, *, away: bool = False) -> str:
    """Return word of something that history brought, with its day and the day it was heard."""
    pressure = rules.scenario.pressure[id]
    return f"{pressure.text} ({marked(dated(rules, id, away=away), invented=pressure.invented)})"


def dated(rules: CampaignRules, id: str, *, away: bool = False) -> str:
    """Return when something happened, and when word of it came to where it was waited for.

    As in `19 March 1853; word came on 1 July`, or the day alone where it was known at once.
    """
    pressure = rules.scenario.pressure[id]
    came = pressure.heard_away if away and pressure.heard_away else pressure.heard
    if came is None or came == pressure.date:
        return said(pressure.date)
    heard = said(came)
    same = came.year == pressure.date.year
    return f"{said(pressure.date)}; word came on {heard.rpartition(' ')[0] if same else heard}"
