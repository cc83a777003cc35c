"""The host's forecast: what a claimant would do with the word he is about to be given.

Works from the host's view. Claimants who might sit there differ by how they go about it and by
the one thing they need; each is asked by his own rule, and how the host's own court would take
the word is told beside. Luck has keys of its own here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import copy
from typing import NamedTuple

from game.coach import readings
from game.coach.chances import DEED, Chance, chances, likeliest, tempered, worded
from game.coach.persons import Person, persons
from game.coach.words_for import sentence
from game.negotiation import Package, value
from game.policy import Policy, opposite
from game.policy.belief import Believer
from game.policy.claim import still_hoped
from game.policy.integrative import Integrative
from game.rules import Rules
from game.rules.lasting import once_by_rules
from game.state import CLAIMANT, HOST, Decision, Fortune, Man, Phase, State, Verdict, View

TAKES, GIVES, HOLDS, LEAVES = "takes", "gives", "holds", "leaves"
"""He lays the word down as it is; gives ground; gives none; goes home."""
RESPONSES = (TAKES, GIVES, HOLDS, LEAVES)
SUPPOSED = ("integrative", "novice", "cautious", "hawk", "random")
"""How a claimant may go about it, each as likely as the others."""
USUAL = {TAKES: 5, GIVES: 47, HOLDS: 47, LEAVES: 1}
"""Per cent of responses to a word, over games of mixed personas.

Where all who are asked agree it still leaves them below almost surely: they are right of a claimant
four times in five.
"""
VOICES = 2
"""So many claimants' voices is it worth, what is usual."""
ONLY_SIGNS = (
    "Because {claimant.he} has laid down your own word unchanged, nothing is left for "
    "{claimant.him} to answer: it is made when you sign it."
)
NO_OTHER = "Because your own word lies there unchanged, no other can be given in this sitting."
DRAWN = 64
"""Claimants drawn, to see who there may be."""


class HostForecast(NamedTuple):
    """What to expect of a word; everything but the shares is for reading."""

    chances: tuple[Chance, ...]
    """In the order of `RESPONSES`."""
    in_words: str
    """The same as a part of a sentence; empty beside the host's own word, laid down unchanged."""
    because: str
    verdicts: tuple[Chance, ...]
    """What the host's own court would do with the word, were it signed."""
    court: str
    """The same in words, and who would speak loudest against it."""

    @property
    def likeliest(self) -> Chance:
        """Return the response to expect."""
        return likeliest(self.chances)

    @property
    def sentence(self) -> str:
        """Return what to expect of the man, in words, and why; why alone, if that says all."""
        return f"{sentence(self.in_words)} {self.because}" if self.in_words else self.because


def host_forecast(rules: Rules, view: View, word: Package) -> HostForecast:
    """Return what a claimant would do with a word of the host's.

    Raises `ValueError` where it is not the host's answer, or where no paper lies on the table.
    """
    state = view.state
    if view.seat != HOST or state.phase != Phase.REPLY or state.paper is None:
        raise ValueError("a word can be weighed only in the host's own answer to a paper")
    if state.kept:
        return _beside_his_own(rules, state, word)
    counts = dict.fromkeys(RESPONSES, 0)
    for policy, supposed in _who_may_sit(rules, state):
        for man in supposed:
            response = _response(rules, policy, state, man, word)
            counts[response] += DRAWN // len(supposed)
    expected = chances(tempered(counts, USUAL, voices=len(SUPPOSED), worth=VOICES))
    read = readings.verdicts(rules, word, [(state, 1)])
    return HostForecast(
        expected,
        worded(expected, _responses_of(persons(rules, HOST)[CLAIMANT]), DEED),
        _because(rules, state, word, expected, read.chances),
        read.chances,
        readings.court_words(rules, state, read),
    )


def _responses_of(claimant: Person) -> dict[str, str]:
    return {
        TAKES: f"{claimant.he} takes it",
        GIVES: f"{claimant.he} gives ground",
        HOLDS: f"{claimant.he} gives none",
        LEAVES: f"{claimant.he} goes home",
    }


def _beside_his_own(rules: Rules, state: State, word: Package) -> HostForecast:
    """Return what to expect where the host's own word lies there, which only he can answer."""
    only_signs = ONLY_SIGNS.format(claimant=persons(rules, HOST)[CLAIMANT])
    answer, because = (TAKES, only_signs) if word == state.paper else (HOLDS, NO_OTHER)
    read = readings.verdicts(rules, word, [(state, 1)])
    return HostForecast(
        chances({response: 1000 * (response == answer) for response in RESPONSES}),
        "",
        because,
        read.chances,
        readings.court_words(rules, state, read),
    )


