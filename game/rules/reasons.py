"""Why the host answered as he did: the terms of the formula that decided, and nothing else.

A reason is computed from the numbers at the moment of the answer; the sentence that is printed
is bound to its terms, so that it cannot say what the numbers do not bear out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from game.rules import mind, terms
from game.rules.engine import Rules
from game.state import HOST, Decision, State


class Because(StrEnum):
    """What decided an answer."""

    NO_PAPER = "no-paper"
    PATIENCE = "patience-spent"
    FACE = "face-lost"
    OWN_WORD = "his-own-word"
    ENOUGH = "better-than-no-paper"
    GUNS = "refusing-has-become-worse"
    POWERS = "beyond-his-powers"
    NEED = "the-one-thing-is-missing"
    RUIN = "ruin"
    TOO_FAR = "last-word-too-far"
    SHORT = "short-of-what-he-hopes"
    AGAINST = "against-his-own-reckoning"


class Reason(NamedTuple):
    """Why, with the terms that bear it out; values in hundredths of the host's points."""

    because: Because
    worth: int
    """What the paper is worth to him, face and authorship included; 0 without a paper."""
    walk: int
    walk_unmenaced: int
    want: int
    weighs: tuple[int, ...]
    """Issues that weigh most against the paper, or that a counter asks for, heaviest first."""
    gives: tuple[int, ...] = ()
    """Issues on which a counter gives what the claimant had asked for."""


def reason(rules: Rules, state: State, decision: Decision) -> Reason:
    """Return why the host decides so in this state; of a person it says what the numbers say."""
    table = rules.table
    man = state.men[HOST]
    if man is None:
        raise ValueError("reasons need the host himself")
    walk = rules.walk(HOST, state)
    unmenaced = rules.walk_unmenaced(state)
    want = walk + mind.host_hope(state, table)
    paper = state.paper
    worth = 0 if paper is None else mind.host_worth(state, table, paper)
    needed = paper is None or mind.meets_need(man, paper)

    def because(why: Because, weighs: tuple[int, ...] = (), gives: tuple[int, ...] = ()) -> Reason:
        return Reason(why, worth, walk, unmenaced, want, weighs, gives)

    if decision.verb == "break-off":
        return because(Because.PATIENCE if state.patience <= 0 else Because.AGAINST)
    if decision.verb == "fall-ill":
        return because(Because.FACE if state.face < terms.ILL else Because.AGAINST)
    if paper is None:
        return because(Because.NO_PAPER)
    rows = man.utility.worth
    if decision.verb in ("accept", "sign-to-disown"):
        if state.kept:
            return because(Because.OWN_WORD)
        if not needed or worth < want:
            return because(Because.AGAINST)
        return because(Because.GUNS if worth < unmenaced else Because.ENOUGH)
    if decision.verb == "consult":
        return because(Because.POWERS)
    if decision.paper is not None:
        word = decision.paper
        asks = [i for i, row in enumerate(rows) if row[word[i]] > row[paper[i]]]
        gives = [i for i, o in enumerate(word) if o != paper[i] and i not in asks]
        asks.sort(key=lambda i: rows[i][paper[i]] - rows[i][word[i]])
        return because(Because.SHORT if needed else Because.NEED, tuple(asks), tuple(gives))
    lacking = sorted(
        (i for i, row in enumerate(rows) if max(row) > row[paper[i]]),
        key=lambda i: rows[i][paper[i]] - max(rows[i]),
    )
    weighs = tuple(lacking[:2])
    if state.wager == terms.LAST_WORD:
        return because(Because.TOO_FAR, weighs)
    if worth < walk - terms.RUIN:
        return because(Because.RUIN, weighs)
    if not needed:
        return because(Because.NEED, (man.need_issue,))
    return because(Because.SHORT if worth < want else Because.AGAINST, weighs)
