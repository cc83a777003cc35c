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
from game.state import CLAIMANT, Phase, State, View

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


def advice(
    rules: Rules, view: View, paper: Package | None = None, *, weighed: Package | None = None
) -> Iterator[Advice]:
    """Yield the word of each adviser of a seat: of the table as it is, or with a paper on it.

    How likely a signature is they say only of the paper that lies on the table, and of the one
    that was `weighed`: the draft of the last forecast, where that was asked for in this sitting.
    """
    weighing = _Weighing(rules, view, None if paper == view.state.paper else paper)
    may_weigh = not unweighed(view, paper, weighed)
    seat_id = rules.table.seats[view.seat]
    for adviser in rules.scenario.advisers.values():
        if adviser.seat == seat_id:
            yield Advice(adviser, _line(rules, adviser, weighing, may_weigh))


def unweighed(view: View, paper: Package | None, weighed: Package | None) -> str:
    """Return why nobody says how likely a signature of a paper is; empty where they may."""
    if not _can_weigh(view) or paper in (None, view.state.paper):
        return ""
    if view.state.forecasts[view.seat] != view.state.sitting:
        return (
            "Whether he would sign it they say once it is laid, or once you have asked for its "
            "forecast."
        )
    return "" if paper == weighed else "Whether he would sign it they say once it is laid."


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
    """What the advisers speak of, and the chance of a signature: weighed only when one says it."""

    def __init__(self, rules: Rules, view: View, draft: Package | None) -> None:
        self.rules = rules
        self.view = view
        self.draft = draft
        """`None` for the paper that lies on the table."""

    @property
    def spoken_of(self) -> State:
        """How matters stand, with the draft on the table."""
        state = self.view.state
        return state if self.draft is None else state._replace(paper=self.draft)

    @property
    def is_possible(self) -> bool:
        """Whether there is a paper that can be weighed now."""
        return _can_weigh(self.view) and self.spoken_of.paper is not None

    @cached_property
    def share(self) -> int:
        """Of a thousand."""
        chances = forecast(self.rules, self.view, self.draft).chances
        return next(chance.share for chance in chances if chance.answer == SIGNS)


def _line(rules: Rules, adviser: Adviser, weighing: _Weighing, may_weigh: bool) -> str:
    """Return the first line of an adviser that holds now and that he may speak."""
    for line in adviser.lines:
        if line.when is None or rules.formulas.condition(line.when)(weighing.spoken_of):
            if LIKELY not in line.say:
                return line.say
            if may_weigh and weighing.is_possible:
                return line.say.replace(LIKELY, _likely(adviser, weighing.share))
    return ""


def _can_weigh(view: View) -> bool:
    return view.seat == CLAIMANT and view.state.phase is Phase.SITTING


def _likely(adviser: Adviser, share: int) -> str:
    """Return how likely an adviser holds a signature.

    A point of bias is a point per cent, and what he lacks in competence draws his guess to even.
    """
    guess = 500 + (share - 500) * adviser.competence // 100 + 10 * adviser.bias
    return likelihood(max(0, min(1000, guess)), 1000)
