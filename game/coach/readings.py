"""How those who are not in the room would read a paper, in words, before it is signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.coach.chances import WHAT_IT_DOES, Chance, chances, likeliest, worded
from game.coach.persons import capital
from game.negotiation import Package
from game.rules import Rules, court
from game.state import CLAIMANT, HOST, State, Verdict

SURE = 850
"""Of a thousand: from there on nothing more is said of what a verdict hangs on."""
MOODS = 13
"""So many even chances stand for the mood of the court, which few at the table know."""
BECOMES = {
    Verdict.RATIFIED: "own it",
    Verdict.SILENCE: "let it lie",
    Verdict.DISOWNED: "tear it up",
}


class Readings(NamedTuple):
    """What a court that is not in the room may make of a paper."""

    chances: tuple[Chance, ...]
    """Of each verdict."""
    factions: tuple[int, ...]
    """Each faction's mean support, in per cent."""
    against: tuple[int, ...]
    """The same where the court does what is likeliest, unless that is to own the paper."""
    hangs_on_mood: bool
    """Another mood of the court would turn its verdict, and nobody has told of it."""


def verdicts(rules: Rules, paper: Package, weighed: Sequence[tuple[State, int]]) -> Readings:
    """Return what may become of a paper.

    `weighed` are states at the host's answer, each with the likelihood of the man in it.
    """
    counts = dict.fromkeys(BECOMES, 0)
    sums = {become: [0] * len(rules.table.factions) for become in BECOMES}
    crises = _crises(rules, weighed[0][0].heard_mood if weighed else None)
    kept: dict[tuple[int, frozenset[int]], tuple[court.Reading, ...]] = {}
    for state, likely in weighed:
        key = _read_by(rules, paper, state)
        if key not in kept:
            kept[key] = tuple(court.reading(rules.table, paper, crisis, *key) for crisis in crises)
        for seen in kept[key]:
            become = _verdict(rules, seen)
            counts[become] += likely
            sums[become] = [
                sum_ + likely * f for sum_, f in zip(sums[become], seen.factions, strict=True)
            ]
    total = max(1, sum(counts.values()))
    shares = {str(become): 1000 * count // total for become, count in counts.items()}
    factions = tuple(sum(f) // total for f in zip(*sums.values(), strict=True))
    expected = max(counts, key=lambda become: counts[become])
    against = factions
    if expected is not Verdict.RATIFIED and counts[expected]:
        against = tuple(f // counts[expected] for f in sums[expected])
    turned = sum(
        likely
        for state, likely in weighed
        if len({_verdict(rules, seen) for seen in kept[_read_by(rules, paper, state)]}) > 1
    )
    return Readings(
        chances(shares), factions, against, 2 * turned > sum(likely for _, likely in weighed)
    )


def _read_by(rules: Rules, paper: Package, state: State) -> tuple[int, frozenset[int]]:
    """Return by what a court reads a paper beside its mood: what was forced, and the memorial."""
    signed = state._replace(treaty=paper)
    return court.taken_by_menace(signed, rules.table, rules.walk_unmenaced(state)), state.memorial


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


def court_words(rules: Rules, state: State, readings: Readings) -> str:
    """Return how the court would take a paper, who would be loudest against it, and on what it
    hangs.
    """
    side = rules.scenario.seats[rules.table.seats[HOST]].side
    becomes = {str(verdict): words for verdict, words in BECOMES.items()}
    says = worded(readings.chances, becomes, WHAT_IT_DOES).removeprefix("it ")
    against, its = loudest_against(rules, readings.against), rules.table.words.court
    mood = f" How near the {its} feels the danger nobody here knows, and that decides it."
    is_open = likeliest(readings.chances).share < SURE and readings.hangs_on_mood
    return (
        f"{'The' if state.memorial else 'As it stands, the'} {its} of "
        f"{side} {says}"
        f"{f'; loudest against: {against}' if against else ''}.{mood if is_open else ''}"
    )


def worse_than_none(rules: Rules, state: State, paper: Package, become: Sequence[Chance]) -> bool:
    """Return whether, by these chances, a signature leaves the claimant less than no paper does."""
    walk = rules.walk(CLAIMANT, state)
    fates = [(Verdict(chance.answer), chance.share) for chance in become]
    signed = court.Leaves(state, rules.table, walk).by_fate(paper, fates)
    none = court.claimant_lasting(state._replace(treaty=None), rules.table, walk, Verdict.NONE)
    return signed < none * sum(share for _, share in fates)


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
