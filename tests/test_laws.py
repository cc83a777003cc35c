"""The laws: what is true of every state that play can meet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.coach.better import efficient
from game.errors import IllegalDecisionError, WordsError
from game.files.folders import folder_of
from game.files.gathering import ACTIONS
from game.files.scenarios import find_scenarios, read_scenario
from game.negotiation import dominates, every_package, frontier, value, zone
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.plain import Random
from game.record import digest
from game.rules import Rules, formatted, parsed
from game.rules.legal import Legal
from game.rules.scenes import Scene
from game.scenario.authored import ById
from game.scenario.expressions import parse
from game.state import CLAIMANT, HOST, Decision, Man, Phase, State, View

TINY = str(Path(__file__).parent / "cases" / "tiny")
TRACKS = ("face", "trust", "credibility", "caution", "coerced")

SCENARIOS = [id for id in find_scenarios() if not (folder_of(id) / ACTIONS).is_file()] + [TINY]
"""Those of one table; what holds of campaigns stands in `test_seasons_laws`."""


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda scenario: Path(scenario).name)
def rules(request: pytest.FixtureRequest) -> Rules:
    """The rules of each shipped scenario, and of the smallest."""
    return Rules(read_scenario(request.param))


@lru_cache(maxsize=256)
def line(rules: Rules, seed: int) -> tuple[tuple[State, Decision], ...]:
    """Return every state of a random play with the decision that was taken in it."""
    players = (Random(rules, f"ours {seed}"), Random(rules, f"theirs {seed}"))
    state, steps = rules.opening(str(seed)), []
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = players[state.seat].choose(rules.seen_by(state.seat, state), legal)
        steps.append((state, decision))
        state = rules.follow(state, decision)
    steps.append((state, Decision("stay")))
    return tuple(steps)


seeds = st.integers(0, 60)


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_telling_a_turn_changes_nothing_of_it(rules: Rules, seed: int) -> None:
    for state, decision in line(rules, seed)[:-1]:
        before = digest(state)
        assert rules.apply(state, decision).state == rules.follow(state, decision)
        assert digest(state) == before


@given(seeds, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_the_words_of_a_decision_name_it_and_no_other(rules: Rules, seed: int, at: int) -> None:
    steps = line(rules, seed)[:-1]
    state, _ = steps[at % len(steps)]
    legal = rules.legal_decisions(state)
    decision = legal[at % len(legal)]
    assert decision in legal
    assert parsed(formatted(decision, rules.table), rules.table, state) == decision


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_an_illegal_decision_is_refused_with_a_reason_and_changes_nothing(
    rules: Rules, seed: int
) -> None:
    for state, _ in line(rules, seed)[:-1]:
        before = digest(state)
        for decision in (Decision("fly"), Decision("tactic", "ultimatum", ("now",))):
            with pytest.raises(IllegalDecisionError) as refused:
                rules.apply(state, decision)
            assert len(str(refused.value)) > 10
        assert digest(state) == before


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_every_track_stays_in_its_range(rules: Rules, seed: int) -> None:
    ranges = [t.range for id, t in rules.scenario.tracks.items() if id in rules.levels]
    for state, _ in line(rules, seed):
        assert all(0 <= getattr(state, track) <= 100 for track in TRACKS)
        for level, (low, high) in zip(state.levels, ranges, strict=True):
            assert low <= level <= high
        assert min(state.hope) >= 0
        assert min(state.ledger) >= 0


@given(seeds, st.integers(1000, 1010))
@settings(max_examples=15, deadline=None)
def test_what_a_seat_cannot_see_changes_neither_its_view_nor_its_policy(
    rules: Rules, seed: int, other: int
) -> None:
    stranger = rules.opening(str(other))
    for state, _ in line(rules, seed)[:-1]:
        if state.phase not in (Phase.SITTING, Phase.REPLY):
            continue
        if state.seat == CLAIMANT:
            hidden = state._replace(
                seed=stranger.seed,
                fortune=stranger.fortune,
                men=(state.men[CLAIMANT], stranger.men[HOST]),
                hope=(state.hope[CLAIMANT], stranger.hope[HOST]),
                shown=state.shown + 100,
                ledger=(7, 7, 7, 7),
            )
        else:
            hidden = state._replace(
                seed=stranger.seed,
                fortune=stranger.fortune,
                men=(stranger.men[CLAIMANT], state.men[HOST]),
                hope=(stranger.hope[CLAIMANT], state.hope[HOST]),
                caution=state.caution + 5,
            )
        hidden = with_secrets(rules, hidden)
        views = (
            rules.seen_by(state.seat, state),
            rules.seen_by(state.seat, hidden),
        )
        assert views[0] == views[1]
        legal = rules.legal_decisions(state)
        assert tuple(legal.heads) == tuple(rules.legal_decisions(hidden).heads)
        assert chosen(rules, state.seat, views[0], legal) == chosen(
            rules, state.seat, views[1], legal
        )


def with_secrets(rules: Rules, state: State) -> State:
    """Return the state with secrets of the other seat, and with what no seat may see."""
    asked = [sitting + (seat != state.seat) for seat, sitting in enumerate(state.forecasts)]
    levels = list(state.levels)
    for id, at in rules.levels.items():
        track = rules.scenario.tracks[id]
        low, high = track.range
        if track.seen_by == "none":
            levels[at] = low if levels[at] == high else levels[at] + 1
    secret = state._replace(
        guesses=((1 - state.seat, "ussuri common"),),
        forecasts=(asked[CLAIMANT], asked[HOST]),
        levels=tuple(levels),
    )
    theirs = [scene for scene in rules.scenes.all if scene.seat != state.seat]
    if not theirs:
        return secret
    return secret._replace(
        met=state.met ^ {theirs[0].index},
        notes=state.notes ^ {f"{theirs[0].id}.{theirs[0].choices[0].id}"},
        due=((theirs[0].index, state.sitting + 1),),
    )


def chosen(rules: Rules, seat: int, view: View, legal: Legal) -> Decision:
    """Return what the seat's own policy decides."""
    policy = Integrative(rules) if seat == CLAIMANT else Official(rules)
    return policy.choose(view, legal)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_the_official_reckons_with_no_secret_value_of_the_claimant(rules: Rules, seed: int) -> None:
    """His words stay the same where untold worths of the claimant change their size."""
    honest, official = Official(rules), Official(rules)
    ours, theirs = rules.table.utilities
    doubled = ours._replace(worth=tuple(tuple(3 * w + 7 for w in row) for row in ours.worth))
    official.table = replace(rules.table, utilities=(doubled, theirs))
    for state, _ in line(rules, seed)[:-1]:
        if state.phase == Phase.REPLY and not state.told:
            legal = rules.legal_decisions(state)
            view = rules.seen_by(HOST, state)
            assert official.choose(view, legal) == honest.choose(view, legal)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_a_branch_meets_the_same_luck_where_its_keys_are_untouched(rules: Rules, seed: int) -> None:
    first = line(rules, seed)[0][0]
    legal = rules.legal_decisions(first)
    branches = [rules.follow(first, head.nth(0)) for head in legal.heads[:4]]
    assert {(b.fortune, b.men) for b in branches} == {(first.fortune, first.men)}


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_a_risk_comes_or_not_whatever_was_decided_before_it(rules: Rules, seed: int) -> None:
    for scene in rules.scenes.all:
        for choice in scene.choices:
            if choice.odds:
                came = {
                    f"risk.{choice.risk}" in after_choosing(rules, scene, choice.id, state).notes
                    for state, _ in line(rules, seed)[:-1]
                }
                assert len(came) == 1


