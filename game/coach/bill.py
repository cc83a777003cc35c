"""The bill: what a signed paper was paid with, in lines that are never below nothing.

The claimant's gain over his walk-away is laid against what the frontier would have given him from
a man who wanted so much. First comes what danger that was there anyway had already opened; then
what his own menace opened; then what time and argument opened; the rest of the gain was created
by trade. Each line takes only what the lines before it left, so none is negative and together
they are the gain.

>>> shares((10, 25, 40), 30)
(10, 15, 5, 0)
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from game.negotiation import Package, Utility, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, State


class Bill(NamedTuple):
    """Hundredths of the claimant's points; the first four lines sum to `gain`."""

    danger_anyway: int
    own_menace: int
    time_and_argument: int
    trade: int
    gain: int
    """What the paper is worth to the claimant above his walk-away."""
    joint_gain: int
    """What both seats together have above their walk-aways, each on its own scale."""
    left: int
    """What the claimant could have had more from a man content with as much."""
    better: Package | None
    """A paper that is better for both than the one signed; `None` where there is none."""


def bill(rules: Rules, state: State) -> Bill:
    """Return the bill of a signed paper.

    Raises `ValueError` when nothing was signed.
    """
    treaty, claimant, host = state.treaty, state.men[CLAIMANT], state.men[HOST]
    if treaty is None or claimant is None or host is None:
        raise ValueError("there is a bill only for a paper that was signed")
    ours, theirs = claimant.utility, host.utility
    walk = rules.walk(CLAIMANT, state)
    gain = max(0, value(treaty, ours) - walk)
    felt = mind.felt(state, rules.table.tempers[HOST][host.temper].courtesy)

    def most(wanted: int) -> int:
        """The claimant's gain from a man who wants so much, his face set apart."""
        return max(0, most_for(rules, ours, theirs, wanted - felt) - walk)

    anyway = rules.walk_unmenaced(state)
    menaced = rules.walk(HOST, state)
    hope = host.hope
    opened = (
        most(anyway + hope),
        most(menaced + hope),
        most(menaced + state.hope[HOST]),
    )
    lines = shares(opened, gain)
    theirs_now = value(treaty, theirs)
    return Bill(
        *lines,
        gain=gain,
        joint_gain=gain + max(0, theirs_now - menaced),
        left=max(0, most_for(rules, ours, theirs, theirs_now) - value(treaty, ours)),
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


def most_for(rules: Rules, ours: Utility, theirs: Utility, they_need: int) -> int:
    """Return the most a paper can be worth to us while it is worth `they_need` to them."""
    return max((our for their, our in _steps(ours, theirs) if their >= they_need), default=0)


@lru_cache(maxsize=64)
def _steps(ours: Utility, theirs: Utility) -> tuple[tuple[int, int], ...]:
    """Return the undominated (their, our) values, issue by issue; exact, with the joints."""
    kept: dict[tuple[int, ...], list[tuple[int, int]]] = {(): [(0, 0)]}
    joined = sorted({i for u in (ours, theirs) for j in u.joints for i, _ in j.options})
    order = [*joined, *(i for i in range(len(ours.worth)) if i not in joined)]
    for issue in order:
        grown: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        for chosen, points in kept.items():
            for option in range(len(ours.worth[issue])):
                key = (*chosen, option) if issue in joined else chosen
                more = (theirs.worth[issue][option], ours.worth[issue][option])
                grown.setdefault(key, []).extend((t + more[0], o + more[1]) for t, o in points)
        kept = {key: _undominated(points) for key, points in grown.items()}
    together = []
    for chosen, points in kept.items():
        settled = dict(zip(joined, chosen, strict=True))
        extra = [
            sum(j.worth for j in u.joints if all(settled[i] == o for i, o in j.options))
            for u in (theirs, ours)
        ]
        together += [(t + extra[0], o + extra[1]) for t, o in points]
    return tuple(_undominated(together))


def _undominated(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    best, kept = None, []
    for theirs, ours in sorted(points, reverse=True):
        if best is None or ours > best:
            best = ours
            kept.append((theirs, ours))
    return kept


def better_for_both(
    rules: Rules, ours: Utility, theirs: Utility, treaty: Package
) -> Package | None:
    """Return the paper within two terms that is best for both together, both the better for it."""
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
