"""What a play has come to, as an object for tools and a teacher's table: `amur replay --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.coach.aftermath import endings
from game.coach.bill import bill
from game.coach.brought_down import CAUSES, brought_down
from game.coach.levels import level_of
from game.coach.unsigned import Weighed, unsigned
from game.coach.words_for import whole
from game.negotiation import Package
from game.record import Record, Step, digest, told_to
from game.rules import Rules, mind, settled
from game.state import HOST, State

MEANING = {
    "values": "what the signed paper is worth to each, in points of its own scale, 0 to 100",
    "walk-aways": "what each keeps if no paper is signed, the host's with the guns there",
    "lasting": "what each is left with when the court, the season and home are counted in",
    "leverage": "the danger the host has to fear, 0 to 100: it lowers the host's walk-away",
    "bill.walk-away": "the walk-away a gain is reckoned from, the host's as it was before the guns",
    "bill.gain": "in-first-paper, moved and created together: the paper's value above none",
    "bill.in-first-paper": "so much of the gain lay in the first paper laid",
    "bill.moved": "so much came from the other by the clauses changed since, or went to the other",
    "bill.created": "so much these clauses gave beyond that; below nothing is lost",
    "bill.together": "the same accounts of both seats added up; what moved comes to nothing",
    "bill.taken-by-guns": "so much the guns lowered the host's walk-away; no part of any gain",
    "bill.left": "what each could have had more at no cost to the other, from two points on",
    "brought-down": "what the host came for, what changed it, and what was signed for",
    "without-paper": "for talks that ended unsigned: what was there, each worth above none",
}
"""What the keys mean whose names do not say it."""


def came_of(rules: Rules, record: Record, state: State, steps: Sequence[Step]) -> dict[str, Any]:
    """Return what a play has come to, as `amur replay --json` gives it (format 2).

    Every value is a whole number of points (87), as it is told in the game; tracks likewise. What
    is not decided yet is null or empty.

    `format, scenario, seed, seat, decisions, ended, ending, tables, lasting, tracks, digest`:
    `decisions` counts the nodes of the line, `ending` names the pieces of the epilogue that this
    seat is told, `digest` is that of the last state.
    `line`: the decisions in order, each with `node`, `sitting`, `seat` and `do`, its text form.
    `papers`: the papers laid, supposed and given as a word, each with `node`, `sitting`, `seat`,
    `kind` (`paper`, `word`, `supposed`), `terms` by option ids, and `changed`, the terms that
    differ from the paper on the table.
    `tables.TABLE`: `signed, treaty, values, walk-aways, leverage, verdict, bill, brought-down,
    without-paper`; the last three are null where they do not apply.
    `meaning`: what these keys mean, for whoever reads the object alone.
    """
    table, outcome = rules.table, rules.outcome(state)
    seat = told_to(rules, record.heading)
    treaty = None if outcome is None else outcome.treaty

    def by_seat(hundredths: tuple[int, int] | None) -> dict[str, int]:
        """Return whole points by the id of each seat; empty for none."""
        return (
            {}
            if hundredths is None
            else {seat: whole(n) for seat, n in zip(table.seats, hundredths, strict=True)}
        )

    return {
        "format": 2,
        "scenario": rules.scenario.id,
        "seed": record.heading.seed,
        "seat": record.heading.seat,
        "decisions": len(steps),
        "ended": None if outcome is None else str(outcome.ended),
        "ending": [] if outcome is None else list(endings(rules, state, seat)),
        "line": [_decided(step) for step in steps],
        "papers": [paper for step in steps for paper in _papers(rules, step)],
        "tables": {
            rules.scenario.table.id: {
                "signed": treaty is not None,
                "treaty": _terms(rules, treaty),
                "values": by_seat(None if outcome is None else outcome.values),
                "walk-aways": by_seat(None if outcome is None else outcome.walks),
                "leverage": mind.danger(state) // 100,
                "verdict": "none" if outcome is None else str(outcome.verdict),
                "bill": None if treaty is None else _bill(rules, state),
                "brought-down": None if treaty is None else _brought_down(rules, state),
                "without-paper": None
                if outcome is None or treaty is not None
                else _without_paper(rules, state),
            }
        },
        "lasting": by_seat(None if outcome is None else outcome.lasting),
        "tracks": {id: level_of(rules, state, id) for id in rules.scenario.tracks},
        "digest": digest(state),
        "meaning": MEANING,
    }


def _decided(step: Step) -> dict[str, Any]:
    return {
        "node": step.node.id,
        "sitting": step.before.sitting,
        "seat": step.node.seat_id,
        "do": step.node.decision_text,
    }


def _papers(rules: Rules, step: Step) -> list[dict[str, Any]]:
    decision = step.decision
    given = "word" if step.before.seat == HOST else "paper"
    laid = step.before.word if decision.verb == "accept" and given == "paper" else decision.paper
    if decision.verb == "forecast":
        laid = None
    return [
        {
            **_decided(step),
            "kind": kind,
            "terms": _terms(rules, paper),
            "changed": _terms(rules, paper, step.before.paper),
        }
        for kind, paper in ((given, laid), ("supposed", decision.suppose))
        if paper is not None
    ]


def _terms(rules: Rules, paper: Package | None, besides: Package | None = None) -> dict[str, str]:
    """Return a paper by option ids; only where it differs, `besides` another."""
    if paper is None:
        return {}
    other = {} if besides is None else settled(besides, rules.table)
    return {id: opt for id, opt in settled(paper, rules.table).items() if other.get(id) != opt}


def _bill(rules: Rules, state: State) -> dict[str, Any]:
    paid, table = bill(rules, state), rules.table
    accounts = {
        seat: {
            "walk-away": account.walk,
            "gain": account.gain,
            "in-first-paper": account.in_first,
            "moved": account.moved,
            "created": account.created,
        }
        for seat, account in zip(table.seats, paid.accounts, strict=True)
    }
    return {
        **accounts,
        "together": {
            "gain": paid.joint,
            "in-first-paper": paid.in_first,
            "created": paid.created_since,
        },
        "taken-by-guns": paid.taken,
        "is-trade": paid.is_trade,
        "gave-way": {
            seat: [table.issues[issue] for issue in issues]
            for seat, issues in zip(table.seats, paid.gave, strict=True)
        },
        "left": {
            seat: None
            if more is None
            else {"more": whole(more.more), "terms": _terms(rules, more.paper, state.treaty)}
            for seat, more in zip(table.seats, paid.left, strict=True)
        },
        "better-for-both": None
        if paid.better is None
        else _terms(rules, paid.better, state.treaty),
    }


def _brought_down(rules: Rules, state: State) -> dict[str, Any]:
    down = brought_down(rules, state)
    return {
        "walk-away": down.walk,
        "came-for": down.came_for,
        "by": dict(zip(CAUSES, down.by, strict=True)),
        "wanted": down.wanted,
        "worth": down.worth,
        "as-he-read-it": down.read,
    }


def _without_paper(rules: Rules, state: State) -> dict[str, Any]:
    found, seats = unsigned(rules, state), rules.table.seats

    def weighed(paper: Weighed | None) -> dict[str, Any] | None:
        if paper is None:
            return None
        values = dict(zip(seats, map(whole, paper.values), strict=True))
        return {"terms": _terms(rules, paper.paper), "values": values}

    return {
        "last-paper": weighed(found.last),
        "lacks-the-hosts-need": found.lacks_need,
        "last-word": weighed(found.word),
        "fairest-for-both": weighed(found.fair),
        "taken-by-guns": whole(found.taken),
    }
