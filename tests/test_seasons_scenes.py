"""Scenes of the seasons: which come, when, and what comes of their choices."""

from __future__ import annotations

from typing import Any

import pytest

from game.coach.seasons.scene import Option, scene_seen
from game.errors import IllegalDecisionError
from game.rules import CampaignRules
from game.scenario.authored import ById
from game.scenario.expressions import parse
from game.state import Phase, State
from tests.fords import (
    AUTUMN,
    SEASONS,
    SPRING,
    SUMMER,
    WINTER,
    after,
    changed,
    fords,
    happened,
    in_season,
    kinds,
    line_by_lot,
    moved,
    quietly,
    rules_of_fords,
    told,
    with_events,
    with_tracks,
)

SEEDS = [str(seed) for seed in range(60)]
FIRST: dict[str, Any] = {"first": "yes"}
FLOOD = ["the-flood", "the-thanks", "the-pedlar"]
"""The flood, and what it schedules and cancels."""


@pytest.fixture
def rules() -> CampaignRules:
    return rules_of_fords()


def met(rules: CampaignRules, state: State) -> str:
    """Return the scene that waits for a choice; empty where none does."""
    return rules.scenes.all[state.scene].id if state.scene >= 0 else ""


def every_scene(rules: CampaignRules, seed: str) -> list[str]:
    """Return what was met in the seasons of a play by lot."""
    return [scene for scenes in scenes_by_season(rules, seed).values() for scene in scenes]


def scenes_by_season(rules: CampaignRules, seed: str) -> dict[int, list[str]]:
    """Return what was met in each season of a play by lot."""
    found: dict[int, list[str]] = {turn: [] for turn in range(1, SEASONS + 1)}
    for state, decision in line_by_lot(rules, seed):
        if decision.verb == "choose" and not state.at:
            found[state.turn].append(decision.name)
    return found


def at_scene(rules: CampaignRules, scene: str, state: State) -> State:
    """Return a state in which a scene waits for its choice."""
    return state._replace(scene=rules.scenes.by_id[scene].index, phase=Phase.SCENE)


def quiet(percent: int, rules: CampaignRules) -> CampaignRules:
    """Return the rules with so many quiet seasons out of a hundred."""
    seasons = rules.scenario.seasons.model_copy(update={"quiet": percent})
    return changed(events=rules.scenario.events, seasons=seasons)


def test_a_closed_choice_says_why_or_is_not_shown() -> None:
    closed = {"say": "Perhaps.", "if": "false"}
    choices = {
        "yes": {"say": "Yes."},
        "hidden": closed,
        "told": {**closed, "else-show": "Nobody asked."},
    }
    rules = with_events(once={**FIRST, "when": "turn >= 1", "choices": choices})
    state = at_scene(rules, "once", rules.opening("1"))
    seen = scene_seen(
        rules, rules.seen_by(state.seat, state), rules.legal_decisions(state), "points"
    )
    assert [(option.id, option.why_not) for option in seen.options] == [
        ("yes", ""),
        ("told", "Nobody asked."),
    ]


def seen_with(choices: dict[str, Any], purse: int) -> dict[str, Option]:
    """Return the options of a scene as they are read with so much in the purse."""
    rules = with_events(once={**FIRST, "when": "turn >= 1", "choices": choices})
    state = with_tracks(rules, at_scene(rules, "once", rules.opening("1")), purse=purse)
    legal, view = rules.legal_decisions(state), rules.seen_by(state.seat, state)
    return {option.id: option for option in scene_seen(rules, view, legal, "points").options}


BOUGHT: dict[str, Any] = {
    "much": {"say": "Thirty.", "do": {"purse": "-30"}},
    "little": {"say": "Ten.", "do": {"purse": "-10"}},
}


def test_a_choice_that_the_purse_cannot_pay_is_closed_and_says_so() -> None:
    choices = {**BOUGHT, "free": {"say": "No."}}
    why = {id: seen.why_not for id, seen in seen_with(choices, 12).items()}
    assert why == {"much": "it costs 30, and there are 12", "little": "", "free": ""}
    assert not any(seen.why_not for seen in seen_with(choices, 30).values())
    assert seen_with(choices, 9)["little"].why_not == "it costs 10, and there are 9"


def test_where_nothing_else_is_sure_to_be_open_what_is_there_is_paid() -> None:
    asks = {"say": "No.", "if": "purse >= 0"}
    for choices in (BOUGHT, {**BOUGHT, "asks": asks}):
        seen = seen_with(choices, 12)
        assert not any(option.why_not for option in seen.values())
        assert seen["much"].does == "purse -12 (all there is; it costs 30)"
        assert seen["little"].does == "purse -10"
        assert seen_with(choices, 0)["much"].does == "purse as it is (can fall no further)"


