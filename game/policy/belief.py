"""What a claimant believes of the man opposite, after all that was said before both.

Keeps a company of men who might sit there, drawn as a seed draws them but with luck of its own;
each answer at the table makes those who would not have given it less likely. What he was told
is taken at its word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.negotiation import Package, Utility, value
from game.rules import Rules, mind, sitting, terms
from game.rules.moment import Moment
from game.state import CLAIMANT, HOST, Decision, Man, State

COMPANY = 64
"""How many men are kept in mind."""
DOUBT = 700
"""Hundredths by which a man's numbers may miss an answer before he becomes half as likely."""
REACHES = 150
"""Hundredths by which a word usually passes what he wants."""
BELIEVABLE = 1000


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


@dataclass(frozen=True, slots=True)
class Belief:
    """The company as it stands; means are weighed by likelihood, in hundredths."""

    suspects: tuple[Suspect, ...]
    utility: Utility
    """What packages are worth to the man one expects."""
    tempers: tuple[int, ...]
    """Per cent for each temperament of his chair."""

    def worth(self, paper: Package) -> int:
        """Return what a paper is supposed to be worth to him."""
        return value(paper, self.utility)


class Believer:
    """Forms beliefs for one set of rules; remembers the company it had after each sitting."""

    def __init__(self, rules: Rules, company: int = COMPANY) -> None:
        self.rules = rules
        self.table = rules.table
        self._company = rules.men.company(HOST, company, "belief")
        self._kept: tuple[tuple[Decision, ...], tuple[Suspect, ...]] | None = None

    def belief(self, state: State) -> Belief:
        """Return what to believe in a state seen by the claimant."""
        suspects = tuple(self._told(s, state) for s in self._after(state))
        total = max(1, sum([s.likely for s in suspects]))
        rows = []
        for i, n in enumerate(self.table.sizes):
            rows.append(
                tuple(
                    sum([s.likely * s.man.utility.worth[i][o] for s in suspects]) // total
                    for o in range(n)
                )
            )
        tempers = [0] * len(self.table.tempers[HOST])
        for s in suspects:
            tempers[s.man.temper] += s.likely
        return Belief(
            suspects,
            Utility(tuple(rows), self.table.utilities[HOST].joints),
            tuple(100 * t // total for t in tempers),
        )

    def _after(self, state: State) -> tuple[Suspect, ...]:
        """Return the company after the transcript, from the last one that is remembered."""
        transcript = state.transcript
        start = 0
        company: tuple[Suspect, ...] = tuple(
            Suspect(m, m.hope, (0, 0, 0, 0), -1_000_000, 0, 0, BELIEVABLE) for m in self._company
        )
        if self._kept is not None and transcript[: len(self._kept[0])] == self._kept[0]:
            start, company = len(self._kept[0]), self._kept[1]
        for at in range(start, len(transcript) - 1, 2):
            company = self._sat(company, state, transcript[: at + 2], at // 2 + 1)
        whole = len(transcript) // 2 * 2
        self._kept = (transcript[:whole], company)
        return company

    def _sat(
        self, company: tuple[Suspect, ...], state: State, heard: tuple[Decision, ...], at: int
    ) -> tuple[Suspect, ...]:
        """Hold one sitting with every man in mind and see who would have answered so."""
        ours, his = heard[-2:]
        before = _public(self.rules, state, heard[:-2], at)
        after = []
        for suspect in company:
            now = Moment(
                before._replace(
                    men=(state.men[CLAIMANT], suspect.man),
                    hope=(0, suspect.hope),
                    ledger=suspect.ledger,
                    ladder=suspect.ladder,
                    shown=suspect.shown,
                )
            )
            walk = self.rules.walk(HOST, now)
            decision = ours
            if decision.verb == "accept":
                decision = Decision("tactic", self.rules.choices.lay, (), now.word)
            sitting.hold(now, self.table, decision, self.rules.formulas.force(now), walk, None)
            likely = suspect.likely * self._would(now, suspect.man, his) // 100
            hope = now.hope[HOST]
            if his.paper is not None:
                hope = self._hope_behind(now, suspect.man, his.paper)
            hope = max(hope, self._hope_beyond(now, suspect.man, his))
            after.append(Suspect(suspect.man, hope, now.ledger, now.ladder, now.shown, 0, likely))
        most = max(s.likely for s in after)
        if most <= 0:
            return tuple(
                s._replace(likely=old.likely) for s, old in zip(after, company, strict=True)
            )
        return tuple(s._replace(likely=s.likely * BELIEVABLE // most) for s in after)

    def _hope_behind(self, now: Moment, man: Man, word: Package) -> int:
        """Return what a man must still hope for if he gave this word: it reached it, by little."""
        courtesy = self.table.tempers[HOST][man.temper].courtesy
        reached = value(word, man.utility) + mind.felt(now, courtesy) - REACHES
        return max(0, reached - self.rules.walk(HOST, now))

    def _hope_beyond(self, now: Moment, man: Man, his: Decision) -> int:
        """Return what a man must still hope for who did not sign a paper with all he needs."""
        if now.paper is None or his.verb in ("accept", "consult"):
            return 0
        if not mind.meets_need(man, now.paper):
            return 0
        walk = self.rules.walk(HOST, now)
        return max(0, mind.host_worth(now, self.table, now.paper) + terms.PREMIUM - walk)

    def _would(self, now: Moment, man: Man, his: Decision) -> int:
        """Return how well, in per cent, an answer fits a man."""
        fit = 100
        habit = self.table.tempers[HOST][man.temper].habit
        act = self.table.by_id.get(his.name)
        if act is not None:
            kind = act.kind
            if (kind == "tell") != (habit == "opens" and now.sitting <= 2):
                fit //= 10
            if kind == "ask" and (now.sitting == 2) != (habit == "asks"):
                fit //= 10
            if kind == "stall" and habit != "stalls":
                fit //= 20
        if now.paper is None:
            return fit
        walk = self.rules.walk(HOST, now)
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

    def _told(self, suspect: Suspect, state: State) -> Suspect:
        """Return the man as he must be if what he said, and what was seen of him, is true."""
        man = suspect.man
        if state.heard_temper not in (-1, man.temper):
            suspect = suspect._replace(likely=0)
        want = (
            self.rules.formulas.walk(HOST, state._replace(shown=suspect.shown))
            + man.nerve
            + suspect.hope
        )
        suspect = suspect._replace(want=want)
        common = self.table.utilities[HOST]
        worth = list(man.utility.worth)
        if not any(state.learned) and state.heard_need < 0:
            return suspect
        cost = self.table.need_costs[HOST]
        if state.heard_need >= 0:
            need = self.table.needs[HOST][state.heard_need]
            issue, allows = need.issue, need.allows
        else:
            issue, allows = man.need_issue, man.need_allows
        for i, row in enumerate(common.worth):
            weight = state.learned[i] or man.weights[i]
            scaled = tuple(v * weight // 100 for v in row)
            if i == issue:
                scaled = tuple(v if o in allows else v - cost for o, v in enumerate(scaled))
            worth[i] = scaled
        other = man._replace(
            utility=Utility(tuple(worth), common.joints), need_issue=issue, need_allows=allows
        )
        return suspect._replace(man=other)


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
        if kind == "ask":
            asked.add(table.issues.index(ours.about[0]))
        elif kind == "argue":
            grounds.add(next(i for i, g in enumerate(table.grounds) if g.id == ours.about[0]))
        elif kind == "memorial":
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
