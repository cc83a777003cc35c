"""Papers that would have been better: for one at no cost to the other, or for both.

No paper is found that leaves out what a man cannot go home without, unless what was signed left it
out as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from game.negotiation import Package, Point, Utility, frontier, undominated, value
from game.rules import mind
from game.state import Man

NEVER = 10**6
"""Hundredths that an option costs which its man cannot sign at all."""
WORTH_TELLING = 200
"""Hundredths below which nobody is told what he could have had."""
PAIRS_KEPT = 512
"""Pairs of men whose papers are remembered, some kilobytes for each: whoever looks through many
plays asks for the same ones at every page."""


def bound(man: Man) -> Utility:
    """Return a man's values, with what he cannot go home with out of reach."""
    if man.need_issue < 0:
        return man.utility
    rows = list(man.utility.worth)
    rows[man.need_issue] = tuple(
        worth if option in man.need_allows else worth - NEVER
        for option, worth in enumerate(rows[man.need_issue])
    )
    return man.utility._replace(worth=tuple(rows))


def bound_beside(man: Man, paper: Package) -> Utility:
    """Return the same beside a paper; his mere values where that itself leaves his need out."""
    return bound(man) if mind.meets_need(man, paper) else man.utility


class More(NamedTuple):
    """A paper that would have given more, and how much more, in hundredths."""

    paper: Package
    more: int


def more_for(ours: Utility, theirs: Utility, paper: Package) -> More | None:
    """Return the paper that gives us most at no cost to them; `None` for less than is told."""
    best, found = best_for(ours, theirs, value(paper, theirs))
    more = best - value(paper, ours)
    return More(found, more) if found is not None and more >= WORTH_TELLING else None


def best_for(ours: Utility, theirs: Utility, they_need: int) -> tuple[int, Package | None]:
    """Return the most a paper can be worth to us while it is worth `they_need` to them.

    The paper comes with it; 0 and `None` where no paper is worth so much to them.
    """
    enough = [point for point in efficient(ours, theirs) if point.theirs >= they_need]
    if not enough:
        return 0, None
    best = max(enough, key=lambda point: point.ours)
    return best.ours, best.package


@lru_cache(maxsize=PAIRS_KEPT)
def efficient(ours: Utility, theirs: Utility) -> tuple[Point, ...]:
    """Return the undominated papers, built issue by issue; exact, with the joints."""
    joined = sorted({i for u in (ours, theirs) for j in u.joints for i, _ in j.options})
    order = [*joined, *(i for i in range(len(ours.worth)) if i not in joined)]
    kept: dict[tuple[int, ...], tuple[Point, ...]] = {(): (Point(0, 0, ()),)}
    for issue in order:
        grown: dict[tuple[int, ...], list[Point]] = {}
        for together, points in kept.items():
            for option, (their, our) in enumerate(
                zip(theirs.worth[issue], ours.worth[issue], strict=True)
            ):
                key = (*together, option) if issue in joined else together
                grown.setdefault(key, []).extend(
                    Point(p.theirs + their, p.ours + our, (*p.package, option)) for p in points
                )
        kept = {key: undominated(points) for key, points in grown.items()}
    place = [order.index(issue) for issue in range(len(order))]
    papers = (
        tuple(point.package[at] for at in place) for points in kept.values() for point in points
    )
    return frontier(papers, ours, theirs)


def better_for_both(ours: Utility, theirs: Utility, paper: Package) -> Package | None:
    """Return the nearest paper, within two clauses, by which each has more worth telling.

    Of equally near ones it is the paper whose lesser gain is greatest.
    """
    best, best_gain = None, WORTH_TELLING - 1
    ours_now, theirs_now = value(paper, ours), value(paper, theirs)
    near = {paper}
    for _ in range(2):
        near |= {
            (*p[:issue], option, *p[issue + 1 :])
            for p in near
            for issue, row in enumerate(ours.worth)
            for option in range(len(row))
        }
        for other in sorted(near):
            gain = min(value(other, ours) - ours_now, value(other, theirs) - theirs_now)
            if gain > best_gain:
                best, best_gain = other, gain
        if best is not None:
            return best
    return best
