"""The search: a claimant who plays every promising decision out against the men he believes in.

He sees his own view only. What he would decide as an integrative negotiator stands first; other
papers and other acts are tried beside it against the same men, with the same luck, each play going
on to its end as an integrative negotiator would play it. Few men judge all of them, more the best.
The budget is fixed, so that he decides the same for the same view on every machine. A sitting costs
him some sixty plays to the end, half a second; a whole play of Six Days costs three seconds, where
the integrative takes a thirtieth of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate, islice
from math import isqrt

from game.negotiation import Package
from game.policy.belief import Believer
from game.policy.craft import Craft
from game.policy.guess import NO_LUCK, guess
from game.policy.hearing import BELIEVABLE, Suspect
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.planning import Plan
from game.policy.prospect import MOODS, efficient
from game.rules import Rules
from game.rules.fortune import fortune
from game.rules.legal import Legal
from game.state import CLAIMANT, Decision, Phase, Reply, State, View

FEW, MANY = 4, 16
"""Men who judge every candidate, and men who judge the best of them."""
LEFT = 2
"""Candidates that are judged by many, his first thought apart."""
ACTS = 3
"""Acts of his agenda that are tried."""
COMPANY = 12
"""Men that he keeps in mind while he plays on in thought."""


class Search:
    """Plays the claimant for one set of rules."""

    def __init__(self, rules: Rules, craft: Craft | None = None) -> None:
        self.rules = rules
        self._first = Integrative(rules, craft)
        self._in_thought = Integrative(rules, craft)
        self._in_thought.believer = Believer(rules, COMPANY)
        self._official = Official(rules)

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the decision that did best; his first thought where none did better."""
        state = view.state
        first = self._first.choose(view, legal)
        if state.phase != Phase.SITTING or state.reply == Reply.CONSULTS:
            return first
        tried = list(dict.fromkeys(self._candidates(state, legal, first)))
        if len(tried) < 2:
            return first
        # What was heard so far is weighed once, and not again in every play to come.
        self._in_thought.believer.belief(state)
        men = self._men(state)
        few, more = men[:: MANY // FEW], [m for at, m in enumerate(men) if at % (MANY // FEW)]
        sums = {decision: self._summed(decision, few) for decision in tried}
        others = sorted(tried[1:], key=lambda decision: -sums[decision])[:LEFT]
        judged = {d: sums[d] + self._summed(d, more) for d in (first, *others)}
        return max(judged, key=lambda decision: judged[decision])

    def _candidates(self, state: State, legal: Legal, first: Decision) -> Iterator[Decision]:
        """Yield decisions that are worth a thought, his first one before all others."""
        yield first
        accept = Decision("accept")
        if accept in legal:
            yield accept
        him = self._first.believer.belief(state)
        plan = Plan(self.rules, self._first.craft, state, him)
        goal = plan.goal()
        agenda = list(self._first.agenda(state, him, goal.paper))
        lay = Decision("tactic", self.rules.choices.lay)
        act = first._replace(paper=None) if first.verb == "tactic" else (agenda or [lay])[0]
        papers: list[Package | None] = [goal.paper, plan.step(goal), None]
        papers += self._near(state, plan, first.paper or state.paper or goal.paper)
        for paper in papers:
            for doing in (act, lay):
                decision = doing._replace(paper=paper)
                if decision in legal:
                    yield decision
                    break
        for other in islice(agenda, ACTS):
            decision = other._replace(paper=first.paper)
            if decision in legal:
                yield decision

    def _near(self, state: State, plan: Plan, paper: Package) -> list[Package]:
        """Return papers a little harder and a little softer than one, of those that waste least."""
        papers = efficient(self.rules, state, plan.him.utility)
        here = plan.prospect(paper)
        harder = [p for p in papers if plan.prospect(p) > here]
        softer = [p for p in papers if plan.prospect(p) < here]
        return [*harder[-1:], *harder[-3:-2], *softer[:1], *softer[2:3]]

    def _men(self, state: State) -> list[State]:
        """Return what he sees, completed with each of many men as likely as they are."""
        suspects = [s for s in self._first.believer.belief(state).suspects if s.likely]
        # Whoever is sure of his man is wrong too often: the unlikely count for more than they are.
        weights = [isqrt(BELIEVABLE * suspect.likely) for suspect in suspects]
        up_to = list(accumulate(weights))
        places = [(2 * at + 1) * up_to[-1] // (2 * MANY) for at in range(MANY)]
        men = [suspects[bisect_right(up_to, place)] for place in places]
        return [self._guessed(state, man, at) for at, man in enumerate(men)]

    def _guessed(self, state: State, suspect: Suspect, at: int) -> State:
        key = f"search {at}"
        drawn = fortune(self.rules.scenario, key, news_can_come=not state.news)
        if drawn.news_sitting <= state.sitting:
            drawn = drawn._replace(news_sitting=0)
        return guess(state, suspect, at, "search", drawn)

    def _summed(self, decision: Decision, men: Sequence[State]) -> int:
        return sum([self._played_out(decision, man) for man in men])

    def _played_out(self, decision: Decision, state: State) -> int:
        """Return the lasting value of a decision against one man, in hundredths."""
        rules = self.rules
        ours = copy(self._in_thought)
        ours.believer = copy(ours.believer)
        state = rules.follow(state, decision)
        while state.ended is None:
            policy = ours if state.seat == CLAIMANT else self._official
            view = rules.seen_by(state.seat, state)
            state = rules.follow(state, policy.choose(view, rules.legal_decisions(state)))
        return self._left_with(state)

    def _left_with(self, state: State) -> int:
        """Return what a play that is over leaves him with, over all moods that the court may have.

        In hundredths. A rare verdict counts for what it is, and not for whether it was drawn.
        """
        rules, widest = self.rules, self.rules.scenario.table.court.mood
        moods = [ninths * widest // 9 for ninths in MOODS]
        if state.heard_mood is not None or state.treaty is None:
            moods = [state.heard_mood or 0]
        total = 0
        for mood in moods:
            outcome = rules.outcome(state._replace(fortune=NO_LUCK._replace(mood=mood)))
            if outcome is None:
                raise AssertionError("the talks are over")
            total += outcome.lasting[CLAIMANT]
        return total // len(moods)
