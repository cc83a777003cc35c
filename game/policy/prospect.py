"""What a paper is likely to be worth in the end: the court's mood is not known, only its range."""

from __future__ import annotations

from game.negotiation import Package, Utility, value
from game.rules import Rules, court
from game.state import CLAIMANT, HOST, State, Verdict

MOODS = range(-8, 9, 2)
"""Ninths of the range by which the crisis may look better or worse: nine even chances."""


def prospect(
    rules: Rules, state: State, paper: Package, sitting: int, *, reads_court: bool = True
) -> int:
    """Return what a paper signed at a sitting should be worth in the end, in hundredths.

    A claimant who does not read the court takes the paper for the treaty.
    """
    return Prospects(rules, state, sitting, reads_court=reads_court).of(paper)


class Prospects:
    """What papers signed at one moment should be worth in the end; each is reckoned once."""

    def __init__(
        self, rules: Rules, state: State, sitting: int, *, reads_court: bool = True
    ) -> None:
        self.rules = rules
        self.walk = rules.walk(CLAIMANT, state)
        self._state = state._replace(sitting=sitting)
        self._reads_court = reads_court
        self._coercion = max(0, rules.walk_unmenaced(state) - rules.walk(HOST, state))
        mood = rules.scenario.table.court.mood
        self._crises = [
            max(0, min(100, rules.known_crisis + ninths * mood // 9)) for ninths in MOODS
        ]
        self._known: dict[Package, int] = {}

    def of(self, paper: Package) -> int:
        """Return what a paper should be worth, in hundredths."""
        known = self._known.get(paper)
        if known is None:
            known = self._known[paper] = self._reckoned(paper)
        return known

    def _reckoned(self, paper: Package) -> int:
        table, walk = self.rules.table, self.walk
        signed = self._state._replace(treaty=paper)
        if not self._reads_court:
            return court.claimant_lasting(signed, table, walk, Verdict.RATIFIED)
        rule = self.rules.scenario.table.court
        leans = court.leanings(table, paper, self._coercion, signed.memorial)
        total = 0
        lasting: dict[Verdict, int] = {}
        for support in court.supports(leans, self._crises):
            become = court.verdict(support, rule.ratified, rule.silence)
            if become not in lasting:
                lasting[become] = court.claimant_lasting(signed, table, walk, become)
            total += lasting[become]
        return total // len(MOODS)


EXCHANGES = (25, 40, 60, 80, 100, 130, 180, 260, 450)
"""Hundredths of a point of ours given for each point of his: from hard to generous."""
COURTS = (0, 20, 45)
"""Hundredths of a point of ours given for each point the court sees in the paper."""
SLACK = 150
"""Hundredths that a paper may lie behind the best known and still be worth a thought."""


def efficient(
    rules: Rules, state: State, his: Utility, need: tuple[int, frozenset[int]]
) -> list[Package]:
    """Return papers that leave little on the table, as far as one can tell, hardest first.

    The best papers at several rates of exchange, and those that differ from one by one term.
    Worths of options taken together are reckoned at the corners only.
    """
    table = rules.table
    man = state.men[CLAIMANT]
    ours = man.utility if man is not None else table.utilities[CLAIMANT]
    issue, allows = need
    open_options = [
        sorted(allows) if i == issue else list(range(n)) for i, n in enumerate(table.sizes)
    ]
    corners: dict[Package, None] = {}
    for weigh_court in COURTS:
        for exchange in EXCHANGES:
            corner = []
            for i, row in enumerate(ours.worth):
                his_row, land, rite = his.worth[i], table.land[i], table.rite[i]
                caution = table.caution[i]
                scores = [
                    100 * row[o]
                    + exchange * his_row[o]
                    + 100 * weigh_court * (land[o] + rite[o])
                    - 2500 * caution[o]
                    for o in open_options[i]
                ]
                corner.append(open_options[i][scores.index(max(scores))])
            corners[tuple(corner)] = None
    known: dict[Package, tuple[int, int]] = {}
    for paper in corners:
        our_worth, his_worth = value(paper, ours), value(paper, his)
        for i, options in enumerate(open_options):
            our_row, his_row, here = ours.worth[i], his.worth[i], paper[i]
            for o in options:
                known[(*paper[:i], o, *paper[i + 1 :])] = (
                    our_worth + our_row[o] - our_row[here],
                    his_worth + his_row[o] - his_row[here],
                )
    kept, best = [], -1_000_000
    for paper, (_, his_worth) in sorted(known.items(), key=lambda item: (-item[1][0], item[0])):
        if his_worth > best - SLACK:
            kept.append(paper)
            best = max(best, his_worth)
    return kept
