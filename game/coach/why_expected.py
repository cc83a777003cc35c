"""Why an answer of the host's is to be expected: a sentence that holds of the numbers.

The first that holds is told, from what decides alone down to what is only likely.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.coach.company import REFUSES, SIGNS, Imagined, barred, most
from game.coach.persons import kind_of, opposite
from game.coach.words_for import issue_label, listed
from game.negotiation import Package
from game.rules import Rules, mind, terms
from game.state import CLAIMANT, HOST, State

DECIDES = 25
"""Per cent of the men who would sign but for an unnamed need, from which that is the reason."""


class Reasons:
    """Reasons for what the men who might sit there would answer to a paper."""

    def __init__(self, rules: Rules, state: State, paper: Package, men: Sequence[Imagined]) -> None:
        self._rules, self._state, self._paper, self._men = rules, state, paper, men
        self._host = opposite(rules, CLAIMANT)
        self._is_barred = state.heard_need < 0 and barred(rules, state, paper)

    def of(self, answer: str) -> str:
        """Return why to expect one of `ANSWERS`, in a sentence."""
        if answer == SIGNS and most(self._men, lambda man: man.state.kept):
            return f"Because it is {self._host.his} own word, and {self._host.he} keeps it."
        return (
            self._named_is_missing()
            or (self._signs() if answer == SIGNS else "")
            or (self._refuses_outright() if answer == REFUSES else "")
            or self._unnamed_is_missing()
            or (self._refuses_for_want() if answer == REFUSES else "")
            or self._asked_more()
            or self._falls_short()
            or f"Because the {kind_of((self._host,))} who might sit there differ, and you have "
            "heard little from this one."
        )

    def _named_is_missing(self) -> str:
        if self._state.heard_need < 0:
            return ""
        need = self._rules.table.needs[HOST][self._state.heard_need]
        if self._paper[need.issue] in need.allows:
            return ""
        return f"Because the one thing {self._host.he} has named is not in it."

    def _signs(self) -> str:
        host = self._host
        if self._state.heard_need >= 0:
            return f"Because it holds the one thing {host.he} has named, and enough besides."
        enough = f"Because it should be enough for {host.him}"
        if self._is_barred:
            return f"{enough}, unless it lacks a thing {host.he} has not named."
        cannot = self._rules.table.words.cannot_do_without
        return f"{enough}, whatever the one thing is that {host.he} {cannot}."

    def _refuses_outright(self) -> str:
        """Return what has him refuse whatever he would ask for: his state, or how far it is off."""
        men, host = self._men, self._host
        if most(men, lambda man: man.state.patience <= 0):
            return f"Because {host.his} patience is at an end."
        if most(men, lambda man: man.state.face < terms.ILL):
            will = self._rules.table.words.consent.will
            return (
                f"Because {host.he} has been so affronted that {host.he} cannot be seen to {will}."
            )
        if most(men, self._is_ruined):
            return f"Because it is worth far less to {host.him} than no paper at all."
        if most(men, self._can_call):
            return (
                f"Because a last word so far from what {host.he} wants is one {host.he} can call."
            )
        return ""

    def _unnamed_is_missing(self) -> str:
        if not (self._is_barred and most(self._men, self._wants_only_that, DECIDES)):
            return ""
        cannot = self._rules.table.words.cannot_do_without
        return f"Because you do not know the one thing {self._host.he} {cannot}."

    def _refuses_for_want(self) -> str:
        if not most(self._men, lambda man: self._lacks(man) or self._short(man) > 0):
            return ""
        host, asks = self._host, self._asks()
        given = _given(self._rules, self._state.paper, self._paper)
        if asks and given.issuperset(asks):
            return (
                f"Because it is still short of what {host.he} seems to want, and {host.he} does "
                f"not ask back at once what has just been given {host.him} on {self._about(asks)}."
            )
        return (
            f"Because it is short of what {host.he} seems to want, and no word near it would "
            "mend that."
        )

    def _asked_more(self) -> str:
        asks = self._asks()
        if not asks or self._state.word is None:  # a word that was withdrawn asks for nothing
            return ""
        return f"Because {self._host.his} last word asked more than this on {self._about(asks)}."

    def _falls_short(self) -> str:
        wants = f"what {self._host.he} seems to want"
        if most(self._men, lambda man: self._short(man) > terms.MOST_A_SITTING):
            return f"Because it is still more than a sitting's talk away from {wants}."
        if most(self._men, lambda man: self._short(man) > 0):
            return f"Because it falls a little short of {wants}."
        return ""

    # What is asked of each of the men.

    def _short(self, man: Imagined) -> int:
        """Return by how much the paper is worth less to him than he wants, in hundredths."""
        worth = mind.host_worth(man.state, self._rules.table, self._paper)
        return self._rules.want(man.state) - worth

    def _lacks(self, man: Imagined) -> bool:
        host = man.state.men[HOST]
        return host is not None and not mind.meets_need(host, self._paper)

    def _is_ruined(self, man: Imagined) -> bool:
        return self._short(man) - mind.host_hope(man.state, self._rules.table) > terms.RUIN

    def _can_call(self, man: Imagined) -> bool:
        is_said = man.state.wager == terms.LAST_WORD
        return is_said and (self._lacks(man) or self._short(man) > terms.WAGER)

    def _wants_only_that(self, man: Imagined) -> bool:
        """Whether the paper would be enough for him with the one thing in it."""
        host, table = man.state.men[HOST], self._rules.table
        if host is None or not self._lacks(man):
            return False
        mended = [_with(self._paper, host.need_issue, option) for option in host.need_allows]
        want = self._rules.want(man.state)
        return any(mind.host_worth(man.state, table, text) >= want for text in mended)

    # What is asked of the papers.

    def _asks(self) -> list[int]:
        """Return the issues on which his last word leaves the claimant less, dearest first."""
        said, paper = self._state.said, self._paper
        if said is None:
            return []
        ours = self._rules.table.utilities[CLAIMANT].worth
        asks = [i for i, row in enumerate(ours) if row[said[i]] < row[paper[i]]]
        return sorted(asks, key=lambda i: ours[i][said[i]] - ours[i][paper[i]])

    def _about(self, asks: Sequence[int]) -> str:
        return listed([issue_label(self._rules.scenario, i) for i in asks[:2]])


def _with(paper: Package, issue: int, option: int) -> Package:
    return (*paper[:issue], option, *paper[issue + 1 :])


def _given(rules: Rules, last: Package | None, paper: Package) -> set[int]:
    """Return the issues on which a paper gives more than the last one."""
    ranks = zip(rules.table.rank, last or paper, paper, strict=True)
    return {issue for issue, (rank, old, new) in enumerate(ranks) if rank[new] < rank[old]}