def _who_may_sit(rules: Rules, state: State) -> Iterator[tuple[Policy, tuple[Man, ...]]]:
    """Yield each way to go about it with the men who might go about it so.

    A man who thinks long is imagined once, each with a need of his own; the quick, with every need.
    """
    kinds = claimants(rules)
    believer = copy(_believer(rules))
    for at, policy in enumerate(_policies(rules)):
        if isinstance(policy, Integrative):
            thinking = copy(policy)
            thinking.believer = believer
            yield thinking, (kinds[(3 * at + state.sitting) % len(kinds)],)
        else:
            yield policy, kinds


@once_by_rules
def claimants(rules: Rules) -> tuple[Man, ...]:
    """Return the kinds of claimant that a seed may draw, the most frequent first."""
    drawn = rules.men.company(CLAIMANT, DRAWN, "coach")
    often = Counter((man.need, man.utility) for man in drawn)
    kinds = {(man.need, man.utility): man for man in reversed(drawn)}
    return tuple(kinds[kind] for kind, _ in often.most_common())


@once_by_rules
def _believer(rules: Rules) -> Believer:
    return Believer(rules)


@once_by_rules
def _policies(rules: Rules) -> tuple[Policy, ...]:
    """Return a claimant of each way, never asked: only copies of those who remember are."""
    return tuple(opposite(name, rules, "coach") for name in SUPPOSED)


def _response(rules: Rules, policy: Policy, state: State, man: Man, word: Package) -> str:
    before = state._replace(
        seed="coach",
        men=(man, state.men[HOST]),
        fortune=Fortune(0, 0, 0),
        hope=(still_hoped(rules, man, state), state.hope[HOST]),
    )
    now = rules.follow(before, Decision("tactic", rules.choices.lay, (), word))
    while now.ended is None and now.seat == CLAIMANT:
        decision = policy.choose(rules.seen_by(CLAIMANT, now), rules.legal_decisions(now))
        if now.phase == Phase.SITTING:
            return response_of(state, decision, word)
        now = rules.follow(now, decision)
    return LEAVES


def response_of(state: State, decision: Decision, word: Package) -> str:
    """Return which of `RESPONSES` a claimant's sitting is, on the host's own scale."""
    if decision.verb == "accept" or decision.paper == word:
        return TAKES
    if decision.verb == "go-home":
        return LEAVES
    host = state.men[HOST]
    if decision.paper is None or state.paper is None or host is None:
        return HOLDS
    gave = value(decision.paper, host.utility) > value(state.paper, host.utility)
    return GIVES if gave else HOLDS


def _because(
    rules: Rules,
    state: State,
    word: Package,
    expected: tuple[Chance, ...],
    verdicts: tuple[Chance, ...],
) -> str:
    """Return why, in a sentence that holds of what the host knows."""
    common, claimant = rules.table.utilities[CLAIMANT], persons(rules, HOST)[CLAIMANT]
    worth = value(word, common)
    answer = likeliest(expected).answer
    if word == state.paper:
        return _because_his_own(rules, answer, likeliest(verdicts).answer)
    like = f"it leaves a {claimant.man} like {claimant.him}"
    if worth < rules.walk(CLAIMANT, state):
        less = f"{like} less than {claimant.he} has without a paper"
        return f"Though {less}." if answer == TAKES else f"Because {less}."
    if answer == TAKES:
        return f"Because {like} enough, and {claimant.his} season is short."
    if answer == GIVES and state.paper is not None and worth < value(state.paper, common):
        return (
            f"Because it leaves {claimant.him} less than {claimant.he} asked, and only what "
            f"{claimant.he} gives brings {claimant.him} nearer."
        )
    if state.sitting < rules.table.sittings // 2:
        return f"Because there is time, and {claimant.he} will think that you can be moved further."
    return f"Because {like} something, and {claimant.he} still hopes for more."


def _because_his_own(rules: Rules, answer: str, verdict: str) -> str:
    """Return why to expect an answer to his own paper, given back to him as the host's word."""
    claimant = persons(rules, HOST)[CLAIMANT]
    if answer == TAKES:
        return f"Because it is {claimant.his} own paper."
    though = (
        f"Though it is {claimant.his} own paper, and {claimant.he} has only to lay it down again"
    )
    if answer == GIVES and verdict != Verdict.RATIFIED:
        return (
            f"{though}: as it stands your {rules.table.words.court} would not own it, and "
            f"{claimant.he} may mend that."
        )
    return f"{though}: {claimant.he} may still think that there is more to be had."