def test_what_cannot_be_paid_is_refused_with_the_reason() -> None:
    choices = {**BOUGHT, "free": {"say": "No."}}
    rules = with_events(once={**FIRST, "when": "turn >= 1", "choices": choices})
    state = with_tracks(rules, at_scene(rules, "once", rules.opening("1")), purse=12)
    with pytest.raises(IllegalDecisionError, match="it costs 30, and there are 12"):
        told(rules, state, "choose once much")
    for paid in ("little", "free"):
        told(rules, state, f"choose once {paid}")


def test_what_must_come_comes_before_anything_is_ordered(rules: CampaignRules) -> None:
    for seed in SEEDS[:10]:
        state = next(s for s, _ in line_by_lot(rules, seed) if s.turn == SUMMER)
        assert met(rules, state) == "the-flood"
        assert state.left == 2


def test_a_scene_comes_once() -> None:
    rules = with_events(once={**FIRST, "when": "turn >= 1"})
    assert every_scene(rules, "1") == ["once"] == scenes_by_season(rules, "1")[SPRING]


def test_at_most_three_scenes_come_in_a_season_and_the_rest_wait() -> None:
    many = {f"no_{at}": {**FIRST, "when": "turn >= 2"} for at in range(5)}
    rules = quiet(0, with_events(may={"when": "turn = 2"}, **many))
    for seed in SEEDS[:10]:
        found = scenes_by_season(rules, seed)
        assert found[SUMMER] == ["no-0", "no-1", "no-2"]
        assert found[AUTUMN] == ["no-3", "no-4"]


def test_what_must_come_in_one_season_comes_in_the_order_of_its_days() -> None:
    rules = with_events(
        june={**FIRST, "when": "turn = 2", "date": "1801-06-27"},
        earlier={**FIRST, "when": "turn = 2", "date": "1801-06-05 OS"},
        undated={**FIRST, "when": "turn = 2"},
    )
    assert scenes_by_season(rules, "1")[SUMMER] == ["undated", "earlier", "june"]


@pytest.mark.parametrize(
    ("dated", "order"),
    [
        ({"date": "1801-06-17"}, ["may", "must"]),
        ({"date": "06-17"}, ["may", "must"]),
        ({"date": "07-17"}, ["must", "may"]),
        ({"date": "1801-07-17"}, ["must", "may"]),
        ({}, ["must", "may"]),
    ],
)
def test_what_is_drawn_comes_on_its_day_among_what_must_come(
    dated: dict[str, str], order: list[str]
) -> None:
    must = {**FIRST, "when": "turn = 2", "date": "1801-06-27"}
    rules = quiet(0, with_events(must=must, may={"when": "turn = 2", **dated}))
    for seed in SEEDS[:10]:
        assert scenes_by_season(rules, seed)[SUMMER] == order


def test_a_day_on_which_nothing_is_drawn_is_not_drawn_again_for_another() -> None:
    must = {**FIRST, "when": "turn = 2", "date": "1801-06-27"}
    rules = quiet(50, with_events(must=must, may={"when": "turn = 2", "date": "1801-06-17"}))
    drawn = [scenes_by_season(rules, seed)[SUMMER] for seed in SEEDS]
    assert {tuple(each) for each in drawn} == {("must",), ("may", "must")}


def test_of_scenes_that_need_not_come_one_comes_at_most() -> None:
    rules = quiet(0, with_events(**{f"may_{at}": {"when": "turn >= 1"} for at in range(12)}))
    for seed in SEEDS[:10]:
        assert {len(each) for each in scenes_by_season(rules, seed).values()} == {1}


def test_in_quiet_seasons_only_what_must_come_comes() -> None:
    may = {f"may_{at}": {"when": "turn >= 1"} for at in range(12)}
    silent = quiet(100, with_events(must={**FIRST, "when": "turn = 3"}, **may))
    assert every_scene(silent, "1") == ["must"]
    rules = quiet(30, with_events(**may))
    came = [len(each) for seed in SEEDS for each in scenes_by_season(rules, seed).values()]
    assert 0.62 < sum(came) / len(came) < 0.78


def test_what_weighs_more_is_drawn_more_often() -> None:
    rules = quiet(
        0, with_events(heavy={"when": "turn = 1", "weight": 3}, light={"when": "turn = 1"})
    )
    drawn = [met(rules, rules.opening(seed)) for seed in map(str, range(200))]
    assert set(drawn) == {"heavy", "light"}
    assert 0.65 < drawn.count("heavy") / len(drawn) < 0.85


def test_what_a_season_draws_hangs_on_the_seed_and_on_what_may_come() -> None:
    rules = quiet(0, with_events(**{f"may_{at}": {"when": "turn = 3"} for at in range(4)}))
    for seed in SEEDS[:20]:
        spring = rules.opening(seed)
        ways = [("stand", "stand"), ("act repair", "act write", "act write", "stand")]
        assert len({met(rules, after(rules, spring, *way)) for way in ways}) == 1
    assert len({met(rules, after(rules, rules.opening(s), "stand", "stand")) for s in SEEDS}) == 4


