"""What a claimant aims at in one sitting: the paper he hopes to sign, when, and by what steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from operator import getitem
from typing import NamedTuple

from game.negotiation import Package, value
from game.negotiation.value import together
from game.policy.belief import Belief
from game.policy.claim import least
from game.policy.craft import Craft
from game.policy.hearing import Suspect
from game.policy.prospect import Prospects, efficient
from game.policy.wearing import Giving, Wearing
from game.rules import Rules, court, mind
from game.state import CLAIMANT, HOST, Reply, State

MOST_AHEAD = 5
"""Sittings that he thinks ahead."""
PATIENCE_A_SITTING = 8
"""What a sitting costs of the other's patience, by guess."""
UNANSWERED = 3
"""Papers that may go by without a word of his before he gives no more: one would bid alone."""
MOST_STEPS = 2
"""Issues on which he moves in one sitting."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A paper he hopes to sign so many sittings on, and what it promises by then."""

    paper: Package
    sittings: int
    promise: int
    """Hundredths of lasting value, its dangers taken off."""


class Short(NamedTuple):
    """A man who would not sign a paper today, and what he finds lacking, in hundredths."""

    suspect: Suspect
    lacking: int
    credit: int
    """What giving him the paper wears, were there sittings enough."""


class Doubts(NamedTuple):
    """Who would not sign a paper today."""

    never: int
    """How likely are those together who cannot go home with it."""
    short: list[Short]
    giving: Giving


def held(rules: Rules, craft: Craft) -> dict[int, int]:
    """Return the options on which a craft insists, by the number of their issue."""
    table = rules.table
    numbers = ((table.issue(issue), option) for issue, option in craft.insists)
    return {issue: table.option(issue, option) for issue, option in numbers}


def unanswered(state: State) -> int:
    """Return how many papers of the claimant's have gone by since the host last gave a new word.

    To say the same again is no answer.
    """
    count, said = 0, set[Package]()
    for ours, his in zip(state.transcript[::2], state.transcript[1::2], strict=False):
        if his.paper is not None and his.paper not in said:
            count = 0
            said.add(his.paper)
        else:
            count += ours.paper is not None
    return count


