"""The claimant's sitting: one act and, if he likes, one paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from game.rules import laying, terms
from game.rules.acts import deeds
from game.rules.changes import TIME, wear
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import HOST, Decision

Hold = Callable[[Moment, Decision, int, int, "Log | None"], None]
"""Holds a sitting, as `hold` does at one table."""


def hold(
    now: Moment, table: Table, decision: Decision, force: int, walk: int, log: Log | None
) -> None:
    """Hold the claimant's sitting: the act, then the paper, then the wear of the clock.

    `force` is the claimant's force in points, which only a threat asks for, and `walk` the host's
    walk-away before the act, in hundredths, for a threat, a paper or a supposition.
    """
    held_at(table)(now, decision, force, walk, log)


@lru_cache(maxsize=8)
def held_at(table: Table) -> Hold:
    """Return how sittings are held at a table."""
    of_act = {id: (deed, table.by_id[id].presses) for id, deed in deeds(table).items()}

    def held(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> None:
        deed, presses = of_act[decision.name]
        moved = deed(now, decision, force, walk, log)
        paper, took_back = decision.paper, False
        if paper is None:
            now.kept = False
        else:
            now.kept = not presses and paper == now.word
            man = now.men[HOST]
            gained, took_back = laying.lay(now, table, paper, man, walk, moved or presses, log)
            moved = moved or gained
        if presses or took_back:
            now.provoked = True
            if not now.kept:
                now.word = None
        elif moved and now.paper is not None:
            wear(now, terms.CLOCK, TIME, "rule clock", log)

    return held