def test_a_scene_asks_for_more_than_its_date(rules: CampaignRules) -> None:
    reckoned = with_events(["the-reckoning"])
    state = in_season(reckoned, 5)
    assert met(reckoned, after(reckoned, state, "stand")) == ""
    built = state._replace(notes=state.notes | {"dike-stands"})
    assert met(reckoned, after(reckoned, built, "stand")) == "the-reckoning"


def test_a_scheduled_scene_comes_after_so_many_seasons_whatever_its_weight() -> None:
    rules = quiet(100, with_events(FLOOD))
    state = after(rules, in_season(rules, SPRING), "stand")
    assert met(rules, state) == "the-flood"
    state = after(rules, state, "choose the-flood dike", "stand")
    assert (state.turn, met(rules, state)) == (AUTUMN, "")
    state = after(rules, state, "stand")
    assert (state.turn, met(rules, state)) == (WINTER, "the-thanks")
    after_it = after(rules, state, "choose the-thanks share", "stand")
    assert (after_it.turn, met(rules, after_it)) == (5, "")


@pytest.mark.parametrize(
    ("when", "comes"),
    [("turn >= 6", [6]), ("turn between 4 and 5", [4]), ("note.dike-burst", []), ("turn = 2", [])],
)
def test_a_scheduled_scene_waits_until_what_it_asks_for_holds(when: str, comes: list[int]) -> None:
    thanks = fords().events["the-thanks"].model_copy(update={"when": parse(when), "weight": 1})
    events = {**with_events(FLOOD).scenario.events, "the-thanks": thanks}
    rules = quiet(100, changed(events=ById(events)))
    state = after(rules, in_season(rules, SPRING), "stand", "choose the-flood dike")
    seen = []
    while state.ended is None:
        if met(rules, state) == "the-thanks":
            seen.append(state.turn)
        state = rules.follow(state, quietly(rules, state))
    assert seen == comes


def test_a_scene_that_is_only_scheduled_never_comes_by_itself() -> None:
    rules = quiet(0, with_events(FLOOD))
    for seed in SEEDS[:20]:
        played = {d.name: d.about for _, d in line_by_lot(rules, seed) if d.verb == "choose"}
        thanked = "the-thanks" in every_scene(rules, seed)
        assert thanked == (played["the-flood"] == ("dike",))


@pytest.mark.parametrize(("choice", "comes"), [("dike", "the-pedlar"), ("neither", "")])
def test_a_cancelled_scene_comes_no_more(choice: str, comes: str) -> None:
    rules = quiet(0, with_events(FLOOD))
    summer = in_season(rules, SUMMER)._replace(lived=frozenset(), drawn=False)
    state = after(rules, at_scene(rules, "the-flood", summer), f"choose the-flood {choice}")
    assert met(rules, state) == comes


def test_a_choice_does_what_it_says_and_is_noted(rules: CampaignRules) -> None:
    state = at_scene(rules, "the-flood", in_season(rules, SPRING))
    turn = told(rules, state, "choose the-flood dike")
    assert happened(turn, "chose") == [{"event": "the-flood", "choice": "dike"}]
    assert (moved(turn, "purse"), moved(turn, "stores")) == ([-8], [5])
    assert {"dike-stands", "the-flood.dike"} <= turn.state.notes


def test_the_toll_rises_by_what_is_entered_in_the_ledger(rules: CampaignRules) -> None:
    state = at_scene(rules, "the-flood", in_season(rules, SPRING))
    turn = told(rules, state, "choose the-flood neither")
    (entry,) = [each["entry"] for each in happened(turn, "toll-booked")]
    assert moved(turn, "toll") == [7] == [rules.effects.book[entry].count]
    assert turn.state.book == ((SPRING, entry),)


def test_a_choice_that_is_not_open_is_refused_with_its_reason(rules: CampaignRules) -> None:
    damp = with_tracks(rules, in_season(rules, SPRING), stores=19)
    state = at_scene(rules, "the-thanks", damp)
    assert [one.about for one in rules.legal_decisions(state)] == [("share",)]
    with pytest.raises(IllegalDecisionError, match="there is no dry place for it"):
        told(rules, state, "choose the-thanks keep")
    dry = with_tracks(rules, state, stores=20)
    assert [one.about for one in rules.legal_decisions(dry)] == [("share",), ("keep",)]


