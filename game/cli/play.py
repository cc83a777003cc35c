"""`amur play` and `amur scenarios`: the game on the screen, or line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from game.files.begun_with import MODES

if TYPE_CHECKING:
    from game.policy import Policy
    from game.rules import Game


class Asked(NamedTuple):
    """What was said of the play on the command line."""

    scenario: str | None = None
    seat: str | None = None
    seed: str | None = None
    start: str | None = None
    mode: str | None = None
    record: str | None = None
    shared: str | None = None
    watch: bool = False
    twists: tuple[str, ...] = ()

    @property
    def terms(self) -> dict[str, str | None]:
        """What a play that is kept already must not contradict."""
        return {"seat": self.seat, "seed": self.seed, "start": self.start, "mode": self.mode}


@click.command()
@click.argument("scenario", required=False)
def scenarios(scenario: str | None) -> None:
    """List what can be played; of one SCENARIO tell what it is for and what to ask a class."""
    if scenario is None:
        _list_all()
    else:
        _tell_one(scenario)


def _tell_one(named: str) -> None:
    from game.cli.plain_pages import print_lesson
    from game.cli.plain_text import put, say
    from game.files.begun_with import told_of
    from game.files.library import Library
    from game.files.scenarios import read_any

    scenario = read_any(named, Library.of_player().scenarios_folder)
    say(f"{scenario.title} ({told_of(scenario)})")
    if scenario.content_note:
        say(scenario.content_note)
    put()
    print_lesson(scenario)


def _list_all() -> None:
    from game.cli.plain_text import put
    from game.coach.visible import visible
    from game.files.begun_with import BOTH, chairs_of, told_of
    from game.files.library import Library
    from game.files.offered import offered
    from game.scenario.days import said

    for id, scenario in offered(Library.of_player().scenarios_folder):
        if scenario is None:
            put(f"{id:<20} cannot be played; 'amur check {id}' says why")
            continue
        seats = " or ".join(chair for chair in chairs_of(scenario) if chair != BOTH)
        put(visible(f"{id:<20} {scenario.title} ({seats}, {told_of(scenario)})"))
        for start, authored in scenario.starts.items():
            dated = f" ({said(authored.date)})" if authored.date else ""
            put(visible(f"{'':<20}   --start {start}: {authored.title}{dated}"))
        for twist, changed in getattr(scenario, "twists", {}).items():
            put(visible(f"{'':<20}   --twist {twist}: {changed.title}"))


@click.command()
@click.argument("scenario", required=False)
@click.option("--seat", metavar="S", help="Your chair, or 'both' for two people.")
@click.option("--seed", metavar="N", help="Who sits opposite, and what fortune holds.")
@click.option("--start", metavar="S", help="Another start of the scenario.")
@click.option("--twist", "twists", metavar="T", multiple=True, help="A change of the world.")
@click.option("--mode", type=click.Choice(MODES), help="Words, or words and numbers.")
@click.option("--plain", is_flag=True, help="Line mode: text only, from any input.")
@click.option(
    "--record", metavar="FILE|PLAY", help="Keep the play there; take it up if it is kept already."
)
@click.option(
    "--from", "shared", metavar="CODE", help="Go on from a code, or from a copy of a record FILE."
)
@click.option("--watch", is_flag=True, help="For authors: play on by what you change meanwhile.")
def play(
    scenario: str | None,
    seat: str | None,
    seed: str | None,
    start: str | None,
    twists: tuple[str, ...],
    mode: str | None,
    plain: bool,
    record: str | None,
    shared: str | None,
    watch: bool,
) -> None:
    """Play a scenario; without one, choose.

    Every decision is kept as soon as it is made. In line mode numbers or words are read from
    standard input, and nothing but text is printed.

    With --watch a change in the scenario's folder is read at once and the play replayed to where it
    was; of a fault its place is said, and the play goes on by the rules as they were. Where there
    are faults from the beginning, it begins once they are mended. The record of an old version, if
    anything was decided in it, is kept beside the play's as NAME-before.amur.
    """
    if record is not None:
        from game.files.plays import check_file

        check_file(record)
        if not Path(record).exists():
            from game.cli.opening import place_of, say_of_new

            place = place_of(record, is_new=shared is not None)
            if scenario is None and shared is None and not place.exists():
                say_of_new(record, place)
            record = str(place)
    asked = Asked(scenario, seat, seed, start, mode, record, shared, watch, twists)
    is_on_screen = not plain and _has_screen()
    if not plain and not is_on_screen:
        _say_why_plain()
    begin = partial(_on_screen if is_on_screen else _in_lines, asked)
    if not watch:
        begin()
        return
    from game.cli.mended_first import once_mended
    from game.cli.plain_input import Reader

    once_mended(begin, Reader())


def opened() -> None:
    """Open the game as `amur` alone does."""
    if _has_screen():
        _on_screen(Asked())
    else:
        _say_why_plain()
        _in_lines(Asked())


def _has_screen() -> bool:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return is_terminal and os.environ.get("TERM", "") != "dumb"


def _say_why_plain() -> None:
    from game.cli.plain_text import say

    say("There is no terminal to draw on, so this is line mode: numbers or words, and text.")


def _on_screen(asked: Asked) -> None:
    from game.tui.offline import import_offline

    import_offline()  # before the screen does
    from game.tui.opened import run

    run(_seating, **asked._asdict())


def _seating(rules: Game, seed: str) -> Mapping[str, Policy]:
    """Return who decides for the chairs; imported when a play begins, after the first picture."""
    from game.cli.seating import seating

    return seating(rules, seed)


def _in_lines(asked: Asked) -> None:
    from shlex import join
    from time import time_ns

    from game.cli.plain import LineMode
    from game.cli.plain_input import Reader
    from game.cli.plain_open import opened_play
    from game.cli.plain_text import put
    from game.coach.visible import visible
    from game.rules import CampaignRules

    reader, since = Reader(), time_ns()
    path = None if asked.record is None else Path(asked.record)
    kept = opened_play(reader, asked.scenario, asked.terms, path, asked.shared, asked.twists)
    if kept is None:
        return
    with kept as play:
        game = play.session.game
        title = game.scenario.title
        begun = play.session.record.nodes
        put(visible(f"{title}, taken up again" if begun else title))
        put()
        folder = asked.scenario or game.scenario.id
        where = str(play.file.path.absolute())
        command = join(["amur", "play", folder, "--plain", "--record", where])
        if asked.watch:
            from game.cli.plain_watch import play_watched

            play_watched(play, reader, asked.scenario, since)
            return
        if isinstance(game, CampaignRules):
            from game.cli.plain_campaign import CampaignMode

            CampaignMode(play, reader, command).run()
            return
        LineMode(play, reader, command).run()
