"""The forecast: what a man like the one opposite would answer, as far as one can tell.

Works from a view. Sixty-four men who might sit there, weighed by what was said so far, are each
given the paper; they answer by their own rule, and the words say how many of them would do what.
Luck has keys of its own here, and the game's is not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from typing import NamedTuple

from game.coach import readings
from game.coach.words_for import issue_label, likelihood, listed
from game.negotiation import Package
from game.policy.belief import Believer, Suspect
from game.policy.official import Official
from game.rules import Rules, mind, terms
from game.rules.luck import draw
from game.state import (
    CLAIMANT,
    HOST,
    PATIENCE_BAND,
    Decision,
    Fortune,
    Phase,
    State,
    View,
    seen_by,
)

SIGNS, COUNTERS, REFUSES = "signs", "counters", "refuses"
"""What he may answer: sign or ask leave to; give a word of his own; neither of the two."""
ANSWERS = (SIGNS, COUNTERS, REFUSES)


class Chance(NamedTuple):
    """How likely one answer is."""

    answer: str
    word: str
    share: int
    """Of a thousand; for tests and calibration, never shown."""


class Forecast(NamedTuple):
    """What to expect of a paper; everything but the shares is for reading."""

    chances: tuple[Chance, ...]
    """In the order of `ANSWERS`."""
    because: str
    """The main reason for his likeliest answer, as one sentence."""
    court: str
    """How the court that ratifies would take the paper."""
    home: str
    """How the claimant's own capital would take it."""

    @property
    def likeliest(self) -> Chance:
        """Return the answer to expect."""
        return max(self.chances, key=lambda chance: chance.share)

    @property
    def sentence(self) -> str:
        """Return the whole forecast in words."""
        says = {SIGNS: "a signature", COUNTERS: "a word of his own", REFUSES: "a refusal"}
        chances = [f"{says[c.answer]}: {c.word}" for c in self.chances]
        return f"{'; '.join(chances)[:1].upper()}{'; '.join(chances)[1:]}. {self.because}"


class Imagined(NamedTuple):
    """One of the men who might sit there, and what he does with the paper."""

    state: State
    """At the moment of his answer."""
    answer: str
    likely: int


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
    imagined = tuple(_imagined(rules, state, decision._replace(paper=paper)))
    total = sum([man.likely for man in imagined])
    shares = [
        sum([man.likely for man in imagined if man.answer == answer]) * 1000 // total
        for answer in ANSWERS
    ]
    chances = tuple(
        Chance(answer, likelihood(share, 1000), share)
        for answer, share in zip(ANSWERS, shares, strict=True)
    )
    if text is None:
        nothing = "No paper lies on the table."
        return Forecast(chances, nothing, "", "")
    weighed = [(man.state, man.likely) for man in imagined]
    return Forecast(
        chances,
        because(rules, state, text, imagined, max(chances, key=lambda c: c.share).answer),
        readings.court_words(rules, state, text, weighed),
        readings.home_words(rules, imagined[0].state, text),
    )


def company(rules: Rules, state: State) -> tuple[Suspect, ...]:
    """Return the men a claimant may suppose opposite, each with his likelihood."""
    # A believer remembers; a copy of one that was never asked makes the same of the same view.
    return copy(_believer(rules)).belief(state).suspects


@lru_cache(maxsize=8)
def _believer(rules: Rules) -> Believer:
    return Believer(rules)


@lru_cache(maxsize=8)
def _official(rules: Rules) -> Official:
    return Official(rules)


def _imagined(rules: Rules, state: State, decision: Decision) -> Iterator[Imagined]:
    official = _official(rules)
    for at, suspect in enumerate(company(rules, state)):
        if not suspect.likely:
            continue
        spare = draw(PATIENCE_BAND, "coach", "patience", "host", at)
        before = state._replace(
            seed=f"coach {at}",
            men=(state.men[CLAIMANT], suspect.man),
            fortune=Fortune(0, 0, 0),
            patience=state.patience - spare if state.patience else 0,
            hope=(state.hope[CLAIMANT], suspect.hope),
            ladder=suspect.ladder,
            shown=suspect.shown,
        )
        now = rules.follow(before, decision)
        while now.phase == Phase.SCENE and now.seat == HOST:
            now = rules.follow(now, _asked(rules, official, now))
        answered = _asked(rules, official, now)
        yield Imagined(now, kind_of(answered), suspect.likely)


def _asked(rules: Rules, official: Official, state: State) -> Decision:
    return official.choose(seen_by(HOST, state), rules.legal_decisions(state))


def kind_of(decision: Decision) -> str:
    """Return which of `ANSWERS` a host's decision is.

    >>> kind_of(Decision("consult")), kind_of(Decision("break-off"))
    ('signs', 'refuses')
    """
    if decision.verb in ("accept", "sign-to-disown", "consult"):
        return SIGNS
    return COUNTERS if decision.paper is not None else REFUSES


def because(
    rules: Rules, state: State, paper: Package, imagined: Sequence[Imagined], answer: str
) -> str:
    """Return why to expect an answer, in a sentence that holds of the numbers or is not said."""
    table, scenario = rules.table, rules.scenario
    total = sum([man.likely for man in imagined])

    def most(holds: Callable[[Imagined], bool], per_cent: int = 50) -> bool:
        return 100 * sum([m.likely for m in imagined if holds(m)]) >= per_cent * total

    def lacks(man: Imagined) -> bool:
        host = man.state.men[HOST]
        return host is not None and not mind.meets_need(host, paper)

    def short(man: Imagined) -> int:
        return rules.want(man.state) - mind.host_worth(man.state, table, paper)

    spent = most(lambda m: m.state.patience <= 0)
    if state.heard_need >= 0:
        need = table.needs[HOST][state.heard_need]
        if paper[need.issue] not in need.allows:
            return "Because the one thing he has named is not in it."
    if answer == SIGNS:
        if most(lambda m: m.state.kept):
            return "Because it is his own word, and he keeps it."
        if state.heard_need < 0:
            return "Because it should be enough for him, unless it lacks a thing he has not named."
        return "Because it holds the one thing he has named, and enough besides."
    if answer == REFUSES:
        if spent:
            return "Because his patience is at an end."
        if most(lambda m: m.state.face < terms.ILL):
            return "Because he has been so affronted that he cannot be seen to sign."
        if most(lambda m: short(m) - mind.host_hope(m.state, table) > terms.RUIN):
            return "Because it is worth far less to him than no paper at all."
        if most(lambda m: m.state.wager == 2):
            return "Because a last word so far from what he wants is one he can call."
    if state.heard_need < 0 and most(lacks, 35):
        return "Because you do not know the one thing he cannot go home without."
    asks = [] if state.said is None else _asked_more(rules, state.said, paper)
    if asks:
        about = listed([issue_label(scenario, i) for i in asks[:2]])
        return f"Because his last word asked more than this on {about}."
    if most(lambda m: short(m) > terms.MOST_A_SITTING):
        return "Because it is still more than a day's talk away from what he seems to want."
    if most(lambda m: short(m) > 0):
        return "Because it falls a little short of what he seems to want."
    return "Because the men who might sit there differ, and you have heard little from this one."


def _asked_more(rules: Rules, said: Package, paper: Package) -> list[int]:
    """Return the issues on which his last word leaves the claimant less, dearest first."""
    ours = rules.table.utilities[CLAIMANT].worth
    asks = [i for i, row in enumerate(ours) if row[said[i]] < row[paper[i]]]
    return sorted(asks, key=lambda i: ours[i][said[i]] - ours[i][paper[i]])
