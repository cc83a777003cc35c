"""The Two Fords can be read, is sound, and has in it what the tests of the seasons need."""

from __future__ import annotations

import pytest

from game.files.scenarios import check_scenario
from game.scenario.clauses import Cancel, Later, OpenTable, Schedule, Toll
from game.state import Ended, Phase
from tests.fords import (
    FORDS,
    SEASONS,
    fords,
    in_season,
    line_by_lot,
    rules_of_fords,
    session_by_lot,
)


def test_nothing_is_wrong_in_it() -> None:
    assert [fault for fault in check_scenario(FORDS) if fault.is_error] == []


def test_it_says_everything_that_a_campaign_can_say() -> None:
    campaign = fords()
    actions = campaign.actions.values()
    done = [effect for action in actions for effect in action.do]
    done += [e for action in actions for target in action.targets.values() for e in target.do]
    done += [e for action in actions if action.hazard for e in action.hazard.do]
    for event in campaign.events.values():
        done += [effect for choice in event.choices.values() for effect in choice.do]
    assert {Cancel, Later, OpenTable, Schedule, Toll} <= {type(effect) for effect in done}
    assert any(action.steps > 1 for action in actions)
    assert any(action.away for action in actions)
    assert any(action.fades < 100 for action in actions)
    assert any(target.once for action in actions for target in action.targets.values())
    assert campaign.seasons.count == SEASONS
    assert len(campaign.tables) == 2


@pytest.mark.parametrize(("start", "sat_at"), [(None, {0, 1, 2}), ("second-year", {0, 1})])
def test_it_can_be_played_to_its_last_season(start: str | None, sat_at: set[int]) -> None:
    rules = rules_of_fords(start)
    tables = set()
    for seed in range(30):
        tables |= {state.at for state, _ in line_by_lot(rules, str(seed))}
    assert tables == sat_at
    session = session_by_lot("3", start=start)
    assert session.state.ended is Ended.SERVED
    assert session.state.turn == SEASONS


@pytest.mark.parametrize("turn", range(1, SEASONS + 1))
def test_every_season_of_it_asks_for_orders(turn: int) -> None:
    state = in_season(rules_of_fords(), turn)
    assert (state.turn, state.phase, state.left) == (turn, Phase.SEASON, 2)
