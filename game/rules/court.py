"""Ratification: what the court that was not in the room makes of the paper.

Two levels: the host signs, his capital owns the paper, lets it lie or tears it up. A paper that
he would not have signed without the claimant's menace is read there for what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import getitem
from typing import NamedTuple

from game.negotiation import Package, value
from game.rules import mind
from game.rules.table import Table
from game.state import CLAIMANT, HOST, Ended, State, Verdict

COERCION = 100
"""Hundredths a faction takes off a paper for each point of it that was taken by menace."""
DISOWNING = 2000
"""A paper that its own signer asks the throne to disown is read as if so much had been forced."""
SLOPE = 30
"""A faction is divided over thirty points: half of it is won at its threshold."""
SILENCE_SHARE, LAPSED_SHARE = 75, 50
"""Per cent of the gain that a treaty left in silence keeps; half when it was to be referred."""
DISOWNED = 800
"""A treaty torn up in public leaves this much less than none."""
HOME_PATIENCE = 14
"""Points of alarm that St Petersburg bears; beyond it each costs one."""
SEASON = 5
"""Sittings that are free; each further one costs the claimant a point: the season is going."""
DIMINISHED = 300
"""What the claimant loses who went on, or home, after his last word was called."""
BROKE_OFF = 300
"""What the host loses who rose: his capital asks why no paper came of it."""


class Reading(NamedTuple):
    """How the court reads a paper."""

    support: int
    """Per cent of the court, each faction by its share."""
    factions: tuple[int, ...]
    """Per cent of each faction that would own the paper."""


def taken_by_menace(state: State, table: Table, walk_unmenaced: int) -> int:
    """Return how far, in hundredths, the paper lies below what he would sign unmenaced."""
    if state.treaty is None or not state.shown:
        return 0
    unmoved = walk_unmenaced + state.hope[HOST]
    return max(0, min(unmoved - mind.host_worth(state, table, state.treaty), 10_000))


class Leaning(NamedTuple):
    """How a faction leans towards a paper, but for what the crisis adds."""

    share: int
    """Per cent of the whole court."""
    seen: int
    """What it sees in the paper beyond its threshold, in hundredths."""
    crisis: int
    """What each point of the crisis adds to that."""

    def support(self, crisis: int) -> int:
        """Return per cent of the faction that would own the paper in a crisis of so many points."""
        won = 50 + (self.seen + self.crisis * crisis) // SLOPE
        return 0 if won < 0 else 100 if won > 100 else won


def leanings(
    table: Table, paper: Package, coercion: int, memorial: frozenset[int]
) -> list[Leaning]:
    """Return how each faction leans; `coercion` in hundredths, as `taken_by_menace` gives it."""
    land = sum(map(getitem, table.land, paper))
    rite = sum(map(getitem, table.rite, paper))
    written = [0] * len(table.factions)
    for index in memorial:
        sentence = table.memorial[index]
        if paper[sentence.issue] in sentence.borne_by:
            written[sentence.faction] += 100 * sentence.by
    forced = COERCION * coercion // 100
    return [
        Leaning(
            faction.share,
            faction.land * land + faction.rite * rite - forced - faction.threshold + helped,
            faction.crisis,
        )
        for faction, helped in zip(table.factions, written, strict=True)
    ]


def supports(leans: list[Leaning], crises: Sequence[int]) -> list[int]:
    """Return for each crisis per cent of the court that would own a paper."""
    found = []
    for crisis in crises:
        total = 0
        for share, seen, adds in leans:
            won = 50 + (seen + adds * crisis) // SLOPE
            if won > 0:
                total += share * (100 if won > 100 else won)
        found.append(total // 100)
    return found


def reading(
    table: Table, paper: Package, crisis: int, coercion: int, memorial: frozenset[int]
) -> Reading:
    """Return the court's reading of a paper.

    `crisis` in points `0..100`; `coercion` in hundredths, as `taken_by_menace` gives it.
    """
    leans = leanings(table, paper, coercion, memorial)
    [support] = supports(leans, (crisis,))
    return Reading(support, tuple([lean.support(crisis) for lean in leans]))


def verdict(support: int, ratified: int, silence: int) -> Verdict:
    """Return what a court of this support does with a paper."""
    if support >= ratified:
        return Verdict.RATIFIED
    return Verdict.SILENCE if support >= silence else Verdict.DISOWNED


def claimant_lasting(state: State, table: Table, walk: int, become: Verdict) -> int:
    """Return what the talks leave the claimant with in the end, in hundredths of his scale."""
    if state.treaty is None:
        return walk - alarm_charged(state, table) - DIMINISHED * state.called
    return Leaves(state, table, walk).of(state.treaty, become)


class Leaves:
    """What papers that are signed at one moment leave the claimant with, by what becomes of them.

    Raises `ValueError` where it is not known who he is.
    """

    def __init__(self, state: State, table: Table, walk: int) -> None:
        claimant = state.men[CLAIMANT]
        if claimant is None:
            raise ValueError("lasting value needs the man whose value it is")
        self._utility = claimant.utility
        self._table, self._walk = table, walk
        self._alarm = state.caution
        self._price = price_of_memorial(state, table)
        self._season = season_charged(state)

    def of(self, paper: Package, become: Verdict) -> int:
        """Return what a paper leaves him with in the end, in hundredths of his scale."""
        return self.by_fate(paper, ((become, 1),))

    def by_fate(self, paper: Package, fates: Iterable[tuple[Verdict, int]]) -> int:
        """Return the sum of what a paper leaves him with, each fate taken so many times."""
        gross = value(paper, self._utility) - self._price
        total = often = 0
        for become, times in fates:
            often += times
            if become is Verdict.RATIFIED:
                total += times * gross
            elif become is Verdict.DISOWNED:
                total += times * (self._walk - DISOWNED)
            else:
                total += times * self._unanswered(paper, gross)
        return total - often * (self._season + _charged(self._alarm, self._table, paper))

    def _unanswered(self, paper: Package, gross: int) -> int:
        """Return what a paper that is met with silence leaves him with, before its charges."""
        table, walk = self._table, self._walk
        for issue, option, otherwise in table.unratified:
            if paper[issue] == option:
                gross += otherwise - self._utility.worth[issue][option]
        referred = any(paper[i] == o for i, o in table.lapses)
        share = LAPSED_SHARE if referred else SILENCE_SHARE
        return walk + share * (gross - walk) // 100


def season_charged(state: State) -> int:
    """Return what the season costs the claimant who signs, in hundredths."""
    return 100 * max(0, state.sitting - SEASON)


def alarm_charged(state: State, table: Table) -> int:
    """Return what his capital's alarm costs the claimant, that of the treaty included."""
    return _charged(state.caution, table, state.treaty)


