"""What The Governor tells of its orders before they are given: nothing less than what they do."""

from __future__ import annotations

from functools import cache

from game.cli.plain_season_looks import headed, in_short
from game.coach.seasons.forecasts import forecast
from game.coach.seasons.head import standing_orders
from game.coach.seasons.menu import Group, flat, menu
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules, rules_for
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, Decision, Phase, State, View
from game.tui.season.choices import of_group, of_season
from tests.fords import with_tracks
from tests.in_lines import ROWS

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)


@cache
def _seasons() -> tuple[State, ...]:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = [step.before for step in steps if step.before.phase == Phase.SEASON]
    return tuple({state.turn: state for state in states if not state.at}.values())


def _menu(state: State) -> tuple[View, tuple[Group, ...]]:
    view = RULES.seen_by(CLAIMANT, state)
    return view, menu(RULES, view, RULES.legal_decisions(state), "points")


def test_an_order_tells_what_its_risk_brings_later_too() -> None:
    told = set()
    for state in _seasons():
        view, groups = _menu(state)
        for choice in flat(groups):
            decision = choice.decision
            if decision is not None and decision.name == "found-post":
                said = forecast(RULES, view, decision, "points")
                told |= {line for line in said if "go wrong" in line}
    assert told
    assert all("toll" in line and "settlement" in line for line in told)


def test_an_order_of_several_targets_tells_what_one_of_them_does_and_that_it_is_one() -> None:
    seen = 0
    for state in _seasons():
        for group in _menu(state)[1]:
            for choice in group.choices:
                does = {target.does for target in choice.targets if not target.why_not}
                if len(does) > 1:
                    seen += 1
                    assert choice.does.removeprefix("for instance ") in does
                    assert choice.does.startswith("for instance ")
                elif does:
                    assert choice.does in {*does, f"for instance {next(iter(does))}"}
    assert seen


def test_a_group_of_which_nothing_can_be_ordered_says_why_of_each_order() -> None:
    shut = set()
    for state in _seasons():
        _, groups = _menu(state)
        for offer in of_season(groups, ("Hold back",), None):
            if not offer.heads and offer.text.plain.strip() == "River":
                shut.add(offer.refused)
                group = next(group for group in groups if group.id == "river")
                assert all(choice.label in offer.refused for choice in group.choices)
                assert all(choice.why_not in offer.refused for choice in group.choices)
    assert shut


def test_the_promise_to_kyakhta_can_be_kept_and_is_broken_only_by_a_later_post() -> None:
    state = next(state for state in _seasons() if "promised-kyakhta-quiet" in state.notes)
    letter = Decision("act", "word-to-kyakhta")
    told = [each for each in _seasons() if each.turn < state.turn]
    assert all(letter not in RULES.legal_decisions(each) for each in told)
    assert letter in RULES.legal_decisions(state)
    when = RULES.condition(RULES.scenario.events["belousov-remembers"].when)
    founded = state._replace(turn=14, notes=state.notes | {"post-nikolaevsk"})
    assert when(founded)
    assert not when(RULES.follow(state, letter)._replace(turn=14, notes=founded.notes))


def test_a_move_that_is_prepared_is_not_prepared_once_more_by_what_stands() -> None:
    rules = rules_for(read_any("the-governor"), "1854")
    assert isinstance(rules, CampaignRules)
    state = rules.opening("history")._replace(scene=-1, phase=Phase.SEASON)
    state = state._replace(notes=state.notes | {"ear-at-aigun"})
    for target in ("forged-urgency", "overheard", "yamen-agent"):
        now, order = state, f"act scheme {target}"
        for _ in range(3):
            decision = rules.parsed(order, now)
            assert decision in rules.legal_decisions(now)
            after = rules.follow(now._replace(left=2), decision)
            now = after._replace(scene=-1, phase=Phase.SEASON, left=1)
        assert decision not in rules.legal_decisions(now)
        feat = rules.orders.feat_of(decision)
        assert "already" in str(rules.orders.why_idle(feat, now))
        [stands] = standing_orders(rules, now._replace(orders=(feat.order,) * 2))
        assert stands.startswith("Hold back")


def test_a_season_is_read_on_one_screen_whatever_can_be_ordered_in_it() -> None:
    for state in _seasons():
        rich = with_tracks(RULES, state, purse=260)
        view, groups = _menu(rich)
        printed = [
            *headed(RULES, rich.turn, "1", rich),
            "",
            *in_short(RULES, view, groups, "1", "advisers"),
        ]
        assert len("\n".join(printed).splitlines()) <= ROWS, printed


def test_an_order_whose_targets_are_all_done_stays_in_the_menu_with_the_reason() -> None:
    state = _seasons()[-1]
    feats = [feat for feat in RULES.orders.all if feat.action == "patron"]
    done = list(state.done)
    for feat in feats:
        done[feat.place] = 1
    view, groups = _menu(state._replace(done=tuple(done)))
    (home,) = (group for group in groups if group.id == "home")
    (shown,) = (choice for choice in home.choices if choice.label == "Win a patron at Court")
    assert (shown.key, shown.decision, shown.why_not) == ("20", None, "it was done already")
    assert [(target.decision, target.why_not) for target in shown.targets] == [
        (feat.head.alone, "it was done already") for feat in feats
    ]
    (told,) = (o for o in of_group(RULES, view, home, "advisers") if shown.label in str(o.text))
    assert told.refused == "it was done already"
