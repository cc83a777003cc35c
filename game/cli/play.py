"""`amur play` and `amur scenarios`: the game on the screen, or line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.files.begun_with import MODES

if TYPE_CHECKING:
    from game.cli.plain_input import Reader
    from game.files.plays import KeptPlay
    from game.policy import Policy
    from game.record import Heading
    from game.rules import Rules


@click.command()
def scenarios() -> None:
    """List what can be played."""
    from game.cli.plain_text import put
    from game.coach.visible import visible
    from game.errors import ScenarioError
    from game.files.library import Library
    from game.files.scenarios import find_scenarios, read_scenario

    own = Library.of_player().scenarios_folder
    for id in find_scenarios(own):
        try:
            scenario = read_scenario(id, own)
        except ScenarioError:
            put(f"{id:<20} cannot be played; 'amur check {id}' says why")
            continue
        seats = " or ".join(scenario.seats)
        put(visible(f"{id:<20} {scenario.title} ({seats}, {scenario.minutes} minutes)"))
        for start, authored in scenario.starts.items():
            put(visible(f"{'':<20}   --start {start}: {authored.title}"))


@click.command()
@click.argument("scenario", required=False)
@click.option("--seat", metavar="S", help="Your chair, or 'both' for two people.")
@click.option("--seed", metavar="N", help="Who sits opposite, and what fortune holds.")
@click.option("--start", metavar="S", help="Another start of the scenario.")
@click.option("--mode", type=click.Choice(MODES), help="Words, or words and numbers.")
@click.option("--plain", is_flag=True, help="Line mode: text only, from any input.")
@click.option("--record", metavar="FILE", help="Keep the play there; take it up if it exists.")
@click.option(
    "--from", "shared", metavar="CODE", help="Go on from a code, or from a copy of a record FILE."
)
def play(
    scenario: str | None,
    seat: str | None,
    seed: str | None,
    start: str | None,
    mode: str | None,
    plain: bool,
    record: str | None,
    shared: str | None,
) -> None:
    """Play a scenario; without one, choose.

    Every decision is kept as soon as it is made. In line mode numbers or words are read from
    standard input, and nothing but text is printed.
    """
    if record is not None:
        from game.files.plays import check_file

        check_file(record)
    if not plain and _has_screen():
        _on_screen(scenario, seat, seed, start, mode, record, shared)
        return
    if not plain:
        _say_why_plain()
    _in_lines(scenario, seat, seed, start, mode, record, shared)


def opened() -> None:
    """Open the game as `amur` alone does."""
    if _has_screen():
        _on_screen(None, None, None, None, None, None, None)
    else:
        _say_why_plain()
        _in_lines(None, None, None, None, None, None, None)


def _has_screen() -> bool:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return is_terminal and os.environ.get("TERM", "") != "dumb"


def _say_why_plain() -> None:
    from game.cli.plain_text import say

    say("There is no terminal to draw on, so this is line mode: numbers or words, and text.")


def _on_screen(
    scenario: str | None,
    seat: str | None,
    seed: str | None,
    start: str | None,
    mode: str | None,
    record: str | None,
    shared: str | None,
) -> None:
    from game.tui.app import run

    run(
        _seating,
        scenario=scenario,
        seat=seat,
        seed=seed,
        start=start,
        mode=mode,
        record=record,
        shared=shared,
    )


def _seating(rules: Rules, seed: str) -> Mapping[str, Policy]:
    """Return who decides for the chairs; imported when a play begins, after the first picture."""
    from game.cli.seating import seating

    return seating(rules, seed)


def _in_lines(
    scenario: str | None,
    seat: str | None,
    seed: str | None,
    start: str | None,
    mode: str | None,
    record: str | None,
    shared: str | None,
) -> None:
    from shlex import join

    from game.cli.plain import LineMode
    from game.cli.plain_input import Reader
    from game.cli.plain_text import put
    from game.coach.visible import visible

    reader = Reader()
    path = None if record is None else Path(record)
    asked = {"seat": seat, "seed": seed, "start": start, "mode": mode}
    kept: KeptPlay | None
    if shared is not None:
        kept = _shared(shared, scenario, asked, path)
    elif path is not None and path.exists():
        kept = _resumed(path, scenario, asked)
    elif (scenario, path) == (None, None) and not any(asked.values()):
        kept = _chosen(reader)
    else:
        kept = _begun(reader, scenario, seat, seed, start, mode or MODES[0], path)
    if kept is None:
        return
    with kept as play:
        title = play.session.rules.scenario.title
        begun = play.session.record.nodes
        put(visible(f"{title}, taken up again" if begun else title))
        put()
        folder = scenario or play.session.rules.scenario.id
        command = join(["amur", "play", folder, "--plain", "--record", str(play.file.path)])
        LineMode(play, reader, command).run()


def _chosen(reader: Reader) -> KeptPlay | None:
    """Take up a play that is kept, or begin one; `None` when neither was wanted."""
    from game.cli.plain_input import InputEnded
    from game.cli.plain_kept import gone_on_with
    from game.files.library import Library

    try:
        path = gone_on_with(reader, Library.of_player())
    except InputEnded:
        return None
    if path is None:
        return _begun(reader, None, None, None, None, MODES[0], None)
    return _resumed(path, None, {})


def _shared(
    shared: str, scenario: str | None, asked: Mapping[str, str | None], path: Path | None
) -> KeptPlay:
    """Begin a play from a code or from somebody's record."""
    from game.cli.seating import seating
    from game.files.library import Library
    from game.files.plays import begin_from, rules_told

    library = Library.of_player()

    def rules_for(id: str, start: str | None) -> Rules:
        return rules_told(id, start, library.scenarios_folder, scenario)

    return begin_from(shared, rules_for, seating, library if path is None else path, asked)


