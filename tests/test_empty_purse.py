"""In every scene of The Governor whoever has nothing in his purse still has a choice to make."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Phase, State
from tests.fords import line_by_lot, with_tracks

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
STARTS = (None, *GOVERNOR.starts)
RULES = CampaignRules(GOVERNOR)
PLAYS = 100


def scenes_met(rules: CampaignRules) -> Iterator[tuple[str, State]]:
    """Yield each scene of the seasons that plays by lot come to, with its state."""
    for seed in range(PLAYS):
        for state, _ in line_by_lot(rules, str(seed)):
            if state.phase == Phase.SCENE and not state.at:
                yield rules.scenes.all[state.scene].id, state


@pytest.mark.parametrize("start", STARTS)
def test_an_empty_purse_leaves_two_answers_in_every_scene(start: str | None) -> None:
    rules = CampaignRules(GOVERNOR, start)
    single = {
        id
        for id, state in scenes_met(rules)
        if len(rules.legal_decisions(with_tracks(rules, state, purse=0))) < 2
    }
    assert not single


@pytest.mark.parametrize(
    "scene", [id for id, event in GOVERNOR.events.items() if event.table is None]
)
def test_two_answers_at_least_of_every_scene_take_nothing_from_the_purse(scene: str) -> None:
    choices = RULES.scenes.by_id[scene].choices
    assert sum(not choice.price for choice in choices) >= 2


def test_after_a_term_was_kept_a_march_home_is_not_left_with_one_answer() -> None:
    scene = RULES.scenes.by_id["forty-versts-a-day"]
    opening = with_tracks(RULES, RULES.opening("1"), purse=0)
    for notes in (frozenset(), frozenset({"kept-the-term"})):
        state = opening._replace(scene=scene.index, phase=Phase.SCENE, notes=notes)
        assert len(RULES.legal_decisions(state)) >= 2
