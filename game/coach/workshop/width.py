"""How wide a table's zone is: of all papers the share that suits both common men, at each start."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import NamedTuple

from game.negotiation import value
from game.negotiation.packages import every_package
from game.rules import Rules
from game.rules.men import HISTORY
from game.scenario import Scenario
from game.state import CLAIMANT, HOST

MOST_PACKAGES = 400_000
"""Beyond them the papers are not laid out."""
GOOD = 50
"""Per cent of his hope that a man has above his walk-away who would call a paper good."""


class Zone(NamedTuple):
    """The papers that suit both common men when the talks open."""

    packages: int
    zone: int
    """Worth to each at least what he can walk away to."""
    good: int
    """Worth to each that and half of what he hopes for besides."""
    history: bool | None
    """Whether history's text suited the men of history; `None` where none is told."""


def zones(scenario: Scenario) -> dict[str | None, Zone]:
    """Return the zone at each start; nothing where there are too many papers to lay out."""
    table = Rules(scenario).table
    if prod(table.sizes) > MOST_PACKAGES:
        return {}
    papers = [
        tuple(value(paper, to) for to in table.utilities) for paper in every_package(table.sizes)
    ]
    hopes = [100 * scenario.table.quantities.hope.get(seat, 0) for seat in table.seats]
    found = {}
    for start in (None, *scenario.starts):
        rules = Rules(scenario, start)
        opening = rules.opening("1")
        walks = [rules.formulas.walk(seat, opening) for seat in (CLAIMANT, HOST)]
        wants = [walk + hope * GOOD // 100 for walk, hope in zip(walks, hopes, strict=True)]
        found[start] = Zone(
            len(papers),
            sum(_suits(worths, walks) for worths in papers),
            sum(_suits(worths, wants) for worths in papers),
            _has_history(rules),
        )
    return found


def _has_history(rules: Rules) -> bool | None:
    """Return whether history's text suits the men of history; `None` where none is told."""
    text, opening = rules.table.historical, rules.opening(HISTORY)
    if text is None:
        return None
    worths = [rules.worth(seat, opening, text) for seat in (CLAIMANT, HOST)]
    return _suits(worths, [rules.walk(seat, opening) for seat in (CLAIMANT, HOST)])


def _suits(worths: Sequence[int], least: Sequence[int]) -> bool:
    return worths[CLAIMANT] >= least[CLAIMANT] and worths[HOST] >= least[HOST]