def _charged(alarm: int, table: Table, treaty: Package | None) -> int:
    if treaty is not None:
        alarm += sum(map(getitem, table.caution, treaty))
    return 100 * (alarm - HOME_PATIENCE) if alarm > HOME_PATIENCE else 0


def price_of_memorial(state: State, table: Table) -> int:
    """Return what the sentences that he had written cost the claimant, in hundredths."""
    return 100 * sum([table.memorial[i].price for i in state.memorial])


RANK_KEPT, RANK_IN_DOUBT, RANK_LOST = 400, -400, -1600
"""What the host's own fate adds to the paper: his post, a reprimand, his button."""


def host_lasting(state: State, table: Table, walk: int, become: Verdict) -> int:
    """Return what the talks leave the host with, in hundredths of his own scale.

    `walk` is his walk-away. A treaty that is torn up leaves the land where it was and costs him
    his rank, or a reprimand where he had begged for that himself; without a treaty he keeps his
    walk-away, and who broke the talks off explains the guns.
    """
    ill = 100 * state.ill
    if state.treaty is None:
        return walk - ill - (BROKE_OFF if state.ended == Ended.BROKEN_OFF else 0)
    man = state.men[HOST]
    if man is None:
        raise ValueError("lasting value needs the man whose value it is")
    on_paper = value(state.treaty, man.utility)
    match become:
        case Verdict.RATIFIED:
            return on_paper + RANK_KEPT - ill
        case Verdict.SILENCE:
            return on_paper + RANK_IN_DOUBT - ill
        case _:
            return walk + (RANK_IN_DOUBT if state.disowned else RANK_LOST) - ill
