"""The report of a campaign's play-test: what its counts say, as plain values.

`report` gives, beside what was played: `games`, `decisions`, `ended` and `endings` (plays by id,
the most frequent first), `groups` (the same of each group of endings), `tables` (for each:
`held`, and of those in per cent `agreement`, and of what was signed `ratified`; `ended` and
`verdicts` by word), `lasting` (mean, in hundredths), `length` (mean and quartiles of decisions),
`coverage` (by kind what was seen of what there is), `never` (what was not), `actions` (plays in
which each was ordered, with its targets), `personas` and `skilled`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from game.coach.workshop.playtest import per_cent, spread
from game.coach.workshop.seasons.aims import order_id
from game.coach.workshop.seasons.playing import UNSKILLED
from game.coach.workshop.seasons.tally import Counts, Tally
from game.coach.workshop.seasons.what_ifs import (
    EQUAL,
    ORDERS,
    Trial,
    dominated,
    judged,
    standing_out,
)
from game.coach.workshop.tally import ranked
from game.rules import CampaignRules
from game.state import Ended, Verdict


def report(rules: CampaignRules, tally: Tally) -> dict[str, Any]:
    """Return what all plays came to."""
    whole = tally.whole()
    every = things(rules)
    seen = {
        "events": {choice.partition(".")[0] for choice in whole.met["choices"]},
        **{kind: set(whole.met[kind]) for kind in every if kind != "events"},
    }
    never = {kind: [id for id in ids if id not in seen[kind]] for kind, ids in every.items()}
    return {
        **_of(rules, whole),
        "coverage": {
            kind: {"seen": len(ids) - len(never[kind]), "total": len(ids)}
            for kind, ids in every.items()
        },
        "never": never,
        "actions": ranked(whole.met["actions"]),
        "personas": {name: _of(rules, counts) for name, counts in tally.personas.items()},
        "skilled": _of(rules, tally.whole(but=UNSKILLED)),
    }


def things(rules: CampaignRules) -> dict[str, Sequence[str]]:
    """Return everything that can be met, by its kind, in the author's order."""
    scenario, tables = rules.scenario, rules.scenario.tables
    return {
        "events": list(scenario.events),
        "choices": [f"{id}.{c}" for id, event in scenario.events.items() for c in event.choices],
        "options": [
            f"{id}.{issue}.{option}"
            for id, table in tables.items()
            for issue, written in table.issues.items()
            for option in written.options
        ],
        "tactics": [f"{id}.{act}" for id, table in tables.items() for act in table.acts],
        "actions": [order_id(rules, feat.place) for feat in rules.orders.all],
        "endings": list(scenario.endings),
    }


def _of(rules: CampaignRules, counts: Counts) -> dict[str, Any]:
    met = counts.met
    lengths = {int(length): times for length, times in met["length"].items()}
    return {
        "games": counts.games,
        "decisions": counts.decisions,
        "lasting": round(counts.lasting / counts.games, 1) if counts.games else 0.0,
        "ended": ranked(met["ended"]),
        "endings": ranked(met["endings"]),
        "groups": _groups(rules, met["endings"]),
        "tables": {id: _of_table(id, met["tables"]) for id in rules.scenario.tables},
        "length": {"decisions": spread(lengths)},
    }


def _groups(rules: CampaignRules, endings: Mapping[str, int]) -> dict[str, dict[str, int]]:
    written = rules.scenario.endings
    return {
        group: ranked({id: n for id, n in endings.items() if written[id].group == group})
        for group in rules.scenario.groups
    }


def _of_table(id: str, found: Mapping[str, int]) -> dict[str, Any]:
    def counts(words: Iterable[str]) -> dict[str, int]:
        return ranked({word: n for word in words if (n := found.get(f"{id} {word}", 0))})

    held = found.get(f"{id} held", 0)
    ended, verdicts = counts(map(str, Ended)), counts(map(str, Verdict))
    signed = ended.get(Ended.SIGNED, 0)
    return {
        "held": held,
        "agreement": per_cent(signed, held),
        "ratified": per_cent(verdicts.get(Verdict.RATIFIED, 0), signed),
        "ended": ended,
        "verdicts": verdicts,
    }


def what_ifs_told(states: int, trials: Sequence[Trial]) -> dict[str, Any]:
    """Return what came of trying orders and choices, in so many states of each."""
    orders = [trial for trial in trials if trial.what == ORDERS]
    choices = [trial for trial in trials if trial.what != ORDERS]
    by_order, by_choice = judged(orders), judged(choices)
    return {
        "what_ifs": {"states": states, "tried": len(trials), "equal": EQUAL},
        "orders": {id: by_order[id]._asdict() for id in sorted(by_order)},
        "choices": {id: by_choice[id]._asdict() for id in sorted(by_choice)},
        "dominated": [found._asdict() for found in dominated(choices)],
        "standing_out": [
            {"id": id, "is": how, **fared._asdict()}
            for of_kind in (by_order, by_choice)
            for id, how, fared in standing_out(of_kind)
        ],
    }
