"""One answer of the host with his numbers reckoned anew, apart from the rules' own reasons."""

from __future__ import annotations

from functools import cached_property

from game.negotiation import Package, Utility
from game.rules import Rules, terms
from game.state import CLAIMANT, HOST, Man
from tests.proof.games import Step


class Answer:
    """One answer of the host, with his numbers reckoned anew; values in hundredths."""

    def __init__(self, rules: Rules, step: Step) -> None:
        self.rules = rules
        self.step = step
        self.before, self.after = step.before, step.turn.state
        self.decision = step.decision
        host, claimant = step.before.men[HOST], step.before.men[CLAIMANT]
        assert host is not None
        assert claimant is not None
        self.host: Man = host
        self.claimant: Man = claimant

    @property
    def paper(self) -> Package:
        """The paper before him."""
        assert self.before.paper is not None
        return self.before.paper

    @property
    def word(self) -> Package:
        """The word he gives."""
        assert self.decision.paper is not None
        return self.decision.paper

    @cached_property
    def worth(self) -> int:
        """What the paper is worth to him: its points, his face, the hand that wrote it."""
        temper = self.rules.table.tempers[HOST][self.host.temper]
        felt = 20 * (self.before.face - 50) * temper.courtesy // 100
        foreign = 10 * max(0, terms.OPEN - self.before.trust)
        own = self.paper == self.before.word
        return worth(self.paper, self.host.utility) + felt - (0 if own else foreign)

    @property
    def worth_at_even_face(self) -> int:
        """What it would be worth to him with a face that adds nothing and takes nothing."""
        temper = self.rules.table.tempers[HOST][self.host.temper]
        return self.worth - 20 * (self.before.face - 50) * temper.courtesy // 100

    def walk(self, shown: int) -> int:
        """His walk-away, had so much menace been shown."""
        now = self.before._replace(shown=shown)
        return self.rules.formulas.walk(HOST, now) + self.host.nerve

    @cached_property
    def want(self) -> int:
        """What a paper must be worth to him: an open ultimatum counts his wear once more."""
        hope = self.before.hope[HOST]
        if self.before.wager:
            again = self.rules.table.tempers[HOST][self.host.temper].again
            hope = max(0, hope - max(0, self.host.hope - hope) * again // 100)
        return self.walk(self.before.shown) + hope

    @property
    def want_without_last_word(self) -> int:
        """What it would have to be worth had no ultimatum been given."""
        return self.walk(self.before.shown) + self.before.hope[HOST]

    def lacks_need(self, paper: Package) -> bool:
        """Return whether the one thing is missing in a paper."""
        issue = self.host.need_issue
        return issue >= 0 and paper[issue] not in self.host.need_allows

    def gap(self, issue: int) -> int:
        """Return what the paper leaves him short of his best on an issue."""
        row = self.host.utility.worth[issue]
        return max(row) - row[self.paper[issue]]

    def better_for_us(self) -> int:
        """Return by how much his word is better for the claimant than his last."""
        assert self.before.said is not None
        ours = self.claimant.utility
        return worth(self.word, ours) - worth(self.before.said, ours)


def worth(paper: Package, to: Utility) -> int:
    """Return what a package is worth, reckoned term by term."""
    alone = sum(row[o] for row, o in zip(to.worth, paper, strict=True))
    return alone + sum(j.worth for j in to.joints if all(paper[i] == o for i, o in j.options))
