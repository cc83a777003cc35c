"""Posts at the mouth that the committee had given up, and how one comes back to them."""

from __future__ import annotations

import pytest

from game.coach.seasons.meaning import meaning
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.map_model import Holder
from game.state import CLAIMANT, Decision, Phase, State
from game.tui.map.seasons import map_of

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
LEAVE, SUMMER_1854 = "leave-to-float", 28
POSTS = ("petrovskoe", "nikolaevsk")
PLACES = {"petrovskoe": "petrovskoye", "nikolaevsk": "nikolaevsk"}


def _given_up(*, leave: bool) -> State:
    """Return summer 1854, both posts at the mouth given up by order of the committee."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = (step.before for step in steps)
    state = next(s for s in states if s.turn == SUMMER_1854 and s.phase == Phase.SEASON)
    noted = {"post-petrovskoe", "post-nikolaevsk", "posts-withdrawn"}
    notes = (state.notes | noted) - {"posts-kept", LEAVE} | ({LEAVE} if leave else set())
    return state._replace(notes=frozenset(notes))


def _open(state: State, target: str) -> bool:
    heads = RULES.legal_decisions(state).heads
    return any(head.alone == Decision("act", "found-post", (target,)) for head in heads)


@pytest.mark.parametrize("post", POSTS)
def test_a_post_that_was_given_up_is_not_founded_again_without_leave_and_it_says_so(
    post: str,
) -> None:
    state = _given_up(leave=False)
    assert not _open(state, post)
    assert not _open(state, f"{post}-again")
    why = RULES.orders.why_not(RULES.orders.by_words["found-post", post], state)
    assert "the committee had it given up" in why
    assert "it stands already" not in why


@pytest.mark.parametrize("post", POSTS)
def test_with_leave_one_goes_back_and_the_post_is_on_the_map_again(post: str) -> None:
    state = _given_up(leave=True)
    drawn = map_of(RULES)
    assert PLACES[post] not in drawn.at(state).founded
    assert _open(state, f"{post}-again")
    again = RULES.follow(state, Decision("act", "found-post", (f"{post}-again",)))
    assert PLACES[post] in drawn.at(again).founded
    assert not _open(again, f"{post}-again")


@pytest.mark.parametrize("leave", [True, False])
def test_a_forecast_offers_to_go_back_only_where_one_can(*, leave: bool) -> None:
    given_up = _given_up(leave=leave)
    standing = given_up._replace(notes=given_up.notes - {"posts-withdrawn"})
    told = {
        state: "\n".join(meaning(RULES, RULES.seen_by(CLAIMANT, state), "found-post", "points"))
        for state in (given_up, standing)
    }
    assert ("At Nikolaevsk again" in told[given_up]) is leave
    assert "At Nikolaevsk again" not in told[standing]
    assert "At Petrovskoe again" not in told[standing]
    assert "5. At Mariinsk" in told[standing]


def test_land_that_a_paper_has_given_away_bears_no_word_of_the_years_before() -> None:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    bank = ("upper-left-bank", "lower-left-bank", "mouth-left-bank")
    drawn = [map_of(RULES).at(step.turn.state).state for step in steps]
    assert any("Russian posts" in dict(state.words).get(bank[0], "") for state in drawn)
    assert {drawn[-1].holder(region) for region in bank} == {Holder.RUSSIA}
    assert not [region for region in bank if region in dict(drawn[-1].words)]
