"""`amur prove`: for everything that a scenario holds a play that reaches it, or why there is none.

`--json` gives `format`, `scenario`, `total`, `witnessed` (a number), `plays`, `witnesses` (by aim:
`seed`, `start`, `by`, `decisions` as seat and words), `impossible` (a list of `aim` and `because`)
and `unknown` (a list of aims).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from game.coach.workshop.attempts import Attempt
    from game.coach.workshop.proving import Proof, Prover, Tried, TryAll
    from game.rules import Rules
    from game.scenario.aims import Aim

BATCH = 20
"""Plays that are handed to a worker at a time; they change no witness."""


class Piece(NamedTuple):
    """What a worker is given."""

    scenario: str
    attempts: tuple[Attempt, ...]
    missing: frozenset[Aim]


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
    """A legal play for every scene, choice, option, tactic and ending, or why there is none.

    Witnesses that were kept, as records under witnesses/, are replayed first.
    Exits with 1 where something is impossible, or was not reached.
    """
    from game.cli.plain_text import put, put_all
    from game.cli.progress import progress, progress_ends
    from game.coach.workshop.proving import Prover
    from game.coach.workshop.witnesses import recall, records_of
    from game.files.library import Library
    from game.files.scenarios import folder_of, read_scenario
    from game.files.witnesses import keep_witnesses, kept_witnesses
    from game.rules import Rules

    own = Library.of_player().scenarios_folder
    read, folder = read_scenario(scenario, own), folder_of(scenario, own)
    starts = {start: Rules(read, start) for start in (None, *read.starts)}
    prover, stopped, begun = Prover(starts, plays), False, monotonic()
    search = prover.search(_by_workers(scenario, prover, workers) if workers > 1 else None)
    try:
        recall(prover, kept_witnesses(folder).values())
        for missing in search:
            progress(len(prover.aims) - missing, len(prover.aims), "witnessed")
            if seconds is not None and monotonic() - begun > seconds:
                break
    except KeyboardInterrupt:
        stopped = True
    finally:
        search.close()
        progress_ends()
    proof = prover.proof()
    if keep:
        keep_witnesses(folder, records_of(prover, proof))
    if as_json:
        put(json.dumps(_report(read.id, proof, len(prover.aims)), ensure_ascii=True, indent=1))
    else:
        put_all(_lines(read.id, proof))
    if stopped:
        raise KeyboardInterrupt
    context.exit(int(bool(proof.impossible or proof.unknown)))


def _by_workers(scenario: str, prover: Prover, workers: int) -> TryAll:
    """Return what tries plays in several processes, each batch for what lacks a witness by then."""
    from game.cli.workers import shared

    def try_all(attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        batches = iter(lambda: tuple(islice(attempts, BATCH)), ())
        pieces = (Piece(scenario, batch, frozenset(prover.missing)) for batch in batches)
        for done in shared(_tried, pieces, workers):
            yield from done

    return try_all


def _tried(piece: Piece) -> list[tuple[Attempt, Tried]]:
    from game.coach.workshop.proving import tried

    return [
        (attempt, tried(_rules(piece.scenario, attempt.start), attempt, piece.missing))
        for attempt in piece.attempts
    ]


@cache
def _rules(scenario: str, start: str | None) -> Rules:
    """Return the rules of a start, made once in each process."""
    from game.files.library import Library
    from game.files.plays import rules_of

    return rules_of(scenario, start, Library.of_player().scenarios_folder)


def _report(id: str, proof: Proof, total: int) -> dict[str, Any]:
    return {
        "format": 1,
        "scenario": id,
        "total": total,
        "witnessed": len(proof.witnessed),
        "plays": proof.plays,
        "witnesses": {str(aim): found._asdict() for aim, found in proof.witnessed.items()},
        "impossible": [
            {"aim": str(aim), "because": str(why)} for aim, why in proof.impossible.items()
        ],
        "unknown": list(map(str, proof.unknown)),
    }


def _lines(id: str, proof: Proof) -> Iterator[str]:
    from game.cli.plain_text import hung
    from game.scenario.aims import Kind

    witnessed, impossible, unknown = (
        Counter(aim.kind for aim in found)
        for found in (proof.witnessed, proof.impossible, proof.unknown)
    )
    yield f"{id}: what some legal play reaches"
    yield ""
    yield f"{'':<10}{'all':>6}{'witnessed':>11}{'impossible':>12}{'unknown':>9}"
    for kind in Kind:
        counts = witnessed[kind], impossible[kind], unknown[kind]
        yield f"{kind + 's':<10}{sum(counts):>6}{counts[0]:>11}{counts[1]:>12}{counts[2]:>9}"
    official = sum(found.by == "official" for found in proof.witnessed.values())
    yield ""
    yield f"{proof.plays:,} plays; in {official} of the witnesses the official sits opposite."
    for aim, why in proof.impossible.items():
        yield hung(f"impossible  {aim}: ", str(why))
    for aim in proof.unknown:
        yield f"unknown after {proof.plays:,} plays  {aim}"
