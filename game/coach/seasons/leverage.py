"""The leverage on whoever will sit opposite: what the seasons have put together, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from game.coach.seasons.formula_parts import Part, parts_of
from game.coach.seasons.naming import is_seen
from game.coach.seasons.talks_ahead import pressing
from game.coach.seasons.tracks import TrackSeen, track_seen
from game.rules import CampaignRules
from game.rules.mind import FULL_DANGER
from game.state import View


class Bar(NamedTuple):
    """What one track gives to the leverage, in hundredths of a point of it."""

    track: TrackSeen
    weight: Fraction
    """Points of leverage for each point of the track."""
    low: int
    high: int
    """It gives as much as something between these; the same where the track is known."""
    most: int
    """It would give so much where the track stood as high as it can."""


class Leverage(NamedTuple):
    """What the host of a table has to fear before it opens, in hundredths, 0 to 10,000."""

    table: str
    title: str
    low: int
    high: int
    bars: tuple[Bar, ...]
    """In the order in which the table's formula names them."""
    fixed: int = 0
    """What is added to the bars, or below nothing taken off, whatever the tracks."""


def leverage(
    rules: CampaignRules, view: View, mode: str, table: str | None = None
) -> Leverage | None:
    """Return the leverage for a table, by its own formula; the one to come, if none is named.

    Where an author writes none for the seasons, it is what the host has to fear.

    `None` where no table is to come, or the formula is no sum that could be shown as bars.
    """
    tables = rules.scenario.tables
    id = table if table is not None else pressing(rules, view.state)
    if id is None:
        return None
    try:
        fixed, parts = parts_of(tables[id].leverage or tables[id].danger)
    except ValueError:
        return None
    bars = tuple(_bars(rules, view, mode, parts))
    low, high = _untold(rules, view, parts)
    low += int(100 * fixed) + sum(min(bar.low, bar.high) for bar in bars)
    high += int(100 * fixed) + sum(max(bar.low, bar.high) for bar in bars)
    return Leverage(id, tables[id].title, _within(low), _within(high), bars, int(100 * fixed))


def _untold(rules: CampaignRules, view: View, parts: tuple[Part, ...]) -> tuple[int, int]:
    """Return between what everything gives that no bar shows: what nobody sees may be anywhere."""
    low = high = 0
    for name, weight in parts:
        if name not in rules.levels:
            ends = [int(weight * int(rules.resolve(name)(view.state) or 0))] * 2
        elif is_seen(rules.scenario, name):
            continue
        else:
            ends = [int(100 * weight * end) for end in rules.scenario.tracks[name].range]
        low, high = low + min(ends), high + max(ends)
    return low, high


def _within(danger: int) -> int:
    return max(0, min(FULL_DANGER, danger))


def _bars(rules: CampaignRules, view: View, mode: str, parts: tuple[Part, ...]) -> Iterator[Bar]:
    for name, weight in parts:
        if name in rules.levels and is_seen(rules.scenario, name):
            seen = track_seen(rules, view, name, mode)
            ends = [int(100 * weight * end) for end in (seen.low, seen.high, seen.most)]
            yield Bar(seen, weight, *ends)
