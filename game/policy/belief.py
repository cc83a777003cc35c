"""What a claimant believes of the man opposite, after all that was said before both.

Keeps a company of men who might sit there, drawn as a seed draws them but with luck of its own;
each answer at the table makes those who would not have given it less likely. What he was told
is taken at its word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import mul

from game.negotiation import Package, Utility, value
from game.policy.heard_roughly import Rough
from game.policy.hearing import BELIEVABLE, Hearing, Suspect
from game.rules import Rules
from game.state import HOST, Decision, Man, State

COMPANY = 64
"""How many men are kept in mind."""


Told = tuple[int, tuple[int, ...]]
"""The need and the weights that were told, as the claimant's state holds them."""
UNTOLD: Told = (-1, ())


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

    def __init__(
        self, rules: Rules, company: int = COMPANY, hears: Callable[[Rules], Hearing] = Rough
    ) -> None:
        self.rules = rules
        self.table = rules.table
        self._hearing = hears(rules)
        self._company = rules.men.company(HOST, company, "belief")
        self._kept: tuple[Told, tuple[Decision, ...], tuple[Suspect, ...]] | None = None

    def belief(self, state: State) -> Belief:
        """Return what to believe in a state seen by the claimant."""
        company = self._seen(self._after(state), state.heard_temper)
        walks = {
            shown: self.rules.formulas.walk(HOST, state._replace(shown=shown))
            for shown in {s.shown for s in company}
        }
        suspects = tuple([self._told(s, state, walks[s.shown]) for s in company])
        likely = [s.likely for s in suspects]
        total = max(1, sum(likely))
        issues = zip(*[s.man.utility.worth for s in suspects], strict=True)
        rows = [
            tuple([sum(map(mul, likely, worths)) // total for worths in zip(*rows, strict=True)])
            for rows in issues
        ]
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
        told: Told = (state.heard_need, state.learned) if self._hearing.hears_anew else UNTOLD
        men = self._company
        if self._hearing.hears_anew:
            men = tuple(self._man_told(man, state) for man in men)
        company: tuple[Suspect, ...] = tuple(
            Suspect(m, m.hope, (0, 0, 0, 0), -1_000_000, 0, 0, BELIEVABLE) for m in men
        )
        if self._kept is not None:
            known, heard, kept = self._kept
            if known == told and transcript[: len(heard)] == heard:
                start, company = len(heard), kept
        whole = len(transcript) // 2 * 2
        stood = self._hearing.stood(state, transcript, start // 2, company[0].man)
        sittings = zip(transcript[start:whole:2], transcript[start + 1 : whole : 2], strict=True)
        for before, (ours, his) in zip(stood, sittings, strict=True):
            company = self._hearing.sat(company, before, ours, his)
        self._kept = (told, transcript[:whole], company)
        return company

    def _seen(self, company: tuple[Suspect, ...], temper: int) -> tuple[Suspect, ...]:
        """Return who is left once it was seen of what temperament he is; -1 is not seen yet.

        Where nobody who was likely is of it, everybody of it is as likely: what was seen outweighs
        what was made of his answers.
        """
        if temper < 0:
            return company
        others = tuple(s if s.man.temper == temper else s.as_likely(0) for s in company)
        if any(s.likely for s in others):
            return others
        return tuple(s.as_likely(BELIEVABLE * (s.man.temper == temper)) for s in company)

    def _told(self, suspect: Suspect, state: State, walk: int) -> Suspect:
        """Return the man as he must be if what he said is true.

        `walk` is the common man's walk-away today, had he been shown what this one was.
        """
        man, hope, ledger, ladder, shown, _, likely = suspect
        want = walk + man.nerve + hope
        return Suspect(self._man_told(man, state), hope, ledger, ladder, shown, want, likely)

    def _man_told(self, man: Man, state: State) -> Man:
        """Return the man with the weights and the need that were told."""
        if not any(state.learned) and state.heard_need < 0:
            return man
        common = self.table.utilities[HOST]
        worth = []
        cost = self.table.need_costs[HOST]
        if state.heard_need >= 0:
            need = self.table.needs[HOST][state.heard_need]
            issue, allows = need.issue, need.allows
        else:
            issue, allows = man.need_issue, man.need_allows
        for i, row in enumerate(common.worth):
            weight = state.learned[i] or man.weights[i]
            scaled = tuple([v * weight // 100 for v in row])
            if i == issue:
                scaled = tuple([v if o in allows else v - cost for o, v in enumerate(scaled)])
            worth.append(scaled)
        return man._replace(
            utility=Utility(tuple(worth), common.joints), need_issue=issue, need_allows=allows
        )
