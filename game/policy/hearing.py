"""What was said before both, heard with one man after another in mind.

Each sitting is held once more as if he sat there: what it would have done to him, and how well
what was really answered fits him.
"""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation import Package, value
from game.rules import Rules, mind, sitting, terms
from game.rules.moment import Moment
from game.scenario.people_model import Habit
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Man, State

DOUBT = 700
"""Hundredths by which a man's numbers may miss an answer before he becomes half as likely."""
REACHES = 150
"""Hundredths by which a word usually passes what he wants."""
BELIEVABLE = 1000
"""The likelihood of the likeliest man."""


class Suspect(NamedTuple):
    """One man who might sit there, with what the talks so far would have done to him."""

    man: Man
    hope: int
    ledger: tuple[int, int, int, int]
    """What wore his hope so far: trade, talk, the clock, menace."""
    ladder: int
    shown: int
    want: int
    """What a paper must be worth to him today, his face left out."""
    likely: int
    """Relative likelihood, 0 to `BELIEVABLE`."""

    def as_likely(self, likely: int) -> Suspect:
        """Return the same man, so likely."""
        return Suspect(*self[:-1], likely)


class Hearing:
    """Holds sittings once more, by one set of rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.table = rules.table

    def sat(
        self, company: tuple[Suspect, ...], state: State, heard: tuple[Decision, ...], at: int
    ) -> tuple[Suspect, ...]:
        """Hold one sitting with every man in mind and see who would have answered so."""
        ours, his = heard[-2:]
        before = _public(self.rules, state, heard[:-2], at)
        after = []
        for suspect in company:
            now = Moment(before)
            now.men = state.men[CLAIMANT], suspect.man
            now.hope = 0, suspect.hope
            now.ledger, now.ladder, now.shown = suspect.ledger, suspect.ladder, suspect.shown
            walk = self.rules.walk(HOST, now)
            decision = ours
            if decision.verb == "accept":
                decision = Decision("tactic", self.rules.choices.lay, (), now.word)
            sitting.hold(now, self.table, decision, self.rules.formulas.force(now), walk, None)
            walk = self.rules.walk(HOST, now)
            likely = suspect.likely * self._would(now, suspect.man, his, walk) // 100
            hope = now.hope[HOST]
            if his.paper is not None:
                hope = self._hope_behind(now, suspect.man, his.paper, walk)
            hope = max(hope, self._hope_beyond(now, suspect.man, his, walk))
            after.append(Suspect(suspect.man, hope, now.ledger, now.ladder, now.shown, 0, likely))
        most = max(s.likely for s in after)
        if most <= 0:
            return tuple(s.as_likely(old.likely) for s, old in zip(after, company, strict=True))
        return tuple([s.as_likely(s.likely * BELIEVABLE // most) for s in after])

    def _hope_behind(self, now: Moment, man: Man, word: Package, walk: int) -> int:
        """Return what a man must still hope for if he gave this word: it reached it, by little."""
        courtesy = self.table.tempers[HOST][man.temper].courtesy
        reached = value(word, man.utility) + mind.felt(now, courtesy) - REACHES
        return max(0, reached - walk)

    def _hope_beyond(self, now: Moment, man: Man, his: Decision, walk: int) -> int:
        """Return what a man must still hope for who did not sign a paper with all he needs."""
        if now.paper is None or his.verb in ("accept", "consult"):
            return 0
        if not mind.meets_need(man, now.paper):
            return 0
        return max(0, mind.host_worth(now, self.table, now.paper) + terms.PREMIUM - walk)

    def _would(self, now: Moment, man: Man, his: Decision, walk: int) -> int:
        """Return how well, in per cent, an answer fits a man."""
        fit = 100
        habit = self.table.tempers[HOST][man.temper].habit
        act = self.table.by_id.get(his.name)
        if act is not None:
            kind = act.kind
            if (kind == ActKind.TELL) != (habit == Habit.OPENS and now.sitting <= 2):
                fit //= 10
            if kind == ActKind.ASK and (now.sitting == 2) != (habit == Habit.ASKS):
                fit //= 10
            if kind == ActKind.STALL and habit != Habit.STALLS:
                fit //= 20
        if now.paper is None:
            return fit
        want = walk + mind.host_hope(now, self.table)
        worth = mind.host_worth(now, self.table, now.paper)
        needed = mind.meets_need(man, now.paper)
        if his.verb == "refuse":
            if worth < walk - terms.RUIN:
                return fit
            return fit // 2 if worth < want or not needed else fit // 8
        if his.paper is not None:
            if worth >= want and needed:
                fit //= 8
            if not mind.meets_need(man, his.paper):
                return fit // 20
            word = value(his.paper, man.utility) + mind.felt(
                now, self.table.tempers[HOST][man.temper].courtesy
            )
            off = max(want - word, word - want - terms.PREMIUM, 0)
            asks_need = needed or his.paper[man.need_issue] in man.need_allows
            return fit * DOUBT // (DOUBT + off) if asks_need else 0
        return fit


def _public(rules: Rules, state: State, heard: tuple[Decision, ...], at: int) -> State:
    """Return the state with the papers, words and questions as they lay before a sitting.

    Face, trust and the rest stay as they are now: they differ by little within a few sittings.
    """
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
            asked.add(table.issues.index(ours.about[0]))
        elif kind == ActKind.ARGUE:
            grounds.add(next(i for i, g in enumerate(table.grounds) if g.id == ours.about[0]))
        elif kind == ActKind.MEMORIAL:
            memorial.add(next(i for i, m in enumerate(table.memorial) if m.id == ours.about[0]))
    return state._replace(
        sitting=at,
        paper=paper,
        previous=previous,
        word=word,
        asked=frozenset(asked),
        grounds=frozenset(grounds),
        memorial=frozenset(memorial),
        wager=0,
        pressure=0,
        used=(0,) * len(state.used),
    )