def _resumed(path: Path, scenario: str | None, asked: Mapping[str, str | None]) -> KeptPlay:
    """Take up a play; what its record says cannot be asked for otherwise."""
    from game.cli.seating import seating
    from game.files.library import Library
    from game.files.plays import check_asked, resume_play, rules_told

    def rules_for(heading: Heading) -> Rules:
        check_asked(path, heading, asked)
        own = Library.of_player().scenarios_folder
        return rules_told(heading.scenario, heading.start, own, scenario)

    return resume_play(rules_for, path, seating)


def _begun(
    reader: Reader,
    scenario: str | None,
    seat: str | None,
    seed: str | None,
    start: str | None,
    mode: str,
    path: Path | None,
) -> KeptPlay | None:
    """Begin a play; `None` when the input ended before it was said which."""
    from functools import partial

    from game.cli.plain_ask import ask_one
    from game.cli.plain_input import InputEnded
    from game.cli.plain_pages import answered_before_sitting
    from game.cli.seating import seating
    from game.files.begun_with import BOTH, new_seed
    from game.files.library import Library
    from game.files.plays import check_seat, heading_for, rules_of, start_play
    from game.files.scenarios import find_scenarios

    library = Library.of_player()
    own = library.scenarios_folder
    try:
        if scenario is None:
            known = find_scenarios(own)
            scenario = (
                known[0]
                if len(known) == 1
                else ask_one(reader, "What?", known, partial(answered_before_sitting, None))
            )
        rules = rules_of(scenario, start, own)
        seats = rules.table.seats
        if seat is None:
            people = rules.scenario.seats
            named = [f"{people[id].name}, {people[id].office}" for id in seats]
            labels = [*named, "Both: two people at one keyboard"]
            seat = dict(zip(labels, (*seats, BOTH), strict=True))[
                ask_one(
                    reader,
                    f"{rules.scenario.title}: whose chair do you take?",
                    labels,
                    partial(answered_before_sitting, rules.scenario),
                )
            ]
    except InputEnded:
        return None
    check_seat(rules, seat)
    heading = heading_for(rules, seed if seed is not None else new_seed(), seat, mode=mode)
    return start_play(rules, heading, seating, library if path is None else path)
