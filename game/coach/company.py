"""The men who might sit opposite a claimant: what each would answer to a paper.

Works from a view. Sixty-four men, weighed by what was said so far, are each given the paper and
answer by their own rule. Luck has keys of its own here, and the game's is not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from game.coach.chances import tempered
from game.negotiation import Package
from game.policy.belief import Believer
from game.policy.guess import guess
from game.policy.heard_exactly import Exact
from game.policy.hearing import Suspect
from game.policy.official import Official
from game.rules import Rules
from game.rules.lasting import once_by_rules
from game.state import (
    HOST,
    Decision,
    Phase,
    State,
)

SIGNS, COUNTERS, REFUSES = "signs", "counters", "refuses"
"""What he may answer: sign or consult on it; give a word of his own; neither of the two."""
ANSWERS = (SIGNS, COUNTERS, REFUSES)
USUAL = {SIGNS: 13, COUNTERS: 63, REFUSES: 24}
"""Per cent of answers to papers that were not the host's own word, over games of all personas."""
VOICES = 2
"""So many men's voices is it worth, what is usual: the company is drawn, and errs."""


class Imagined(NamedTuple):
    """One of the men who might sit there, and what he does with the paper."""

    state: State
    """At the moment of his answer."""
    answer: str
    likely: int


def company(rules: Rules, state: State) -> tuple[Suspect, ...]:
    """Return the men a claimant may suppose opposite, each with his likelihood."""
    # A believer remembers; a copy of one that was never asked makes the same of the same view.
    return copy(_believer(rules)).belief(state).suspects


@once_by_rules
def _believer(rules: Rules) -> Believer:
    return Believer(rules, hears=Exact)


@once_by_rules
def _official(rules: Rules) -> Official:
    return Official(rules)


def imagined(
    rules: Rules, state: State, decision: Decision, among: Sequence[Suspect] = ()
) -> Iterator[Imagined]:
    """Yield every man who might sit there with his answer to a claimant's sitting.

    `among` is the company, where it was asked for before.
    """
    official = _official(rules)
    for at, suspect in enumerate(among or company(rules, state)):
        if not suspect.likely:
            continue
        before = guess(state, suspect, at, "coach")
        now = rules.follow(before, decision)
        while now.phase == Phase.SCENE and now.seat == HOST:
            now = rules.follow(now, _asked(rules, official, now))
        answered = _asked(rules, official, now)
        yield Imagined(now, kind_of(answered), suspect.likely)


def _asked(rules: Rules, official: Official, state: State) -> Decision:
    return official.choose(rules.seen_by(HOST, state), rules.legal_decisions(state))


def kind_of(decision: Decision) -> str:
    """Return which of `ANSWERS` a host's decision is.

    >>> kind_of(Decision("consult")), kind_of(Decision("break-off"))
    ('signs', 'refuses')
    """
    if decision.verb in ("accept", "sign-to-disown", "consult"):
        return SIGNS
    return COUNTERS if decision.paper is not None else REFUSES


def shares(
    rules: Rules, state: State, paper: Package | None, men: Sequence[Imagined]
) -> dict[str, int]:
    """Return how likely each of `ANSWERS` is, of a thousand; `state` is the claimant's sitting.

    The fewer men are left who fit what was said, the more counts what is usual; and while the
    one thing is unnamed, any need that his words bear out may be his.
    """
    counts = {answer: sum([m.likely for m in men if m.answer == answer]) for answer in ANSWERS}
    total = sum(counts.values())
    if all(man.state.kept for man in men):
        return {answer: 1000 * count // total for answer, count in counts.items()}
    fitting = total * total // sum([m.likely * m.likely for m in men])
    found = tempered(counts, USUAL, voices=fitting, worth=VOICES)
    if paper is None or state.heard_need >= 0:
        return found
    lost = found[SIGNS] * barred(rules, state, paper) // 1000
    others = max(1, found[COUNTERS] + found[REFUSES])
    return {
        SIGNS: found[SIGNS] - lost,
        COUNTERS: found[COUNTERS] + lost * found[COUNTERS] // others,
        REFUSES: found[REFUSES] + lost * found[REFUSES] // others,
    }


def barred(rules: Rules, state: State, paper: Package) -> int:
    """Return how many of the needs that his words bear out a paper fails, of a thousand."""
    words = [d.paper for d in state.transcript[1::2] if d.paper is not None]
    table = rules.table
    needs = [
        need
        for need in table.needs[HOST][: table.drawn_needs[HOST]]
        if all(word[need.issue] in need.allows for word in words)
    ]
    unmet = sum(paper[need.issue] not in need.allows for need in needs)
    return 1000 * unmet // max(1, len(needs))


def most(men: Sequence[Imagined], holds: Callable[[Imagined], bool], per_cent: int = 50) -> bool:
    """Return whether something holds of so many of the men, each by his likelihood."""
    total = sum([man.likely for man in men])
    return 100 * sum([man.likely for man in men if holds(man)]) >= per_cent * total
