"""Whether every act and every choice has its place: paired play-outs from states met in play.

From one state each act is done in turn and both sides play on with the same luck; what differs is
the act. Lasting values within a point of each other count as equal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain

from game.coach.workshop.playing import fitting
from game.coach.workshop.what_ifs import EQUAL, Trial, able, judged, played_on, tried
from game.negotiation import Package
from game.policy import Policy, persona
from game.policy.craft import Craft
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.planning import Plan
from game.rules import Rules
from game.rules.legal import Head
from game.state import CLAIMANT, HOST, Decision, Phase, State
from tests.proof.claim import Claim
from tests.proof.plays import rules

STATES = 500
MOST_BEST, MOST_WORST, MOST_BEST_CHOICE = 60, 95, 75
MET_BY = tuple(name for name in fitting(CLAIMANT) if name != "random")
A_STATE_IN = 3
"""One sitting in so many of a play is tried, so that the states come from many plays."""

Tally = dict[str, Counter[str]]
"""For each act how often it was tried, best, and worst."""


def claims_of_balance(states: int = STATES, workers: int = 2) -> Iterator[Claim]:
    """Yield for every act and the choices of every scene whether they have their place."""
    with ProcessPoolExecutor(workers) as pool:
        shares = [(states // workers + 1, at, workers) for at in range(workers)]
        acts = _added(pool.map(acts_tried, shares))
        choices = judged(chain.from_iterable(pool.map(choices_tried, shares)))
    for act, fared in sorted(acts.items()):
        best, worst = (100 * fared[w] // max(1, fared["tried"]) for w in ("best", "worst"))
        yield Claim(
            f"f the act {act}",
            f"best {best} %, worst {worst} % of {fared['tried']} states",
            f"<= {MOST_BEST} %, <= {MOST_WORST} %",
            best <= MOST_BEST and worst <= MOST_WORST,
        )
    ranked = sorted(
        (100 * found.best // found.states, found.states, choice)
        for choice, found in choices.items()
    )
    for best, times, choice in ranked[-8:]:
        yield Claim(
            f"the choice {choice}",
            f"best in {best} % of {times} states",
            f"<= {MOST_BEST_CHOICE} %",
            best <= MOST_BEST_CHOICE,
        )
    fewest = min((times, choice) for _, times, choice in ranked)
    yield Claim("choices tried", f"{len(ranked)}, {fewest[1]} the least: {fewest[0]}", "told", True)


def acts_tried(share: tuple[int, int, int]) -> Tally:
    """Return what came of each kind of act, from so many states of plays of many personas."""
    states, first, every = share
    by = rules()
    tally: Tally = defaultdict(Counter)
    for at in range(first, 1_000_000, every):
        seen = [tally[act.id]["tried"] for act in by.table.acts if CLAIMANT in act.seats]
        if min(seen) >= states or at > 40 * states:
            break
        for state in _met(by, at, Phase.SITTING, CLAIMANT):
            ways = list(_one_of_each(by, state))
            if all(tally[head.name]["tried"] >= states for head, _ in ways):
                continue
            outcomes = {
                head.name: _played_on(by, by.follow(state, decision)) for head, decision in ways
            }
            _count(tally, outcomes)
    return tally


def choices_tried(share: tuple[int, int, int]) -> list[Trial]:
    """Return what came of each choice of a scene, from plays of many personas."""
    states, first, every = share
    by = rules()
    trials: list[Trial] = []
    times: Counter[str] = Counter()
    for at in range(first, 12 * states, every):
        for state in _met(by, at, Phase.SCENE, None):
            scene = by.scenes.all[state.scene].id
            if times[scene] < states:
                times[scene] += 1
                trials.append(tried(by, able(by), state))
    return trials


def _count(tally: Tally, outcomes: dict[str, tuple[int, int]]) -> None:
    """Book the best and the worst of some outcomes by their first value, if there is one."""
    ranked = sorted(outcomes, key=lambda name: outcomes[name][0])
    for name in ranked:
        tally[name]["tried"] += 1
    if len(ranked) < 2:
        return
    values = [outcomes[name][0] for name in ranked]
    if values[-1] - values[-2] > EQUAL:
        tally[ranked[-1]]["best"] += 1
    if values[1] - values[0] > EQUAL:
        tally[ranked[0]]["worst"] += 1


def _met(by: Rules, at: int, phase: Phase, seat: int | None) -> Iterator[State]:
    """Yield states of one play of a persona: some of those in which a seat is to decide."""
    seed = f"balance {at}"
    policies: tuple[Policy, Policy] = (
        persona(MET_BY[at % len(MET_BY)], by, seed),
        Official(by),
    )
    state, count = by.opening(seed), at
    while state.ended is None:
        if state.phase == phase and seat in (None, state.seat):
            count += 1
            if phase == Phase.SCENE or count % A_STATE_IN == 0:
                yield state
        view = by.seen_by(state.seat, state)
        state = by.follow(state, policies[state.seat].choose(view, by.legal_decisions(state)))


def _one_of_each(by: Rules, state: State) -> Iterator[tuple[Head, Decision]]:
    """Yield each kind of act once, about what fits best, with the paper a planner would lay."""
    ours = Integrative(by)
    view = by.seen_by(CLAIMANT, state)
    him = ours.believer.belief(view.state)
    paper: Package | None
    if state.paper is None:
        paper = ours.choose(view, by.legal_decisions(state)).paper
    else:
        plan = Plan(by, Craft(), view.state, him)
        goal = plan.goal()
        paper = goal.paper if goal.sittings == 0 else plan.step(goal)
    aim = paper or state.paper
    wanted: dict[str, tuple[str, ...]] = {}
    if aim is not None:
        for decision in ours.agenda(view.state, him, aim):
            wanted.setdefault(decision.name, decision.about)
    heads: dict[str, Head] = {}
    for head in by.legal_decisions(state).heads:
        if head.verb != "tactic":
            continue
        if head.name not in heads or head.about == wanted.get(head.name):
            heads[head.name] = head
    for head in heads.values():
        if head.supposing:
            text = paper or state.paper or state.word
            if text is not None and head.allows(text):
                yield head, head.with_paper(text)
        elif head.allows(paper):
            yield head, head.with_paper(paper)
        elif head.bare:
            yield head, head.with_paper(None)


def _played_on(by: Rules, state: State) -> tuple[int, int]:
    """Return the lasting values when both play on as they can."""
    outcome = by.outcome(played_on(by, able(by), state))
    if outcome is None:
        raise AssertionError("the talks are over")
    return outcome.lasting[CLAIMANT], outcome.lasting[HOST]


def _added(parts: Iterator[Tally]) -> Tally:
    whole: Tally = defaultdict(Counter)
    for part in parts:
        for name, counted in part.items():
            whole[name].update(counted)
    return whole
