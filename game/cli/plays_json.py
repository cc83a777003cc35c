"""The kept plays as an object for tools: `amur plays --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from game.coach.seen import Coverage
from game.coach.survey import Survey
from game.coach.words_for import whole
from game.files.catalogue import Catalogue
from game.files.summaries import Play
from game.rules import CampaignRules

MEANING = {
    "plays.file": "where the record is; --record of 'amur play' takes it up",
    "plays.played": "when something was decided in it last",
    "plays.decisions": "made by people on the line to the cursor; what they only asked is none",
    "plays.nodes": "decisions of every seat on every line",
    "plays.stands": "where its cursor stands in the story",
    "plays.lines": "ways from the opening to an end; ended are those whose talks are over",
    "plays.outcome": "how the talks ended at the cursor, in whole points; null while they go on",
    "plays.seen": "how much of what there is for the play's chairs was met on any of its lines",
    "plays.trouble": "why the play cannot be read, or replayed to its cursor; else empty",
    "seen": "the same over all plays, by scenario and chair",
    "trash": "the files of plays that were thrown away",
}
"""What the keys mean whose names do not say it."""


def listed(catalogue: Catalogue, plays: Iterable[Play], every: Iterable[Play]) -> dict[str, Any]:
    """Return some plays of all, surveyed, as `amur plays --json` gives them (format 1).

    `format, plays, seen, trash, meaning`.
    `plays`: the last one played first, each with `file`, `name`, `scenario`, `seat`, `persons`,
    `seed`, `start`, `mode`, `played`, `decisions` (people's, to the cursor), `nodes` (every seat's,
    in all), `stands`,
    `lines`, `ended`, `outcome`, `seen`, `bookmarks` and `trouble`; of one that cannot be read only
    `file`, `played` and `trouble` are told.
    `outcome`: `ended, verdict, lasting` (by seat) and `endings`, the pieces of the epilogue; of a
    campaign the pieces alone.
    `seen`: `endings, scenes, choices, acts`, each `{seen, total}`.
    """
    return {
        "format": 1,
        "plays": [_told(catalogue, play) for play in plays],
        "seen": [
            {"scenario": part.scenario, "seat": part.seat, **_coverage(part.coverage)}
            for part in catalogue.seen(every)
        ],
        "trash": [str(play.path) for play in catalogue.trash()],
        "meaning": MEANING,
    }


def _told(catalogue: Catalogue, play: Play) -> dict[str, Any]:
    heading, survey = play.heading, catalogue.survey(play)
    kept = {"file": str(play.path), "played": play.played.isoformat(timespec="seconds")}
    if heading is None:
        return {**kept, "trouble": play.trouble}
    return {
        **kept,
        "name": play.name,
        "scenario": heading.scenario,
        "seat": heading.seat,
        "persons": sorted(heading.played),
        "seed": heading.seed,
        "start": heading.start,
        "mode": heading.mode,
        "decisions": play.decisions,
        "nodes": play.nodes,
        "stands": survey.day,
        "lines": survey.lines,
        "ended": survey.ended,
        "outcome": _outcome(catalogue, play, survey),
        "seen": None if survey.coverage is None else _coverage(survey.coverage),
        "bookmarks": list(play.names),
        "trouble": survey.trouble,
    }


def _outcome(catalogue: Catalogue, play: Play, survey: Survey) -> dict[str, Any] | None:
    """Return how a play ended; of a campaign, which is not one table's, the pieces alone."""
    if play.heading is None or not survey.result:
        return None
    rules = catalogue.rules(play.heading.scenario, play.heading.start)
    outcome = survey.outcome
    if isinstance(rules, CampaignRules) or outcome is None:
        return {"endings": list(survey.told)}
    return {
        "ended": str(outcome.ended),
        "verdict": str(outcome.verdict),
        "lasting": {
            seat: whole(n) for seat, n in zip(rules.table.seats, outcome.lasting, strict=True)
        },
        "endings": list(survey.told),
    }


def _coverage(coverage: Coverage) -> dict[str, dict[str, int]]:
    shares = coverage._asdict()
    return {
        kind: {"seen": shares[kind].seen, "total": shares[kind].total}
        for kind in ("endings", "scenes", "choices", "acts")
    }
