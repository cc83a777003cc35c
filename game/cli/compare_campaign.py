"""`amur compare` of a campaign: two lines in words, or as an object for tools."""

from __future__ import annotations

from typing import Any

from game.coach.seasons.compare import Comparison, Side, first_cause
from game.coach.seasons.compare_whole import parts
from game.coach.seasons.endings import epilogue, measures
from game.record import digest
from game.rules import CampaignRules


def compared_as(rules: CampaignRules, compared: Comparison, mode: str) -> dict[str, Any]:
    """Return a comparison, as `amur compare --json` gives it of a campaign (format 1).

    `format, scenario, a, b, common, first_difference, parts`. `a` and `b`: `name, node, seed,
    start, twists, turn, ended, ending, tracks, measures, digest`. `first_difference`: `where` the
    lines part, and what `a` and `b` decide there, empty where a line stops; null where they are
    the same. `parts`: what is told of the difference, each with `kind, heading, said` and `rows`
    of `label, a, b`. Lines of two starts have nothing in common, and are told from the season on in
    which both are.
    """
    where, in_a, in_b = first_cause(rules, compared)
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "a": _side(compared.a),
        "b": _side(compared.b),
        "common": compared.common,
        "first_difference": {"where": where, "a": in_a, "b": in_b} if where else None,
        "parts": [
            {
                "kind": str(part.kind),
                "heading": part.heading,
                "said": list(part.said),
                "rows": [
                    {"label": row.label, "a": row.a, "b": row.b} for row in part.rows if row.differs
                ],
            }
            for part in parts(rules, compared, mode)
        ],
    }


def _side(one: Side) -> dict[str, Any]:
    rules = one.rules
    over = rules.outcome(one.end) is not None
    return {
        "name": one.name,
        "node": one.node,
        "seed": one.record.heading.seed,
        "start": rules.start,
        "twists": list(rules.twists),
        "turn": one.end.turn,
        "ended": str(one.end.ended) if over else None,
        "ending": [piece.id for piece in epilogue(rules, one.end)] if over else [],
        "tracks": {id: one.end.levels[at] for id, at in rules.levels.items()} if over else None,
        "measures": measures(rules, one.end) if over else None,
        "digest": digest(one.end),
    }
