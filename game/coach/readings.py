"""How those who are not in the room would read a paper, in words, before it is signed."""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.chances import WHAT_IT_DOES, Chance, chances, worded
from game.coach.persons import capital
from game.negotiation import Package
from game.rules import Rules, court
from game.state import HOST, State, Verdict

MOODS = 13
"""So many even chances stand for the mood of the court, which few at the table know."""
BECOMES = {
    Verdict.RATIFIED: "own it",
    Verdict.SILENCE: "let it lie",
    Verdict.DISOWNED: "tear it up",
}


def verdicts(
    rules: Rules, paper: Package, weighed: Sequence[tuple[State, int]]
) -> tuple[tuple[Chance, ...], tuple[int, ...]]:
    """Return the chance of each verdict, and each faction's mean support in per cent.

    `weighed` are states at the host's answer, each with the likelihood of the man in it.
    """
    counts = dict.fromkeys(BECOMES, 0)
    factions = [0] * len(rules.table.factions)
    crises = _crises(rules, weighed[0][0].heard_mood if weighed else None)
    kept: dict[tuple[int, frozenset[int]], tuple[court.Reading, ...]] = {}
    for state, likely in weighed:
        signed = state._replace(treaty=paper)
        coercion = court.taken_by_menace(signed, rules.table, rules.walk_unmenaced(state))
        key = (coercion, state.memorial)
        if key not in kept:
            kept[key] = tuple(court.reading(rules.table, paper, crisis, *key) for crisis in crises)
        for seen in kept[key]:
            counts[_verdict(rules, seen)] += likely
            factions = [sum_ + likely * f for sum_, f in zip(factions, seen.factions, strict=True)]
    total = max(1, sum(counts.values()))
    shares = {str(become): 1000 * count // total for become, count in counts.items()}
    return chances(shares), tuple(f // total for f in factions)


def _crises(rules: Rules, heard: int | None) -> list[int]:
    """Return how near ruin the court may feel: as was heard, or in the even chances of its mood."""
    base, widest = rules.known_crisis, rules.scenario.table.court.mood
    moods = (
        [(2 * at + 1 - MOODS) * (2 * widest + 1) // (2 * MOODS) for at in range(MOODS)]
        if heard is None
        else [heard]
    )
    return [max(0, min(100, base + mood)) for mood in moods]


def _verdict(rules: Rules, seen: court.Reading) -> Verdict:
    rule = rules.scenario.table.court
    return court.verdict(seen.support, rule.ratified, rule.silence)


def court_words(
    rules: Rules, state: State, become: Sequence[Chance], factions: Sequence[int]
) -> str:
    """Return how the court would take a paper, and who would speak loudest against it."""
    side = rules.scenario.seats[rules.table.seats[HOST]].side
    becomes = {str(verdict): words for verdict, words in BECOMES.items()}
    says = worded(become, becomes, WHAT_IT_DOES).removeprefix("it ")
    against = loudest_against(rules, factions)
    return (
        f"{'The' if state.memorial else 'As it stands, the'} {rules.table.words.court} of "
        f"{side} {says}"
        f"{f'; loudest against: {against}' if against else ''}."
    )


def loudest_against(rules: Rules, factions: Sequence[int]) -> str:
    """Return the faction that carries most weight against a paper; empty when all would own it."""
    table = rules.table
    against = [f.share * (100 - s) for f, s in zip(table.factions, factions, strict=True)]
    most = max(against, default=0)
    return table.factions[against.index(most)].label if most > 0 else ""


def home_words(rules: Rules, state: State, paper: Package) -> str:
    """Return how far the claimant's own capital would be alarmed, from a state after the act."""
    alarm = state.caution + sum([row[o] for row, o in zip(rules.table.caution, paper, strict=True)])
    there = capital(rules.table.words.at_home)
    if alarm > court.HOME_PATIENCE:
        return f"{there} it would alarm them beyond what they bear, and that is charged to you."
    if 2 * alarm > court.HOME_PATIENCE:
        return f"{there} it would make them uneasy, but they would bear it."
    return f"{there} nobody would be alarmed by it."