def test_a_risk_comes_in_some_plays_and_not_in_others(rules: Rules) -> None:
    scene = next(scene for scene in rules.scenes.all if any(c.odds for c in scene.choices))
    choice = next(choice for choice in scene.choices if choice.odds)
    plays = [
        after_choosing(rules, scene, choice.id, rules.opening(str(seed))) for seed in range(40)
    ]
    assert {f"risk.{choice.risk}" in state.notes for state in plays} == {True, False}


def after_choosing(rules: Rules, scene: Scene, choice: str, state: State) -> State:
    """Return what a choice leads to, were its scene the one that waits in a state."""
    waiting = state._replace(
        scene=scene.index, seat=scene.seat, phase=Phase.SCENE, notes=frozenset[str]()
    )
    return rules.follow(waiting, Decision("choose", scene.id, (choice,)))


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_of_the_same_scenes_the_same_one_comes_whatever_was_decided_before(seed: int) -> None:
    rules = of_like_scenes()
    states = [rules.opening(str(seed))]
    for _ in (CLAIMANT, HOST, CLAIMANT, HOST):
        states = [rules.follow(state, one) for state in states for one in going_on(rules, state)]
    assert len({state.papers for state in states}) == 3
    assert len({state.scene for state in states}) == 1


QUIET = ("listen", "refuse", "fall-ill")


