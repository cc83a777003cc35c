"""Whether a paper that would have been better by its points would have been had by everybody.

Home, the host and the court each have a say in it that no points show.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.persons import persons
from game.coach.words_for import listed, sentence
from game.negotiation import Package
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, Ended, State, Verdict

WOULD = {
    Verdict.RATIFIED: "would have owned it",
    Verdict.SILENCE: "would have left it in silence",
    Verdict.DISOWNED: "would have torn it up",
}
"""What the court would have done with it."""


def who_would_have_it(rules: Rules, state: State, paper: Package, seat: int) -> str:
    """Return who would not have had a paper, at the end of talks, and whether the court would.

    What home asked of the claimant, what the host could not go home without, and the court.
    """
    against = listed(_against(rules, state, paper, seat))
    owned = _verdict(rules, state, paper) is Verdict.RATIFIED
    said = [f"By points only: {against}."] if against else []
    return " ".join([*said, court_would(rules, state, paper)] if owned else said)


def court_would(rules: Rules, state: State, paper: Package) -> str:
    """Return in a sentence what the court would have done with a paper, had it been signed."""
    return sentence(_court_would(rules, state, paper))


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
    if _verdict(rules, state, paper) is not Verdict.RATIFIED:
        yield _court_would(rules, state, paper)


def _court_would(rules: Rules, state: State, paper: Package) -> str:
    side = rules.scenario.seats[rules.table.seats[HOST]].side
    return f"the {rules.table.words.court} of {side} {WOULD[_verdict(rules, state, paper)]}"


def _verdict(rules: Rules, state: State, paper: Package) -> Verdict:
    signed = state._replace(treaty=paper, paper=paper, ended=Ended.SIGNED)
    outcome = rules.outcome(signed)
    assert outcome is not None, "a paper that is signed ends the talks"
    return outcome.verdict
