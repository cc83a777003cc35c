"""The bill: what a signed paper was paid with, in lines that are never below nothing.

The claimant's gain over his walk-away is laid against the plain line: what he would have from a
man who wants so much if every issue were split alike and nothing traded, from the paper that is
best for the one to the paper that is best for the other. First comes what danger that was there
anyway had already opened on it; then what his own menace opened; then what time and argument
opened, the wear that answered his gifts set apart. The rest lies above the plain line: it was
created by trade. Each line takes only what the lines before it left, so none is negative and
together they are the gain.

>>> shares((10, 25, 40), 30)
(10, 15, 5, 0)
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from game.negotiation import Package, Utility, value
from game.rules import Rules, mind
from game.rules.changes import TRADE
from game.state import CLAIMANT, HOST, State


class Bill(NamedTuple):
    """Hundredths of points, each seat's on its own scale; the first four lines sum to `gain`."""

    danger_anyway: int
    own_menace: int
    time_and_argument: int
    trade: int
    gain: int
    """What the paper is worth to the claimant above his walk-away; never below nothing."""
    host_gain: int
    """The same for the host, above the walk-away he has with the guns there."""
    left: int
    """What the claimant could have had more from a man content with as much."""
    left_paper: Package | None
    """A paper that would have given it him; `None` where nothing was left."""
    host_left: int
    """What the host could have had more from a claimant content with as much."""
    better: Package | None
    """The nearest paper that is better for both than the one signed; `None` within two terms."""

    @property
    def joint_gain(self) -> int:
        """Return what both have above their walk-aways, each on his own scale."""
        return self.gain + self.host_gain

    @property
    def lines(self) -> tuple[int, int, int, int]:
        """Return the four lines in their order."""
        return self[:4]


def bill(rules: Rules, state: State) -> Bill:
    """Return the bill of a signed paper.

    Raises `ValueError` when nothing was signed.
    """
    treaty, claimant, host = state.treaty, state.men[CLAIMANT], state.men[HOST]
    if treaty is None or claimant is None or host is None:
        raise ValueError("there is a bill only for a paper that was signed")
    ours, theirs = claimant.utility, host.utility
    walk = rules.walk(CLAIMANT, state)
    ours_now, theirs_now = value(treaty, ours), value(treaty, theirs)
    gain = max(0, ours_now - walk)
    felt = mind.felt(state, rules.table.tempers[HOST][host.temper].courtesy)

    def untraded(wanted: int) -> int:
        """The claimant's gain from a man who wants so much, his face set apart."""
        return max(0, plain_line(ours, theirs, wanted - felt) - walk)

    anyway = rules.walk_unmenaced(state)
    menaced = rules.walk(HOST, state)
    opened = (
        untraded(anyway + host.hope),
        untraded(menaced + host.hope),
        untraded(menaced + state.hope[HOST] + state.ledger[TRADE]),
    )
    best, paper = best_for(ours, theirs, theirs_now)
    return Bill(
        *shares(opened, gain),
        gain=gain,
        host_gain=max(0, theirs_now - menaced),
        left=best - ours_now,
        left_paper=paper if best > ours_now else None,
        host_left=best_for(theirs, ours, ours_now)[0] - theirs_now,
        better=better_for_both(rules, ours, theirs, treaty),
    )


def shares(opened: tuple[int, int, int], gain: int) -> tuple[int, int, int, int]:
    """Return the four lines: each cumulative opening as far as the gain reaches, then the rest."""
    lines = []
    reached = 0
    for cumulative in opened:
        upto = min(gain, max(reached, cumulative))
        lines.append(upto - reached)
        reached = upto
    return lines[0], lines[1], lines[2], gain - reached


def plain_line(ours: Utility, theirs: Utility, they_need: int) -> int:
    """Return what we have, untraded, of what leaves them so much; never above our best paper."""
    our_best, their_best = best_paper(ours), best_paper(theirs)
    most, least = value(our_best, ours), value(their_best, ours)
    from_theirs, to_theirs = value(our_best, theirs), value(their_best, theirs)
    if they_need <= from_theirs or to_theirs <= from_theirs:
        return most
    return most - (most - least) * (they_need - from_theirs) // (to_theirs - from_theirs)


def best_paper(to: Utility) -> Package:
    """Return the paper with the best option of every issue, worths together left out."""
    return tuple(max(range(len(row)), key=row.__getitem__) for row in to.worth)


def best_for(ours: Utility, theirs: Utility, they_need: int) -> tuple[int, Package | None]:
    """Return the most a paper can be worth to us while it is worth `they_need` to them.

    The paper comes with it; 0 and `None` where no paper is worth so much to them.
    """
    enough = [point for point in efficient(ours, theirs) if point.theirs >= they_need]
    if not enough:
        return 0, None
    best = max(enough, key=lambda point: point.ours)
    return best.ours, best.options


class Point(NamedTuple):
    """What options settled so far are worth to them and to us."""

    theirs: int
    ours: int
    options: tuple[int, ...]


@lru_cache(maxsize=64)
def efficient(ours: Utility, theirs: Utility) -> tuple[Point, ...]:
    """Return the undominated papers, built issue by issue; exact, with the joints."""
    joined = sorted({i for u in (ours, theirs) for j in u.joints for i, _ in j.options})
    order = [*joined, *(i for i in range(len(ours.worth)) if i not in joined)]
    kept: dict[tuple[int, ...], list[Point]] = {(): [Point(0, 0, ())]}
    for issue in order:
        grown: dict[tuple[int, ...], list[Point]] = {}
        for together, points in kept.items():
            for option, (their, our) in enumerate(
                zip(theirs.worth[issue], ours.worth[issue], strict=True)
            ):
                key = (*together, option) if issue in joined else together
                grown.setdefault(key, []).extend(
                    Point(p.theirs + their, p.ours + our, (*p.options, option)) for p in points
                )
        kept = {key: _undominated(points) for key, points in grown.items()}
    place = [order.index(issue) for issue in range(len(order))]
    papers = [
        tuple(point.options[at] for at in place) for points in kept.values() for point in points
    ]
    return tuple(_undominated([Point(value(p, theirs), value(p, ours), p) for p in papers]))


def _undominated(points: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in sorted(points, reverse=True):
        if not kept or point.ours > kept[-1].ours:
            kept.append(point)
    return kept


def better_for_both(
    rules: Rules, ours: Utility, theirs: Utility, treaty: Package
) -> Package | None:
    """Return the nearest paper, within two terms, by which both are the better.

    Of equally near ones it is the paper whose lesser gain is greatest.
    """
    best, best_gain = None, 0
    ours_now, theirs_now = value(treaty, ours), value(treaty, theirs)
    near = {treaty}
    for _ in range(2):
        near |= {
            (*p[:i], o, *p[i + 1 :])
            for p in near
            for i, n in enumerate(rules.table.sizes)
            for o in range(n)
        }
        for paper in sorted(near):
            our, their = value(paper, ours) - ours_now, value(paper, theirs) - theirs_now
            if our > 0 and their > 0 and min(our, their) > best_gain:
                best, best_gain = paper, min(our, their)
        if best is not None:
            return best
    return best
