"""The laws: what is true of every state that play can meet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import IllegalDecisionError, WordsError
from game.files.scenarios import read_scenario
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.plain import Random
from game.record import digest
from game.rules import Rules, formatted, parsed
from game.rules.legal import Legal
from game.state import CLAIMANT, HOST, Decision, Phase, State, View

SCENARIO = "aigun-six-days"
TRACKS = ("face", "trust", "credibility", "caution", "coerced")


@lru_cache
def rules() -> Rules:
    return Rules(read_scenario(SCENARIO))


@lru_cache(maxsize=256)
def line(seed: int) -> tuple[tuple[State, Decision], ...]:
    """Return every state of a random play with the decision that was taken in it."""
    players = (Random(rules(), f"ours {seed}"), Random(rules(), f"theirs {seed}"))
    state, steps = rules().opening(str(seed)), []
    while state.ended is None:
        legal = rules().legal_decisions(state)
        decision = players[state.seat].choose(rules().seen_by(state.seat, state), legal)
        steps.append((state, decision))
        state = rules().follow(state, decision)
    steps.append((state, Decision("stay")))
    return tuple(steps)


seeds = st.integers(0, 60)


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_telling_a_turn_changes_nothing_of_it(seed: int) -> None:
    for state, decision in line(seed)[:-1]:
        before = digest(state)
        assert rules().apply(state, decision).state == rules().follow(state, decision)
        assert digest(state) == before


@given(seeds, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_the_words_of_a_decision_name_it_and_no_other(seed: int, at: int) -> None:
    steps = line(seed)[:-1]
    state, _ = steps[at % len(steps)]
    legal = rules().legal_decisions(state)
    decision = legal[at % len(legal)]
    assert decision in legal
    assert parsed(formatted(decision, rules().table), rules().table, state) == decision


@given(seeds)
@settings(max_examples=25, deadline=None)
def test_an_illegal_decision_is_refused_with_a_reason_and_changes_nothing(seed: int) -> None:
    for state, _ in line(seed)[:-1]:
        before = digest(state)
        for decision in (Decision("fly"), Decision("tactic", "ultimatum", ("now",))):
            with pytest.raises(IllegalDecisionError) as refused:
                rules().apply(state, decision)
            assert len(str(refused.value)) > 10
        assert digest(state) == before


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_every_track_stays_in_its_range(seed: int) -> None:
    ranges = [t.range for id, t in rules().scenario.tracks.items() if id in rules().levels]
    for state, _ in line(seed):
        assert all(0 <= getattr(state, track) <= 100 for track in TRACKS)
        for level, (low, high) in zip(state.levels, ranges, strict=True):
            assert low <= level <= high
        assert min(state.hope) >= 0
        assert min(state.ledger) >= 0


@given(seeds, st.integers(1000, 1010))
@settings(max_examples=15, deadline=None)
def test_what_a_seat_cannot_see_changes_neither_its_view_nor_its_policy(
    seed: int, other: int
) -> None:
    stranger = rules().opening(str(other))
    for state, _ in line(seed)[:-1]:
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
        hidden = with_secrets(hidden)
        views = rules().seen_by(state.seat, state), rules().seen_by(state.seat, hidden)
        assert views[0] == views[1]
        legal = rules().legal_decisions(state)
        assert tuple(legal.heads) == tuple(rules().legal_decisions(hidden).heads)
        assert chosen(state.seat, views[0], legal) == chosen(state.seat, views[1], legal)


def with_secrets(state: State) -> State:
    """Return the state with secrets of the other seat, and with what no seat may see."""
    theirs = next(scene for scene in rules().scenes.all if scene.seat != state.seat)
    asked = [sitting + (seat != state.seat) for seat, sitting in enumerate(state.forecasts)]
    kept_from_both = rules().levels["ambiguity"]
    levels = list(state.levels)
    levels[kept_from_both] = (levels[kept_from_both] + 1) % 20
    return state._replace(
        met=state.met ^ {theirs.index},
        notes=state.notes ^ {f"{theirs.id}.{theirs.choices[0].id}"},
        due=((theirs.index, state.sitting + 1),),
        guesses=((1 - state.seat, "ussuri common"),),
        forecasts=(asked[CLAIMANT], asked[HOST]),
        levels=tuple(levels),
    )


def chosen(seat: int, view: View, legal: Legal) -> Decision:
    """Return what the seat's own policy decides."""
    policy = Integrative(rules()) if seat == CLAIMANT else Official(rules())
    return policy.choose(view, legal)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_the_official_reckons_with_no_secret_value_of_the_claimant(seed: int) -> None:
    """His words stay the same where untold worths of the claimant change their size."""
    honest, official = Official(rules()), Official(rules())
    ours, theirs = rules().table.utilities
    doubled = ours._replace(worth=tuple(tuple(3 * w + 7 for w in row) for row in ours.worth))
    official.table = replace(rules().table, utilities=(doubled, theirs))
    for state, _ in line(seed)[:-1]:
        if state.phase == Phase.REPLY and not state.told:
            legal = rules().legal_decisions(state)
            view = rules().seen_by(HOST, state)
            assert official.choose(view, legal) == honest.choose(view, legal)


@given(seeds)
@settings(max_examples=20, deadline=None)
def test_a_branch_meets_the_same_luck_where_its_keys_are_untouched(seed: int) -> None:
    first = line(seed)[0][0]
    legal = rules().legal_decisions(first)
    branches = [rules().follow(first, head.nth(0)) for head in legal.heads[:4]]
    assert {(b.fortune, b.men) for b in branches} == {(first.fortune, first.men)}


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_words_are_a_decision_or_one_clear_sentence(text: str) -> None:
    state = rules().opening("1")
    with suppress(WordsError):
        assert isinstance(parsed(text, rules().table, state), Decision)
