"""What a paper is likely to be worth in the end: the court's mood is not known, only its range."""

from __future__ import annotations

from functools import lru_cache
from itertools import starmap
from operator import add

from game.negotiation import Package, Utility, value
from game.rules import Rules, court
from game.rules.lasting import once_by_rules
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
        self._rules, self._reads_court = rules, reads_court
        self._coercion = max(0, rules.walk_unmenaced(state) - rules.walk(HOST, state))
        self._memorial = state.memorial
        walk = rules.walk(CLAIMANT, state)
        self._leaves = court.Leaves(state._replace(sitting=sitting), rules.table, walk)
        self._known: dict[Package, int] = {}

    def of(self, paper: Package) -> int:
        """Return what a paper should be worth, in hundredths."""
        known = self._known.get(paper)
        if known is None:
            known = self._known[paper] = self._reckoned(paper)
        return known

    def _reckoned(self, paper: Package) -> int:
        if not self._reads_court:
            return self._leaves.of(paper, Verdict.RATIFIED)
        fates = _fates(self._rules, (paper, self._coercion, self._memorial))
        return self._leaves.by_fate(paper, fates) // len(MOODS)


Signed = tuple[Package, int, frozenset[int]]
"""A paper, hundredths of it that are taken by menace, and what the memorial says."""
Fates = tuple[tuple[Verdict, int], ...]
"""What may become of it, each with the number of moods in which it does."""
MOST_FATES = 1 << 14
"""Papers whose fates are kept: plays by the same rules meet most of them time and again."""


def _fates(rules: Rules, signed: Signed) -> Fates:
    known = _fates_known(rules)
    fates = known.get(signed)
    if fates is None:
        if len(known) >= MOST_FATES:
            known.clear()
        fates = known[signed] = _read(rules, *signed)
    return fates


@once_by_rules
def _fates_known(rules: Rules) -> dict[Signed, Fates]:
    """Return what keeps the fates of papers; whoever asks fills it."""
    return {}


def _read(rules: Rules, paper: Package, coercion: int, memorial: frozenset[int]) -> Fates:
    rule = rules.scenario.table.court
    leans = court.leanings(rules.table, paper, coercion, memorial)
    supports = court.supports(leans, _crises(rules))
    become = [court.verdict(each, rule.ratified, rule.silence) for each in supports]
    return tuple([(verdict, become.count(verdict)) for verdict in Verdict if verdict in become])


@once_by_rules
def _crises(rules: Rules) -> tuple[int, ...]:
    """Return how near ruin the court feels in each of its moods, in points."""
    danger, mood = rules.known_crisis, rules.scenario.table.court.mood
    return tuple(max(0, min(100, danger + ninths * mood // 9)) for ninths in MOODS)


EXCHANGES = (25, 40, 60, 80, 100, 130, 180, 260, 450)
"""Hundredths of a point of ours given for each point of his: from hard to generous."""
COURTS = (0, 20, 45)
"""Hundredths of a point of ours given for each point the court sees in the paper."""
SLACK = 150
"""Hundredths that a paper may lie behind the best known and still be worth a thought."""
MOST_ISSUES = 1 << 12
"""Issues that are kept with their best options: men who are alike in one of them are common."""


def efficient(rules: Rules, state: State, his: Utility) -> list[Package]:
    """Return papers that leave little on the table, as far as one can tell, hardest first.

    The best papers at several rates of exchange, and those that differ from one by one term.
    Worths of options taken together are reckoned at the corners only.
    """
    table, man = rules.table, state.men[CLAIMANT]
    ours = man.utility if man is not None else table.utilities[CLAIMANT]
    issues = zip(ours.worth, his.worth, table.land, table.rite, table.caution, strict=True)
    corners = dict.fromkeys(zip(*starmap(_best_options, issues), strict=True))
    worths = list(zip(ours.worth, his.worth, strict=True))
    known: dict[Package, tuple[int, Package, int]] = {}
    for paper in corners:
        our_worth, his_worth = value(paper, ours), value(paper, his)
        known[paper] = -our_worth, paper, his_worth
        for i, (our_row, his_row) in enumerate(worths):
            before, chosen, after = paper[:i], paper[i], paper[i + 1 :]
            our_rest, his_rest = our_worth - our_row[chosen], his_worth - his_row[chosen]
            for o, our_own in enumerate(our_row):
                if o != chosen:
                    neighbour = (*before, o, *after)
                    known[neighbour] = -our_rest - our_own, neighbour, his_rest + his_row[o]
    kept, best = [], -1_000_000
    for _, paper, worth in sorted(known.values()):
        if worth > best - SLACK:
            kept.append(paper)
            best = max(best, worth)
    return kept


Row = tuple[int, ...]
"""A number for each option of an issue."""


@lru_cache(MOST_ISSUES)
def _best_options(ours: Row, his: Row, land: Row, rite: Row, caution: Row) -> Row:
    """Return the best option of an issue for each weight of the court and rate of exchange."""
    scores = []
    for own, given, seen, alarm in zip(ours, his, map(add, land, rite), caution, strict=True):
        traded = [exchange * given for exchange in EXCHANGES]
        kept = [100 * (own + weigh_court * seen) - 2500 * alarm for weigh_court in COURTS]
        scores.append([worth + trade for worth in kept for trade in traded])
    return tuple([each.index(max(each)) for each in zip(*scores, strict=True)])
