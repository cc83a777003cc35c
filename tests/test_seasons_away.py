"""News of a campaign comes to where whoever decides is: on a journey on another day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.cli.plain_season_looks import headed
from game.coach.seasons.chronicle import told
from game.coach.seasons.dates import season_of
from game.coach.seasons.forecasts import forecast
from game.coach.seasons.head import back_told, head
from game.coach.seasons.news import dated
from game.coach.seasons.orders_told import ALL_THE_SAME
from game.coach.seasons.tracks import purse
from game.files.scenarios import read_any
from game.rules import CampaignRules, rules_for
from game.state import CLAIMANT, Decision, Phase, State
from game.tui.play.head import MOST, laid
from game.tui.season.heading import standings

SEED = "away"
LEAVES = 30
"""The winter of 1854-55."""


@pytest.fixture(scope="module")
def rules() -> CampaignRules:
    rules = rules_for(read_any("the-governor"), "1854", ())
    assert isinstance(rules, CampaignRules)
    return rules


def _plain(rules: CampaignRules, state: State, *, travels: bool) -> Decision:
    """Return what is decided: nothing is ordered and nothing signed, but for one journey."""
    heads = rules.legal_decisions(state).heads
    if state.at or state.phase is Phase.SCENE:
        leaves = [head for head in heads if head.verb in ("go-home", "break-off")]
        return (leaves or heads)[0].nth(0)
    name = "journey" if travels and state.turn == LEAVES else "hold-back"
    return next((h.nth(0) for h in heads if h.name == name), heads[0].nth(0))


def _news(rules: CampaignRules, *, travels: bool) -> Iterator[str]:
    """Yield the lines that tell news until the summer of 1855."""
    state = rules.opening(SEED)
    while state.ended is None and state.turn <= LEAVES + 1:
        decision = _plain(rules, state, travels=travels)
        turn = rules.apply(state, decision)
        if not state.at:
            for line in told(rules, state, decision, turn, "points"):
                if line.kind == "news":
                    yield line.text
        state = turn.state


def test_who_is_away_hears_of_it_there_and_who_is_not_where_he_governs(
    rules: CampaignRules,
) -> None:
    there = [text for text in _news(rules, travels=True) if "Nicholas is dead" in text]
    here = [text for text in _news(rules, travels=False) if "Nicholas is dead" in text]
    assert len(there) == len(here) == 1
    assert "word came" not in there[0]
    assert "word came on 1 April" in here[0]


def test_where_nothing_is_written_it_comes_on_the_same_day(rules: CampaignRules) -> None:
    assert dated(rules, "taiping-at-the-passes", away=True) == dated(rules, "taiping-at-the-passes")


def _away(rules: CampaignRules) -> Iterator[State]:
    """Yield a state in each season, from the one in which whoever decides sets out."""
    state = rules.opening(SEED)
    while state.ended is None and state.turn <= LEAVES + 2:
        state = rules.follow(state, _plain(rules, state, travels=True))
        if state.turn >= LEAVES and not state.at and state.phase is not Phase.SCENE:
            yield state


@pytest.mark.parametrize("width", [78, 118])
def test_the_head_of_a_season_says_that_one_is_away_and_until_when(
    rules: CampaignRules, width: int
) -> None:
    seen = set()
    for state in _away(rules):
        view = rules.seen_by(CLAIMANT, state)
        forms = standings(head(rules, view, SEED), purse(rules, view))
        shown = next(told for form in forms if len(told := list(laid(form, width))) <= MOST)
        screen = " ".join(line.plain for line in shown)
        lines, *_ = headed(rules, state.turn, SEED, state)
        back = season_of(rules, state.turn + state.away).lower()
        for told in (screen, " ".join(lines.split())):
            assert (f"away, back in {back}" in told) == bool(state.away)
        seen.add(state.away)
    assert seen >= {0, 1}


def test_who_is_away_to_the_last_season_does_not_come_back(rules: CampaignRules) -> None:
    state = rules.opening(SEED)
    last = state._replace(turn=rules.scenario.seasons.count, away=1)
    assert back_told(rules, last) == "away to the end"
    assert not back_told(rules, last._replace(away=0))


def test_what_stands_as_ordered_is_said_to_be_done_though_nobody_is_there_to_order_it(
    rules: CampaignRules,
) -> None:
    """And is done by the rules where that is said."""
    state = next(state for state in _away(rules) if state.away and state.left)
    slot = rules.scenario.seasons.actions - state.left
    said = 0
    for feat in rules.orders.all:
        if rules.orders.why_not(feat, state) != "you are away" or feat.target:
            continue
        orders = (*state.orders[:slot], feat.order, *state.orders[slot + 1 :])
        standing = state._replace(orders=orders)
        ordered = Decision("act", feat.action)
        whole, bare = (
            " ".join(forecast(rules, rules.seen_by(CLAIMANT, each), ordered, "advisers"))
            for each in (standing, state)
        )
        assert ALL_THE_SAME not in bare
        done = rules.follow(standing, Decision("stand")).done[feat.place] > state.done[feat.place]
        assert (ALL_THE_SAME in whole) == done == (not feat.away)
        said += ALL_THE_SAME in whole
    assert said
