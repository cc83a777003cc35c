"""What a play of a campaign has come to, as an object for tools: `amur replay --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.coach.seasons.endings import epilogue, measures
from game.coach.seasons.toll import ledger
from game.coach.words_for import whole
from game.record import Record, Step, digest
from game.rules import CampaignRules, settled
from game.rules.seasons.measures import lasting
from game.state import Deal, State

MEANING = {
    "tables.leverage": "by what the seasons weighed on the host when the talks opened, 0 to 100",
    "tables.danger": "what the host had to fear when they ended, 0 to 100",
    "tables.values": "what the signed paper is worth to each, in points of its own scale, 0 to 100",
    "tables.walk-aways": "what each keeps if no paper is signed",
    "tables.lasting": "what each is left with when the court, the season and home are counted in",
    "tables.support": "so many in a hundred of those who ratify would own the paper",
    "tables.coercion": "points of the paper that were got by menace",
    "lasting": "what the whole campaign leaves whoever decides in its seasons with; no score",
    "measures": "the author's own, as the endings reckon them",
    "ledger": "who paid and what befell them; sum is what those of the kind come to with it",
    "line.season": "the season in which it was decided, and its year; sitting is 0 outside talks",
}
"""What the keys mean whose names do not say it."""


def came_of_campaign(
    rules: CampaignRules, record: Record, state: State, steps: Sequence[Step]
) -> dict[str, Any]:
    """Return what a play has come to, as `amur replay --json` gives it of a campaign (format 2).

    As of one table, but `tables` holds the talks that were held, each by its table's id (of one
    that was held twice the last, and all of them in `talks`), with `season, signed, treaty,
    values, walk-aways, leverage, danger, verdict, support, coercion, lasting`; `line` has `season`
    and `table` beside `sitting`; and there are `start`, `twists`, `turn`, `season`, `measures`,
    `proved` (of each adviser, how often he was right of how often he foretold) and `ledger`.
    """
    campaign = rules.scenario
    over = rules.outcome(state) is not None
    talks = [_talks(rules, deal) for deal in state.deals]
    return {
        "format": 2,
        "scenario": campaign.id,
        "seed": record.heading.seed,
        "seat": record.heading.seat,
        "start": rules.start,
        "twists": list(rules.twists),
        "decisions": len(steps),
        "turn": state.turn,
        "season": _season(rules, state.turn),
        "ended": None if state.ended is None or state.at else str(state.ended),
        "ending": [piece.id for piece in epilogue(rules, state)] if over else [],
        "line": [_decided(rules, step) for step in steps],
        "tables": {held["table"]: held for held in talks},
        "talks": talks,
        "lasting": {rules.seats[0]: whole(lasting(rules, state))} if over else {},
        "tracks": {id: state.levels[at] for id, at in rules.levels.items()},
        "measures": measures(rules, state),
        "proved": {
            id: {"right": right, "told": told}
            for id, (right, told) in zip(rules.scenes.counsels.advisers, state.proved, strict=True)
        },
        "ledger": [entry._asdict() for entry in ledger(rules, state)],
        "digest": digest(state),
        "meaning": MEANING,
    }


def _talks(rules: CampaignRules, deal: Deal) -> dict[str, Any]:
    at = rules.talks[deal.table].rules
    table = list(rules.scenario.tables)[deal.table]

    def by_seat(hundredths: tuple[int, int]) -> dict[str, int]:
        return {seat: whole(n) for seat, n in zip(at.table.seats, hundredths, strict=True)}

    return {
        "table": table,
        "season": _season(rules, deal.turn),
        "turn": deal.turn,
        "ended": str(deal.ended),
        "signed": deal.treaty is not None,
        "treaty": {} if deal.treaty is None else settled(deal.treaty, at.table),
        "values": by_seat(deal.values),
        "walk-aways": by_seat(deal.walks),
        "leverage": whole(deal.leverage),
        "danger": whole(deal.danger),
        "pressure": deal.pressure,
        "verdict": str(deal.verdict),
        "support": deal.support,
        "coercion": whole(deal.coercion),
        "lasting": by_seat(deal.lasting),
    }


def _decided(rules: CampaignRules, step: Step) -> dict[str, Any]:
    state = step.before
    return {
        "node": step.node.id,
        "turn": state.turn,
        "season": _season(rules, state.turn),
        "table": list(rules.scenario.tables)[state.at - 1] if state.at else None,
        "sitting": state.sitting,
        "seat": step.node.seat_id,
        "do": step.node.decision_text,
    }


def _season(rules: CampaignRules, turn: int) -> str:
    season = rules.seasons[turn]
    return f"{season.quarter} {season.year}"
