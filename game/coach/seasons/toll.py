"""The ledger of the toll: who paid, how many they were, when, and who says so.

What no entry names, of what the track has counted, stands at its end: it is not hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.invented import cite_of
from game.coach.seasons.dates import season_of
from game.rules import CampaignRules
from game.rules.seasons.deeds import TOLL
from game.state import State

NOBODY = "Nobody has been entered."
WITHOUT_NAMES = "who were counted, and whom no entry names"


class Entered(NamedTuple):
    """An entry of the ledger."""

    season: str
    """As in `Winter 1855-56`; empty for those whom no entry names."""
    number: int
    who: str
    source: str
    """Who says so, as a reader would look for it; empty where nobody is cited."""
    sum: int
    """What the ledger comes to with it."""


def ledger(rules: CampaignRules, state: State) -> tuple[Entered, ...]:
    """Return the entries of the ledger in their order, then those whom no entry names."""
    return tuple(_entries(rules, state))


def _entries(rules: CampaignRules, state: State) -> Iterator[Entered]:
    if TOLL not in rules.levels:
        return
    track = rules.scenario.tracks[TOLL]
    total = state.levels[rules.levels[TOLL]]
    named = [(season_of(rules, turn), rules.effects.book[place]) for turn, place in state.book]
    before = track.start or 0
    if rules.start is not None:
        before = rules.scenario.starts[rules.start].tracks.get(TOLL, before)
    unnamed = max(0, total - before - sum(entry.count for _, entry in named))
    sum_ = 0
    if before:
        sum_ = before
        yield Entered("", before, "before these seasons", "", sum_)
    for season, entry in named:
        sum_ += entry.count
        yield Entered(season, entry.count, entry.who, cited(rules, entry.source), sum_)
    if unnamed:
        sum_ += unnamed
        yield Entered("", unnamed, WITHOUT_NAMES, "", sum_)


def cited(rules: CampaignRules, source: str) -> str:
    """Return what a source is, as a reader would look for it; empty for one that there is not."""
    known = rules.scenario.sources
    return cite_of(known[source]) if source in known else ""


def told_entry(entry: Entered) -> str:
    """Return an entry as a line.

    >>> told_entry(Entered("Winter 1855-56", 96, "soldiers of the second party", "Smirnov", 108))
    'Winter 1855-56: 96, soldiers of the second party (Smirnov). In all 108.'
    >>> told_entry(Entered("", 12, WITHOUT_NAMES, "", 120))
    '12, who were counted, and whom no entry names. In all 120.'
    """
    when = f"{entry.season}: " if entry.season else ""
    says = f" ({entry.source})" if entry.source else ""
    return f"{when}{entry.number:,}, {entry.who}{says}. In all {entry.sum:,}."


def told_ledger(rules: CampaignRules, state: State) -> tuple[str, ...]:
    """Return the ledger as lines; one that says so where nobody was entered."""
    entries = ledger(rules, state)
    return tuple(map(told_entry, entries)) if entries else (NOBODY,)
