"""A record's tree as an object for tools: `amur tree --json`."""

from __future__ import annotations

from typing import Any

from game.coach.outline_words import opens_archives
from game.coach.tree_ends import Ends
from game.coach.untried import tried_in, untried
from game.coach.words_for import whole
from game.errors import RecordError
from game.record import OPENING, Record, States, fair_copy, told_to
from game.record.history import SEED, documented, has_history
from game.record.roads import meetings
from game.rules import Outcome, Rules


def tree_of(rules: Rules, record: Record, states: States) -> dict[str, Any]:
    """Return a record's tree, as `amur tree --json` gives it (format 1).

    `format, scenario, seed, seat, title, cursor, main, fair, nodes, history`: `main` and `fair`
    are the ids of the main line and of the fair copy, the run before the play first went back;
    `title` is the play's own name. `history` is the documented line beside them, with its `seed,
    decisions, ended, verdict, lasting`; null before a line of this play has come to an end.
    Each of `nodes`: `id, on, seat, do, state, sitting, name, note, glyph, variations, ended,
    verdict, lasting, same-as, untried, replays`. `variations` are ids, the main one first;
    `ended`, `verdict` and `lasting` (whole points by seat) are null while the talks go on;
    `same-as` is the earlier node whose position another road had reached; `untried` counts the
    options there that the seat never took in this record; `replays` is false from where the
    scenario has changed too far.
    """
    ends = Ends(rules, states)
    same = meetings(record, states)
    tried = {seat: tried_in([record], seat) for seat in rules.table.seats}
    nodes = []
    for node in record.nodes.values():
        try:
            state = states.at(record, node.id)
        except RecordError:
            state = None
        outcome = None if state is None else ends.at(record, node.id)
        seat = None if state is None or outcome is not None else rules.table.seats[state.seat]
        nodes.append(
            {
                "id": node.id,
                "on": node.parent,
                "seat": node.seat_id,
                "do": node.decision_text,
                "state": node.digest,
                "sitting": None if state is None else states.at(record, node.parent).sitting,
                "name": record.names.get(node.id, ""),
                "note": record.notes.get(node.id, ""),
                "glyph": record.glyphs.get(node.id, ""),
                "variations": list(record.children.get(node.id, ())),
                "ended": None if outcome is None else str(outcome.ended),
                "verdict": None if outcome is None else str(outcome.verdict),
                "lasting": None if outcome is None else _lasting(rules, outcome),
                "same-as": same.get(node.id),
                "untried": 0
                if state is None or seat is None
                else len(untried(rules, state, tried[seat])),
                "replays": state is not None,
            }
        )
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "seed": record.heading.seed,
        "seat": rules.table.seats[told_to(rules, record.heading)],
        "title": record.names.get(OPENING, ""),
        "cursor": record.cursor,
        "main": [node.id for node in record.main_line()],
        "fair": [node.id for node in fair_copy(record)],
        "nodes": nodes,
        "history": _history(rules) if opens_archives(record, states) else None,
    }


def _history(rules: Rules) -> dict[str, Any] | None:
    """Return the documented line in short; `None` where the scenario keeps none from here."""
    if not has_history(rules):
        return None
    line = documented(rules)
    outcome = rules.outcome(States(rules, SEED).at(line, line.cursor))
    return {
        "seed": SEED,
        "decisions": len(line.nodes),
        "ended": None if outcome is None else str(outcome.ended),
        "verdict": None if outcome is None else str(outcome.verdict),
        "lasting": None if outcome is None else _lasting(rules, outcome),
    }


def _lasting(rules: Rules, outcome: Outcome) -> dict[str, int]:
    """Return what lasted for each seat, in whole points, as it is told everywhere."""
    return {
        seat: whole(value) for seat, value in zip(rules.table.seats, outcome.lasting, strict=True)
    }