def going_on(rules: Rules, state: State) -> list[Decision]:
    """Return a few decisions that do not end the talks, with papers and without."""
    heads = [head for head in rules.legal_decisions(state).heads if head.name or head.verb in QUIET]
    return [one for head in heads for one in {head.nth(0), head.nth(len(head) - 1)}]


def test_of_like_scenes_each_comes_in_some_play() -> None:
    rules = of_like_scenes()
    found = set()
    for seed in range(40):
        state = rules.opening(str(seed))
        for _ in (CLAIMANT, HOST, CLAIMANT, HOST):
            state = rules.follow(state, going_on(rules, state)[0])
        found.add(state.scene)
    assert found == {0, 1, 2}


@lru_cache
def of_like_scenes() -> Rules:
    """Return the tiny rules with three scenes of which any may come in the third sitting."""
    scenario = read_scenario(TINY)
    fish = scenario.events["thanks"].model_copy(update={"when": parse("sitting = 3")})
    events = ById(dict.fromkeys(("one", "two", "three"), fish))
    return Rules(scenario.model_copy(update={"events": events}))


@given(seeds)
@settings(max_examples=3, deadline=None)
def test_in_the_zone_nobody_has_less_than_his_walk_away_and_outside_somebody_has(
    rules: Rules, seed: int
) -> None:
    state, every = rules.opening(str(seed)), list(every_package(rules.table.sizes))
    walks = [rules.walk(seat, state) for seat in (CLAIMANT, HOST)]
    ours, theirs = (man.utility for man in men_of(state))
    agreed = set(zone(every, ours, walks[CLAIMANT], theirs, walks[HOST]))
    for paper in every[:: 1 + len(every) // 3000]:
        worths = [rules.worth(seat, state, paper) for seat in (CLAIMANT, HOST)]
        enough = all(worth >= walk for worth, walk in zip(worths, walks, strict=True))
        assert (paper in agreed) == enough


@given(seeds)
@settings(max_examples=3, deadline=None)
def test_the_frontier_holds_no_dominated_package_and_misses_none_that_is_not(
    rules: Rules, seed: int
) -> None:
    ours, theirs = (man.utility for man in men_of(rules.opening(str(seed))))
    every = list(every_package(rules.table.sizes))
    edge = [point.package for point in frontier(every, ours, theirs)]
    worths = {(value(paper, ours), value(paper, theirs)) for paper in edge}
    assert {(point.ours, point.theirs) for point in efficient(ours, theirs)} == worths
    for paper in every[:: 1 + len(every) // 300]:
        assert not any(dominates(paper, other, ours, theirs) for other in edge)
        is_dominated = any(dominates(other, paper, ours, theirs) for other in edge)
        assert is_dominated != ((value(paper, ours), value(paper, theirs)) in worths)


def men_of(state: State) -> tuple[Man, Man]:
    """Return claimant and host."""
    claimant, host = state.men
    assert claimant is not None
    assert host is not None
    return claimant, host


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_words_are_a_decision_or_one_clear_sentence(rules: Rules, text: str) -> None:
    state = rules.opening("1")
    with suppress(WordsError):
        assert isinstance(parsed(text, rules.table, state), Decision)
