"""Advice: what each adviser of a seat says of a paper, and what to make of him."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from game.coach.company import SIGNS
from game.coach.forecast import forecast
from game.coach.words_for import likelihood
from game.negotiation import Package
from game.rules import Rules
from game.scenario.model import Adviser
from game.state import CLAIMANT, Phase, View

LIKELY = "{likely}"
"""What stands in an adviser's line for the likelihood word."""
MARKED = 5
"""Points of bias from which a man is known for it."""
RECORDS = ((75, "seldom wrong"), (55, "more often right than wrong"), (0, "often wrong"))
"""From which competence on his guesses have been so."""


class Advice(NamedTuple):
    """One adviser's word."""

    adviser: Adviser
    say: str
    """Empty where he has nothing to say."""


def advice(rules: Rules, view: View, paper: Package | None = None) -> Iterator[Advice]:
    """Yield the word of each adviser of a seat: of the table as it is, or with a paper on it."""
    if paper is not None:
        view = view._replace(state=view.state._replace(paper=paper))
    weighing = _Weighing(rules, view)
    seat_id = rules.table.seats[view.seat]
    for adviser in rules.scenario.advisers.values():
        if adviser.seat == seat_id:
            yield Advice(adviser, _line(rules, adviser, view, weighing))


def bias_words(adviser: Adviser) -> str:
    """Return which way an adviser is known to err."""
    if adviser.bias >= MARKED:
        return "hopes too easily"
    if adviser.bias <= -MARKED:
        return "fears too easily"
    return "neither hopeful nor fearful"


def record_words(adviser: Adviser) -> str:
    """Return how his guesses have come out so far."""
    return next(said for least, said in RECORDS if adviser.competence >= least)


class _Weighing:
    """The chance of a signature, weighed only when somebody speaks of it."""

    def __init__(self, rules: Rules, view: View) -> None:
        self.rules = rules
        self.view = view

    @cached_property
    def share(self) -> int | None:
        """Of a thousand; `None` where nothing can be weighed."""
        state = self.view.state
        if self.view.seat != CLAIMANT or state.phase is not Phase.SITTING or state.paper is None:
            return None
        chances = forecast(self.rules, self.view, None).chances
        return next(chance.share for chance in chances if chance.answer == SIGNS)


def _line(rules: Rules, adviser: Adviser, view: View, weighing: _Weighing) -> str:
    """Return the first line of an adviser that holds now, with his own likelihood word."""
    for line in adviser.lines:
        if line.when is None or rules.formulas.condition(line.when)(view.state):
            if LIKELY not in line.say:
                return line.say
            if weighing.share is not None:
                return line.say.replace(LIKELY, _likely(adviser, weighing.share))
    return ""


def _likely(adviser: Adviser, share: int) -> str:
    """Return how likely an adviser holds a signature.

    A point of bias is a point per cent, and what he lacks in competence draws his guess to even.
    """
    guess = 500 + (share - 500) * adviser.competence // 100 + 10 * adviser.bias
    return likelihood(max(0, min(1000, guess)), 1000)
