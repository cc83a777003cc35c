"""When a host gives: late, as Boulware did, or early, as who fears to lose the paper.

Both are officials in all else. What either still holds out for follows the days and not only
what is given him, in hundredths.
"""

from __future__ import annotations

from game.rules import mind
from game.rules.table import Table
from game.state import State


def late(state: State, table: Table) -> int:
    """Return nearly all he came with until the last sittings, then ever less; never under his hope.

    Of twelve sittings he keeps 94 per cent in the sixth, 69 in the ninth and 30 in the eleventh.
    """
    hope = mind.host_hope(state, table)
    last, here = table.sittings, min(state.sitting, table.sittings)
    return max(hope, mind.host_of(state).hope * (last**4 - here**4) // last**4)


def early(state: State, table: Table) -> int:
    """Return what is soon far less than he came with, and never over his hope.

    Of twelve sittings he keeps 56 per cent in the third and 25 in the sixth.
    """
    hope = mind.host_hope(state, table)
    last, left = table.sittings, max(0, table.sittings - state.sitting)
    return min(hope, mind.host_of(state).hope * left**2 // last**2)
