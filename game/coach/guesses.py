"""What a seat had expected in its own words, held against what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.coach.leaves import Leaf, became
from game.coach.papers import terms_said
from game.rules import Outcome, Rules
from game.state import CLAIMANT, HOST, Ended, State

CAME = {
    Ended.SIGNED: "{host} {did} in sitting {sitting}: {terms}.",
    Ended.BROKEN_OFF: "{host} broke off the talks in sitting {sitting}.",
    Ended.WENT_HOME: "{claimant} went home in sitting {sitting}.",
    Ended.LAPSED: "the days were spent, and nothing was signed.",
}
"""What came of the talks."""


def beside_what_came(
    rules: Rules, persons: Iterable[str], story: Sequence[State]
) -> Iterator[Leaf]:
    """Yield a page for each person who noted anything: the guesses, then what came.

    `story` is the state after each decision of a line; nothing is told while its talks go on.
    """
    outcome = rules.outcome(story[-1]) if story else None
    if outcome is None:
        return
    known = frozenset(persons)
    for seat, id in enumerate(rules.table.seats):
        guesses = tuple(noted(story, seat)) if id in known else ()
        who = "you" if len(known) == 1 else rules.scenario.seats[id].called
        if guesses:
            came = _came(rules, story[-1], outcome)
            yield Leaf(f"What {who} expected", (*guesses, f"What came: {came}"))


def noted(story: Iterable[State], seat: int) -> Iterator[str]:
    """Yield what a seat has noted, each with its sitting."""
    known = 0
    for state in story:
        for whose, guess in state.guesses[known:]:
            if whose == seat:
                yield f"Sitting {state.sitting}: “{guess}”"
        known = len(state.guesses)


def _came(rules: Rules, state: State, outcome: Outcome) -> str:
    names = [rules.scenario.seats[id].called for id in rules.table.seats]
    told = CAME[state.ended or Ended.LAPSED].format(
        claimant=names[CLAIMANT],
        host=names[HOST],
        sitting=state.sitting,
        did=rules.table.words.consent.did,
        terms=terms_said(rules, state.treaty) if state.treaty is not None else "",
    )
    return f"{told} {became(rules, outcome.verdict)}" if state.treaty is not None else told
