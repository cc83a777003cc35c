"""How a forecast hears: no more is concluded from an answer than follows from it.

A coarse word may pass by far what he wants, and a paper that he did not sign may have lacked
little; face, trust, credit and news are reckoned as they stood when he answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.negotiation import Package, value
from game.policy.hearing import NO_END, Hearing, HeldOutFor
from game.policy.official import Official
from game.policy.recalling import recalled
from game.rules import Rules, mind, terms
from game.rules.moment import Moment
from game.state import HOST, Decision, Man, State

SELDOM = 5
"""So many times less likely is a man who, as he is imagined, would have answered otherwise."""
STEP = 300
"""Hundredths that he wants more at least who refused where he is imagined to have found a word."""


class Exact(Hearing):
    """Hears what follows, and no more."""

    hears_anew = True

    def __init__(self, rules: Rules) -> None:
        super().__init__(rules)
        self._official = Official(rules)

    def stood(
        self, state: State, heard: Sequence[Decision], first: int, man: Man
    ) -> Iterator[State]:
        """Yield the state as it was before each sitting."""
        yield from recalled(self.rules, state, heard, man)[first:]

    def held_out_for(self, now: Moment, man: Man, his: Decision) -> HeldOutFor:
        """Return the least and the most that he can have wanted who answered so.

        A paper that he did not sign was not enough, nor was a word that asks a step less than his;
        his word was.
        """
        least, most = -NO_END, NO_END
        if now.paper is None or his.verb in ("accept", "consult"):
            return HeldOutFor(least, most)
        if mind.meets_need(man, now.paper):
            least = mind.host_worth(now, self.table, now.paper) + 1
        walk = self.rules.walk(HOST, now)
        if his.verb == "refuse" and self._finds_a_word(now, man, walk):
            return HeldOutFor(self._want(now, walk) + STEP, most)
        if his.paper is not None:
            courtesy = self.table.tempers[HOST][man.temper].courtesy
            most = value(his.paper, man.utility) + mind.felt(now, courtesy)
            spared = self._spared(now, man, his.paper)
            if spared is not None:
                least = max(least, most - spared + 1)
        return HeldOutFor(min(least, most), most)

    def _would(self, now: Moment, man: Man, his: Decision, walk: int, held: HeldOutFor) -> int:
        """Return how well an answer fits a man, the word that he would have found looked for."""
        fit = super()._would(now, man, his, walk, held)
        if his.verb == "refuse":
            otherwise = held.least > self._want(now, walk)
        else:
            otherwise = his.paper is not None and self._finds_a_word(now, man, walk) is False
        return fit // SELDOM if otherwise else fit

    def _finds_a_word(self, now: Moment, man: Man, walk: int) -> bool | None:
        """Return whether a man finds a word near the paper, by the official's rule.

        `None` where he does not look for one: he signs, it is his ruin, or he heard a last word.
        """
        if now.paper is None or now.wager == terms.LAST_WORD:
            return None
        want, worth = self._want(now, walk), mind.host_worth(now, self.table, now.paper)
        if worth < walk - terms.RUIN or (worth >= want and mind.meets_need(man, now.paper)):
            return None
        return self._official.counter(now, man, want) is not None

    def _want(self, now: Moment, walk: int) -> int:
        return walk + mind.host_hope(now, self.table)

    def still_hoped(self, now: Moment, man: Man, his: Decision, walk: int, held: HeldOutFor) -> int:
        """Return what he hopes for by the rules, or what is nearest to it by his answer."""
        want = self._want(now, walk)
        hope: int = max(0, now.hope[HOST] + min(held.most, max(held.least, want)) - want)
        is_called = now.wager == terms.LAST_WORD and his.verb == "refuse"
        return hope + terms.CALLED_HOPE if is_called else hope

    def _spared(self, now: Moment, man: Man, word: Package) -> int | None:
        """Return the least that a word could have asked less, in hundredths of his.

        Only what he would rather have said: he asks for what costs the claimant least, as he
        reckons it, and gladly for what costs nothing.
        """
        paper, rows = now.paper, man.utility.worth
        changed = [i for i, (mine, his) in enumerate(zip(paper, word, strict=True)) if mine != his]
        costs = {i: self._official.cost(now, man, i, paper[i], word[i]) for i in changed}
        total = sum(costs.values())
        spared = []
        for i in changed:
            row, mine, his = rows[i], paper[i], word[i]
            for option, worth in enumerate(row):
                if not row[mine] <= worth < row[his]:
                    continue
                if i == man.need_issue and option not in man.need_allows:
                    continue
                more = self._official.cost(now, man, i, mine, option) - costs[i]
                if more <= terms.TROUBLE * (option == mine) and total + more >= 0:
                    spared.append(row[his] - worth)
        return min(spared, default=None)
