"""What a scene lets a claimant see: it is told, it is true, and his people reckon with it."""

from __future__ import annotations

import pytest

from game.coach.character import how_the_court_stands, kind_of_man
from game.coach.chronicle import told
from game.coach.persons import persons
from game.coach.readings import verdicts
from game.files.scenarios import read_scenario
from game.policy.belief import Believer
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Phase, State


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


def in_scene(rules: Rules, seed: str, event: str) -> State:
    """Return an opening in which a scene waits for the claimant."""
    scene = rules.scenes.by_id[event]
    return rules.opening(seed)._replace(phase=Phase.SCENE, seat=scene.seat, scene=scene.index)


def test_who_watches_at_dinner_learns_what_kind_of_man_he_is(rules: Rules) -> None:
    sentences = set()
    for seed in map(str, range(12)):
        state = in_scene(rules, seed, "dinner")
        turn = rules.apply(state, Decision("choose", "dinner", ("watch",)))
        man = state.men[HOST]
        assert man is not None
        temper = rules.table.tempers[HOST][man.temper]
        said = " ".join(line.text for line in told(rules, state, turn, CLAIMANT))
        kind = kind_of_man(persons(rules, CLAIMANT)[HOST], temper, can_be_pressed=True)
        assert kind in said
        sentences.add(kind)
        tempers = Believer(rules).belief(rules.seen_by(CLAIMANT, turn.state).state).tempers
        assert tempers[man.temper] == 100
    assert len(sentences) == len(rules.table.tempers[HOST])


def test_who_hears_of_the_court_reckons_with_it(rules: Rules) -> None:
    paper = rules.table.historical
    assert paper is not None
    for seed in map(str, range(6)):
        state = in_scene(rules, seed, "left-bank-village")
        turn = rules.apply(state, Decision("choose", "left-bank-village", ("eat-and-look",)))
        assert state.fortune is not None
        heard = how_the_court_stands(persons(rules, CLAIMANT)[HOST], state.fortune.mood)
        assert heard in " ".join(line.text for line in told(rules, state, turn, CLAIMANT))
        assert rules.seen_by(HOST, turn.state).state.heard_mood is None
        seen = rules.seen_by(CLAIMANT, turn.state).state
        known, *_ = verdicts(rules, paper, [(seen, 1)])
        unknown, *_ = verdicts(rules, paper, [(seen._replace(heard_mood=None), 1)])
        assert max(chance.share for chance in known) == 1000
        assert max(chance.share for chance in unknown) < 1000
