"""`amur prove` of a campaign: the search driven, its witnesses kept, and what was found told."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePath
from time import monotonic
from typing import Any, NamedTuple

from game.cli.plain_text import put, put_all, wrapped
from game.cli.playtest_workers import game_for
from game.cli.progress import progress, progress_ends
from game.cli.workers import WorkerLostError, shared
from game.coach.words_for import counted, listed
from game.coach.workshop.seasons.aims import Aim, Kind, scene_of
from game.coach.workshop.seasons.lacking import lacking
from game.coach.workshop.seasons.proving import (
    Attempt,
    CampaignProver,
    Proof,
    Tried,
    TryAll,
    begun_by,
    tried,
)
from game.coach.workshop.seasons.witnesses import named_in, recall, records_of
from game.files.folders import folder_of
from game.files.library import Library
from game.files.witnesses import file_of, keep_witnesses, kept_witnesses
from game.rules import CampaignRules

BATCH = 10
"""Plays that are handed to a worker at a time; they change no witness."""

Kept = Mapping[Aim, tuple[PurePath, int]]
"""The record that is kept of a witness, and the node in it where the thing is reached."""


class Asked(NamedTuple):
    """What was asked for on the command line."""

    scenario: str
    plays: int
    seconds: float | None
    workers: int
    keep: bool
    as_json: bool


class Piece(NamedTuple):
    """What a worker is given."""

    scenario: str
    attempts: tuple[Attempt, ...]
    missing: frozenset[Aim]


def prove_campaign(rules: CampaignRules, asked: Asked) -> int:
    """Look for witnesses and tell what was found; return 0 where everything has one, else 1."""
    folder = folder_of(asked.scenario, Library.of_player().scenarios_folder)
    prover, begun = CampaignProver(rules, asked.plays), monotonic()
    many = _by_workers(asked.scenario, prover, asked.workers) if asked.workers > 1 else None
    search = prover.search(many)
    failed: KeyboardInterrupt | WorkerLostError | None = None
    kept: Kept = {}
    try:
        kept = recall(prover, kept_witnesses(folder))
        for missing in search:
            progress(len(prover.aims) - missing, len(prover.aims), "witnessed")
            if asked.seconds is not None and monotonic() - begun > asked.seconds:
                break
    except (KeyboardInterrupt, WorkerLostError) as error:
        failed = error
    finally:
        search.close()
        progress_ends()
    proof = prover.proof()
    if asked.keep:
        records = records_of(prover, proof)
        keep_witnesses(folder, records)
        kept = named_in({file_of(name): record for name, record in records.items()})
    unknown = {aim: lacking(rules, aim) for aim in proof.unknown}
    if asked.as_json:
        put(json.dumps(_as_object(rules, proof, kept, unknown), indent=1))
    else:
        put_all(_lines(rules, proof, unknown))
    if failed is not None:
        raise failed
    return int(bool(proof.impossible or proof.unknown))


def _by_workers(scenario: str, prover: CampaignProver, workers: int) -> TryAll:
    """Return what tries plays in several processes, each batch for what lacks a witness by then."""

    def try_all(attempts: Iterator[Attempt]) -> Iterator[tuple[Attempt, Tried]]:
        batches = iter(lambda: tuple(islice(attempts, BATCH)), ())
        pieces = (Piece(scenario, batch, frozenset(prover.missing)) for batch in batches)
        for done in shared(_tried, pieces, workers):
            yield from done

    return try_all


def _tried(piece: Piece) -> list[tuple[Attempt, Tried]]:
    rules = game_for(piece.scenario, None)
    assert isinstance(rules, CampaignRules)
    return [
        (attempt, tried(begun_by(rules, attempt.begun), attempt, piece.missing))
        for attempt in piece.attempts
    ]


def _as_object(
    rules: CampaignRules, proof: Proof, kept: Kept, unknown: Mapping[Aim, str]
) -> dict[str, Any]:
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "total": len(proof.witnessed) + len(proof.impossible) + len(proof.unknown),
        "witnessed": len(proof.witnessed),
        "plays": proof.plays,
        "witnesses": {
            str(aim): {
                "start": found.begun[0],
                "twists": list(found.begun[1]),
                "seed": found.seed,
                "by": found.by,
                "decisions": list(map(list, found.decisions)),
                "kept": {"file": kept[aim][0].as_posix(), "node": kept[aim][1]}
                if aim in kept
                else None,
            }
            for aim, found in proof.witnessed.items()
        },
        "impossible": [{"aim": str(aim), "because": why} for aim, why in proof.impossible.items()],
        "unknown": [
            {"aim": str(aim), "made_for_it": made, "because": unknown[aim]}
            for aim, made in proof.unknown.items()
        ],
    }


def _lines(rules: CampaignRules, proof: Proof, unknown: Mapping[Aim, str]) -> Iterator[str]:
    witnessed, impossible, missing = (
        Counter(aim.kind for aim in found)
        for found in (proof.witnessed, proof.impossible, proof.unknown)
    )
    yield f"{rules.scenario.id}: what some legal play reaches"
    yield ""
    yield f"{'':<10}{'all':>6}{'witnessed':>11}{'impossible':>12}{'unknown':>9}"
    for kind in Kind:
        counts = witnessed[kind], impossible[kind], missing[kind]
        yield f"{kind.told + 's':<10}{sum(counts):>6}{counts[0]:>11}{counts[1]:>12}{counts[2]:>9}"
    yield ""
    yield f"{counted(proof.plays, 'play')}."
    for aim, why in proof.impossible.items():
        if scene_of(aim) not in proof.impossible:
            yield f"impossible  {aim.told}"
            yield wrapped(f"{why}{_choices(aim, proof.impossible)}", "    ")
    for aim, made in proof.unknown.items():
        if scene_of(aim) not in proof.unknown:
            yield f"unknown  {aim.told}"
            of_it = _choices(aim, proof.unknown)
            yield wrapped(f"{counted(made, 'play')} made for it; {unknown[aim]}{of_it}", "    ")


def _choices(scene: Aim, found: Mapping[Aim, object]) -> str:
    """Return the choices of a scene that are found with it, since they are made only in it."""
    choices = [aim.id.partition(".")[2] for aim in found if scene_of(aim) == scene]
    return f"; and with it its choices {listed(choices)}" if choices else ""
