"""Decisions in words, to show how they are said: with the ids of the scenario that is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario import Scenario
from game.scenario.table_model import ActKind, Table
from game.state import CLAIMANT


class Examples(NamedTuple):
    """A line of decisions, and two clauses of papers, of different issues where there are two."""

    line: str
    one: str
    other: str


FORM = Examples(
    "ask ISSUE · offer ISSUE=OPTION · ask ISSUE with offer ISSUE=OPTION · accept",
    "ISSUE=OPTION",
    "ISSUE=OPTION",
)
"""What can be shown before anybody knows what is played."""


def examples(scenario: Scenario | None, seat: int) -> Examples:
    """Return how a chair says what it decides, by the scenario's own first clauses and acts."""
    if scenario is None:
        return FORM
    table = scenario.table
    first, *_ = clauses = [_clause(table, issue, seat) for issue in table.issues]
    return Examples(" · ".join(_decisions(table, seat, first)), first, clauses[-1])


def _clause(table: Table, issue: str, seat: int) -> str:
    """Return an issue with an option: what a claimant got in history, or a host would like."""
    options = table.issues[issue].options
    if seat == CLAIMANT:
        liked = next((id for id, option in options.items() if option.history), list(options)[-1])
    else:
        liked = max(options, key=lambda id: options[id].worth[table.host])
    return f"{issue}={liked}"


def _decisions(table: Table, seat: int, clause: str) -> Iterator[str]:
    """Yield decisions that a chair can say, as far as the table has such acts."""
    chair = table.claimant if seat == CLAIMANT else table.host
    acts = {act.kind: id for id, act in reversed(table.acts.items()) if chair in act.seats}
    issue = clause.partition("=")[0]
    if seat != CLAIMANT:
        yield "refuse"
    ask = f"{acts[ActKind.ASK]} {issue}" if ActKind.ASK in acts else ""
    if ask:
        yield ask
    if ActKind.ARGUE in acts and table.grounds:
        yield f"{acts[ActKind.ARGUE]} {next(iter(table.grounds))}"
    if ActKind.COURTESY in acts:
        yield acts[ActKind.COURTESY]
    yield f"offer {clause}"
    if ask:
        yield f"{ask} with offer {clause}"
    if ActKind.SUPPOSE in acts:
        yield f"{acts[ActKind.SUPPOSE]} {clause}"
    if ActKind.MEMORIAL in acts and table.memorial:
        yield f"{acts[ActKind.MEMORIAL]} {next(iter(table.memorial))}"
    if seat != CLAIMANT and any(
        o.cession for i in table.issues.values() for o in i.options.values()
    ):
        yield "consult"
    yield "accept"
