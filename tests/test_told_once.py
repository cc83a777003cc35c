"""What was told is not told again in the same words: by scenes after a courier, by orders."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_any, read_scenario
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.expressions import parse
from tests.fords import happened, quietly

AIGUN = read_scenario("aigun-six-days")
COURIER = AIGUN.table.news
FOLLOWING = [event for event in AIGUN.events.values() if event.when == parse("news")]
FLOUR = "Word from a new post"
RUN = 4
"""Words in a row that a reader takes for the same sentence."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.strip(".,:;()").lower() for word in text.split()]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("event", FOLLOWING, ids=lambda event: event.title)
def test_a_scene_after_the_courier_refers_to_what_he_brought(event) -> None:
    assert COURIER is not None
    assert not runs(COURIER.text) & runs(event.text)
    assert "rider" in event.text


def test_either_chair_has_a_scene_of_the_news() -> None:
    assert len(FOLLOWING) == 2


def governor() -> CampaignRules:
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    return CampaignRules(campaign)


@pytest.mark.parametrize("order", ["charter", "journey"])
def test_an_order_that_can_be_given_so_often_only_has_words_for_each_time(order: str) -> None:
    """A charter asks for more settlement each time, a journey is made four times at most."""
    action = governor().scenario.actions[order]
    often = {"charter": len(range(12, 101, 12)), "journey": 4}[order]
    assert len(set(action.result)) == len(action.result) >= often


def test_two_letters_of_orders_that_went_wrong_come_in_other_words() -> None:
    rules = governor()
    letters = rules.effects.letters
    sent = [at for at, letter in enumerate(letters) if letter.texts[0].startswith(FLOUR)]
    assert len(sent) == len(rules.scenario.actions["found-post"].targets)
    state = rules.opening("1")
    begun, done = state.turn, list(state.done)
    for place in letters[sent[0]].by[:2]:
        done[place] = 1
    coming = tuple((begun + 1, at) for at in sent[:2])
    state = state._replace(done=tuple(done), coming=coming)
    while state.turn == begun:
        turn = rules.apply(state, quietly(rules, state))
        state = turn.state
    one, other = happened(turn, "letter-came")
    assert one.get("times", 0) != other.get("times", 0)


def test_what_goes_wrong_with_two_orders_of_one_kind_is_told_in_other_words() -> None:
    rules = governor()
    boats, argun = (
        rules.orders.by_words["steamers", target] for target in ("river-boats", "argun")
    )
    assert boats.hazard is not None
    assert argun.hazard is not None
    assert boats.hazard.counted == argun.hazard.counted
    assert {boats.place, argun.place} <= set(boats.hazard.counted)