class Plan:
    """Plans from one state on, with what is believed of the man opposite."""

    def __init__(self, rules: Rules, craft: Craft, state: State, him: Belief) -> None:
        self.rules, self.craft, self.state, self.him = rules, craft, state, him
        self.felt = mind.felt(state, 100) - mind.mistrust(state)
        self.wearing = Wearing(
            rules.table,
            state,
            rules.walk(HOST, state),
            argues=craft.argues,
            memorial=craft.memorial,
        )
        self.walk = rules.walk(CLAIMANT, state)
        self._prospects = Prospects(rules, state, state.sitting, reads_court=craft.reads_court)
        man = state.men[CLAIMANT]
        self._least = least(rules, state, craft.holds) if craft.holds and man else None
        self._last_worth = None if state.paper is None else him.worth(state.paper)
        self._joints = rules.table.utilities[HOST].joints
        self._company: list[Suspect] = [s for s in him.suspects if s.likely]
        self._total = max(1, sum(s.likely for s in self._company))

    def prospect(self, paper: Package) -> int:
        """Return what a paper signed today should be worth in the end, in hundredths."""
        return self._prospects.of(paper)

    def insisting(self, papers: list[Package]) -> list[Package]:
        """Return papers with every term in them on which he insists."""
        fixed = held(self.rules, self.craft)
        if not fixed:
            return papers
        kept = (tuple(fixed.get(i, o) for i, o in enumerate(paper)) for paper in papers)
        return list(dict.fromkeys(kept))

    def may_take(self, word: Package) -> bool:
        """Return whether a word holds every term on which he insists, and enough of his hope."""
        insisted = held(self.rules, self.craft).items()
        return all(word[i] == o for i, o in insisted) and self._is_enough(word)

    def _is_enough(self, paper: Package) -> bool:
        man = self.state.men[CLAIMANT]
        return self._least is None or man is None or value(paper, man.utility) >= self._least

    def _worth_it(self, papers: list[Package]) -> list[Package]:
        """Return the papers that hold enough of what he hopes for; the best one where none does."""
        enough = [paper for paper in papers if self._is_enough(paper)]
        return enough or papers[:1]

    def goal(self) -> Goal:
        """Return what to aim at: the best of signing now, or a better paper some sittings on."""
        state = self.state
        papers = efficient(self.rules, state, self.him.utility)
        spare = self.walk
        if state.word is not None:
            spare = max(spare, self.prospect(state.word))
            papers.append(state.word)
        papers = self._worth_it(self.insisting(papers))
        sittings = self.rules.table.sittings - state.sitting
        ahead = max(0, min(sittings, state.patience // PATIENCE_A_SITTING, MOST_AHEAD))
        late = [self._late(n) for n in range(ahead + 1)]
        best = Goal(state.paper or papers[-1], 0, -1_000_000)
        for paper in papers:
            promise = self.prospect(paper)
            if promise <= best.promise or not self._keeps_faith(paper):
                continue
            doubts = self._doubts(paper)
            for n, cost in enumerate(late):
                left = promise - cost
                if left <= best.promise:
                    break
                room = left - best.promise
                danger = self._danger(doubts, n + 1, left - spare, room)
                if danger < room:
                    best = Goal(paper, n, left - danger)
        return best

    def step(self, goal: Goal) -> Package | None:
        """Return the paper on the way to the goal that earns most for what it gives.

        `None` when it is better to give nothing yet: what is given before the paper holds the
        one thing is given in vain.
        """
        sittings = max(2, goal.sittings + 1)
        best = -1_000_000
        chosen: Package | None = None
        final = self.prospect(goal.paper)
        for step in self._steps(goal.paper):
            earned = self._earned(step, goal.paper, final, sittings)
            if earned > best:
                best, chosen = earned, step
        return chosen

    def _late(self, ahead: int) -> int:
        """Return what it costs to sign so many sittings on, in hundredths."""
        sitting = self.state.sitting
        past = max(0, sitting + ahead - court.SEASON) - max(0, sitting - court.SEASON)
        return 100 * past + self.craft.hurry * ahead

    def _doubts(self, paper: Package) -> Doubts:
        """Return which of the men would not sign a paper today."""
        never, short = 0, []
        giving = self.wearing.giving(self.state.paper, paper)
        joint = together(paper, self._joints)
        for suspect in self._company:
            man = suspect.man
            if man.need_issue >= 0 and paper[man.need_issue] not in man.need_allows:
                never += suspect.likely
                continue
            worth = sum(map(getitem, man.utility.worth, paper)) + joint
            lacking = suspect.want - worth - self.felt
            if lacking > 0:
                credit = self.wearing.credit(suspect, giving, suspect.ladder, worth)
                short.append(Short(suspect, lacking, credit))
        return Doubts(never, short, giving)

    def _danger(self, doubts: Doubts, sittings: int, at_stake: int, most: int) -> int:
        """Return what the chance that he will not sign takes off a paper; `most` for so much.

        A paper that falls short costs half of what is missing and a sitting more, for so much
        must be added; one without the one thing is never signed, and all is lost.
        """
        exchange, again = self.craft.exchange, 100 * self.craft.again
        lost = 100 * doubts.never * max(0, at_stake)
        limit = 100 * most * self._total
        for suspect, lacking, credit in doubts.short:
            if lost >= limit:
                return most
            missing = lacking - self.wearing.whole(suspect, doubts.giving, credit, sittings)
            if missing > 0:
                lost += suspect.likely * (missing * exchange + again)
        return lost // (100 * self._total)

    def _earned(self, step: Package | None, goal: Package, final: int, sittings: int) -> int:
        """Return what to expect, in hundredths, of laying a step today and the goal thereafter."""
        taken = 0 if step is None else self.prospect(step)
        way = self.wearing.way(step, goal)
        earned = 0
        for suspect in self._company:
            man, wants = suspect.man, suspect.want - self.felt
            may_sign = step is not None and mind.meets_need(man, step)
            may_later = mind.meets_need(man, goal)
            if not may_sign and not may_later:
                earned += suspect.likely * min(final, self.walk)
                continue
            step_worth = 0 if step is None else value(step, man.utility)
            goal_worth = value(goal, man.utility)
            here, whole = self.wearing.by_way_of(suspect, way, (step_worth, goal_worth), sittings)
            if may_sign and step_worth >= wants - here:
                earned += suspect.likely * taken
            elif not may_later:
                earned += suspect.likely * min(final, self.walk)
            else:
                short = max(0, wants - whole - goal_worth)
                earned += suspect.likely * (final - short * self.craft.exchange // 100)
        return earned // self._total

    def _steps(self, goal: Package) -> Iterator[Package | None]:
        """Yield nothing at all, and the papers between the last one and the goal."""
        paper, man = self.state.paper, self.state.men[CLAIMANT]
        alone = unanswered(self.state) >= UNANSWERED
        if alone or self.state.reply != Reply.REFUSES:
            yield None
        if alone or paper is None or paper == goal:
            return
        table = self.rules.table
        ours = man.utility.worth if man is not None else table.utilities[CLAIMANT].worth
        ways = []
        for i, (here, there) in enumerate(zip(paper, goal, strict=True)):
            if here != there:
                low, high = sorted((ours[i][here], ours[i][there]))
                between = [o for o, v in enumerate(ours[i]) if low <= v <= high and o != here]
                ways.append([(i, o) for o in dict.fromkeys([there, *between])])
        for many in range(1, MOST_STEPS + 1):
            for issues in combinations(ways, many):
                for moves in product(*issues):
                    step = list(paper)
                    for i, o in moves:
                        step[i] = o
                    if self._keeps_faith(tuple(step)) and self._is_enough(tuple(step)):
                        yield tuple(step)

    def _keeps_faith(self, paper: Package) -> bool:
        """Return whether a paper takes nothing back, on the whole, as far as one can tell."""
        return self._last_worth is None or self.him.worth(paper) >= self._last_worth
