"""What lasted for each, and a scale to measure it by: no paper, the best paper, history's line."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.better import best_for, bound
from game.coach.carried import carried
from game.coach.persons import Person, capital, persons
from game.coach.words_for import listed, points, whole
from game.errors import AmurError
from game.rules import Outcome, Rules, court, parsed
from game.rules.lasting import once_by_rules
from game.rules.men import HISTORY
from game.state import CLAIMANT, HOST, State, Verdict

_OF_ANYBODY = {
    Verdict.SILENCE: "by the {court}'s silence",
    Verdict.DISOWNED: "by its being torn up",
}
_MADE_OF_IT = (_OF_ANYBODY, {Verdict.RATIFIED: "for the post that is kept", **_OF_ANYBODY})
"""What the court's verdict adds or takes is called, for claimant and host."""


def what_lasted(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield in sentences what talks that are over left to each, and how much that is."""
    outcome = rules.outcome(state)
    if outcome is None:
        return
    ours, his = persons(rules, seat)
    word = rules.table.words.court
    yield (
        f"What lasted, all told: {_of_both(outcome, ours.named, his.named)}, when the {word}, the "
        "season and what each had to answer for at home are counted in."
        f"{_against_none(outcome, seat, persons(rules, seat)[seat])}"
    )
    if outcome.treaty is not None:
        yield " ".join(_adds_up(rules, state, outcome, (ours, his)))
        yield from carried(rules, state)
    own, other = (ours, his) if seat == CLAIMANT else (his, ours)
    best = _best(rules, state, seat)
    measures = [
        f"no paper leaves {own.him} {points(outcome.walks[seat])}",
        f"the most to be had from {other.name} was {points(best)}, before any {word} read it"
        if best is not None
        else "no paper was better for both than none",
    ]
    then = _history(rules)
    if then is not None:
        chairs = (f"{one.named_his} chair" for one in (ours, his))
        measures.append(
            f"history's own line, between the two as they were, comes to {_of_both(then, *chairs)}"
        )
    yield f"To measure that by: {'; '.join(measures)}."


def _adds_up(
    rules: Rules, state: State, outcome: Outcome, both: tuple[Person, Person]
) -> Iterator[str]:
    """Yield for each what the paper came to, and what was added and charged to it."""
    for chair, one in enumerate(both):
        parts = [f"{by:+d} {what}" for what, by in charged(rules, state, outcome, chair) if by]
        came = listed([f"{points(outcome.values[chair])} by the paper", *parts])
        yield f"{capital(one.named_his)} {points(outcome.lasting[chair])}: {came}."


def charged(rules: Rules, state: State, outcome: Outcome, chair: int) -> list[tuple[str, int]]:
    """Return what was added to a treaty's worth for a chair, or charged to it, in whole points.

    What the court made of it is what is left over, so that rounding hides nothing.
    """
    parts = [("for the days in bed", 100 * state.ill)]
    if chair == CLAIMANT:
        parts = [
            (
                f"for what was written to {rules.table.words.throne}",
                court.price_of_memorial(state, rules.table),
            ),
            ("for the season", court.season_charged(state)),
            (f"for the alarm {rules.table.words.at_home}", court.alarm_charged(state, rules.table)),
        ]
    told = [(what, -whole(cost)) for what, cost in parts]
    rest = whole(outcome.lasting[chair]) - whole(outcome.values[chair])
    by_court = rest - sum(by for _, by in told)
    made = _MADE_OF_IT[chair].get(outcome.verdict, "by the {court}")
    return [(made.format(court=rules.table.words.court), by_court), *told]


def _against_none(outcome: Outcome, seat: int, own: Person) -> str:
    """Return what a paper brought a chair beside none, as the last sentence of what lasted.

    Nothing is said where none was signed.
    """
    if outcome.treaty is None:
        return ""
    kept, none = outcome.lasting[seat], outcome.walks[seat]
    by = abs(whole(kept) - whole(none))
    if not by:
        return f" For {own.him} that is just what no paper would have left."
    left = f" For {own.him} that is {by} {{}} than the {points(none)} that no paper would have left"
    if kept > none:
        return f"{left.format('more')}."
    return f"{left.format('less')}: it would have been better to sign nothing."


def _of_both(outcome: Outcome, ours: str, his: str) -> str:
    kept = outcome.lasting
    return f"{points(kept[CLAIMANT])} for {ours} and {points(kept[HOST])} for {his}"


def _best(rules: Rules, state: State, seat: int) -> int | None:
    """Return the most that a paper was worth which the other could sign; `None` where none is."""
    claimant, host = state.men[CLAIMANT], state.men[HOST]
    if claimant is None or host is None:
        return None
    # What home asks of a claimant costs him points, and they are in his values already.
    values = (claimant.utility, bound(host))
    most, paper = best_for(values[seat], values[1 - seat], rules.walk(1 - seat, state))
    return most if paper is not None and most > rules.walk(seat, state) else None


@once_by_rules
def _history(rules: Rules) -> Outcome | None:
    """Return what the documented line comes to; `None` at another start, or where none is told."""
    if rules.start is not None or not rules.scenario.history:
        return None
    state = rules.opening(HISTORY)
    try:
        for _, words in rules.scenario.history:
            state = rules.apply(state, parsed(words, rules.table, state)).state
    except AmurError:
        return None
    return rules.outcome(state)
