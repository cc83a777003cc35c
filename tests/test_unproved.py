"""Whoever foretold a signature is not judged by talks that the one he advised went home from."""

from __future__ import annotations

import pytest

from game.coach.seasons import chronicle
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later
from game.scenario.event_model import Event
from game.scenario.syntax import Comparison, Name, Number
from game.state import Decision, Ended, Phase, State

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
TABLES = list(GOVERNOR.tables)
COUNSELS = RULES.scenes.counsels
RISES = {">=": 1, ">": 1, "<=": -1, "<": -1}
SPOKEN = [
    (id, adviser, event, said)
    for id, event in GOVERNOR.events.items()
    for adviser, said in event.counsel.items()
    if said.expects is not None
]


def _moves(effects: tuple[Effect, ...], track: str, within: int) -> int:
    """Return by how much effects move a track until somebody is held to his word."""
    moved = 0
    for effect in effects:
        if isinstance(effect, Change) and effect.track == track:
            moved += effect.by
        if isinstance(effect, Later) and effect.after <= within:
            moved += _moves(effect.do, track, within - effect.after)
    return moved


@pytest.mark.parametrize(
    ("event", "adviser"), [(id, adviser) for id, adviser, _, _ in SPOKEN], ids=str
)
def test_nobody_expects_of_his_choice_what_it_makes_less_likely(event: str, adviser: str) -> None:
    scene: Event = GOVERNOR.events[event]
    said = scene.counsel[adviser]
    assert said.expects is not None
    match said.expects.root:
        case Comparison(relation, Name(track), Number()) if relation in RISES:
            moved = _moves(scene.choices[said.for_].do, track, said.within)
            assert moved * RISES[relation] >= 0


def _before_the_passage() -> State:
    """Return spring 1854, told of nobody, as Korsakov advised."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    return next(
        step.turn.state
        for step in steps
        if step.decision == Decision("choose", "sheet-turned-back", ("come-unannounced",))
    )


@pytest.mark.parametrize(("ended", "is_judged"), [(Ended.WENT_HOME, 0), (Ended.BROKEN_OFF, 1)])
def test_talks_that_were_left_prove_nobody_wrong(ended: Ended, is_judged: int) -> None:
    state = _before_the_passage()
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    signed = next(
        d for s in steps for d in s.turn.state.deals if d.table == TABLES.index("passage")
    )
    unsigned = signed._replace(turn=28, ended=ended, treaty=None)
    at = COUNSELS.advisers.index("korsakov")
    place = next(
        n
        for n, each in enumerate(COUNSELS.predictions)
        if each.event == "sheet-turned-back" and each.adviser == at and not each.is_otherwise
    )
    state = state._replace(deals=(unsigned,), foretold=((29, place),), scene=-1, turn=28)
    state = state._replace(phase=Phase.SEASON)
    before = state.proved[at]
    turn = RULES.apply(state, Decision("stand"))
    assert turn.state.proved[at] == (before[0], before[1] + is_judged)
    told = [line.text for line in chronicle.told(RULES, state, Decision("stand"), turn, "advisers")]
    of_it = [text for text in told if "could not be proved" in text]
    assert len(of_it) == 1 - is_judged
    assert all("you went home before anything was signed" in text for text in of_it)
