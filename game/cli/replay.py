"""`amur replay` and `amur verify`: what a record tells, and whether it still comes out so."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from shlex import join
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.record import Record, Step
    from game.rules import CampaignRules, Rules
    from game.state import State


MEANING = "the file was edited, or was written by another version of the game or the scenario"
"""What it means where a record comes out otherwise than it was recorded."""


@click.command()
@click.argument("record")
@click.option("--to", "to", metavar="NODE", help="Stop after this node.")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.option("--json", "as_json", is_flag=True, help="What came of it as an object, for tools.")
def replay(record: str, to: str | None, scenario: str | None, as_json: bool) -> None:
    """Tell a play as a story.

    RECORD is a file, a play of the library, a code, or history:SCENARIO for the documented line.
    Without --to it is the line that was played last. Every decision is a node, numbered in the
    order in which it was made; the story names them. NODE is a number, a bookmark, or here, main,
    fair or opening.
    """
    from game.cli.opening import opened_game
    from game.cli.plain_text import put, put_all
    from game.cli.replay_json import came_of
    from game.coach.standing import when
    from game.coach.visible import visible
    from game.coach.words_for import sentence
    from game.record import OPENING, Step, node_called, told_to
    from game.record import replay as replayed
    from game.rules import CampaignRules, parsed

    rules, reading = opened_game(record, scenario)
    read = reading.record
    if isinstance(rules, CampaignRules):
        _replay_campaign(rules, read, None if to is None else node_called(read, to), as_json)
        return
    heading = read.heading
    state = rules.opening(heading.seed)
    seat = told_to(rules, heading)
    if not as_json:
        seen_from = rules.scenario.seats[rules.table.seats[seat]].name
        put(visible(f"{rules.scenario.title}, seed {heading.seed}, seen from {seen_from}"))
        put()
        put_all(_of_nodes(rules, read, record))
        put()
    steps: list[Step] = []
    sitting = 0
    nodes = read.current_line() if to is None else read.path(node_called(read, to))
    last = nodes[-1].id if nodes else OPENING
    for node, turn in zip(nodes, replayed(rules, read, last), strict=True):
        decision = parsed(node.decision_text, rules.table, state)
        steps.append(Step(node, state, turn, decision))
        if not as_json:
            if state.sitting != sitting:
                sitting = state.sitting
                put(f"{sentence(when(rules, max(1, sitting)))} (node {node.id})")
                put()
            _print_step(rules, steps[-1], seat, heading.mode)
            _print_remarks(read, node.id)
        state = turn.state
    if as_json:
        put(json.dumps(came_of(rules, read, state, steps), indent=1))
    else:
        _print_end(rules, state, seat)
        _print_expected(rules, read, steps, state)


def _replay_campaign(rules: CampaignRules, record: Record, node: int | None, as_json: bool) -> None:
    from game.cli.plain_text import put
    from game.cli.replay_campaign import object_of, print_campaign

    if as_json:
        put(json.dumps(object_of(rules, record, node), indent=1))
    else:
        print_campaign(rules, record, node)


@click.command()
@click.argument("records", metavar="RECORD...", nargs=-1, required=True)
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.pass_context
def verify(context: click.Context, records: tuple[str, ...], scenario: str | None) -> None:
    """Replay records in full and compare every digest.

    Exits with 2 if any of them cannot be read; else with 1 if anything comes out otherwise than it
    was recorded, or if a record is incomplete: a line of it was torn off or cannot be read.
    """
    from game.cli import DONE, refused
    from game.errors import AmurError

    worst = DONE
    for name in records:
        try:
            code = _verified(name, scenario)
        except AmurError as error:
            code = refused(error)
        worst = max(worst, code)
    context.exit(worst)


def _verified(name: str, scenario: str | None) -> int:
    """Print what comes of a record, and return the exit code that this amounts to."""
    from game.cli import DONE, NO
    from game.cli.opening import opened_game
    from game.cli.plain_text import put
    from game.coach.visible import visible
    from game.coach.words_for import counted
    from game.record import verify as verified

    rules, reading = opened_game(name, scenario)
    read = reading.record
    differences = verified(rules, read)
    for difference in differences:
        put(visible(f"{name}: {difference.reason}"))
    if any(difference.node.digest or difference.computed is None for difference in differences):
        put(visible(f"{name}: {MEANING}"))
    if not differences:
        what = "incomplete: of it " if reading.notices else ""
        put(visible(f"{name}: {what}{counted(len(read.nodes), 'node')}, every digest as recorded"))
    return NO if differences or reading.notices else DONE


def _print_step(rules: Rules, step: Step, seat: int, mode: str) -> None:
    """Print what was done, where it was this chair's to do, and what came of it."""
    from game.cli.plain_story import print_turn
    from game.cli.plain_text import put_all, wrapped
    from game.coach.handout import done

    put_all(wrapped(line) for line in done(rules, step.before, step.decision, seat))
    print_turn(rules, step.before, step.turn, seat, mode)


def _print_remarks(record: Record, node: int) -> None:
    """Print what somebody remarked on a node: its mark, its name, its note."""
    from game.cli.plain_text import put, put_all, wrapped

    said = []
    if node in record.glyphs or node in record.names:
        called = f"“{record.names[node]}”" if node in record.names else ""
        mark = record.glyphs[node].value if node in record.glyphs else ""
        said.append(wrapped(f"[node {node}: {' '.join(filter(None, (mark, called)))}]", "  "))
    if node in record.notes:
        said.append(wrapped(f"[Note: {record.notes[node]}]", "  "))
    if said:
        put_all(said)
        put()


def _print_end(rules: Rules, state: State, seat: int) -> None:
    from game.cli.plain_end import pages
    from game.cli.plain_text import put, put_all

    if state.ended is None:
        put("Here the line stops; the talks are not over.")
    else:
        put_all(pages(rules, state, seat))


def _of_nodes(rules: Rules, record: Record, name: str) -> Iterator[str]:
    """Yield how the nodes are numbered, where the line told ends, and where others do."""
    from game.cli.plain_text import wrapped
    from game.coach.outline_words import OutlineWords
    from game.record import States, told_to
    from game.record.outline import Row

    ends = record.ends()
    if not ends:
        return
    command = join(["amur", "replay", name, "--to"])
    yield wrapped(
        "Each decision is a node, numbered in the order in which it was made; a sitting names its "
        f"first one here. '{command} NODE' tells a line up to a node."
    )
    last = record.current_line()[-1].id
    words = OutlineWords(rules, States(rules, record.heading.seed), told_to(rules, record.heading))
    for node in ends if ends[1:] else ():
        what = "the line that was played last ends" if node.id == last else "another line ends"
        told = words.of(record, Row((node.id,), "", False, 0))
        said = " · ".join(filter(None, (told.day, told.said.rstrip("."))))
        yield wrapped(f"node {node.id}: {what} ({said})", "  ", "    ")


def _print_expected(rules: Rules, record: Record, steps: Sequence[Step], end: State) -> None:
    """Print where the chair's people were wrong, and what it had guessed itself."""
    from game.cli.plain_end import page
    from game.cli.plain_text import put_all
    from game.coach.guesses import beside_what_came
    from game.coach.missed import missed
    from game.record import told_to

    line = [(step.before, step.decision) for step in steps]
    wrong = missed(rules, line, end, told_to(rules, record.heading))
    states = [step.turn.state for step in steps]
    for leaf in (*wrong, *beside_what_came(rules, record.heading.played, states)):
        put_all(page(leaf))
