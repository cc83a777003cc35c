"""What a choice in a scene is worth beside the others: each is taken in turn, by the same luck.

From there both chairs play on as well as they can, whoever came there, so that what differs is the
choice. One that is never better for its chair than another, and often worse, is dominated; two
that lead to the very same in every state tried are trivial. What stands out otherwise is judged in
`scene_weight`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from game.coach.aftermath import endings
from game.policy import Policy
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Phase, State

EQUAL = 100
"""Hundredths of lasting value within which two outcomes count as the same."""
LEAST_WORSE = 8
"""States in which a dominated choice must have been worse: of fewer, chance can be the cause."""
OFTEN = 50
"""Per cent of the states in which a dominated choice is worse; in the others it is no better."""
LEAST_SAME = 5
"""States in which trivial choices must have led to the very same."""


class Outcome(NamedTuple):
    """What came of one choice in one state."""

    choice: str
    lasting: int
    """Of the chair that chose, in hundredths."""
    harm: int
    """What the tracks that count people's suffering came to, in points."""
    kind: int
    """Equal for choices that led to the very same, and for no others of the state."""


class Trial(NamedTuple):
    """One state of a scene in which every open choice was tried."""

    scene: str
    outcomes: tuple[Outcome, ...]
    persona: str = ""
    """Whose play came there."""

    @property
    def ranked(self) -> list[Outcome]:
        """Return what came of the choices, what left most to its chair last."""
        return sorted(self.outcomes, key=lambda outcome: outcome.lasting)


def able(rules: Rules) -> tuple[Policy, Policy]:
    """Return who plays on in each chair."""
    return Integrative(rules), Official(rules)


def waiting_in(rules: Rules, policies: Sequence[Policy], seed: str, scene: str) -> State | None:
    """Return the state of a play in which a scene waits for its choice; `None` if it never does."""
    state, wanted = rules.opening(seed), rules.scenes.by_id[scene].index
    while state.ended is None:
        if state.phase == Phase.SCENE and state.scene == wanted:
            return state
        state = rules.follow(state, _choice(rules, policies, state))
    return None


def tried(rules: Rules, policies: Sequence[Policy], state: State) -> Trial:
    """Return what comes of every choice that is open in the scene that waits."""
    scene = rules.scenes.all[state.scene]
    harms = [i for id, i in rules.levels.items() if rules.scenario.tracks[id].harms]
    outcomes, kinds = [], dict[object, int]()
    for head in rules.legal_decisions(state).heads:
        choice = head.about[0]
        after = rules.follow(state, head.nth(0))
        final = played_on(rules, policies, after)
        end = rules.outcome(final)
        if end is None:
            raise AssertionError("the talks are over")
        # That it was chosen is the one thing in which any two choices differ.
        named = {f"{scene.id}.{choice}"}
        told = tuple(endings(rules, final, seat) for seat in (CLAIMANT, HOST))
        led_to = (*(s._replace(notes=s.notes - named) for s in (after, final)), told)
        outcomes.append(
            Outcome(
                choice,
                end.lasting[scene.seat],
                sum(final.levels[i] for i in harms),
                kinds.setdefault(led_to, len(kinds)),
            )
        )
    return Trial(scene.id, tuple(outcomes))


def played_on(rules: Rules, policies: Sequence[Policy], state: State) -> State:
    """Return how a play ends from a state on."""
    while state.ended is None:
        state = rules.follow(state, _choice(rules, policies, state))
    return state


def _choice(rules: Rules, policies: Sequence[Policy], state: State) -> Decision:
    view = rules.seen_by(state.seat, state)
    return policies[state.seat].choose(view, rules.legal_decisions(state))


class Judged(NamedTuple):
    """How often a choice was tried beside another one, and was the best or the worst by far."""

    states: int
    best: int
    worst: int


class Dominated(NamedTuple):
    """A choice that was never better than another and often worse."""

    choice: str
    """As `scene.choice`."""
    by: str
    states: int
    worse: int


class Trivial(NamedTuple):
    """Choices of a scene between which there is no difference."""

    scene: str
    choices: tuple[str, ...]
    states: int


def judged(trials: Iterable[Trial]) -> Mapping[str, Judged]:
    """Return how each choice fared, as `scene.choice`; a lone choice is not judged."""
    found: dict[str, Judged] = {}
    for trial in trials:
        ranked = trial.ranked
        if len(ranked) < 2:
            continue
        for outcome in trial.outcomes:
            before = found.get(f"{trial.scene}.{outcome.choice}", Judged(0, 0, 0))
            leads = outcome is ranked[-1] and outcome.lasting - ranked[-2].lasting > EQUAL
            trails = outcome is ranked[0] and ranked[1].lasting - outcome.lasting > EQUAL
            found[f"{trial.scene}.{outcome.choice}"] = Judged(
                before.states + 1, before.best + leads, before.worst + trails
            )
    return found


def dominated(trials: Iterable[Trial], least_worse: int = LEAST_WORSE) -> Iterator[Dominated]:
    """Yield every choice that another of its scene dominates, beside the one that is most better.

    A choice that spares people harm has that to say for itself.
    """
    beside: dict[tuple[str, str, str], list[tuple[Outcome, Outcome]]] = {}
    for trial in trials:
        for pair in permutations(trial.outcomes, 2):
            one, other = pair
            beside.setdefault((trial.scene, one.choice, other.choice), []).append(pair)
    found: dict[str, Dominated] = {}
    for (scene, choice, better), pairs in beside.items():
        worse = sum(theirs.lasting - ours.lasting > EQUAL for ours, theirs in pairs)
        if (
            worse < least_worse
            or 100 * worse < OFTEN * len(pairs)
            or any(ours.lasting > theirs.lasting + EQUAL for ours, theirs in pairs)
            or any(ours.harm < theirs.harm for ours, theirs in pairs)
        ):
            continue
        name = f"{scene}.{choice}"
        if name not in found or found[name].worse < worse:
            found[name] = Dominated(name, f"{scene}.{better}", len(pairs), worse)
    yield from found.values()


def trivial(rules: Rules, trials: Iterable[Trial]) -> Iterator[Trivial]:
    """Yield choices that led to the very same wherever they were tried, those with a risk apart."""
    by_scene: dict[str, list[Trial]] = {}
    for trial in trials:
        by_scene.setdefault(trial.scene, []).append(trial)
    for scene, states in by_scene.items():
        written = rules.scenario.events[scene].choices
        left = [id for id, choice in written.items() if choice.risk is None]
        while left:
            first, *others = left
            same = [first]
            counts = []
            for other in others:
                kinds = [_kinds(trial, first, other) for trial in states]
                both = [kind for kind in kinds if None not in kind]
                if len(both) >= LEAST_SAME and all(one == two for one, two in both):
                    same.append(other)
                    counts.append(len(both))
            if counts:
                yield Trivial(scene, tuple(same), min(counts))
            left = [id for id in others if id not in same]


def _kinds(trial: Trial, one: str, other: str) -> tuple[int | None, int | None]:
    kinds = {outcome.choice: outcome.kind for outcome in trial.outcomes}
    return kinds.get(one), kinds.get(other)
