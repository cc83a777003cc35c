"""`amur graph`: what leads to what in a scenario, and how often plays meet it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.coach.workshop.playing import Game
    from game.rules import Rules


@click.command()
@click.argument("scenario")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "dot", "svg"]),
    default="text",
    help="Lines for a terminal, the language of Graphviz, or a picture.",
)
@click.option("--output", metavar="FILE", help="Write a new file instead of printing.")
@click.option("--games", default=200, type=click.IntRange(0), help="Plays that are counted.")
@click.option("--seed", default="graph", help="The seeds are SEED-0, SEED-1 and so on.")
@click.option("--policy", default="random,integrative", metavar="P[,Q]", help="Who plays them.")
def graph(scenario: str, form: str, output: str | None, games: int, seed: str, policy: str) -> None:
    """Show the scenes and endings of a scenario, what leads to what, and how often.

    The hit rates come of plays by personas in the claimant's chair against the official, in turn.
    """
    from game.cli.plain_text import put
    from game.cli.progress import progress_ends
    from game.coach.workshop import graph_svg, graph_text
    from game.coach.workshop.graph import graph as graph_of
    from game.coach.workshop.graph import rates
    from game.files.library import Library
    from game.files.new_file import check_new, write_new_text
    from game.files.plays import rules_of

    if output is not None:
        check_new(Path(output))
    rules = rules_of(scenario, None, Library.of_player().scenarios_folder)
    whole = graph_of(rules.scenario)
    names = _personas(policy)
    try:
        counted = rates(rules, whole, _games(rules, names, games, seed))
    finally:
        progress_ends()
    if form == "svg":
        text = graph_svg.svg(whole, counted)
    else:
        show = graph_text.lines if form == "text" else graph_text.dot
        text = "\n".join(show(whole, counted)) + "\n"
    if output is None:
        put(text.removesuffix("\n"))
    else:
        write_new_text(Path(output), text)


def _personas(policy: str) -> list[str]:
    from game.coach.workshop.playing import known_personas, may_sit
    from game.errors import UsageError
    from game.state import CLAIMANT

    able = [name for name in known_personas() if may_sit(name, CLAIMANT)]
    names = [name.strip() for name in policy.split(",") if name.strip()]
    for name in names:
        if name not in able:
            raise UsageError(f"there is no claimant '{name}'; there are {', '.join(able)}")
    if not names:
        raise UsageError(f"name who plays; there are {', '.join(able)}")
    return names


def _games(rules: Rules, names: list[str], games: int, seed: str) -> Iterator[Game]:
    from game.cli.progress import progress
    from game.coach.workshop.playing import play_once, seated
    from game.state import CLAIMANT

    for number in range(games):
        key = f"{seed}-{number}"
        name = names[number % len(names)]
        yield play_once(rules, seated(rules, name, "official", CLAIMANT, key), key)
        progress(number + 1, games)
