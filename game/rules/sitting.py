"""The claimant's sitting: one act and, if he likes, one paper."""

from __future__ import annotations

from game.rules import acts, laying, terms
from game.rules.changes import TIME, wear
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import HOST, Decision, Man


def hold(
    now: Moment, table: Table, decision: Decision, force: int, walk: int, log: Log | None
) -> None:
    """Hold the claimant's sitting: the act, then the paper, then the wear of the clock.

    `force` is the claimant's force in points and `walk` the host's walk-away before the act,
    in hundredths.
    """
    act = table.by_id[decision.name]
    paper, presses = decision.paper, act.presses
    moved = acts.deeds(table)[act.id](now, decision, force, walk, log)
    took_back = False
    if paper is None:
        now.kept = False
    else:
        now.kept = not presses and paper == now.word
        man: Man = now.men[HOST]
        gained, took_back = laying.lay(now, table, paper, man, walk, moved or presses, log)
        moved = moved or gained
    if presses or took_back:
        now.provoked = True
        if not now.kept:
            now.word = None
    elif moved and now.paper is not None:
        wear(now, terms.CLOCK, TIME, "rule clock", log)
