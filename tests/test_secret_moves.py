"""Whoever has a secret move ready is asked at Aigun whether to use it, and knows that before."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Decision, Phase, State

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
SCHEME = GOVERNOR.actions["scheme"]
SPRING_1858 = 43
ASKED = {
    "overheard": "overheard-as-arranged",
    "yamen-agent": "the-man-in-the-yamen",
    "forged-urgency": "a-courier-with-bad-news",
}


def _at_aigun(seed: str, *targets: str) -> State:
    """Return Aigun opened in spring 1858 with these moves prepared."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    state = next(step.before for step in reversed(steps) if step.before.turn < SPRING_1858)
    state = state._replace(seed=seed, notes=state.notes | {f"scheme-{id}" for id in targets})
    while state.turn < SPRING_1858 or state.phase != Phase.SEASON:
        legal = RULES.legal_decisions(state)
        wait = next((head.alone for head in legal.heads if head.verb == "stand"), legal[-1])
        state = RULES.follow(state, wait)
    return RULES.follow(state, Decision("open", "aigun"))


def _scenes(state: State) -> list[str]:
    """Return the scenes of the table that come until its end, whatever is chosen."""
    found, rules = [], RULES.at(state)
    while state.at:
        heads = RULES.legal_decisions(state).heads
        if state.phase == Phase.SCENE:
            found.append(rules.scenes.all[state.scene].id)
        quiet = [h for h in heads if h.name == "dinner" or h.verb in ("listen", "refuse")]
        state = RULES.follow(state, (quiet or heads)[0].alone)
    return found


@pytest.mark.parametrize("seed", ["1", "2", "3", "17", "52"])
@pytest.mark.parametrize("target", ASKED)
def test_a_move_that_is_ready_is_put_to_whoever_prepared_it(target: str, seed: str) -> None:
    assert ASKED[target] in _scenes(_at_aigun(seed, target))


def test_what_was_not_prepared_does_not_come() -> None:
    assert not {*ASKED.values()} & {*_scenes(_at_aigun("1"))}


def test_the_order_says_where_it_serves_and_so_does_its_last_step() -> None:
    assert "Aigun" in SCHEME.help
    assert "Aigun" in SCHEME.result[-1]
    for target in SCHEME.targets.values():
        assert "Aigun" in target.else_show[-1]


def test_once_aigun_is_signed_nothing_is_prepared_for_it() -> None:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    state = next(s.before for s in reversed(steps) if s.before.phase == Phase.SEASON)
    feat = RULES.orders.by_words["scheme", "forged-urgency"]
    assert "Aigun is signed" in RULES.orders.why_not(feat, state)
