"""What was said before both, heard with one man after another in mind.

Each sitting is held once more as if he sat there: what it would have done to him, and how well
what was really answered fits him. What is concluded from an answer is left to the ear that hears.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.rules import Rules, mind, sitting, terms
from game.rules.moment import Moment
from game.scenario.people_model import Habit
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Man, State

DOUBT = 700
"""Hundredths by which a man's numbers may miss an answer before he becomes half as likely."""
NO_END = 1_000_000
"""Hundredths beyond all that anybody can want."""
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


class HeldOutFor(NamedTuple):
    """Between what a man's want must have lain who answered so, his face included."""

    least: int
    most: int


class Hearing(ABC):
    """Holds sittings once more, by one set of rules."""

    hears_anew = False
    """Who is told of a need or a weight hears again, with that in mind, all that was said."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.table = rules.table

    @abstractmethod
    def stood(
        self, state: State, heard: Sequence[Decision], first: int, man: Man
    ) -> Iterator[State]:
        """Yield how things stood before each sitting that is over, from the first asked for on.

        `first` counts from 0. `man` is whoever is supposed to have sat there.
        """

    @abstractmethod
    def held_out_for(self, now: Moment, man: Man, his: Decision) -> HeldOutFor:
        """Return what an answer says of what he wanted who gave it."""

    @abstractmethod
    def still_hoped(self, now: Moment, man: Man, his: Decision, walk: int, held: HeldOutFor) -> int:
        """Return what he must still hope for above his walk-away who answered so, in hundredths."""

    def sat(
        self, company: tuple[Suspect, ...], before: State, ours: Decision, his: Decision
    ) -> tuple[Suspect, ...]:
        """Hold one sitting as things stood before it with every man in mind; hear him answer."""
        after = []
        for suspect in company:
            now = Moment(before)
            now.men = before.men[CLAIMANT], suspect.man
            now.hope = 0, suspect.hope
            now.ledger, now.ladder, now.shown = suspect.ledger, suspect.ladder, suspect.shown
            walk = self.rules.walk(HOST, now)
            decision = as_laid(self.rules, now, ours)
            sitting.hold(now, self.table, decision, self.rules.formulas.force(now), walk, None)
            walk = self.rules.walk(HOST, now)
            held = self.held_out_for(now, suspect.man, his)
            likely = suspect.likely * self._would(now, suspect.man, his, walk, held) // 100
            hope = self.still_hoped(now, suspect.man, his, walk, held)
            after.append(Suspect(suspect.man, hope, now.ledger, now.ladder, now.shown, 0, likely))
        most = max(s.likely for s in after)
        if most <= 0:
            return tuple(s.as_likely(old.likely) for s, old in zip(after, company, strict=True))
        return tuple([s.as_likely(s.likely * BELIEVABLE // most) for s in after])

    def _would(self, now: Moment, man: Man, his: Decision, walk: int, held: HeldOutFor) -> int:
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
            off = max(held.least - want, want - held.most, 0)
            asks_need = needed or his.paper[man.need_issue] in man.need_allows
            return fit * DOUBT // (DOUBT + off) if asks_need else 0
        return fit


def as_laid(rules: Rules, now: Moment, decision: Decision) -> Decision:
    """Return a sitting as the act that it is: whoever takes a word lays it down again."""
    if decision.verb != "accept":
        return decision
    return Decision("tactic", rules.choices.lay, (), now.word)
