"""How those who are not in the room would read a paper, in words, before it is signed."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation import Package
from game.rules import Rules, court
from game.rules.court import Verdict
from game.state import HOST, State

MOODS = (-4, -2, 0, 2, 4)
"""Quarters of the widest mood of the court: five even chances."""


class Verdicts(dict[Verdict, int]):
    """How likely each verdict is, in any unit."""

    def share(self, verdict: Verdict) -> int:
        """Return the chance of a verdict in per cent."""
        return 100 * self.get(verdict, 0) // max(1, sum(self.values()))


def known_crisis(rules: Rules) -> int:
    """Return the danger to the capital that everybody knows of: the start's, scenes left out."""
    scenario = rules.scenario
    over = scenario.starts[rules.start].tracks if rules.start else {}
    track = scenario.tracks.get("crisis")
    common = track.start if track is not None and track.start is not None else None
    return over.get("crisis", scenario.table.court.crisis if common is None else common)


def verdicts(
    rules: Rules, paper: Package, weighed: Sequence[tuple[State, int]]
) -> tuple[Verdicts, tuple[int, ...]]:
    """Return the chances of each verdict, and each faction's mean support in per cent.

    `weighed` are states at the host's answer, each with the likelihood of the man in it.
    """
    table, rule = rules.table, rules.scenario.table.court
    base = known_crisis(rules)
    chances = Verdicts()
    factions = [0] * len(table.factions)
    total = 0
    kept: dict[tuple[int, frozenset[int]], tuple[court.Reading, ...]] = {}
    for state, likely in weighed:
        signed = state._replace(treaty=paper)
        coercion = court.taken_by_menace(signed, table, rules.walk_unmenaced(state))
        key = (coercion, state.memorial)
        if key not in kept:
            kept[key] = tuple(
                court.reading(table, paper, _crisis(base, mood * rule.mood), *key) for mood in MOODS
            )
        for seen in kept[key]:
            become = court.verdict(seen.support, rule.ratified, rule.silence)
            chances[become] = chances.get(become, 0) + likely
            factions = [sum_ + likely * f for sum_, f in zip(factions, seen.factions, strict=True)]
            total += likely
    return chances, tuple(f // max(1, total) for f in factions)


def _crisis(base: int, quarters: int) -> int:
    return max(0, min(100, base + quarters // 4))


def court_words(
    rules: Rules, state: State, paper: Package, weighed: Sequence[tuple[State, int]]
) -> str:
    """Return how the court would take the paper, and who would speak loudest against it."""
    chances, factions = verdicts(rules, paper, weighed)
    side = rules.scenario.seats[rules.table.seats[HOST]].side
    says = (
        f"The court of {side} {verdict_words(chances)}"
        if state.memorial
        else f"As it stands, the court of {side} {verdict_words(chances)}"
    )
    against = loudest_against(rules, factions)
    return f"{says}; loudest against: {against}." if against else f"{says}."


def verdict_words(chances: Verdicts) -> str:
    """Return what a court of these chances is likely to do.

    >>> verdict_words(Verdicts({Verdict.RATIFIED: 9, Verdict.SILENCE: 1}))
    'would own it'
    >>> verdict_words(Verdicts({Verdict.RATIFIED: 1, Verdict.DISOWNED: 9}))
    'would tear it up'
    """
    if chances.share(Verdict.RATIFIED) > 85:
        return "would own it"
    if chances.share(Verdict.DISOWNED) >= 60:
        return "would tear it up"
    if chances.share(Verdict.RATIFIED) >= 40:
        return "might own it"
    if chances.share(Verdict.DISOWNED) >= 25:
        return "would let it lie, or tear it up"
    return "would let it lie"


def loudest_against(rules: Rules, factions: Sequence[int]) -> str:
    """Return the faction that carries most weight against a paper; empty when all would own it."""
    table = rules.table
    against = [f.share * (100 - s) for f, s in zip(table.factions, factions, strict=True)]
    most = max(against, default=0)
    return table.factions[against.index(most)].label if most > 0 else ""


def home_words(rules: Rules, state: State, paper: Package) -> str:
    """Return how far the claimant's own capital would be alarmed, from a state after the act."""
    alarm = state.caution + sum([row[o] for row, o in zip(rules.table.caution, paper, strict=True)])
    if alarm > court.HOME_PATIENCE:
        return "At home it would alarm them beyond what they bear, and that is charged to you."
    if 2 * alarm > court.HOME_PATIENCE:
        return "At home it would make them uneasy, but they would bear it."
    return "At home nobody would be alarmed by it."
