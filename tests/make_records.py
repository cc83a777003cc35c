"""Write records of the present game for all later ones to open: `python -m tests.make_records`.

For whoever changes the format, a rule or a scenario, once it is done. Each record goes into
tests/records/format-N under a name with the digest of the scenario, with a JSON object beside it
that says what it gave when it was written. What lies there is never written anew: it is what
players have.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from game.cli.replay_json import came_of
from game.cli.seating import seating
from game.files.plays import heading_for
from game.files.record_lines import FORMAT, heading_text, line_text
from game.files.scenarios import read_scenario
from game.policy import persona
from game.record import (
    OPENING,
    Glyph,
    Name,
    Note,
    Promotion,
    Record,
    Sign,
    States,
    code_of,
    digest,
)
from game.record.history import documented
from game.rules import Rules
from game.session import Session
from tests.proof.kills import act

RECORDS = Path(__file__).parent / "records"
TINY = Path(__file__).parent / "cases" / "tiny"
SIX_DAYS = "aigun-six-days"
LINES = 40


class Made(NamedTuple):
    """A record that was made, and the rules that it was made by."""

    rules: Rules
    record: Record


def main() -> int:
    """Write what is not there yet, and say what was written."""
    folder = RECORDS / f"format-{FORMAT}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (rules, record) in made():
        path = folder / f"{name}-{rules.scenario.digest[:8]}.amur"
        if path.exists():
            print(f"{path}: there already, and left as it is")  # noqa: T201
            continue
        texts = [heading_text(record.heading), *map(line_text, record.lines)]
        beside = json.dumps(what_it_gave(rules, record), indent=1, ensure_ascii=False)
        path.with_suffix(".json").write_text(beside + "\n", "utf-8")
        path.write_text("".join(text + "\n" for text in texts), "utf-8", newline="\n")
        print(f"{path}: {len(record.nodes)} decisions")  # noqa: T201
    return 0


def made() -> Iterator[tuple[str, Made]]:
    """Yield each record with its name; the same ones every time, by the same rules."""
    rules = Rules(read_scenario(SIX_DAYS))
    history = documented(rules)
    yield "history", Made(rules, history)
    yield "tree", Made(rules, grown(rules, "1858", "muraviev", LINES))
    yield "two-people", Made(rules, by_personas(rules, "7", "both", "integrative", "official"))
    yield "yishan", Made(rules, by_personas(rules, "1860", "yishan", "official"))
    early = Rules(rules.scenario, "1854")
    yield "early-in-points", Made(early, grown(early, "Ёлка", "muraviev", 2, mode="points"))
    tiny = Rules(read_scenario(TINY))
    yield "tiny", Made(tiny, grown(tiny, "1858", "ferryman", 6))


def grown(rules: Rules, seed: str, seat: str, lines: int, mode: str = "advisers") -> Record:
    """Return the record of a play that went back, remarked and promoted, until it had its lines."""
    lot = Random(f"{seed} {seat} {lines}")
    record = Record(heading_for(rules, seed, seat, mode=mode))
    session = Session(rules, record, seating(rules, seed))
    while len(session.record.ends()) < lines or not session.is_over:
        act(session, lot)
        if lot.random() < 0.15:
            session.remark(remark(lot, lot.choice([OPENING, *session.record.nodes])))
    session.go_to(lot.choice(list(session.record.nodes)))
    return session.record


def remark(lot: Random, on: int) -> Name | Note | Sign | Promotion:
    """Return a remark on a node, drawn by lot."""
    texts = ("the last word", "«Подождём»", "", "two\nlines", "\u202eturned")
    return lot.choice(
        (
            Sign(on, lot.choice([*Glyph, None])),
            Name(on, lot.choice(texts)),
            Note(on, lot.choice(texts)),
            Promotion(on),
        )
    )


def by_personas(rules: Rules, seed: str, seat: str, *names: str) -> Record:
    """Return the record of a whole play in which personas decide for the persons, by chairs."""
    session = Session(rules, Record(heading_for(rules, seed, seat)), seating(rules, seed))
    seats = [seat for seat in rules.table.seats if seat in session.persons]
    players = {seat: persona(name, rules, seed) for seat, name in zip(seats, names, strict=True)}
    session.advance()
    while session.awaits_person:
        session.decide(players[session.seat].choose(session.view(), session.legal()))
    return session.record


def what_it_gave(rules: Rules, record: Record) -> dict[str, Any]:
    """Return what a record comes to: its size, how the line played last ends, and its code."""
    line = record.current_line()
    end = line[-1].id if line else OPENING
    state = States(rules, record.heading.seed).at(record, end)
    came = came_of(rules, record, state, [])
    return {
        "nodes": len(record.nodes),
        "lines": len(record.ends()),
        "names": len(record.names),
        "notes": len(record.notes),
        "glyphs": len(record.glyphs),
        "decisions": len(line),
        "ended": came["ended"],
        "ending": came["ending"],
        "treaty": came["tables"][rules.scenario.table.id]["treaty"],
        "state": digest(state),
        "code": code_of(rules, record),
    }


if __name__ == "__main__":
    sys.exit(main())
