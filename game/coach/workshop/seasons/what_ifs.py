"""What one order, or one answer to a scene, is worth beside the others, by the same luck.

In one state each is taken in turn, and from there the play goes on to its end as somebody would
who knows the craft, against the official at every table: what differs is that one decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.coach.workshop.seasons.playing import chosen, played_on, seated
from game.policy import Policy
from game.rules import CampaignRules
from game.rules.luck import draw
from game.rules.seasons.measures import lasting
from game.rules.seasons.orders import ACT, OPEN
from game.state import Decision, Phase, State

EQUAL = 20
"""Hundredths of lasting value within which two ends count as the same."""
OFTEN_WORST, OFTEN_BEST = 95, 60
"""Per cent of states from which an order that is the worst, or the best, is said to stand out."""
LEAST_STATES = 20
"""States in which something must have been tried before it is said to stand out."""
ORDERS = "orders"
"""What the trials of orders are called where those of a scene have its id."""


class Trial(NamedTuple):
    """One state in which everything that could be decided was tried."""

    what: str
    """The scene; `orders` in a season."""
    ends: Mapping[str, int]
    """The lasting value after each choice, or after the best target of each action."""


class Judged(NamedTuple):
    """How often something was tried beside others, and was the best or the worst of them."""

    states: int
    best: int
    worst: int


def able(rules: CampaignRules, seed: str) -> tuple[Policy, Policy]:
    """Return who plays on from there, and who sits opposite him."""
    return seated(rules, "integrative", "official", seed)


def order_tried(rules: CampaignRules, persona: str, seed: str) -> Trial | None:
    """Return what came of every order in one season of a play, drawn by its seed."""
    seasons = rules.scenario.seasons.count
    first = rules.opening(seed).turn
    turn = first + draw(seasons - first + 1, seed, "what-if", persona, 0)
    state = _reached(rules, persona, seed, lambda s: s.turn >= turn and _orders(s))
    if state is None:
        return None
    ends: dict[str, int] = {}
    for head in rules.legal_decisions(state).heads:
        if head.verb in (ACT, OPEN):
            end = _end(rules, seed, state, head.alone)
            ends[head.name] = max(end, ends.get(head.name, end))
    return Trial(ORDERS, ends)


def scene_tried(rules: CampaignRules, persona: str, seed: str, scene: str) -> Trial | None:
    """Return what came of every choice of a scene, where a play meets it."""
    index = rules.scenes.by_id[scene].index
    state = _reached(rules, persona, seed, lambda s: s.phase == Phase.SCENE and s.scene == index)
    if state is None:
        return None
    return Trial(
        scene,
        {
            head.about[0]: _end(rules, seed, state, head.alone)
            for head in rules.legal_decisions(state).heads
        },
    )


def _orders(state: State) -> bool:
    return state.phase == Phase.SEASON and not state.at


def _reached(
    rules: CampaignRules, persona: str, seed: str, is_there: Callable[[State], bool]
) -> State | None:
    policies = seated(rules, persona, "official", seed)
    state = rules.opening(seed)
    while state.ended is None:
        if not state.at and is_there(state):
            return state
        state = rules.follow(state, chosen(rules, policies, state))
    return None


def _end(rules: CampaignRules, seed: str, state: State, decision: Decision) -> int:
    final = played_on(rules, able(rules, seed), rules.follow(state, decision))
    return lasting(rules, final)


def judged(trials: Iterable[Trial]) -> dict[str, Judged]:
    """Return how each thing fared, choices as `scene.choice`; a lone one is not judged."""
    found: dict[str, Judged] = {}
    for trial in trials:
        ranked = sorted(trial.ends.values())
        if len(ranked) < 2:
            continue
        for id, end in trial.ends.items():
            name = id if trial.what == ORDERS else f"{trial.what}.{id}"
            before = found.get(name, Judged(0, 0, 0))
            found[name] = Judged(
                before.states + 1,
                before.best + (end == ranked[-1] and end - ranked[-2] > EQUAL),
                before.worst + (end == ranked[0] and ranked[1] - end > EQUAL),
            )
    return found


def standing_out(fared: Mapping[str, Judged]) -> Iterator[tuple[str, str, Judged]]:
    """Yield what is nearly always the worst, or mostly the best: (id, `worst` or `best`, how)."""
    for id, judged_so in fared.items():
        states = judged_so.states
        if states < LEAST_STATES:
            continue
        if 100 * judged_so.worst > OFTEN_WORST * states:
            yield id, "worst", judged_so
        if 100 * judged_so.best > OFTEN_BEST * states:
            yield id, "best", judged_so


class Dominated(NamedTuple):
    """A choice that was never better than another and often worse."""

    choice: str
    by: str
    states: int
    worse: int


def dominated(trials: Iterable[Trial], least_worse: int = 8) -> Iterator[Dominated]:
    """Yield every choice of a scene that another one was never worse than, and often better."""
    beside: dict[tuple[str, str, str], list[int]] = {}
    for trial in trials:
        for one, ours in trial.ends.items():
            for other, theirs in trial.ends.items():
                if one != other and trial.what != ORDERS:
                    beside.setdefault((trial.what, one, other), []).append(theirs - ours)
    found: dict[str, Dominated] = {}
    for (scene, choice, better), leads in beside.items():
        worse = sum(lead > EQUAL for lead in leads)
        if worse < least_worse or 2 * worse < len(leads) or any(lead < -EQUAL for lead in leads):
            continue
        name = f"{scene}.{choice}"
        if name not in found or found[name].worse < worse:
            found[name] = Dominated(name, f"{scene}.{better}", len(leads), worse)
    yield from found.values()
