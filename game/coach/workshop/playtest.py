"""The report of a play-test: what its counts say of a scenario, as plain values.

`report` gives, beside what was played: `games`, `decisions`, `sittings`, `agreement` and
`ratified` (per cent), `ended`, `verdicts` and `endings` (by id), `lasting` (by seat, mean, in
hundredths), `length` and `words` (mean and quartiles), `coverage` (by kind what was seen of what
there is), `texts` (the same of each kind of text), `never` (what was not seen, by kind),
`unchosen` (acts of the tested chair that nobody chose), `beyond` (acts that none but the personas
named beside them do), `pressure`, `personas` and `skilled` (all
of them together that know the craft).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from game.coach.workshop.playing import BEYOND, UNSKILLED
from game.coach.workshop.scene_weight import light, towering
from game.coach.workshop.tally import Counts, Tally, ranked
from game.coach.workshop.texts import path_of, texts_by_kind
from game.coach.workshop.what_ifs import EQUAL, Trial, dominated, judged, trivial
from game.rules import Rules
from game.scenario.faults import Path
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Ended, Verdict


def report(rules: Rules, seat: int, tally: Tally) -> dict[str, Any]:
    """Return what all plays came to, the tested chair being `seat`."""
    whole = tally.whole()
    coverage, texts, never = _coverage(rules, whole)
    return {
        **_of(rules, whole),
        "coverage": coverage,
        "texts": texts,
        "never": never,
        "unchosen": [
            act.id for act in rules.table.acts if seat in act.seats and act.id not in whole.acts
        ],
        "beyond": {
            act.id: list(BEYOND[act.kind]) for act in rules.table.acts if act.kind in BEYOND
        },
        "pressure": _pressure(rules, whole),
        "personas": {name: _of(rules, counts) for name, counts in tally.personas.items()},
        "skilled": _of(rules, tally.whole(but=UNSKILLED)),
    }


def _of(rules: Rules, counts: Counts) -> dict[str, Any]:
    games, seats = counts.games, rules.table.seats
    signed = counts.ended[Ended.SIGNED]
    return {
        "games": games,
        "decisions": _sum(counts.decisions),
        "sittings": spread(counts.sittings)["mean"],
        "agreement": per_cent(signed, games),
        "ratified": per_cent(counts.verdicts[Verdict.RATIFIED], signed),
        "ended": ranked(counts.ended),
        "verdicts": ranked(counts.verdicts),
        "endings": ranked(counts.endings),
        "lasting": {seat: _mean(counts.lasting[chair], games) for chair, seat in enumerate(seats)},
        "length": {"decisions": spread(counts.decisions), "sittings": spread(counts.sittings)},
        "words": {"plays": counts.words.total(), **spread(counts.words)},
    }


def _coverage(rules: Rules, counts: Counts) -> tuple[dict[str, Any], ...]:
    """Return what was seen of each kind, then of each kind of text, then what never was."""
    scenario, table = rules.scenario, rules.table
    every: dict[str, Iterable[str]] = {
        "events": scenario.events,
        "choices": [f"{id}.{c}" for id, event in scenario.events.items() for c in event.choices],
        "options": [
            f"{issue}.{option}"
            for issue, options in zip(table.issues, table.options, strict=True)
            for option in options
        ],
        "tactics": [act.id for act in table.acts],
        "endings": scenario.endings,
    }
    texts = texts_by_kind(scenario)
    seen = {
        "events": {choice.partition(".")[0] for choice in counts.choices},
        "choices": set(counts.choices),
        "options": set(counts.options),
        "tactics": set(counts.acts),
        "endings": {text.partition(".")[2] for text in counts.texts if text.startswith("endings.")},
    }
    never = {kind: [id for id in ids if id not in seen[kind]] for kind, ids in every.items()}
    never["texts"] = [
        text for names in texts.values() for text in names if text not in counts.texts
    ]
    every["texts"] = [text for names in texts.values() for text in names]
    return (
        {kind: _share(ids, never[kind]) for kind, ids in every.items()},
        {
            str(kind): _share(names, [text for text in names if text not in counts.texts])
            for kind, names in texts.items()
        },
        never,
    )


def _share(every: Iterable[str], never: Iterable[str]) -> dict[str, int]:
    total = len(list(every))
    return {"seen": total - len(list(never)), "total": total}


def _pressure(rules: Rules, counts: Counts) -> dict[str, Any]:
    """Return what came of plays with so many acts of pressure, the fewest first."""
    kinds = (ActKind.PRESSURE, ActKind.WAGER)
    return {
        "acts": [act.id for act in rules.table.acts if act.kind in kinds],
        "rows": _pressed(counts),
    }


def swept(tally: Tally) -> dict[str, Any]:
    """Return what the same claimant came to with more and more acts of pressure."""
    rows = _pressed_by(tally)
    lasting = [row["lasting"] for row in rows]
    return {"rows": rows, "lasting": _course(lasting) if len(lasting) > 1 else "unknown"}


def _pressed_by(tally: Tally) -> list[dict[str, Any]]:
    """Return what each persona came to; it is named after the acts that it began with."""
    return [
        {
            "acts": int(acts),
            "games": counts.games,
            "agreement": per_cent(counts.ended[Ended.SIGNED], counts.games),
            "ratified": per_cent(counts.verdicts[Verdict.RATIFIED], counts.ended[Ended.SIGNED]),
            "lasting": _mean(counts.lasting[CLAIMANT], counts.games),
        }
        for acts, counts in sorted(tally.personas.items(), key=lambda item: int(item[0]))
    ]


def _pressed(counts: Counts) -> list[dict[str, Any]]:
    return [
        {
            "acts": acts,
            "games": games,
            "agreement": per_cent(counts.pressed_signed[acts], games),
            "ratified": per_cent(counts.pressed_ratified[acts], counts.pressed_signed[acts]),
            "lasting": _mean(counts.pressed_lasting[acts], games),
        }
        for acts, games in sorted(counts.pressed.items())
    ]


def _course(numbers: Sequence[float]) -> str:
    """Return which way numbers go throughout.

    >>> _course([1, 2, 5]), _course([5, 1, 0]), _course([1, 3, 2])
    ('rises', 'falls', 'neither')
    """
    if list(numbers) == sorted(numbers):
        return "rises"
    return "falls" if list(numbers) == sorted(numbers, reverse=True) else "neither"


def spread(counted: Mapping[int, int]) -> dict[str, Any]:
    """Return the mean of numbers that were counted, and their quartiles.

    >>> spread({1: 1, 2: 1, 3: 1, 10: 1})
    {'mean': 4.0, 'quartiles': [1, 2, 3]}
    """
    count = sum(counted.values())
    numbers = sorted(counted.items())
    return {
        "mean": _mean(_sum(counted), count),
        "quartiles": [_below(numbers, -(-quarter * count // 4)) for quarter in (1, 2, 3)],
    }


def _below(numbers: Iterable[tuple[int, int]], place: int) -> int:
    """Return the number at a place, from 1, of numbers in order, each so many times; 0 of none."""
    for number, times in numbers:
        place -= times
        if place <= 0:
            return number
    return 0


def _sum(counted: Mapping[int, int]) -> int:
    return sum(number * times for number, times in counted.items())


def _mean(total: int, count: int) -> float:
    return round(total / count, 1) if count else 0.0


def per_cent(part: int, whole: int) -> float:
    """Return a part of a whole in per cent, to a tenth; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def what_ifs_told(rules: Rules, states: int, trials: Sequence[Trial]) -> dict[str, Any]:
    """Return what came of trying every choice, in so many states of each scene."""
    fared = judged(trials)
    return {
        "what_ifs": {"states": states, "tried": len(trials), "equal": EQUAL},
        "choices": {choice: fared[choice]._asdict() for choice in sorted(fared)},
        "dominated": [found._asdict() for found in dominated(trials)],
        "trivial": [
            {**found._asdict(), "choices": list(found.choices)} for found in trivial(rules, trials)
        ],
        "light": [found._asdict() for found in light(trials)],
        "towering": [
            {**found._asdict(), "personas": list(found.personas)} for found in towering(trials)
        ],
    }


def paths(told: Mapping[str, Any]) -> dict[str, Path]:
    """Return where everything that stands out in a report is to be found in the scenario."""
    never = told["never"]
    found: dict[str, Path] = {id: ("events", id) for id in never["events"]}
    judged_so = [*told["dominated"], *told["towering"]]
    choices = [*never["choices"], *(found["choice"] for found in judged_so)]
    for named in choices:
        scene, _, choice = named.partition(".")
        found[named] = ("events", scene, "choices", choice)
    for named in never["options"]:
        issue, _, option = named.partition(".")
        found[named] = ("table", "issues", issue, "options", option)
    found |= {act: ("table", "acts", act) for act in (*never["tactics"], *told["unchosen"])}
    found |= {id: ("endings", id) for id in never["endings"]}
    found |= {text: path_of(text) for text in never["texts"]}
    scenes = [same["scene"] for same in (*told["trivial"], *told["light"])]
    return found | {scene: ("events", scene) for scene in scenes}
