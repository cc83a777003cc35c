"""How the talks stood before each sitting, as a claimant recalls it who was there.

A view keeps what was decided before both, and how all stands today. What the acts since have done
to face, trust and credit is taken off again; what scenes did counts as having stood from the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.negotiation import Package
from game.policy.hearing import as_laid
from game.rules import Rules, answer, sitting
from game.rules.host_acts import host_deeds
from game.rules.moment import Moment
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Man, State

EVEN = 50
"""Points from which a sitting moves face, trust and credit either way without reaching an end."""


class Said(NamedTuple):
    """What lay on the table and had been spoken of; each is a field of a state."""

    paper: Package | None
    previous: Package | None
    word: Package | None
    asked: frozenset[int]
    grounds: frozenset[int]
    memorial: frozenset[int]


def said_before(rules: Rules, heard: Sequence[Decision]) -> Said:
    """Return what was said in some sittings from the first on."""
    table = rules.table
    paper = previous = word = None
    asked: set[int] = set()
    grounds: set[int] = set()
    memorial: set[int] = set()
    for ours, his in zip(heard[::2], heard[1::2], strict=True):
        laid = word if ours.verb == "accept" else ours.paper
        if laid is not None:
            previous, paper = paper, laid
        word = his.paper
        kind = table.by_id[ours.name].kind if ours.name else ""
        if kind == ActKind.ASK:
            asked.add(table.issue(ours.about[0]))
        elif kind == ActKind.ARGUE:
            grounds.add(table.ground(ours.about[0]))
        elif kind == ActKind.MEMORIAL:
            memorial.add(table.sentence(ours.about[0]))
    return Said(paper, previous, word, frozenset(asked), frozenset(grounds), frozenset(memorial))


class Done(NamedTuple):
    """What had been done; each is a field of a state."""

    used: tuple[int, ...]
    pressure: int
    question: int


def done_before(rules: Rules, state: State, heard: Sequence[Decision]) -> Done:
    """Return what was done in some sittings from the first on."""
    table = rules.table
    used = [0] * len(state.used)
    pressure, question = 0, -1
    for at, decision in enumerate(heard):
        if not decision.name:
            continue
        act = table.by_id[decision.name]
        used[act.index] += 1
        is_his = at % 2
        if is_his and act.kind == ActKind.ASK:
            question = table.issue(decision.about[0])
        elif not is_his:
            pressure += act.presses
            if act.kind == ActKind.TELL and table.issue(decision.about[0]) == question:
                question = -1
    return Done(tuple(used), pressure, question)


def recalled(rules: Rules, state: State, heard: Sequence[Decision], man: Man) -> list[State]:
    """Return the state before each sitting that is over, the first one first.

    `man` is whoever is supposed to have sat there: most acts move every man alike.
    """
    stood = [_before(rules, state, heard[: 2 * at]) for at in range(len(heard) // 2)]
    face, trust, credibility = state.face, state.trust, state.credibility
    for at in reversed(range(len(stood))):
        moved = _moved(rules, stood[at], heard[2 * at], heard[2 * at + 1], man)
        face, trust, credibility = (
            max(0, min(100, level - by))
            for level, by in zip((face, trust, credibility), moved, strict=True)
        )
        stood[at] = stood[at]._replace(face=face, trust=trust, credibility=credibility)
    return stood


def _before(rules: Rules, state: State, heard: Sequence[Decision]) -> State:
    """Return the state with papers, words, questions and acts as they lay after some sittings."""
    said, done = said_before(rules, heard), done_before(rules, state, heard)
    before = state._replace(
        sitting=len(heard) // 2 + 1, wager=0, **said._asdict(), **done._asdict()
    )
    return _without_news(rules, before, state.sitting)


def _moved(
    rules: Rules, before: State, ours: Decision, his: Decision, man: Man
) -> tuple[int, int, int]:
    """Return by how many points a sitting and its answer moved face, trust and credit."""
    now = Moment(before._replace(face=EVEN, trust=EVEN, credibility=EVEN))
    now.men = before.men[CLAIMANT], man
    table = rules.table
    walk = rules.walk(HOST, now)
    sitting.hold(now, table, as_laid(rules, now, ours), rules.formulas.force(now), walk, None)
    if his.verb == "tactic":
        host_deeds(table)[his.name](now, his, None)
    elif his.verb == "refuse":
        answer.refuse(now, table, rules.walk(HOST, now), None)
    return now.face - EVEN, now.trust - EVEN, now.credibility - EVEN


def _without_news(rules: Rules, before: State, today: int) -> State:
    """Return a state from before the courier came, if he has: it is not kept when that was."""
    news = rules.scenario.table.news
    if not before.news or news is None:
        return before
    came = min(sum(news.sittings) // 2, today)
    if before.sitting >= came:
        return before
    danger = 100 * sum(news.danger) // 2
    return before._replace(news=False, ground_danger=max(0, before.ground_danger - danger))
