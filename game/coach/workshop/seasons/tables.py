"""The tables of a campaign by themselves, each held as the documented line sat down at it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from game.errors import AmurError
from game.rules import CampaignRules, Rules
from game.rules.lasting import once_by_rules
from game.rules.men import HISTORY
from game.state import State


class Held(NamedTuple):
    """What the documented line did at a table."""

    opening: State
    """How things stood when it sat down."""
    line: tuple[tuple[str, str], ...]
    """Its decisions there in words, each with the seat."""
    end: State
    """How the talks ended, while nothing had come of it yet."""


@once_by_rules
def held(rules: CampaignRules) -> Mapping[str, Held]:
    """Return what the documented line did at each table, as far as it can still be played."""
    found: dict[str, Held] = {}
    state = rules.opening(HISTORY)
    opening, line = state, list[tuple[str, str]]()
    for seat, words in rules.scenario.history:
        if state.at and not line:
            opening = state
        try:
            decision = rules.parsed(words, state)
            rules.check(state, decision)
        except AmurError:
            break
        after = rules.follow(state, decision)
        if state.at:
            line.append((seat, words))
            if not after.at:
                table = rules.talks[state.at - 1].id
                found[table] = Held(opening, tuple(line), rules.closed(state, decision))
                line = []
        state = after
    return found


def alone(
    rules: CampaignRules, table: str, levels: Mapping[str, int] = MappingProxyType({})
) -> Rules:
    """Return the rules of one table by itself.

    Things stand as they did when the documented line sat down there; where it never did, or the
    campaign is begun at another of its starts, as at the opening of the campaign. Tracks of its own
    may be supposed to stand elsewhere.
    """
    talks = next(talks for talks in rules.talks if talks.id == table)
    line = held(rules) if rules.start is None and not rules.twists else {}
    season = line[table].opening if table in line else rules.opening(HISTORY)
    stand = list(season.levels)
    for track, level in levels.items():
        stand[rules.levels[track]] = level
    own = talks.alone(season._replace(levels=tuple(stand)))
    own = own.opened_on(talks.first_day(rules.seasons[season.turn]))
    if table in line:
        own.scenario = own.scenario.model_copy(update={"history": line[table].line})
    return own
