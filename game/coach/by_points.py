"""Whether a paper that would have been better by its points would have been had by everybody."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.persons import persons
from game.coach.words_for import listed
from game.negotiation import Package
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, Ended, State, Verdict

WOULD = {
    Verdict.SILENCE: "would have left it in silence",
    Verdict.DISOWNED: "would have torn it up",
}
"""What the court would have done instead of owning it."""


def who_would_not(rules: Rules, state: State, paper: Package, seat: int) -> str:
    """Return who would not have had a paper, at the end of talks; empty where all would.

    What home asked of the claimant, what the host could not go home without, and the court.
    """
    against = listed(_against(rules, state, paper, seat))
    return f"By points only: {against}." if against else ""


def _against(rules: Rules, state: State, paper: Package, seat: int) -> Iterator[str]:
    told, words = persons(rules, seat), rules.table.words
    for chair, man in enumerate(state.men):
        if man is None or mind.meets_need(man, paper):
            continue
        named = told[chair].named
        yield (
            f"it leaves out what {words.asks or 'home'} asked of {named}"
            if chair == CLAIMANT
            else f"it leaves out the one thing {named} {words.could_not_do_without}"
        )
    signed = state._replace(treaty=paper, paper=paper, ended=Ended.SIGNED)
    outcome = rules.outcome(signed)
    if outcome is not None and outcome.verdict in WOULD:
        side = rules.scenario.seats[rules.table.seats[HOST]].side
        yield f"the {rules.table.words.court} of {side} {WOULD[outcome.verdict]}"
