"""What is ordered in a season: what it costs, what comes of it, and what stands as ordered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.coach.seasons import chronicle
from game.errors import IllegalDecisionError
from game.rules import CampaignRules
from game.scenario import ById
from game.scenario.clauses import Later
from game.state import Decision, Order, State, Turn
from tests.fords import (
    AUTUMN,
    SPRING,
    SUMMER,
    WINTER,
    after,
    changed,
    fords,
    happened,
    in_season,
    kinds,
    level,
    moved,
    rules_of_fords,
    told,
    with_tracks,
)

SEEDS = [str(seed) for seed in range(40)]


@pytest.fixture
def rules() -> CampaignRules:
    return rules_of_fords()


def ordered(rules: CampaignRules, state: State) -> set[str]:
    """Return what can be ordered, in words."""
    legal = rules.legal_decisions(state)
    return {rules.formatted(one, state) for one in legal if one.verb == "act"}


def refusal(rules: CampaignRules, state: State, text: str) -> str:
    with pytest.raises(IllegalDecisionError) as refused:
        told(rules, state, text)
    return str(refused.value)


def test_an_order_is_paid_for_from_the_purse(rules: CampaignRules) -> None:
    state = in_season(rules, SPRING)
    turn = told(rules, state, "act repair")
    assert moved(turn, "purse") == [-8]
    assert level(rules, turn.state, "purse") == level(rules, state, "purse") - 8
    assert turn.state.left == 1


def test_a_target_may_cost_more_than_its_action(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, SPRING), "act sound upper")
    assert moved(told(rules, state, "act sound lower"), "purse") == [-7]


def test_what_is_too_dear_is_refused_with_the_reason(rules: CampaignRules) -> None:
    state = with_tracks(rules, in_season(rules, SPRING), purse=7)
    assert "act repair" not in ordered(rules, state)
    assert refusal(rules, state, "act repair") == "it costs 8, and there are 7"
    assert "act repair" in ordered(rules, with_tracks(rules, state, purse=8))


def test_doing_it_again_makes_less_each_time_and_a_season_of_rest_restores_it(
    rules: CampaignRules,
) -> None:
    state = with_tracks(rules, in_season(rules, SPRING), stores=0)
    first = told(rules, state, "act repair")
    second = told(rules, first.state, "act repair")
    assert (moved(first, "stores"), moved(second, "stores")) == ([6], [3])  # 60 per cent of 6
    summer = chosen(rules, second.state)
    third = told(rules, summer, "act repair")
    assert moved(third, "stores")[0] == 6 * 60**2 // 100**2
    rested = chosen(rules, after(rules, third.state, "act wait"))
    rested = chosen(rules, after(rules, rested, "act wait", "act wait"))
    assert rested.turn == WINTER
    spring = chosen(rules, after(rules, rested, "act wait", "act wait"))
    assert moved(told(rules, spring, "act repair"), "stores")[0] == 6


def chosen(rules: CampaignRules, state: State) -> State:
    """Answer scenes with the last choice until an order is asked for."""
    while state.scene >= 0:
        legal = rules.legal_decisions(state)
        state = rules.follow(state, legal[len(legal) - 1])
    return state


def test_what_was_ordered_stands_until_something_else_is(rules: CampaignRules) -> None:
    state = in_season(rules, SPRING)
    state = chosen(rules, after(rules, state, "act repair", "act write"))
    assert [rules.orders.by_order[order].action for order in state.orders] == ["repair", "write"]
    assert done(told(rules, state, "stand")) == ["repair", "write"]
    state = after(rules, state, "act wait")
    assert done(told(rules, state, "stand")) == ["write"]
    assert done(told(rules, chosen(rules, after(rules, state, "stand")), "stand")) == [
        "wait",
        "write",
    ]


def done(turn: Turn) -> list[str]:
    return [each["action"] for each in happened(turn, "acted")]


def test_where_nothing_was_ordered_what_is_idle_is_done(rules: CampaignRules) -> None:
    assert done(told(rules, in_season(rules, SPRING), "stand")) == ["wait", "wait"]


def test_what_stands_and_cannot_be_done_gives_way_to_what_is_idle_and_stands_still(
    rules: CampaignRules,
) -> None:
    state = chosen(rules, after(rules, in_season(rules, SPRING), "act repair", "act write"))
    poor = with_tracks(rules, state, purse=3)
    turn = told(rules, poor, "stand")
    assert done(turn) == ["wait", "write"]
    rich = with_tracks(rules, chosen(rules, turn.state), purse=100)
    assert done(told(rules, rich, "stand")) == ["repair", "write"]


def test_what_can_be_done_once_is_not_offered_again(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, SPRING), "act sound upper")
    assert "act sound upper" not in ordered(rules, state)
    assert "act sound lower" in ordered(rules, state)


def test_a_target_waits_for_what_it_asks_for(rules: CampaignRules) -> None:
    state = in_season(rules, SPRING)
    assert "act sound lower" not in ordered(rules, state)
    assert refusal(rules, state, "act sound lower") == "the upper ford comes first"


def test_some_orders_have_their_season(rules: CampaignRules) -> None:
    assert "act sound upper" in ordered(rules, in_season(rules, AUTUMN))
    winter = in_season(rules, WINTER)
    assert "act sound upper" not in ordered(rules, winter)
    reason = refusal(rules, winter, "act sound upper")
    assert reason == "only in spring, summer or autumn"


def test_a_plan_of_two_steps_comes_to_something_at_the_second(rules: CampaignRules) -> None:
    state = in_season(rules, SPRING)
    first = told(rules, state, "act scheme council")
    assert "went-on" in kinds(first)
    assert (moved(first, "purse"), moved(first, "favour")) == ([-3], [])
    assert "clerk-is-ours" not in first.state.notes
    second = told(rules, first.state, "act scheme council")
    assert moved(second, "favour") == [5]
    assert "clerk-is-ours" in second.state.notes


def test_steps_are_counted_for_each_target(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, SPRING), "act scheme council")
    turn = told(rules, state, "act scheme drovers")
    assert "went-on" in kinds(turn)
    assert moved(turn, "favour") == []


def test_whoever_is_away_can_order_only_what_can_be_ordered_from_anywhere(
    rules: CampaignRules,
) -> None:
    state = after(rules, in_season(rules, SPRING), "act ride")
    assert ordered(rules, state) == {"act write", "act wait"}
    assert refusal(rules, state, "act repair") == "you are away"
    assert Decision("open", "upper-ford") not in rules.legal_decisions(state)
    summer = chosen(rules, after(rules, state, "act wait"))
    assert (summer.turn, ordered(rules, summer)) == (SUMMER, {"act write", "act wait"})
    autumn = chosen(rules, after(rules, summer, "act wait", "act wait"))
    assert autumn.turn == AUTUMN
    assert "act repair" in ordered(rules, autumn)


def test_while_one_is_away_what_was_ordered_goes_on(rules: CampaignRules) -> None:
    state = chosen(rules, after(rules, in_season(rules, SPRING), "act wait", "act repair"))
    assert state.turn == SUMMER
    state = after(rules, state, "act ride")
    assert done(told(rules, state, "stand")) == ["repair"]
    autumn = chosen(rules, after(rules, state, "stand"))
    assert done(told(rules, autumn, "stand")) == ["wait", "repair"]


def test_a_journey_is_not_made_again_because_it_was_made(rules: CampaignRules) -> None:
    state = chosen(rules, after(rules, in_season(rules, SPRING), "act repair", "act ride"))
    assert state.orders == (feat(rules, "repair"), feat(rules, "wait"))
    for _ in range(2):
        turn = told(rules, state, "stand")
        assert "ride" not in done(turn)
        state = chosen(rules, turn.state)


def feat(rules: CampaignRules, action: str) -> Order:
    return rules.orders.by_words[action, ""].order


def comes(rules: CampaignRules, state: State, text: str) -> bool:
    return "hazard-came" in kinds(told(rules, state, text))


def test_what_goes_wrong_hangs_on_the_seed_and_on_nothing_else(rules: CampaignRules) -> None:
    came = []
    for seed in SEEDS:
        spring = in_season(rules, SPRING, seed)
        autumn = with_tracks(rules, in_season(rules, AUTUMN, seed), purse=90, favour=12)
        came.append(comes(rules, spring, "act repair"))
        assert comes(rules, autumn, "act repair") == came[-1]
    assert 0 < sum(came) < len(came)


def test_what_a_season_has_but_once_is_shut_with_its_reason_until_the_next() -> None:
    sound = fords().actions["sound"].model_copy(update={"once_a_season": True})
    rules = changed(actions=ById({**fords().actions, "sound": sound}))
    state = in_season(rules, SPRING)
    assert "act sound upper" in ordered(rules, state)
    state = chosen(rules, after(rules, state, "act sound upper"))
    assert not [order for order in ordered(rules, state) if order.startswith("act sound")]
    assert "it was done this season" in refusal(rules, state, "act sound lower")
    state = chosen(rules, after(rules, state, "stand"))
    assert "act sound lower" in ordered(rules, state)


def test_an_order_goes_wrong_as_likely_as_stood_before_it_was_given() -> None:
    sound = fords().actions["sound"]
    assert sound.hazard is not None
    odds = {"id": "snag", "odds": "50 + 10 * done.sound - trade", "text": "A tree lay there."}
    hazard = type(sound.hazard).model_validate(odds)
    rules = changed(
        actions=ById({**fords().actions, "sound": sound.model_copy(update={"hazard": hazard})})
    )
    told_odds = set()
    for seed in SEEDS:
        state = with_tracks(rules, in_season(rules, SPRING, seed), trade=10)
        for entry in happened(told(rules, state, "act sound upper"), "hazard-came"):
            told_odds.add(entry["odds"])
    assert told_odds == {40}


def test_what_goes_wrong_comes_as_often_as_its_odds_say(rules: CampaignRules) -> None:
    states = [in_season(rules, SPRING, seed) for seed in SEEDS]
    surely = [with_tracks(rules, state, stores=0) for state in states]
    never = [with_tracks(rules, state, stores=100) for state in states]
    often = sum(comes(rules, state, "act sound upper") for state in surely)
    seldom = sum(comes(rules, state, "act sound upper") for state in never)
    assert seldom < often  # 40 and 20 per cent
    assert 8 <= often <= 24


def test_each_target_and_each_time_has_luck_of_its_own(rules: CampaignRules) -> None:
    upper, lower, again = [], [], []
    for seed in SEEDS:
        state = in_season(rules, SPRING, seed)
        upper.append(comes(rules, state, "act sound upper"))
        state = after(rules, state, "act sound upper")
        lower.append(comes(rules, state, "act sound lower"))
        state = chosen(rules, after(rules, state, "act sound lower"))
        again.append(comes(rules, state, "act sound lower"))
    assert upper != lower
    assert lower != again


def test_the_seed_moves_the_size_of_what_goes_wrong_each_time(rules: CampaignRules) -> None:
    sizes: set[int] = set()
    first_and_second = set()
    for seed in SEEDS:
        state = with_tracks(rules, in_season(rules, SPRING, seed), stores=60)
        turns = []
        for text in ("act sound upper", "act sound lower"):
            turns.append(told(rules, state, text))
            state = turns[-1].state
        found = [moved(turn, "stores")[0] for turn in turns if "hazard-came" in kinds(turn)]
        sizes |= set(found)
        first_and_second.add(tuple(found))
    assert sizes == {-6, -5, -4, -3, -2}
    assert any(len(set(both)) == 2 for both in first_and_second)


def test_the_seed_of_history_brings_what_history_brought_and_nothing_else(
    rules: CampaignRules,
) -> None:
    state = in_season(rules, SPRING, "history")
    turn = told(rules, state, "act sound upper")
    assert "hazard-came" in kinds(turn)
    assert moved(turn, "stores") == [-4]
    assert not comes(rules, turn.state, "act repair")


def lines(rules: CampaignRules, state: State, text: str) -> str:
    """Return what a decision is told to bring, as one text."""
    decision = rules.parsed(text, state)
    turn = rules.apply(state, decision)
    return " ".join(line.text for line in chronicle.told(rules, state, decision, turn, "points"))


def test_an_order_is_told_in_other_words_each_time_and_then_round_again() -> None:
    action = fords().actions["repair"].model_copy(update={"result": ("Once.", "Twice.")})
    quiet = ById({id: event for id, event in fords().events.items() if event.table})
    rules = changed(actions=ById({**fords().actions, "repair": action}), events=quiet)
    state = with_tracks(rules, in_season(rules, SPRING), purse=200)
    said = []
    for _ in range(3):
        said.append(lines(rules, state, "act repair"))
        state = after(rules, state, "act repair")
    found = [[word for word in ("Once.", "Twice.") if word in each] for each in said]
    assert found == [["Once."], ["Twice."], ["Once."]]


def test_what_an_order_brings_later_is_told_in_other_words_each_time() -> None:
    write = fords().actions["write"]
    (later,) = write.do
    assert isinstance(later, Later)
    later = replace(later, texts=("Read out.", "Read.", "Filed."))
    action = write.model_copy(update={"do": (later,)})
    rules = changed(actions=ById({**fords().actions, "write": action}))
    state = after(rules, in_season(rules, SPRING), "act write")
    said = lines(rules, state, "act write")
    assert "Read out." in said
    assert "Read." in said
    assert "Filed." not in said


def test_targets_without_words_of_their_own_share_those_of_the_order() -> None:
    sound = fords().actions["sound"]
    lower = sound.targets["lower"].model_copy(update={"result": ("Its own.",)})
    for targets, second in ((sound.targets, "Twice."), ({**sound.targets, "lower": lower}, "own.")):
        update = {"result": ("Once.", "Twice."), "targets": ById(targets)}
        rules = changed(
            actions=ById({**fords().actions, "sound": sound.model_copy(update=update)}),
        )
        state = in_season(rules, SPRING)
        assert "Once." in lines(rules, state, "act sound upper")
        assert second in lines(rules, after(rules, state, "act sound upper"), "act sound lower")
