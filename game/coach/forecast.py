"""The forecast: what a man like the one opposite would answer, as far as one can tell.

Works from a view: the words say how many of the men who might sit there would do what, and how
the court would take the paper. Two parts, and a reason that holds of the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.coach import readings
from game.coach.chances import WHAT_IT_DOES, Chance, chances, likeliest, worded
from game.coach.company import (
    COUNTERS,
    REFUSES,
    SIGNS,
    Imagined,
    barred,
    company,
    imagined,
    most,
    shares,
)
from game.coach.persons import Person, kind_of, opposite
from game.coach.words_for import LIKELY, issue_label, likelihood, listed, sentence
from game.negotiation import Package
from game.policy.hearing import Suspect
from game.rules import Rules, mind, terms
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Phase, State, View

ALONE = "with nothing said beside it "
DECIDES = 25
"""Per cent of the men who would sign but for an unnamed need, from which that is the reason."""


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
    last_word: str
    """Whether a last word said on the paper would be called; empty where none can be said."""

    @property
    def likeliest(self) -> Chance:
        """Return the answer to expect."""
        return likeliest(self.chances)

    @property
    def sentence(self) -> str:
        """Return what to expect of the man, in words, with the reason and for which act."""
        expected = f"{ALONE}{self.in_words}" if self.bare else self.in_words
        return f"{sentence(expected)} {self.because}"

    @property
    def told(self) -> tuple[str, ...]:
        """Return all that is said of it: the man, a last word, the court and home."""
        parts = (self.sentence, self.last_word, self.court, self.home)
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
    verdicts, factions = readings.verdicts(rules, text, [(man.state, man.likely) for man in men])
    return Forecast(
        expected,
        in_words,
        because(rules, state, text, men, likeliest(expected).answer),
        verdicts,
        readings.court_words(rules, state, verdicts, factions),
        readings.home_words(rules, men[0].state, text),
        act is None,
        _of_last_word(rules, state, paper, suspects) if act is None else "",
    )


def _of_last_word(
    rules: Rules, state: State, paper: Package | None, suspects: Sequence[Suspect]
) -> str:
    """Return whether a last word on a paper would be called, if one can be said now."""
    act = rules.table.acts_of(CLAIMANT).get(ActKind.WAGER)
    if act is None:
        return ""
    wager = Decision("tactic", act.id, (), paper)
    if wager not in rules.legal_decisions(state):
        return ""
    text = paper if paper is not None else state.paper
    called = shares(rules, state, text, tuple(imagined(rules, state, wager, suspects)))[REFUSES]
    how = WHAT_IT_DOES[LIKELY.index(likelihood(called, 1000))].says.format("be called")
    return f"“{act.label}” {how.removeprefix('it ')}."


def _answers_of(rules: Rules, host: Person) -> dict[str, str]:
    signature = rules.table.words.consent.called
    return {SIGNS: signature, COUNTERS: f"a word of {host.his} own", REFUSES: "a refusal"}


def because(
    rules: Rules, state: State, paper: Package, men: Sequence[Imagined], answer: str
) -> str:
    """Return why to expect an answer, in a sentence that holds of the numbers or is not said."""
    table, scenario = rules.table, rules.scenario
    host, signs = opposite(rules, CLAIMANT), table.words.consent.will

    def lacks(man: Imagined) -> bool:
        host = man.state.men[HOST]
        return host is not None and not mind.meets_need(host, paper)

    def wants_only_that(man: Imagined) -> bool:
        host = man.state.men[HOST]
        if host is None or not lacks(man):
            return False
        mended = [_with(paper, host.need_issue, option) for option in host.need_allows]
        want = rules.want(man.state)
        return any(mind.host_worth(man.state, table, text) >= want for text in mended)

    def short(man: Imagined) -> int:
        return rules.want(man.state) - mind.host_worth(man.state, table, paper)

    if answer == SIGNS and most(men, lambda m: m.state.kept):
        return f"Because it is {host.his} own word, and {host.he} keeps it."
    if state.heard_need >= 0:
        need = table.needs[HOST][state.heard_need]
        if paper[need.issue] not in need.allows:
            return f"Because the one thing {host.he} has named is not in it."
    if answer == SIGNS:
        if state.heard_need < 0:
            return (
                f"Because it should be enough for {host.him}, unless it lacks a thing {host.he} "
                "has not named."
                if barred(rules, state, paper)
                else f"Because it should be enough for {host.him}, whatever the one thing is that "
                f"{host.he} {table.words.cannot_do_without}."
            )
        return f"Because it holds the one thing {host.he} has named, and enough besides."
    if answer == REFUSES:
        if most(men, lambda m: m.state.patience <= 0):
            return f"Because {host.his} patience is at an end."
        if most(men, lambda m: m.state.face < terms.ILL):
            return (
                f"Because {host.he} has been so affronted that {host.he} cannot be seen to {signs}."
            )
        if most(men, lambda m: short(m) - mind.host_hope(m.state, table) > terms.RUIN):
            return f"Because it is worth far less to {host.him} than no paper at all."
        if most(
            men, lambda m: m.state.wager == terms.LAST_WORD and (lacks(m) or short(m) > terms.WAGER)
        ):
            return (
                f"Because a last word so far from what {host.he} wants is one {host.he} can call."
            )
    unnamed = state.heard_need < 0 and barred(rules, state, paper)
    if unnamed and most(men, wants_only_that, DECIDES):
        cannot = table.words.cannot_do_without
        return f"Because you do not know the one thing {host.he} {cannot}."
    asks = [] if state.said is None else _asked_more(rules, state.said, paper)
    if answer == REFUSES and most(men, lambda m: lacks(m) or short(m) > 0):
        given = _given(rules, state.paper, paper)
        if asks and given.issuperset(asks):
            about = listed([issue_label(scenario, i) for i in asks[:2]])
            return (
                f"Because it is still short of what {host.he} seems to want, and {host.he} does "
                f"not ask back at once what has just been given {host.him} on {about}."
            )
        return (
            f"Because it is short of what {host.he} seems to want, and no word near it would "
            "mend that."
        )
    if asks:
        about = listed([issue_label(scenario, i) for i in asks[:2]])
        return f"Because {host.his} last word asked more than this on {about}."
    if most(men, lambda m: short(m) > terms.MOST_A_SITTING):
        return (
            "Because it is still more than a sitting's talk away from what "
            f"{host.he} seems to want."
        )
    if most(men, lambda m: short(m) > 0):
        return f"Because it falls a little short of what {host.he} seems to want."
    return (
        f"Because the {kind_of((host,))} who might sit there differ, and you have heard little "
        "from this one."
    )


def _with(paper: Package, issue: int, option: int) -> Package:
    return (*paper[:issue], option, *paper[issue + 1 :])


def _given(rules: Rules, last: Package | None, paper: Package) -> set[int]:
    """Return the issues on which a paper gives more than the last one."""
    ranks = zip(rules.table.rank, last or paper, paper, strict=True)
    return {issue for issue, (rank, old, new) in enumerate(ranks) if rank[new] < rank[old]}


def _asked_more(rules: Rules, said: Package, paper: Package) -> list[int]:
    """Return the issues on which his last word leaves the claimant less, dearest first."""
    ours = rules.table.utilities[CLAIMANT].worth
    asks = [i for i, row in enumerate(ours) if row[said[i]] < row[paper[i]]]
    return sorted(asks, key=lambda i: ours[i][said[i]] - ours[i][paper[i]])
