"""Boats that wait for an order can be sent, and who starved is not said to have had no boats."""

from __future__ import annotations

from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Toll
from game.state import Phase, State
from tests.fords import with_tracks

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
FLOUR = GOVERNOR.events["flour-for-three-posts"]
SUPPLIES = GOVERNOR.actions["flotilla"].targets["supplies"]


def _spring_1856() -> State:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = (step.before for step in steps)
    return next(s for s in states if s.phase == Phase.SCENE and s.turn == 35)


def test_boats_are_ready_to_load_only_where_there_is_money_to_send_them() -> None:
    assert FLOUR.when is not None
    assert SUPPLIES.cost is not None
    comes, state = RULES.condition(FLOUR.when), _spring_1856()
    for purse, told in ((SUPPLIES.cost - 1, False), (SUPPLIES.cost, True)):
        assert comes(with_tracks(RULES, state, purse=purse)) is told


def test_no_choice_about_the_boats_takes_the_money_to_send_them() -> None:
    millet = FLOUR.choices["buy-millet"]
    assert millet.when is not None
    may, state = RULES.condition(millet.when), _spring_1856()
    assert SUPPLIES.cost is not None
    for purse, told in ((SUPPLIES.cost + 14, False), (SUPPLIES.cost + 15, True)):
        assert may(with_tracks(RULES, state, purse=purse, goodwill=50)) is told


def test_a_winter_after_boats_that_went_does_not_say_that_none_came() -> None:
    assert isinstance(GOVERNOR, Campaign)
    [deaths] = [
        effect for effect in GOVERNOR.seasons.usages["unfed-camp"].do if isinstance(effect, Toll)
    ]
    assert "no flour" not in deaths.who
