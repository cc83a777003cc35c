"""What is wrong with an act of a table: whose it is, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.faults import Code, Path, Problem
from game.scenario.known import Known, asked, at_the_table, warning
from game.scenario.table_model import Act, ActKind


def check_act(act: Act, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an act."""
    for index, seat in enumerate(act.seats):
        yield from at_the_table(seat, (*path, "seats", index), known)
    yield from asked(act.when, (*path, "if"), known.play)
    if act.when is not None and act.kind is ActKind.LAY:
        message = "whoever cannot lay a paper down has nothing left to do"
        yield Problem((*path, "if"), Code.UNKNOWN_KEY, message, "take it out", at_key=True)
    elif act.when is not None and any(seat != known.scenario.table.claimant for seat in act.seats):
        message = "an act waits for something only where it is the claimant's alone"
        hint = "take it out, or write a second act for the host"
        yield Problem((*path, "if"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    if act.else_show and act.when is None:
        message = "else-show is never shown, since there is no `if`"
        hint = "add an `if`, or take it out"
        yield warning((*path, "else-show"), Code.UNKNOWN_KEY, message, hint, at_key=True)
