"""A comparison as an object for tools and a teacher's table: `amur compare --json`."""

from __future__ import annotations

from typing import Any

from game.coach.compare import Came, Comparison, Side, court_of, legacy_of, outcome_of
from game.coach.compare_words import cause_told, said_of
from game.coach.levels import level_of
from game.coach.redline import redline
from game.coach.words_for import option_text, whole
from game.negotiation import Package
from game.record import OPENING, Step, digest
from game.rules import Rules, settled
from game.state import Entry


def compared_as(rules: Rules, compared: Comparison) -> dict[str, Any]:
    """Return a comparison, as `amur compare --json` gives it (format 1).

    `format, scenario, a, b, common, first_difference, stayed, days, treaty, distance`.
    `a` and `b`: `name, node, seed, seat, sitting, ended, verdict, treaty, values, walk-aways,
    lasting, court, tracks, ending, digest`; what only an end tells is null before it, values are
    whole points. `court`: `support` and `factions`, each with its share, in per cent.
    `common`: `decisions` and the last `node` of each that both lines share.
    `first_difference`: `cause` (same, fortune, decision, answer, stop), `says`, `sitting`, and
    for `a` and `b` the `node, seat, do, says`, null where a line stops.
    `stayed`: `what, subject, sitting, size` of what fortune holds for both alike.
    `days`: by `sitting` the steps of `a` and `b` with what the other has not: `node, seat, do,
    decided_alike, entries`; an entry is `what, because, data`.
    `treaty`: by issue `a, b, same` and the `redline`, pairs of ink (same, gone, come) and words;
    null where not both lines have one.
    `distance`: `clauses, square_miles, sittings, days`, from `a` to `b`.
    """
    a, b, fork = compared.a, compared.b, compared.fork
    step = fork.step or fork.other
    return {
        "format": 1,
        "scenario": rules.scenario.id,
        "a": _side(rules, a),
        "b": _side(rules, b),
        "common": {
            "decisions": fork.common,
            "a": _last(a, fork.common),
            "b": _last(b, fork.common),
        },
        "first_difference": {
            "cause": str(fork.cause),
            "says": cause_told(rules, compared),
            "sitting": None if step is None else step.before.sitting,
            "a": _step(rules, a, fork.step),
            "b": _step(rules, b, fork.other),
        },
        "stayed": [stayed._asdict() for stayed in compared.stayed],
        "days": [
            {
                "sitting": day.sitting,
                "a": [_came(rules, came) for came in day.came],
                "b": [_came(rules, came) for came in day.other],
            }
            for day in compared.days
        ],
        "treaty": _redlines(rules, a.end.treaty, b.end.treaty),
        "distance": compared.distance._asdict(),
    }


def _side(rules: Rules, one: Side) -> dict[str, Any]:
    outcome, page, seats = outcome_of(rules, one), court_of(rules, one), rules.table.seats

    def by_seat(hundredths: tuple[int, int]) -> dict[str, int]:
        return {seat: whole(value) for seat, value in zip(seats, hundredths, strict=True)}

    return {
        "name": one.name,
        "node": one.node,
        "seed": one.record.heading.seed,
        "seat": seats[one.seat],
        "sitting": one.end.sitting,
        "ended": None if outcome is None else str(outcome.ended),
        "verdict": None if outcome is None else str(outcome.verdict),
        "treaty": _terms(rules, one.end.treaty),
        "values": None if outcome is None else by_seat(outcome.values),
        "walk-aways": None if outcome is None else by_seat(outcome.walks),
        "lasting": None if outcome is None else by_seat(outcome.lasting),
        "court": None
        if page is None
        else {
            "support": page.outcome.support,
            "factions": [
                {"label": says.label, "share": says.share, "support": says.support}
                for says in page.factions
            ],
        },
        "tracks": {id: level_of(rules, one.end, id) for id in rules.scenario.tracks}
        if one.is_over
        else None,
        "ending": [piece.id for piece in legacy_of(rules, one)],
        "digest": digest(one.end),
    }


def _last(one: Side, common: int) -> int:
    return one.steps[common - 1].node.id if common else OPENING


def _step(rules: Rules, one: Side, step: Step | None) -> dict[str, Any] | None:
    if step is None:
        return None
    return {**_node(step), "says": said_of(rules, one, step)}


def _node(step: Step) -> dict[str, Any]:
    node = step.node
    return {"node": node.id, "seat": node.seat_id, "do": node.decision_text}


def _came(rules: Rules, came: Came) -> dict[str, Any]:
    return {
        **_node(came.step),
        "decided_alike": came.is_decided_alike,
        "entries": [_entry(rules, entry) for entry in came.entries],
    }


def _entry(rules: Rules, entry: Entry) -> dict[str, Any]:
    data = {
        key: _terms(rules, value) if isinstance(value, tuple) else value
        for key, value in entry.data
    }
    return {"what": entry.what, "because": entry.because, "data": data}


def _terms(rules: Rules, paper: Package | None) -> dict[str, str] | None:
    return None if paper is None else settled(paper, rules.table)


def _redlines(rules: Rules, a: Package | None, b: Package | None) -> dict[str, Any] | None:
    if a is None or b is None:
        return None
    found = {}
    for issue, id in enumerate(rules.table.issues):
        texts = [option_text(rules.scenario, issue, paper[issue]) for paper in (a, b)]
        options = [rules.table.options[issue][paper[issue]] for paper in (a, b)]
        found[id] = {
            "a": options[0],
            "b": options[1],
            "same": options[0] == options[1],
            "redline": [[str(words.ink), words.text] for words in redline(*texts)],
        }
    return found
