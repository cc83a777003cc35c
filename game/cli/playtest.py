"""`amur playtest`: plays a scenario many times and reports what came of it."""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from game.coach.workshop.kept import Row
    from game.rules import Rules

CHUNK = 50
"""Plays that are handed to a worker at a time; it changes no number in the report."""


class Plan(NamedTuple):
    """What is played; every worker is given the same."""

    scenario: str
    start: str | None
    seat: int
    opponent: str
    seed: str


class Batch(NamedTuple):
    """Some plays of one persona: numbers `first` to before `last`."""

    persona: str
    first: int
    last: int


@click.command()
@click.argument("scenario")
@click.option("--games", default=100, type=click.IntRange(1), help="Plays by each persona.")
@click.option("--policy", default="integrative", metavar="P[,Q]", help="Personas to test.")
@click.option("--seat", metavar="S", help="The chair they take; the claimant's by default.")
@click.option("--opponent", metavar="P", help="Who sits opposite; the official by default.")
@click.option("--start", metavar="S", help="Another start of the scenario.")
@click.option("--seed", default="playtest", help="The seeds are SEED-0, SEED-1 and so on.")
@click.option("--workers", default=1, type=click.IntRange(1), help="Processes to share the work.")
@click.option("--json", "as_json", is_flag=True, help="The report as an object, for tools.")
@click.pass_context
def playtest(
    context: click.Context,
    scenario: str,
    games: int,
    policy: str,
    seat: str | None,
    opponent: str | None,
    start: str | None,
    seed: str,
    workers: int,
    as_json: bool,
) -> None:
    """Play a scenario many times and count what came of it.

    Endings, verdicts, what was met and what never was, and decisions per second. Ctrl-C reports
    the plays so far.
    """
    from game.cli.plain_text import put, put_all
    from game.cli.playtest_report import lines
    from game.cli.progress import progress, progress_ends
    from game.coach.workshop.tally import Tally

    rules = _rules(scenario, start)
    plan = _plan(rules, scenario, start, seat, opponent, seed)
    personas = _personas(policy, plan, rules)
    tally, seconds, stopped = Tally(rules, plan.seat), 0.0, False
    results = _played(plan, _batches(personas, games), workers)
    try:
        for rows, took in results:
            tally.add(rows)
            seconds += took
            progress(len(tally.rows), games * len(personas))
    except KeyboardInterrupt:
        stopped = True
    finally:
        results.close()
        progress_ends()
    report: dict[str, Any] = {
        "format": 1,
        "scenario": rules.scenario.id,
        "start": start,
        "seat": rules.table.seats[plan.seat],
        "opponent": plan.opponent,
        "seed": seed,
        **tally.report(seconds),
    }
    if as_json:
        put(json.dumps(report, indent=1))
    else:
        put_all(lines(report))
    if stopped:
        raise KeyboardInterrupt
    context.exit(0)


def _plan(
    rules: Rules,
    scenario: str,
    start: str | None,
    seat: str | None,
    opponent: str | None,
    seed: str,
) -> Plan:
    from game.errors import UsageError
    from game.state import CLAIMANT

    seats = rules.table.seats
    if seat is not None and seat not in seats:
        raise UsageError(f"there is no seat '{seat}'; there are {' and '.join(seats)}")
    at = CLAIMANT if seat is None else seats.index(seat)
    default = "official" if at == CLAIMANT else "integrative"
    return Plan(scenario, start, at, opponent or default, seed)


def _personas(policy: str, plan: Plan, rules: Rules) -> list[str]:
    """Return the personas to test, each of which, like the opponent, must fit its chair."""
    from game.coach.workshop.playing import known_personas, may_sit
    from game.errors import UsageError

    names = [name.strip() for name in policy.split(",") if name.strip()]
    for name, at in [*((name, plan.seat) for name in names), (plan.opponent, 1 - plan.seat)]:
        if name not in known_personas():
            raise UsageError(
                f"there is no persona '{name}'; there are {', '.join(known_personas())}"
            )
        if not may_sit(name, at):
            able = [known for known in known_personas() if may_sit(known, at)]
            raise UsageError(
                f"'{name}' cannot take the chair of {rules.table.seats[at]}; "
                f"there it can be {' or '.join(able)}"
            )
    if not names:
        raise UsageError("name a persona to test")
    return names


def _batches(personas: Sequence[str], games: int) -> list[Batch]:
    return [
        Batch(name, first, min(first + CHUNK, games))
        for name in personas
        for first in range(0, games, CHUNK)
    ]


def _played(
    plan: Plan, batches: Sequence[Batch], workers: int
) -> Generator[tuple[list[Row], float], None, None]:
    """Yield the plays of each batch in order, and the seconds that they took."""
    if workers == 1:
        yield from (_play(plan, batch) for batch in batches)
        return
    pool = ProcessPoolExecutor(workers)
    try:
        yield from pool.map(_play, [plan] * len(batches), batches)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _play(plan: Plan, batch: Batch) -> tuple[list[Row], float]:
    from time import perf_counter

    from game.coach.workshop.kept import row
    from game.coach.workshop.playing import play_once, seated

    rules = _rules(plan.scenario, plan.start)
    rows, seconds = [], 0.0
    for number in range(batch.first, batch.last):
        seed = f"{plan.seed}-{number}"
        policies = seated(rules, batch.persona, plan.opponent, plan.seat, seed)
        begun = perf_counter()
        game = play_once(rules, policies, seed)
        seconds += perf_counter() - begun
        rows.append(row(rules, game, batch.persona, plan.seat))
    return rows, seconds


@lru_cache(maxsize=1)
def _rules(scenario: str, start: str | None) -> Rules:
    """Return the rules of a scenario, made once in each process."""
    from game.files.library import Library
    from game.files.plays import rules_of

    return rules_of(scenario, start, Library.of_player().scenarios_folder)
