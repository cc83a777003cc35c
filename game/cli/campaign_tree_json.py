"""The tree of a campaign's record as an object for tools: `amur tree --json`."""

from __future__ import annotations

from typing import Any

from game.coach.outline_words import opens_archives
from game.coach.seasons.endings import epilogue
from game.errors import RecordError
from game.record import OPENING, Node, Record, States, fair_copy
from game.record.history import SEED, documented, has_history
from game.record.roads import meetings
from game.rules import CampaignRules
from game.state import State


def tree_of_campaign(rules: CampaignRules, record: Record, states: States) -> dict[str, Any]:
    """Return a record's tree, as `amur tree --json` gives it of a campaign (format 1).

    As of one table; each of `nodes` has `season`, `turn` and `table` beside `sitting` (null and 0
    outside talks), and `ending`, the pieces of the epilogue, instead of `verdict` and `lasting`.
    """
    same = meetings(record, states)
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "seed": record.heading.seed,
        "seat": rules.seats[0],
        "title": record.names.get(OPENING, ""),
        "cursor": record.cursor,
        "main": [node.id for node in record.main_line()],
        "fair": [node.id for node in fair_copy(record)],
        "nodes": [_node(rules, record, states, node, same) for node in record.nodes.values()],
        "history": _history(rules) if opens_archives(record, states) else None,
    }


def _node(
    rules: CampaignRules, record: Record, states: States, node: Node, same: dict[int, int]
) -> dict[str, Any]:
    state = _state(states, record, node.id)
    before = None if state is None else states.at(record, node.parent)
    over = state is not None and rules.outcome(state) is not None
    return {
        "id": node.id,
        "on": node.parent,
        "seat": node.seat_id,
        "do": node.decision_text,
        "state": node.digest,
        "turn": None if before is None else before.turn,
        "season": None if before is None else _season(rules, before.turn),
        "table": None
        if before is None or not before.at
        else list(rules.scenario.tables)[before.at - 1],
        "sitting": None if before is None else before.sitting,
        "name": record.names.get(node.id, ""),
        "note": record.notes.get(node.id, ""),
        "glyph": record.glyphs.get(node.id, ""),
        "variations": list(record.children.get(node.id, ())),
        "ended": str(state.ended) if state is not None and over else None,
        "ending": [piece.id for piece in epilogue(rules, state)]
        if state is not None and over
        else [],
        "same-as": same.get(node.id),
        "replays": state is not None,
    }


def _state(states: States, record: Record, node: int) -> State | None:
    try:
        return states.at(record, node)
    except RecordError:
        return None


def _history(rules: CampaignRules) -> dict[str, Any] | None:
    """Return the documented line in short; `None` where the scenario keeps none from here."""
    if not has_history(rules):
        return None
    line = documented(rules)
    end = States(rules, SEED).at(line, line.cursor)
    over = rules.outcome(end) is not None
    return {
        "seed": SEED,
        "decisions": len(line.nodes),
        "ended": str(end.ended) if over else None,
        "ending": [piece.id for piece in epilogue(rules, end)] if over else [],
    }


def _season(rules: CampaignRules, turn: int) -> str:
    season = rules.seasons[turn]
    return f"{season.quarter} {season.year}"
