"""What was said before both, heard with one man after another in mind.

Each sitting is held once more as if he sat there: what it would have done to him, and how well
what was really answered fits him.
"""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation import Package, value
from game.policy.recalling import as_laid, is_called
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


class Hearing:
    """Holds sittings once more, by one set of rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.table = rules.table

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
            least, most = self._held_out_for(now, suspect.man, his)
            want = walk + mind.host_hope(now, self.table)
            fit = self._would(now, suspect.man, his, walk, max(least - want, want - most, 0))
            hope = max(0, now.hope[HOST] + min(most, max(least, want)) - want)
            if is_called(now, his):
                hope += terms.CALLED_HOPE
            likely = suspect.likely * fit // 100
            after.append(Suspect(suspect.man, hope, now.ledger, now.ladder, now.shown, 0, likely))
        most = max(s.likely for s in after)
        if most <= 0:
            return tuple(s.as_likely(old.likely) for s, old in zip(after, company, strict=True))
        return tuple([s.as_likely(s.likely * BELIEVABLE // most) for s in after])

    def _held_out_for(self, now: Moment, man: Man, his: Decision) -> tuple[int, int]:
        """Return the least and the most that he can have wanted who answered so.

        A paper that he did not sign was not enough, nor was a word that asks a step less than his;
        his word was.
        """
        least, most = -NO_END, NO_END
        if now.paper is None or his.verb in ("accept", "consult"):
            return least, most
        if mind.meets_need(man, now.paper):
            least = mind.host_worth(now, self.table, now.paper) + 1
        if his.paper is not None:
            courtesy = mind.felt(now, self.table.tempers[HOST][man.temper].courtesy)
            worth = value(his.paper, man.utility)
            most = worth + courtesy
            spared = self._spared(man, now.paper, his.paper)
            if spared is not None:
                least = max(least, most - spared + 1)
        return min(least, most), most

    def _spared(self, man: Man, paper: Package, word: Package) -> int | None:
        """Return the least that a word could have asked less of a paper, in hundredths of his."""
        spared = None
        for issue, (mine, his) in enumerate(zip(paper, word, strict=True)):
            row, rank = man.utility.worth[issue], self.table.rank[issue]
            if row[his] <= row[mine]:
                continue
            for option, worth in enumerate(row):
                if issue == man.need_issue and option not in man.need_allows:
                    continue
                if row[mine] <= worth < row[his] and (option == mine or rank[option] > rank[his]):
                    by = row[his] - worth
                    spared = by if spared is None else min(spared, by)
        return spared

    def _would(self, now: Moment, man: Man, his: Decision, walk: int, off: int) -> int:
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
            asks_need = needed or his.paper[man.need_issue] in man.need_allows
            return fit * DOUBT // (DOUBT + off) if asks_need else 0
        return fit
