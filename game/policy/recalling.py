"""How the talks stood before each sitting, as a claimant recalls it who was there.

A view keeps what was decided before both, and how all stands today. What the acts since have done
to face, trust and credit is taken off again; what scenes did counts as having stood from the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules import Rules, answer, sitting
from game.rules.host_acts import host_deeds
from game.rules.moment import Moment
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Man, State

EVEN = 50
"""Points from which a sitting moves face, trust and credit either way without reaching an end."""


def recalled(rules: Rules, state: State, heard: Sequence[Decision], man: Man) -> list[State]:
    """Return the state before each sitting that is over, the first one first.

    `man` is whoever is supposed to have sat there: most acts move every man alike.
    """
    stood = [_before(rules, state, heard[:at], at // 2 + 1) for at in range(0, len(heard) - 1, 2)]
    face, trust, credibility = state.face, state.trust, state.credibility
    for at in reversed(range(len(stood))):
        moved = _moved(rules, stood[at], heard[2 * at], heard[2 * at + 1], man)
        face, trust, credibility = (
            max(0, min(100, level - by))
            for level, by in zip((face, trust, credibility), moved, strict=True)
        )
        stood[at] = stood[at]._replace(face=face, trust=trust, credibility=credibility)
    return stood


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


def as_laid(rules: Rules, now: Moment, decision: Decision) -> Decision:
    """Return a sitting as the act that it is: whoever takes a word lays it down again."""
    if decision.verb != "accept":
        return decision
    return Decision("tactic", rules.choices.lay, (), now.word)


def is_called(now: Moment, his: Decision) -> bool:
    """Return whether a last word, said in the sitting that was held, is called by an answer."""
    return now.wager == 2 and his.verb == "refuse"


def _before(rules: Rules, state: State, heard: Sequence[Decision], at: int) -> State:
    """Return the state with papers, words, questions and acts as they lay before a sitting."""
    table = rules.table
    paper = previous = word = None
    asked: set[int] = set()
    grounds: set[int] = set()
    memorial: set[int] = set()
    used = [0] * len(state.used)
    pressure, question = 0, -1
    for ours, his in zip(heard[::2], heard[1::2], strict=True):
        laid = word if ours.verb == "accept" else ours.paper
        if laid is not None:
            previous, paper = paper, laid
        word = his.paper
        for decision in (ours, his):
            if decision.name:
                used[table.by_id[decision.name].index] += 1
        act = table.by_id[ours.name] if ours.name else None
        kind = act.kind if act is not None else ""
        pressure += act is not None and act.presses
        if kind == ActKind.ASK:
            asked.add(table.issues.index(ours.about[0]))
        elif kind == ActKind.TELL and table.issues.index(ours.about[0]) == question:
            question = -1
        elif kind == ActKind.ARGUE:
            grounds.add(next(i for i, g in enumerate(table.grounds) if g.id == ours.about[0]))
        elif kind == ActKind.MEMORIAL:
            memorial.add(next(i for i, m in enumerate(table.memorial) if m.id == ours.about[0]))
        if his.name and table.by_id[his.name].kind == ActKind.ASK:
            question = table.issues.index(his.about[0])
    return _without_news(
        rules,
        state._replace(
            sitting=at,
            paper=paper,
            previous=previous,
            word=word,
            asked=frozenset(asked),
            grounds=frozenset(grounds),
            memorial=frozenset(memorial),
            question=question,
            wager=0,
            pressure=pressure,
            used=tuple(used),
        ),
        state.sitting,
    )


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