def test_a_risk_comes_by_its_seed_whatever_came_before(rules: CampaignRules) -> None:
    came = []
    for seed in SEEDS:
        turns = [
            told(
                rules,
                at_scene(rules, "the-wake", in_season(rules, at, seed)),
                "choose the-wake forbid",
            )
            for at in (SUMMER, AUTUMN)
        ]
        both = ["risk-came" in kinds(turn) for turn in turns]
        assert both[0] == both[1]
        assert ("stones-thrown" in turns[0].state.notes) == both[0]
        assert ("risk.stones" in turns[0].state.notes) == both[0]
        came.append(both[0])
    assert 0.3 < sum(came) / len(came) < 0.7


@pytest.mark.parametrize(
    ("choice", "tracks", "adviser", "within", "right"),
    [
        ("dike", {"stores": 40}, "clerk", 2, 1),
        ("dike", {"stores": 20}, "clerk", 2, 0),
        ("ferry", {"trade": 40}, "pilot", 1, 1),
        ("ferry", {"trade": 10}, "pilot", 1, 0),
    ],
)
def test_what_an_adviser_foretold_is_judged_when_it_is_due(
    choice: str, tracks: dict[str, int], adviser: str, within: int, right: int
) -> None:
    rules = with_events(FLOOD)
    state = at_scene(rules, "the-flood", in_season(rules, SPRING))
    state = after(rules, state, f"choose the-flood {choice}")
    assert SPRING + within in {turn for turn, _ in state.foretold}
    for _ in range(within - 1):
        state = after(rules, state, "stand")
        assert set(state.proved) == {(0, 0)}
        if state.scene >= 0:
            state = after(rules, state, "choose the-flood neither")
    turn = told(rules, with_tracks(rules, state, **tracks), "stand")
    judged = [each for each in happened(turn, "proved") if each["adviser"] == adviser]
    assert [each["right"] for each in judged] == [right]
    at = rules.scenes.counsels.advisers.index(adviser)
    assert turn.state.proved[at] == (right, 1)


def test_nobody_is_judged_by_what_was_not_chosen_and_it_is_said() -> None:
    rules = with_events(FLOOD)
    turn = told(
        rules,
        at_scene(rules, "the-flood", in_season(rules, SPRING)),
        "choose the-flood neither",
    )
    assert happened(turn, "untried") == [{"adviser": "pilot"}]
    foretold = [rules.scenes.counsels.predictions[place] for _, place in turn.state.foretold]
    assert [(each.adviser, each.is_otherwise) for each in foretold] == [(0, True)]


@pytest.mark.parametrize(("stores", "right"), [(20, 1), (50, 0)])
def test_what_was_foretold_of_any_other_choice_is_judged_too(stores: int, right: int) -> None:
    rules = with_events(FLOOD)
    state = at_scene(rules, "the-flood", in_season(rules, SPRING))
    state = after(rules, state, "choose the-flood neither", "stand")
    turn = told(rules, with_tracks(rules, state, stores=stores), "stand")
    assert [(each["adviser"], each["right"]) for each in happened(turn, "proved")] == [
        ("clerk", right)
    ]


def test_who_is_not_there_foretells_nothing() -> None:
    absent = fords().advisers["clerk"].model_copy(update={"when": parse("turn >= 5")})
    rules = CampaignRules(
        with_events(FLOOD).scenario.model_copy(
            update={"advisers": ById({**fords().advisers, "clerk": absent})}
        )
    )
    state = at_scene(rules, "the-flood", in_season(rules, SPRING))
    assert after(rules, state, "choose the-flood dike").foretold == ()


def test_what_was_foretold_of_the_season_after_the_last_is_judged_at_the_end() -> None:
    rules = with_events(FLOOD)
    state = at_scene(rules, "the-flood", in_season(rules, SEASONS))
    state = with_tracks(rules, after(rules, state, "choose the-flood ferry"), trade=40)
    turn = told(rules, state, "stand")
    assert turn.state.ended is not None
    assert [(each["adviser"], each["right"]) for each in happened(turn, "proved")] == [("pilot", 1)]
    assert turn.state.foretold != ()  # The clerk spoke of a season that never comes.


def test_advisers_of_tables_are_not_among_those_of_the_seasons(rules: CampaignRules) -> None:
    assert rules.scenes.counsels.advisers == ("clerk", "pilot")
    assert len(rules.opening("1").proved) == 2


def test_a_scene_that_needs_a_season_cannot_be_scheduled_into_a_table() -> None:
    events = fords().events
    bell = events["the-summons"].model_copy(
        update={
            "choices": ById({"go": choice_that({"schedule": {"event": "the-bell", "after": 1}})})
        }
    )
    with pytest.raises(TypeError, match="has no place in a season"):
        changed(events=ById({**events, "the-summons": bell}))


def choice_that(do: dict[str, Any]) -> Any:
    from game.scenario.event_model import Choice

    return Choice.model_validate({"say": "So.", "do": do})
