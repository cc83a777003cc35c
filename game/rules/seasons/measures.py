"""What the measures of a campaign come to in a state, and what the whole of it leaves.

A measure may ask for those before it; each is in whole points, as at a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from game.rules.formulas import Getter, Now
from game.rules.lasting import once_by_rules
from game.rules.seasons.campaign import CampaignRules
from game.scenario.compiled import compile_expression
from game.state import CLAIMANT

LASTING = "lasting"
"""The measure by which an author says what a whole campaign leaves; tests and the coach read it."""


class Measures:
    """Reads the measures of one campaign."""

    def __init__(self, rules: CampaignRules) -> None:
        self._rules = rules
        self._by_name: dict[str, Callable[[Now], int]] = {}
        for name, formula in rules.scenario.measures.items():
            compiled = compile_expression(formula, self._resolve)
            self._by_name[name] = cast("Callable[[Now], int]", compiled)
        self.names = tuple(self._by_name)

    def exact(self, name: str, now: Now) -> int:
        """Return a measure in hundredths, not yet floored to whole points."""
        return int(self._by_name[name](now))

    def all(self, now: Now) -> dict[str, int]:
        """Return every measure, in whole points told as hundredths."""
        return {name: _whole(reckon(now)) for name, reckon in self._by_name.items()}

    def _resolve(self, name: str) -> Getter:
        reckon = self._by_name.get(name)
        if reckon is not None:
            return lambda now: _whole(reckon(now))
        return self._rules.resolve(name)


def _whole(hundredths: int) -> int:
    return int(hundredths) // 100 * 100


@once_by_rules
def measures(rules: CampaignRules) -> Measures:
    """Return the measures of a campaign, compiled once."""
    return Measures(rules)


def lasting(rules: CampaignRules, now: Now) -> int:
    """Return what a campaign leaves whoever decides in its seasons with, in hundredths.

    It is the measure `lasting` where the author wrote one. Else half of it is the mean of all
    measures, and half what was left of the tables: for each what its last talks left the claimant
    with, nothing where there were none. A figure for tests and the coach, never told as a score.
    """
    read = measures(rules)
    if LASTING in read.names:
        return read.exact(LASTING, now)
    criteria = read.all(now)
    tables = len(rules.talks)
    left = sum(_left_by_talks(now).values()) // tables if tables else 0
    if not criteria:
        return left
    return (sum(criteria.values()) // len(criteria) + left) // 2


def _left_by_talks(now: Now) -> Mapping[int, int]:
    """Return by table what its last talks left the claimant with, in hundredths."""
    return {deal.table: deal.lasting[CLAIMANT] for deal in now.deals}
