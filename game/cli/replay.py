"""`amur replay` and `amur verify`: what a record tells, and whether it still comes out so."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from game.record import Record
    from game.rules import Rules
    from game.state import State

HISTORY = "history:"
"""Begins the name of a scenario's documented line."""


@click.command()
@click.argument("record")
@click.option("--to", "node", type=int, metavar="NODE", help="Stop after this node.")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.option("--json", "as_json", is_flag=True, help="What came of it as an object, for tools.")
def replay(record: str, node: int | None, scenario: str | None, as_json: bool) -> None:
    """Tell a play as a story.

    RECORD is a file, or history:SCENARIO for the documented line. Without --to it is the main
    line that is told.
    """
    from game.cli.plain_story import print_turn
    from game.cli.plain_text import put, visible
    from game.record import replay as replayed

    rules, read = _opened(record, scenario)
    heading = read.heading
    state = rules.opening(heading.seed)
    decisions = 0
    seats = rules.table.seats
    seat = seats.index(heading.seat) if heading.seat in seats else 0
    if not as_json:
        put(visible(f"{rules.scenario.title}, seed {heading.seed}, seen from {seats[seat]}"))
        put()
    for turn in replayed(rules, read, node):
        if not as_json:
            print_turn(rules, state, turn, seat, heading.mode)
        state = turn.state
        decisions += 1
    told = came_of(rules, read, state, decisions)
    if as_json:
        put(json.dumps(told, indent=1))
    else:
        _print_end(rules, state, seat)


@click.command()
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.pass_context
def verify(context: click.Context, records: tuple[str, ...], scenario: str | None) -> None:
    """Replay records in full and compare every digest.

    Exits with 1 if anything comes out otherwise than it was recorded.
    """
    from game.cli.plain_text import put, visible
    from game.record import verify as verified

    good = True
    for name in records:
        rules, read = _opened(name, scenario)
        differences = verified(rules, read)
        good &= not differences
        for difference in differences:
            put(visible(f"{name}: {difference.reason}"))
        if not differences:
            put(visible(f"{name}: {len(read.nodes)} nodes, every digest as recorded"))
    context.exit(int(not good))


def came_of(rules: Rules, record: Record, state: State, decisions: int) -> dict[str, Any]:
    """Return what a play has come to, as `amur replay --json` gives it (format 1).

    Values in hundredths of a point; leverage and tracks in whole points. What is not decided yet
    is null or empty.
    """
    from game.coach.aftermath import endings
    from game.record import digest
    from game.rules import mind
    from game.rules.scenes import BUILT_IN

    table, outcome = rules.table, rules.outcome(state)
    treaty = None if outcome is None else outcome.treaty
    own = {
        id: getattr(state, id) if id in BUILT_IN else state.levels[rules.levels[id]]
        for id in rules.scenario.tracks
    }
    by_seat = None if outcome is None else dict(zip(table.seats, outcome.lasting, strict=True))
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "seed": record.heading.seed,
        "seat": record.heading.seat,
        "decisions": decisions,
        "ended": None if outcome is None else str(outcome.ended),
        "ending": [] if outcome is None else list(endings(rules, state)),
        "tables": {
            rules.scenario.table.id: {
                "signed": treaty is not None,
                "treaty": {}
                if treaty is None
                else {
                    issue: options[o]
                    for issue, options, o in zip(table.issues, table.options, treaty, strict=True)
                },
                "values": {}
                if outcome is None
                else dict(zip(table.seats, outcome.values, strict=True)),
                "leverage": mind.danger(state) // 100,
                "verdict": "none" if outcome is None else str(outcome.verdict),
            }
        },
        "lasting": by_seat or {},
        "tracks": own,
        "digest": digest(state),
    }


def _print_end(rules: Rules, state: State, seat: int) -> None:
    from game.cli.plain_end import pages
    from game.cli.plain_text import put, put_all

    if state.ended is None:
        put("Here the line stops; the talks are not over.")
    else:
        put_all(pages(rules, state, seat))


def _opened(name: str, scenario: str | None) -> tuple[Rules, Record]:
    """Return the rules and the record that a name on the command line means."""
    from game.cli.starts import rules_of
    from game.files.library import Library
    from game.files.records import read_record
    from game.files.scenarios import folder_of

    own = Library.of_player().scenarios_folder
    if name.startswith(HISTORY):
        scenario = scenario or name.removeprefix(HISTORY)
        path = folder_of(scenario, own) / "history.amur"
    else:
        path = Path(name)
    reading = read_record(path)
    heading = reading.record.heading
    rules = rules_of(scenario or heading.scenario, heading.start, own)
    notices = list(reading.notices)
    if heading.digest not in ("", rules.scenario.digest):
        notices.append("the scenario has changed since; digests are expected to differ")
    for notice in notices:
        print(f"amur: {path}: {notice}", file=sys.stderr)  # noqa: T201
    return rules, reading.record
