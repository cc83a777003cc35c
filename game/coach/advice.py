"""Advice: what each adviser of a seat says of a paper, and what to make of him.

Of the lines that hold, a man says the one that he has not said for longest, an author's first
before his last: none comes two sittings running while he has another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from game.coach.company import SIGNS
from game.coach.forecast import forecast
from game.coach.persons import opposite
from game.coach.weighing import can_weigh
from game.coach.words_for import likelihood
from game.negotiation import Package
from game.rules import Game, Rules
from game.rules.lasting import once_by_rules
from game.rules.scenes import Condition
from game.scenario.model import Adviser
from game.session import Session
from game.state import ASIDES, CLAIMANT, Phase, State, View

LIKELY = "{likely}"
"""What stands in an adviser's line for what he says of a signature, a clause of its own."""
SIGNING = {
    "almost surely": "{host.he} will almost surely {consent.will}",
    "probably": "{host.he} will probably {consent.will}",
    "even": "the chances are even that {host.he} {consent.does}",
    "unlikely": "{host.he} is unlikely to {consent.will}",
    "hardly": "{host.he} will hardly {consent.will}",
}
"""How a man says each likelihood word of a signature."""
NO_ADVISERS = "You have no advisers at this table."
MARKED = 5
"""Points of bias from which a man is known for it."""
RECORDS = ((75, "seldom wrong"), (55, "more often right than wrong"), (0, "often wrong"))
"""From which competence on his guesses have been so."""


Spoken = Mapping[tuple[str, int], int]
"""How lately each line was spoken, by its adviser's id and its place among his: what was said of
a draft counts as said before what was said of the table in that sitting."""
NOTHING: Spoken = {}


class Advice(NamedTuple):
    """One adviser's word."""

    adviser: Adviser
    say: str
    """Empty where he has nothing to say."""


def advice(
    rules: Rules,
    view: View,
    paper: Package | None = None,
    *,
    weighed: Package | None = None,
    before: Spoken = NOTHING,
) -> Iterator[Advice]:
    """Yield the word of each adviser of a seat: of the table as it is, or with a paper on it.

    How likely a signature is they say only of the paper that lies on the table, and of the one
    that was `weighed`: the draft of the last forecast, where that was asked for in this sitting.
    What was spoken `before`, in earlier sittings, comes again after what was not.
    """
    weighing = _Weighing(rules, view, None if paper == view.state.paper else paper)
    may_weigh = not unweighed(rules, view, paper, weighed) and weighing.is_possible
    for id, adviser in there(rules, view.seat, view.state):
        at = _line(rules, id, weighing.spoken_of, before, may_weigh=may_weigh)
        say = "" if at is None else adviser.lines[at].say
        if LIKELY in say:
            signing = SIGNING[_likely(adviser, weighing.share)]
            say = say.replace(
                LIKELY,
                signing.format(host=opposite(rules, view.seat), consent=rules.table.words.consent),
            )
        yield Advice(adviser, say)


def spoken_in(game: Game, seat: int, course: Iterable[tuple[State, Package | None]]) -> Spoken:
    """Return how lately each line was spoken in a course of decisions, each with the paper laid.

    They spoke of the table as it was, and of what was laid then, weighed or not.
    """
    last: dict[tuple[str, int], int] = {}
    for state, laid in course:
        rules, view = game.at(state), game.seen_by(seat, state)
        now, weighs = view.state, _may_be_signed(view)
        spoken_of = [(now, weighs and now.paper is not None)]
        if laid is not None:
            spoken_of += [(now._replace(paper=laid), may_weigh) for may_weigh in (False, weighs)]
        said = {
            (id, at): 2 * state.sitting + int(of is now)
            for of, may_weigh in reversed(spoken_of)
            for id, _ in there(rules, seat, now)
            if (at := _line(rules, id, of, last, may_weigh=may_weigh)) is not None
        }
        last |= said
    return last


def spoken_so_far(session: Session) -> Spoken:
    """Return how lately the advisers of the seat shown spoke each line, in earlier sittings."""
    seat = session.rules.table.seats.index(session.seat)
    now = session.state
    course = (
        (before, decision.paper)
        for before, decision in session.line()
        if before.seat == seat
        and (before.at, before.turn) == (now.at, now.turn)
        and before.phase in (Phase.SITTING, Phase.REPLY)
        and decision.verb not in ASIDES
        and before.sitting < now.sitting
    )
    return spoken_in(session.game, seat, course)


def there(rules: Rules, seat: int, now: State) -> Iterator[tuple[str, Adviser]]:
    """Yield the advisers of a seat who are there to be asked."""
    own, is_there = rules.table.seats[seat], _when_there(rules)
    for id, adviser in rules.scenario.advisers.items():
        if adviser.seat == own and (id not in is_there or is_there[id](now)):
            yield id, adviser


@once_by_rules
def _when_there(rules: Rules) -> Mapping[str, Condition]:
    """Return of each adviser who is not always there when he is."""
    advisers = rules.scenario.advisers.items()
    return {id: rules.formulas.condition(a.when) for id, a in advisers if a.when is not None}


def unweighed(rules: Rules, view: View, paper: Package | None, weighed: Package | None) -> str:
    """Return why nobody says how likely a signature of a paper is; empty where they may."""
    if not _may_be_signed(view) or paper in (None, view.state.paper):
        return ""
    he, consent = opposite(rules, view.seat).he, rules.table.words.consent
    signs = f"{consent.will} {consent.it}"
    if view.state.forecasts[view.seat] != view.state.sitting:
        return (
            f"Whether {he} would {signs}, they will say when you have laid it, or asked for its "
            "forecast."
        )
    return "" if paper == weighed else f"Whether {he} would {signs}, they will say when it is laid."


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
        return _may_be_signed(self.view) and self.spoken_of.paper is not None

    @cached_property
    def share(self) -> int:
        """Of a thousand."""
        chances = forecast(self.rules, self.view, self.draft).chances
        return next(chance.share for chance in chances if chance.answer == SIGNS)


def _line(rules: Rules, id: str, now: State, before: Spoken, *, may_weigh: bool) -> int | None:
    """Return which line an adviser speaks; `None` where none holds now that he may speak."""
    may_come = [
        at
        for at, (weighs, holds) in enumerate(_lines(rules)[id])
        if (may_weigh or not weighs) and (holds is None or holds(now))
    ]
    return min(may_come, key=lambda at: (before.get((id, at), 0), at), default=None)


@once_by_rules
def _lines(rules: Rules) -> Mapping[str, tuple[tuple[bool, Condition | None], ...]]:
    """Return of each adviser's lines whether they weigh a paper, and when they may come."""
    condition = rules.formulas.condition
    return {
        id: tuple(
            (LIKELY in line.say, None if line.when is None else condition(line.when))
            for line in adviser.lines
        )
        for id, adviser in rules.scenario.advisers.items()
    }


def _may_be_signed(view: View) -> bool:
    """Return whether a paper that is given now may be signed: only a claimant's is."""
    return view.seat == CLAIMANT and can_weigh(CLAIMANT, view.state)


def _likely(adviser: Adviser, share: int) -> str:
    """Return how likely an adviser holds a signature.

    A point of bias is a point per cent, and what he lacks in competence draws his guess to even.
    """
    guess = 500 + (share - 500) * adviser.competence // 100 + 10 * adviser.bias
    return likelihood(max(0, min(1000, guess)), 1000)
