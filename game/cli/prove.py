"""`amur prove`: for everything in a scenario a play that reaches it, or why there is none."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.cli.prove_search import Piece
    from game.coach.workshop.attempts import Attempt
    from game.coach.workshop.proving import Onlooker, Tried
    from game.scenario.aims import Aim

BATCH = 20
"""Plays that are handed to a worker at a time; they change no witness."""


@click.command()
@click.argument("scenario")
@click.option("--plays", default=1500, type=click.IntRange(0), help="Most plays for one thing.")
@click.option("--seconds", type=click.FloatRange(0), help="Stop then, with what is known.")
@click.option("--workers", default=1, type=click.IntRange(1), help="Processes to share the work.")
@click.option("--keep", is_flag=True, help="Keep the witnesses beside the scenario.")
@click.option("--json", "as_json", is_flag=True, help="Every witness, as an object for tools.")
@click.pass_context
def prove(
    context: click.Context,
    scenario: str,
    plays: int,
    seconds: float | None,
    workers: int,
    keep: bool,
    as_json: bool,
) -> None:
    """A legal play for every scene, choice, option, act and ending, or why there is none.

    Witnesses that were kept, as records under witnesses/, are replayed first.
    Exits with 1 where something is impossible, or was not reached.

    \b
    --json prints an object of format 2; an aim is KIND:ID, a line is an
    object {file, line, column, says}:
      format, scenario, total, witnessed, plays   numbers but for the scenario
      witnesses   by aim: seed, start, by (official, or both chairs),
                  decisions as [seat, words], and kept: {file, node} of a
                  kept record in which it is reached, or null
      impossible  {aim, because, lines}: the lines that cannot hold together
      unknown     {aim, plays, made_for_it, because, held, never}: in how many
                  plays it was looked for, how many were made for it, which
                  lines of its condition held in the best of them, and which
                  never did with these, each with what came nearest

    Of a campaign, format 1: witnesses name besides the twists, impossible
    is {aim, because} and unknown {aim, made_for_it, because}.
    """
    from game.cli.plain_text import put, put_all
    from game.cli.playtest_workers import game_for
    from game.cli.prove_report import Report, as_object, lines
    from game.cli.prove_search import by_workers, driven
    from game.coach.workshop.proving import Prover
    from game.coach.workshop.witnesses import named_in, recall, records_of
    from game.files.library import Library
    from game.files.scenarios import folder_of, read_located
    from game.files.witnesses import file_of, keep_witnesses, kept_witnesses
    from game.rules import CampaignRules, Rules

    if isinstance(game := game_for(scenario, None), CampaignRules):
        from game.cli.prove_campaign import Asked, prove_campaign

        asked = Asked(scenario, plays, seconds, workers, keep, as_json)
        context.exit(prove_campaign(game, asked))
    own = Library.of_player().scenarios_folder
    (read, places), folder = read_located(scenario, own), folder_of(scenario, own)
    starts = {start: Rules(read, start) for start in (None, *read.starts)}
    prover = Prover(starts, plays)
    many = None
    if workers > 1:
        many = by_workers(_tried, scenario, lambda: prover.missing, BATCH, workers)
    kept, failed = driven(
        prover.search(many),
        lambda: recall(prover, kept_witnesses(folder)),
        len(prover.aims),
        seconds,
    )
    proof = prover.proof()
    if keep:
        records = records_of(prover, proof)
        keep_witnesses(folder, records)
        kept = named_in({file_of(name): record for name, record in records.items()})
    report = Report(read, places, proof, kept)
    if as_json:
        put(json.dumps(as_object(report), ensure_ascii=True, indent=1))
    else:
        put_all(lines(report))
    if failed is not None:
        raise failed
    context.exit(int(bool(proof.impossible or proof.unknown)))


def _tried(piece: Piece[Attempt, Aim]) -> list[tuple[Attempt, Tried]]:
    return [
        (attempt, _onlooker(piece.scenario, attempt.start).tried(attempt, piece.missing))
        for attempt in piece.attempts
    ]


@cache
def _onlooker(scenario: str, start: str | None) -> Onlooker:
    """Return who looks at the plays from a start, made once in each process."""
    from game.coach.workshop.proving import Onlooker
    from game.files.library import Library
    from game.files.plays import rules_of

    return Onlooker(rules_of(scenario, start, Library.of_player().scenarios_folder))
