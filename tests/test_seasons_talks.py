"""Tables of a campaign: how they are opened, what they begin with, and what follows from them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from game.coach.seasons.menu import TABLES, menu
from game.errors import IllegalDecisionError
from game.rules import CampaignRules, Rules
from game.scenario.authored import ById
from game.scenario.event_model import Choice
from game.scenario.expressions import parse
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, State, Verdict
from tests.fords import (
    AUTUMN,
    SPRING,
    SUMMER,
    after,
    changed,
    fords,
    happened,
    in_season,
    kinds,
    level,
    moved,
    quietly,
    told,
    with_events,
    with_tracks,
)

UPPER, LOWER = 1, 2
SEEDS = [str(seed) for seed in range(30)]


@pytest.fixture(scope="module")
def rules() -> CampaignRules:
    """The rules of the fords without any scene of a season but the summons."""
    return with_events(["the-summons"])


def at_upper(rules: CampaignRules, seed: str = "1", turn: int = SPRING, **tracks: int) -> State:
    """Return the talks at the upper ford, the bell sat through."""
    state = with_tracks(rules, in_season(rules, turn, seed), **tracks)
    return after(rules, state, "open upper-ford", "choose the-bell sit")


def home(rules: CampaignRules, state: State) -> State:
    return after(rules, state, "go-home")


def signed(rules: CampaignRules, state: State, paper: str) -> State:
    """Return the season after the host has signed a paper that was laid down."""
    state = after(rules, state, f"offer {paper}")
    while state.scene >= 0:
        state = rules.follow(state, rules.legal_decisions(state)[0])
    if Decision("accept") not in rules.legal_decisions(state):
        state = after(rules, state, "consult")
    return after(rules, state, "accept")


def test_talks_can_be_opened_while_their_condition_holds(rules: CampaignRules) -> None:
    opening = Decision("open", "upper-ford")
    spring = in_season(rules, SPRING)
    assert opening in rules.legal_decisions(spring)
    assert opening not in rules.legal_decisions(in_season(rules, SUMMER))
    assert opening not in rules.legal_decisions(with_tracks(rules, spring, favour=19))
    with pytest.raises(IllegalDecisionError):
        told(rules, in_season(rules, SUMMER), "open upper-ford")


def test_talks_that_only_an_effect_opens_cannot_be_opened_by_decision(rules: CampaignRules) -> None:
    for turn in range(1, 9):
        assert Decision("open", "lower-ford") not in rules.legal_decisions(in_season(rules, turn))


def test_opening_talks_takes_an_action_and_the_rest_is_left_for_afterwards(
    rules: CampaignRules,
) -> None:
    turn = told(rules, in_season(rules, SPRING), "open upper-ford")
    assert kinds(turn)[:1] == ["table-opened"]
    state = turn.state
    assert (state.at, state.left, state.sitting, state.phase) == (UPPER, 1, 1, Phase.SCENE)
    assert rules.seat_id(state) == "reeve"
    over = home(rules, after(rules, state, "choose the-bell sit"))
    assert (over.at, over.left, over.turn, over.phase) == (0, 1, SPRING, Phase.SEASON)
    assert Decision("open", "upper-ford") not in rules.legal_decisions(over)
    view = rules.seen_by(CLAIMANT, over)
    groups = menu(rules, view, rules.legal_decisions(over), "advisers")
    talks = next(group.choices for group in groups if group.id == TABLES)
    assert [choice.why_not for choice in talks] == ["they were held this season"]
    while over.turn < AUTUMN or over.phase != Phase.SEASON:
        over = rules.follow(over, quietly(rules, over))
    assert Decision("open", "upper-ford") in rules.legal_decisions(over)


def test_an_effect_opens_talks_at_once_and_takes_no_action(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, AUTUMN), "stand")
    assert rules.scenes.all[state.scene].id == "the-summons"
    turn = told(rules, state, "choose the-summons go")
    assert (turn.state.at, turn.state.left) == (LOWER, 2)
    assert moved(turn, "unrest") == [-1]
    assert kinds(turn).index("track-changed") < kinds(turn).index("table-opened")
    assert home(rules, turn.state).left == 2


def test_talks_begin_with_what_the_seasons_have_made(rules: CampaignRules) -> None:
    state = at_upper(rules, favour=60, stores=25, unrest=40)
    bell = 3, -2  # what sitting through it changes
    assert (state.credibility, state.trust) == (30 + 25 + bell[0], 20 + 30 + bell[1])
    assert (state.patience, state.face) == (50 - 8, 50)
    most = at_upper(rules, favour=100, stores=100)
    assert most.credibility == 100


def test_talks_begin_fresh_and_leave_the_seasons_as_they_were(rules: CampaignRules) -> None:
    before = in_season(rules, SPRING)
    state = after(rules, before, "open upper-ford")
    assert (state.papers, state.paper, state.met, state.ended) == (0, None, frozenset(), None)
    for field in (
        "levels",
        "notes",
        "done",
        "orders",
        "coming",
        "proved",
        "stood",
        "bents",
        "turn",
    ):
        assert getattr(state, field) == getattr(before, field), field


def test_days_are_those_of_the_season_in_which_the_talks_are_held(rules: CampaignRules) -> None:
    days = {}
    for turn in (AUTUMN, SPRING, 5, 7):  # in any order, and two of them in one year
        state = after(rules, in_season(rules, turn), "open upper-ford")
        days[turn] = rules.at(state).first_day
        assert rules.at(state).first_day == days[turn]
    assert days == {
        SPRING: date(1801, 3, 1),
        AUTUMN: date(1801, 9, 1),
        5: date(1802, 3, 1),
        7: date(1802, 9, 1),
    }
    winter = after(rules, in_season(rules, AUTUMN), "stand", "choose the-summons go")
    assert rules.at(winter).first_day == date(1801, 12, 20)


def test_a_condition_on_the_day_asks_for_the_day_of_these_talks(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, AUTUMN), "stand", "choose the-summons go")
    asked = rules.at(state).formulas.condition
    assert asked(parse("day = 20"))(state)  # they open on the twentieth
    assert asked(parse("day = 21"))(state._replace(sitting=2))


def test_whoever_sits_at_a_table_has_its_rules_and_nobody_has_in_a_season(
    rules: CampaignRules,
) -> None:
    state = in_season(rules, SPRING)
    with pytest.raises(LookupError):
        rules.at(state)
    table = rules.at(after(rules, state, "open upper-ford"))
    assert isinstance(table, Rules)
    assert table.table.seats == ("reeve", "abbess")
    assert rules.legal_decisions(at_upper(rules)).heads == table.choices.of(at_upper(rules)).heads


def test_what_came_of_talks_is_kept_and_told(rules: CampaignRules) -> None:
    state = at_upper(rules)
    turn = told(rules, state, "go-home")
    (deal,) = turn.state.deals
    assert (deal.table, deal.turn, deal.ended, deal.treaty) == (0, SPRING, Ended.WENT_HOME, None)
    assert deal.verdict is Verdict.NONE
    assert happened(turn, "table-closed") == [{"table": "upper-ford", "deal": 0}]
    assert turn.state.ended is None
    assert rules.closed(state, Decision("go-home")).ended is Ended.WENT_HOME


def test_nothing_of_a_table_is_left_in_the_season_after_it(rules: CampaignRules) -> None:
    before, over = in_season(rules, SPRING), home(rules, at_upper(rules))
    kept = {"left", "levels", "notes", "deals", "coming"}
    fresh = {name for name, value in vars(over).items() if value != getattr(before, name)}
    assert fresh <= kept


def test_consequences_follow_in_their_order_all_that_hold(rules: CampaignRules) -> None:
    turn = told(rules, at_upper(rules), "go-home")
    assert [each["part"] for each in happened(turn, "followed")] == [2, 3]
    assert (moved(turn, "favour"), moved(turn, "trade"), moved(turn, "stores")) == (
        [-4],
        [-2],
        [-1],
    )


def test_a_consequence_may_hang_on_one_before_it(rules: CampaignRules) -> None:
    state = at_upper(rules)
    state = after(rules, state, "offer fare=high landing=abbey")
    turn = told(rules, state, "accept")
    assert [each["part"] for each in happened(turn, "followed")] == [0, 1, 3]
    assert "dear-ford" in turn.state.notes
    assert turn.state.deals[0].treaty == (0, 0)


def test_conditions_of_the_seasons_ask_for_what_was_signed(rules: CampaignRules) -> None:
    def holds(text: str, state: State) -> bool:
        return rules.condition(parse(text))(state)

    none = home(rules, at_upper(rules))
    paper = signed(rules, at_upper(rules), "fare=low landing=abbey")
    assert [holds("held.upper-ford", s) for s in (at_upper(rules), none, paper)] == [
        False,
        True,
        True,
    ]
    assert [holds("signed.upper-ford", state) for state in (none, paper)] == [False, True]
    assert [holds("term.upper-ford.fare = low", state) for state in (none, paper)] == [False, True]
    assert not holds("term.upper-ford.fare != high", none)
    verdict = paper.deals[0].verdict
    assert verdict is not Verdict.NONE
    assert holds(f"verdict.upper-ford = {verdict}", paper)
    assert holds("verdict.upper-ford = none", none)


def test_conditions_of_the_seasons_ask_how_talks_ended_the_last_time(rules: CampaignRules) -> None:
    def holds(text: str, state: State) -> bool:
        return rules.condition(parse(text))(state)

    never, left = at_upper(rules), home(rules, at_upper(rules))
    paper = signed(rules, at_upper(rules), "fare=low landing=abbey")
    ends = ("signed", "went-home", "broken-off", "lapsed")
    assert [
        [holds(f"ended.upper-ford = {end}", s) for end in ends] for s in (never, left, paper)
    ] == [
        [False, False, False, False],
        [False, True, False, False],
        [True, False, False, False],
    ]


def test_what_a_paper_keeps_is_what_it_left_where_its_court_let_it_stand(
    rules: CampaignRules,
) -> None:
    kept, stands = (rules.number(parse(f"{name}.upper-ford")) for name in ("kept", "stands"))
    for state in (at_upper(rules), home(rules, at_upper(rules))):
        assert (kept(state), stands(state)) == (0, 0)
    signed_one = signed(rules, at_upper(rules), "fare=high landing=abbey")
    deal = signed_one.deals[0]
    for verdict in (Verdict.RATIFIED, Verdict.SILENCE):
        state = signed_one._replace(deals=(deal._replace(verdict=verdict),))
        assert (kept(state), stands(state)) == (deal.lasting[CLAIMANT], 100)
    torn_up = signed_one._replace(deals=(deal._replace(verdict=Verdict.DISOWNED),))
    assert (kept(torn_up), stands(torn_up)) == (0, 0)


def test_the_same_table_can_be_held_again_and_the_last_talks_count(rules: CampaignRules) -> None:
    once = signed(rules, at_upper(rules), "fare=high landing=abbey")
    state = once
    while state.turn < AUTUMN:
        state = after(rules, state, "stand")
    again = after(rules, state, "open upper-ford")
    assert (again.sitting, again.papers, again.treaty) == (1, 0, None)
    twice = signed(rules, again, "fare=low landing=abbey")
    assert [(deal.table, deal.turn) for deal in twice.deals] == [(0, SPRING), (0, AUTUMN)]
    assert rules.condition(parse("term.upper-ford.fare = low"))(twice)


def test_a_scene_that_was_lived_through_does_not_come_again_when_its_table_is_held_again(
    rules: CampaignRules,
) -> None:
    later = after(rules, in_season(rules, SPRING), "open upper-ford")
    assert rules.at(later).scenes.all[later.scene].id == "the-bell"
    later = home(rules, after(rules, later, "choose the-bell rise"))
    while later.turn < AUTUMN:
        later = after(rules, later, "stand")
    again = after(rules, later, "open upper-ford")
    assert (again.met, again.scene) == (frozenset(), -1)


def test_a_table_has_men_of_its_own_and_the_same_ones_when_it_is_held_again(
    rules: CampaignRules,
) -> None:
    first = at_upper(rules)
    later = home(rules, first)
    while later.turn < AUTUMN:
        later = after(rules, later, "stand")
    again = after(rules, later, "open upper-ford")
    assert again.men == first.men
    assert again.fortune == first.fortune


def test_the_luck_of_one_table_is_not_that_of_another() -> None:
    tables = fords().tables
    twin = tables["upper-ford"].model_copy(update={"id": "lower-ford"})
    rules = changed(tables=ById({**tables, "lower-ford": twin}), events=ById(), dossiers=ById())
    moods = []
    for seed in SEEDS:
        spring = in_season(rules, SPRING, seed)
        moods.append([after(rules, spring, f"open {id}").fortune for id in tables])
    assert any(upper != lower for upper, lower in moods)


def test_the_seed_of_history_seats_those_of_history(rules: CampaignRules) -> None:
    host = at_upper(rules, "history").men[HOST]
    assert host is not None
    assert host.name == "agafya"


def test_at_a_table_a_scene_is_scheduled_by_sittings() -> None:
    rules = with_events()
    state = after(rules, in_season(rules, SPRING), "open upper-ford", "choose the-bell rise")
    assert state.due == ((1, 2),)
    assert state.appointed == ()
    state = after(rules, state, "tea", "listen")
    assert rules.at(state).scenes.all[state.scene].id == "the-echo"


def test_at_a_table_what_comes_later_counts_by_seasons() -> None:
    rules = with_events()
    state = after(rules, at_upper(rules), "go-home")
    assert [turn for turn, _ in state.coming] == [SUMMER]
    turn = told(rules, state, "stand")
    assert [each["letter"] for each in happened(turn, "letter-came")] == [state.coming[0][1]]


def scheduling(do: dict[str, Any]) -> CampaignRules:
    """Return rules in which sitting through the bell does this."""
    events = fords().events
    sit = Choice.model_validate({"say": "Stay seated.", "do": do})
    bell = events["the-bell"]
    bell = bell.model_copy(update={"choices": ById({**bell.choices, "sit": sit})})
    return changed(events=ById({**events, "the-bell": bell}))


def test_a_scene_at_a_table_can_schedule_one_of_the_seasons_by_seasons() -> None:
    rules = scheduling({"schedule": {"event": "the-thanks", "after": 1}})
    state = after(rules, in_season(rules, SPRING), "open upper-ford", "choose the-bell sit")
    assert state.due == ()
    state = after(rules, state, "go-home", "stand")
    assert rules.scenes.all[state.scene].id == "the-thanks"


def test_a_scene_at_a_table_can_cancel_one_of_the_seasons() -> None:
    rules = scheduling({"cancel": "the-flood"})
    state = after(rules, in_season(rules, SPRING), "open upper-ford", "choose the-bell sit")
    assert rules.scenes.by_id["the-flood"].index in state.lived
    assert state.met == frozenset({0})


def test_no_scene_at_a_table_opens_another() -> None:
    with pytest.raises(TypeError, match="has no place at a table"):
        scheduling({"open-table": "lower-ford"})


def test_the_toll_can_rise_at_a_table_and_stays(rules: CampaignRules) -> None:
    winter = after(rules, in_season(rules, AUTUMN), "stand", "choose the-summons go")
    state = after(rules, winter, "tea", "listen", "tea")
    assert rules.seat_id(state) == "drover"
    turn = told(rules, state, "choose the-calf pay")
    assert moved(turn, "toll") == [1]
    over = after(rules, turn.state, "listen", "go-home")
    assert level(rules, over, "toll") == 1
    assert len(over.book) == 1


def test_talks_that_an_order_opens_leave_the_other_orders_for_afterwards() -> None:
    actions = fords().actions
    do = Choice.model_validate({"say": ".", "do": {"open-table": "upper-ford"}}).do
    opens = actions["write"].model_copy(update={"do": do})
    rules = changed(actions=ById({**actions, "write": opens}), events=ById())
    state = in_season(rules, SPRING)
    place = rules.orders.by_words["write", ""].order
    state = state._replace(orders=(place, rules.orders.by_words["repair", ""].order))
    state = after(rules, state, "stand")
    assert (state.at, state.left) == (UPPER, 1)
    state = after(rules, state, "go-home")
    assert (state.at, state.left, state.turn) == (0, 1, SPRING)
    turn = told(rules, state, "stand")
    assert [each["action"] for each in happened(turn, "acted")] == ["repair"]


def test_a_breach_that_follows_from_talks_ends_the_play(rules: CampaignRules) -> None:
    turn = told(rules, at_upper(rules), "go-home")
    assert "breached" not in kinds(turn)
    state = with_tracks(rules, at_upper(rules), favour=9)
    turn = told(rules, state, "go-home")
    assert kinds(turn)[-1] == "breached"
    assert turn.state.ended is Ended.CUT_SHORT


def test_at_a_table_the_host_sees_nothing_of_the_seasons(rules: CampaignRules) -> None:
    state = rules.seen_by(HOST, at_upper(rules)).state
    for field in (
        "orders",
        "done",
        "coming",
        "appointed",
        "stood",
        "bents",
        "book",
        "foretold",
        "proved",
    ):
        assert getattr(state, field) == (), field
    assert (state.left, state.away, state.lived) == (0, 0, frozenset())
    assert rules.seen_by(CLAIMANT, at_upper(rules)).state.orders != ()


def test_seats_are_those_of_the_seasons_and_of_the_tables(rules: CampaignRules) -> None:
    assert rules.seats == ("reeve", "abbess", "drover")
    assert [rules.chair_of(seat) for seat in rules.seats] == [CLAIMANT, HOST, HOST]
