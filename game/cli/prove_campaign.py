"""`amur prove` of a campaign: the search driven, its witnesses kept, and what was found told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from game.cli.plain_text import put, put_all, wrapped
from game.cli.playtest_workers import game_for
from game.cli.prove_search import Piece, and_choices, by_workers, driven, table_of
from game.coach.words_for import counted
from game.coach.workshop.seasons.aims import Aim, Kind, scene_of
from game.coach.workshop.seasons.lacking import lacking
from game.coach.workshop.seasons.proving import (
    Attempt,
    CampaignProver,
    Proof,
    Tried,
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


def prove_campaign(rules: CampaignRules, asked: Asked) -> int:
    """Look for witnesses and tell what was found; return 0 where everything has one, else 1."""
    folder = folder_of(asked.scenario, Library.of_player().scenarios_folder)
    prover, many = CampaignProver(rules, asked.plays), None
    if asked.workers > 1:
        many = by_workers(_tried, asked.scenario, lambda: prover.missing, BATCH, asked.workers)
    kept, failed = driven(
        prover.search(many),
        lambda: recall(prover, kept_witnesses(folder)),
        len(prover.aims),
        asked.seconds,
    )
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


def _tried(piece: Piece[Attempt, Aim]) -> list[tuple[Attempt, Tried]]:
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
    found = (proof.witnessed, proof.impossible, proof.unknown)
    yield from table_of(rules.scenario.id, Kind, *([aim.kind for aim in each] for each in found))
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


def _choices(scene: Aim, found: Iterable[Aim]) -> str:
    return and_choices(aim.id for aim in found if scene_of(aim) == scene)
