"""The forecast: what a man like the one opposite would answer, as far as one can tell.

Works from a view: the words say how many of the men who might sit there would do what, and how
the court would take the paper. Two parts, and a reason that holds of the numbers.
"""

from __future__ import annotations

from typing import NamedTuple

from game.coach import readings
from game.coach.chances import Chance, chances, likeliest, worded
from game.coach.company import (
    COUNTERS,
    REFUSES,
    SIGNS,
    company,
    imagined,
    shares,
)
from game.coach.persons import Person, opposite
from game.coach.threats import Threats
from game.coach.why_expected import Reasons
from game.coach.words_for import sentence
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, Decision, Phase, State, View

WORSE = "By that, to sign it would leave you with less than to sign nothing."
ENDS = "It is the last sitting: after a word of {host.his} own the talks end without a paper."
ALONE = "with nothing said beside it "

MAY_WELL = 150
"""Of a thousand, from which on an answer is more than hardly likely."""


class Forecast(NamedTuple):
    """What to expect of a paper; everything but the shares is for reading."""

    chances: tuple[Chance, ...]
    """In the order of `ANSWERS`."""
    in_words: str
    """The same as a part of a sentence."""
    because: str
    """The main reason for his likeliest answer, as one sentence."""
    verdicts: tuple[Chance, ...]
    """What the court that ratifies would do with the paper, were it signed; empty without one."""
    court: str
    """The same in words, and who would speak loudest against it."""
    home: str
    """How the claimant's own capital would take it."""
    bare: bool
    """It is of the paper alone, with nothing said or done beside it."""
    threats: str
    """What a threat beside the paper would do, such as a last word; empty where there is none."""
    ends: str = ""
    """That there is no time left for an answer to what he may answer, in the last sitting."""

    @property
    def likeliest(self) -> Chance:
        """Return the answer to expect."""
        return likeliest(self.chances)

    @property
    def sentence(self) -> str:
        """Return what to expect of the man, in words, with the reason and for which act."""
        expected = f"{ALONE}{self.in_words}" if self.bare else self.in_words
        return " ".join(filter(None, (sentence(expected), self.because, self.ends)))

    @property
    def told(self) -> tuple[str, ...]:
        """Return all that is said of it: the man, the court, home, and threats."""
        parts = (self.sentence, self.court, self.home, self.threats)
        return tuple(part for part in parts if part)


def forecast(
    rules: Rules, view: View, paper: Package | None, act: Decision | None = None
) -> Forecast:
    """Return what to expect of a claimant's sitting: a paper, and the act that goes with it.

    No paper means the one that lies on the table already. Raises `ValueError` where it is not
    the claimant's sitting.
    """
    state = view.state
    if view.seat != CLAIMANT or state.phase != Phase.SITTING:
        raise ValueError("a draft can be weighed only in the claimant's own sitting")
    decision = act or Decision("tactic", rules.choices.lay)
    if decision.verb == "accept":
        decision, paper = Decision("tactic", rules.choices.lay), state.word
    text = paper if paper is not None else state.paper
    suspects = company(rules, state)
    men = tuple(imagined(rules, state, decision._replace(paper=paper), suspects))
    expected = chances(shares(rules, state, text, men))
    in_words = worded(expected, _answers_of(rules, opposite(rules, view.seat)))
    if text is None:
        return Forecast(expected, in_words, "No paper lies on the table.", (), "", "", False, "")
    read = readings.verdicts(rules, text, [(man.state, man.likely) for man in men])
    return Forecast(
        expected,
        in_words,
        Reasons(rules, state, text, men).of(likeliest(expected).answer),
        read.chances,
        _court(rules, state, men[0].state, text, read),
        readings.home_words(rules, men[0].state, text),
        act is None,
        Threats(rules, state, paper, men, suspects).told() if act is None else "",
        _ends(rules, state, expected),
    )


def _ends(rules: Rules, state: State, expected: tuple[Chance, ...]) -> str:
    """Return that a word of the host's own would end the talks, where he may well give one."""
    gives = next(chance for chance in expected if chance.answer == COUNTERS)
    if state.sitting < rules.table.sittings or gives.share < MAY_WELL:
        return ""
    return ENDS.format(host=opposite(rules, CLAIMANT))


def _court(
    rules: Rules, state: State, answering: State, text: Package, read: readings.Readings
) -> str:
    """Return how the court would take a paper, and whether none were better by that."""
    told = readings.court_words(rules, state, read)
    if not readings.worse_than_none(rules, answering, text, read.chances):
        return told
    return f"{told} {WORSE}"


def _answers_of(rules: Rules, host: Person) -> dict[str, str]:
    signature = rules.table.words.consent.called
    return {SIGNS: signature, COUNTERS: f"a word of {host.his} own", REFUSES: "a refusal"}
