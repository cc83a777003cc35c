"""Simple claimants and hosts: they draw lots, follow a line, or press."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation import Package, value
from game.policy.claim import least
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.rules.luck import lots_of
from game.rules.mind import Now
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Decision, Phase, Reply, State, View

MOMENTS = lots_of(2048, "random", "policy", "moments")
"""A lot for every moment of a play of up to a hundred sittings.

A play's own lot times a moment's, without the lowest bits, looks drawn anew: multiplicative
hashing, several times as cheap as a draw (Dietzfelbinger and others 1997).
"""
FOLD = 16
"""Bits of such a product that are too regular."""
LATE = 2
"""Sittings before the last one from which who bargains hard signs another's word."""


class Random:
    """Draws lots among what is legal: first the act, then whether a paper goes along, and which.

    Its luck has keys of its own and never disturbs the game's.
    """

    def __init__(self, rules: Rules, key: str = "") -> None:
        self._lot = lots_of(1, key, "policy", "random")[0]

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return a decision drawn by lot; the same for the same moment of a play."""
        return self.drawn(view.state, legal)

    def drawn(self, state: Now, legal: Legal) -> Decision:
        """Return the same without a view: of what a view hides, the lot asks nothing."""
        # What came before tells this moment from every other of the same play.
        moment = len(state.transcript) << 3 | state.phase
        heads = legal.heads
        number, at = divmod(self._lot * MOMENTS[moment] >> FOLD, len(heads))
        head = heads[at]
        count = head.papers.count
        if head.bare and (number & 1 or not count):
            return head.alone
        return head.with_nth((number >> 1) % count)


class Script:
    """Follows a fixed line of sittings; the last one is repeated. Scenes take the first choice.

    Where a decision of the line is not legal, its paper is laid down alone.
    """

    def __init__(self, rules: Rules, line: Sequence[Decision]) -> None:
        self.rules = rules
        self.line = tuple(line)

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the line's decision for this sitting."""
        state = view.state
        if state.phase in (Phase.SCENE, Phase.CALLED):
            return legal.heads[-1].with_paper(None)
        if state.reply == Reply.CONSULTS and state.word is not None:
            return Decision("accept")
        decision = self.line[min(state.sitting, len(self.line)) - 1]
        if decision in legal:
            return decision
        if decision.paper is not None:
            return Decision("tactic", self.rules.choices.lay, (), decision.paper)
        return _harmless(legal)


class Hard:
    """Bargains hard: asks for nearly everything to the end, presses, gives little and late.

    He moves down his papers only for a word of the host's, and never below what he can walk away
    to: who gives him nothing gets nothing. Another's word he signs near the end, and not before.
    """

    def __init__(
        self,
        rules: Rules,
        press: tuple[str, ...],
        papers: Sequence[Package],
        holds: int = 0,
    ) -> None:
        self.rules = rules
        self.press = press
        self.papers = tuple(papers)
        self.signs_from = rules.table.sittings - LATE
        self.holds = holds
        """Per cent of his hope that a paper must be worth above his walk-away."""

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return the next hard decision."""
        state = view.state
        if state.phase in (Phase.SCENE, Phase.CALLED):
            return legal.heads[-1].with_paper(None)
        if state.word is not None and (
            state.reply == Reply.CONSULTS
            or (state.sitting >= self.signs_from and self._worth_having(state.word, state))
        ):
            return Decision("accept")
        paper = None
        if state.sitting >= 2:
            worth_it = [paper for paper in self.papers if self._worth_having(paper, state)]
            papers = worth_it or self.papers[:1]
            step = min((state.sitting - 2) * 2 // 3, words_heard(state), len(papers) - 1)
            paper = papers[step]
        for decision in self._agenda(state):
            if decision._replace(paper=paper) in legal:
                return decision._replace(paper=paper)
        if paper is not None:
            return Decision("tactic", self.rules.choices.lay, (), paper)
        return _harmless(legal)

    def _worth_having(self, paper: Package, state: State) -> bool:
        man = state.men[CLAIMANT]
        return man is not None and value(paper, man.utility) > least(self.rules, state, self.holds)

    def _agenda(self, state: State) -> list[Decision]:
        table = self.rules.table
        agenda = []
        if state.sitting >= 3:
            done = state.pressure
            if done < len(self.press):
                agenda.append(Decision("tactic", self.press[done]))
        argue = table.acts_of(CLAIMANT).get(ActKind.ARGUE)
        if argue is not None:
            agenda += [
                Decision("tactic", argue.id, (ground.id,))
                for g, ground in enumerate(table.grounds)
                if g not in state.grounds and len(state.grounds) < 4
            ]
        return agenda


def words_heard(state: State) -> int:
    """Return how many papers of his own the host has answered with so far."""
    return sum(decision.paper is not None for decision in state.transcript[1::2])


def _harmless(legal: Legal) -> Decision:
    bare: list[Head] = [h for h in legal.heads if h.bare and h.verb == "tactic"]
    return bare[0].with_paper(None) if bare else legal.heads[0].nth(0)
