"""How personas hear at a table: by rule of thumb.

A word is taken for little more than the least he would sign, and a paper that he did not sign for
clearly too little; of how things stood before, only what was laid down and said is remembered. Who
hears so is wary, and helps the man write home before he thinks him ripe.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.negotiation import value
from game.policy.hearing import NO_END, Hearing, HeldOutFor
from game.policy.recalling import said_before
from game.rules import mind, terms
from game.rules.moment import Moment
from game.state import HOST, Decision, Man, State

REACHES = 150
"""Hundredths by which a word usually passes what he wants."""


class Rough(Hearing):
    """Hears by rule of thumb."""

    def stood(
        self, state: State, heard: Sequence[Decision], first: int, man: Man
    ) -> Iterator[State]:
        """Yield the state with the papers, words and questions as they lay before each sitting.

        Face, trust and the rest stay as they are now: they differ by little within a few sittings.
        """
        unused = (0,) * len(state.used)
        for at in range(first, len(heard) // 2):
            said = said_before(self.rules, heard[: 2 * at])
            yield state._replace(sitting=at + 1, wager=0, pressure=0, used=unused, **said._asdict())

    def held_out_for(self, now: Moment, man: Man, his: Decision) -> HeldOutFor:
        """Return that he wanted no more than his word, and less by little."""
        if his.paper is None:
            return HeldOutFor(-NO_END, NO_END)
        courtesy = self.table.tempers[HOST][man.temper].courtesy
        word = value(his.paper, man.utility) + mind.felt(now, courtesy)
        return HeldOutFor(word - terms.PREMIUM, word)

    def still_hoped(self, now: Moment, man: Man, his: Decision, walk: int, held: HeldOutFor) -> int:
        """Return what he hopes for whose word reached it by little, or who did not sign enough."""
        hope = now.hope[HOST] if his.paper is None else max(0, held.most - REACHES - walk)
        if now.paper is None or his.verb in ("accept", "consult"):
            return hope
        if not mind.meets_need(man, now.paper):
            return hope
        return max(hope, mind.host_worth(now, self.table, now.paper) + terms.PREMIUM - walk)
