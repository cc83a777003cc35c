"""`amur tree` and `amur compare`: the variations of a record, and two lines side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.record import Record
    from game.rules import CampaignRules, Game

    Line = tuple[Record, int, str]
    """A record, the node that a line of it leads to, and what a reader calls it."""


@click.command()
@click.argument("record")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.option("--json", "as_json", is_flag=True, help="Every node as an object, for tools.")
def tree(record: str, scenario: str | None, as_json: bool) -> None:
    """Show the variations of a play.

    RECORD is a file, a play of the library, a code, or history:SCENARIO for the documented line.
    A row is a decision and how it was answered; variations are set in.
    """
    from game.cli.campaign_tree_json import tree_of_campaign
    from game.cli.opening import opened_game
    from game.cli.plain_text import put, put_all, say
    from game.cli.plain_tree import LEGEND, told_tree
    from game.cli.tree_json import tree_of
    from game.coach.words_for import counted
    from game.record import OPENING, States, own_decisions
    from game.record.roads import meetings
    from game.rules import CampaignRules

    rules, reading = opened_game(record, scenario)
    read = reading.record
    states = States(rules, read.heading.seed)
    if as_json:
        found = (
            tree_of_campaign(rules, read, states)
            if isinstance(rules, CampaignRules)
            else tree_of(rules, read, states)
        )
        put(json.dumps(found, indent=1))
        return
    title = read.names.get(OPENING)
    ends = read.ends()
    say(
        f"{f'“{title}”: ' if title else ''}{rules.scenario.title}, seed {read.heading.seed}: "
        f"{counted(len(own_decisions(read)), 'decision')} in {counted(max(1, len(ends)), 'line')}"
    )
    put()
    put_all(told_tree(rules, read, states, None, meetings(read, states)))
    put()
    say(LEGEND)


OTHERS = ("history", "FILE.amur@NODE")
"""What can be compared besides the nodes of a record."""


@click.command()
@click.argument("record")
@click.argument("a", required=False, default="fair")
@click.argument("b", required=False, default="here")
@click.option("--scenario", metavar="S", help="The scenario's folder, if it is not installed.")
@click.option("--all", "is_whole", is_flag=True, help="Of a campaign: season by season, too.")
@click.option("--json", "as_json", is_flag=True, help="All of it as an object, for tools.")
def compare(
    record: str, a: str, b: str, scenario: str | None, is_whole: bool, as_json: bool
) -> None:
    """Put two lines side by side, from their first difference.

    A and B are nodes of RECORD: a number, a bookmark, or here, main (the end of the main line),
    fair (the end of the fair copy), opening; history or history@NODE is the documented line, and
    FILE.amur or FILE.amur@NODE a line of another record, which may be a play of the library or a
    code, too. Without A and B the fair copy is compared with where the play stands.

    Two lines of a campaign are told on one page: where they part, what they came to, and where
    they differ most; with --all season by season, too.
    """
    from game.cli.compare_json import compared_as
    from game.cli.opening import opened_game
    from game.cli.plain_compare import told
    from game.cli.plain_text import put, put_all
    from game.coach.compare import compare as comparison
    from game.coach.compare import side
    from game.rules import CampaignRules

    rules, reading = opened_game(record, scenario)
    meant = [_line(rules, reading.record, word, label) for word, label in ((a, "A"), (b, "B"))]
    mode = reading.record.heading.mode
    if isinstance(rules, CampaignRules):
        _compare_campaign(rules, meant, mode, is_whole=is_whole, as_json=as_json)
        return
    found = comparison(rules, *(side(rules, *line) for line in meant))
    if as_json:
        put(json.dumps(compared_as(rules, found), indent=1))
    else:
        put_all(told(rules, found, mode))


def _compare_campaign(
    rules: CampaignRules, meant: list[Line], mode: str, *, is_whole: bool, as_json: bool
) -> None:
    from game.cli.compare_campaign import compared_as
    from game.cli.paged import put_page
    from game.cli.plain_campaign_walks import told_parts
    from game.cli.plain_text import put, say
    from game.coach.seasons.compare import compare, is_one_line, side
    from game.coach.seasons.compare_short import parts_in_short
    from game.coach.seasons.compare_whole import parts

    found = compare(*(side(rules, *line) for line in meant))
    if as_json:
        put(json.dumps(compared_as(rules, found, mode), indent=1))
        return
    told = (parts if is_whole else parts_in_short)(rules, found, mode)
    put_page(told_parts(told, found.a.name, found.b.name))
    if not is_whole and not is_one_line(found):
        put()
        say("The same with --all tells the rest, season by season.")


def _line(rules: Game, record: Record, word: str, label: str) -> Line:
    """Return the line that a word on the command line means; a decision is told with its answer."""
    from pathlib import Path

    from game.cli.opening import OF_CODE, read_named
    from game.coach.seasons.compare import history_of
    from game.record import OPENING, is_code, node_called
    from game.record.history import HISTORY, documented
    from game.record.outline import answered
    from game.rules import CampaignRules

    of, _, node = word.partition("@")
    if of == HISTORY:
        name = f"History ({node})" if node else "History"
        record = history_of(rules) if isinstance(rules, CampaignRules) else documented(rules)
    elif _is_of_another(record, word):
        record = read_named(of)
        called = record.names.get(OPENING) or (OF_CODE if is_code(of) else Path(of).stem)
        name = f"{label} ({called}{f', {node}' if node else ''})"
    else:
        node, name = word, f"{label} ({word})"
    return record, answered(record, node_called(record, node or "here", *OTHERS)), name


def _is_of_another(record: Record, word: str) -> bool:
    """Return whether a word means a line of another record: a file's, or what no node is called."""
    from game.cli.opening import names_record
    from game.errors import RecordError
    from game.files.records import SUFFIX
    from game.record import node_called

    of = word.partition("@")[0]
    if of.endswith(SUFFIX):
        return True
    try:
        node_called(record, word)
    except RecordError:
        return names_record(of)
    return False
