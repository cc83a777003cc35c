"""Who would hold which land by a paper, and how much of it two papers hold differently."""

from __future__ import annotations

from collections.abc import Mapping

from game.negotiation import Package
from game.rules import Rules, settled
from game.scenario.map_model import Holder


def holders(rules: Rules, paper: Package | None) -> Mapping[str, Holder]:
    """Return who holds each region of the map by a paper; as before any, without one."""
    written, table = rules.scenario.map, rules.table
    if written is None:
        return {}
    held = {id: region.holder for id, region in written.regions.items()}
    if paper is None:
        return held
    by_paper = settled(paper, table)
    for id, issue in written.issues.items():
        change = issue.options.get(by_paper.get(id, ""))
        if change is not None and all(
            by_paper.get(other) in allowed for other, allowed in issue.given.items()
        ):
            held.update(change.holders)
    return held


def square_miles_between(rules: Rules, paper: Package | None, other: Package | None) -> int | None:
    """Return how many square miles two papers hold differently, as the map draws them.

    Two figures of it mean something. `None` where no region that differs was measured.
    """
    written = rules.scenario.map
    if written is None:
        return None
    here, there = holders(rules, paper), holders(rules, other)
    sizes = [region.square_miles for id, region in written.regions.items() if here[id] != there[id]]
    measured = [size for size in sizes if size is not None]
    return None if sizes and not measured else two_figures(sum(measured))


def two_figures(number: int) -> int:
    """Return a number with its first two figures, for what is measured no better.

    >>> two_figures(119519), two_figures(870), two_figures(7), two_figures(227570)
    (120000, 870, 7, 230000)
    """
    unit: int = 10 ** max(0, len(str(number)) - 2)
    return (number + unit // 2) // unit * unit
