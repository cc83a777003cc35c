"""What seasons bring by themselves: history, letters, what is usual, rumours, and their end."""

from __future__ import annotations

from typing import Any

import pytest

from game.coach.seasons.effects_told import effects_short, effects_told
from game.coach.seasons.toll import DUE, told_ledger
from game.rules import CampaignRules
from game.rules.seasons import CampaignOutcome
from game.scenario.season_model import Quarter, YearAndQuarter
from game.state import CLAIMANT, Ended, Phase, State, Turn
from tests.fords import (
    AUTUMN,
    SEASONS,
    SPRING,
    SUMMER,
    WINTER,
    after,
    happened,
    in_season,
    kinds,
    level,
    line_by_lot,
    moved,
    quietly,
    rules_of_fords,
    told,
    with_events,
    with_tracks,
)

SEEDS = [str(seed) for seed in range(40)]
DRY, PEACE = ("dry-year",), ("long-peace",)


@pytest.fixture(scope="module")
def rules() -> CampaignRules:
    """The rules of the fords without any scene of a season."""
    return with_events()


def into(rules: CampaignRules, turn: int, seed: str = "1") -> Turn:
    """Return the turn by which a season opens, nothing having been done before."""
    return told(rules, in_season(rules, turn - 1, seed), "stand")


def came(turn: Turn, kind: str) -> list[str]:
    return [each["id"] for each in happened(turn, f"{kind}-came")]


def test_each_season_is_told_by_its_number(rules: CampaignRules) -> None:
    assert happened(into(rules, SUMMER), "season-opened") == [{"turn": SUMMER}]
    assert rules.seasons[WINTER] == YearAndQuarter(1802, Quarter.WINTER)


def test_history_comes_in_the_season_in_which_it_is_heard(rules: CampaignRules) -> None:
    by_turn = {turn: came(into(rules, turn), "pressure") for turn in range(2, SEASONS + 1)}
    heard = {SUMMER: ["war-in-the-hills"], 6: ["fair"], 8: ["new-coin"]}
    assert by_turn == {turn: heard.get(turn, []) for turn in by_turn}


def test_history_sets_its_notes_and_moves_its_tracks(rules: CampaignRules) -> None:
    turn = into(rules, SUMMER, "history")
    assert "war" in turn.state.notes
    assert (moved(turn, "unrest")[-1], moved(turn, "trade")) == (12, [-5])


def test_the_seed_moves_the_size_of_history_and_of_nothing_else(rules: CampaignRules) -> None:
    turns = [into(rules, 6, seed) for seed in SEEDS]
    assert {moved(turn, "purse")[0] for turn in turns} == set(range(9 - 4, 9 + 4 + 1))
    assert {tuple(moved(turn, "trade")) for turn in turns} == {(4,)}
    again = told(rules, with_tracks(rules, in_season(rules, 5, "7"), favour=90), "stand")
    assert moved(again, "purse") == moved(into(rules, 6, "7"), "purse")


def test_what_is_usual_comes_in_its_season_while_it_holds(rules: CampaignRules) -> None:
    assert came(into(rules, WINTER), "usage") == ["rent"]
    assert moved(into(rules, WINTER), "purse") == [15]
    full = with_tracks(rules, in_season(rules, SPRING), stores=33)
    turn = told(rules, full, "stand")
    assert (came(turn, "usage"), moved(turn, "stores")) == (["damp"], [-2])
    empty = with_tracks(rules, in_season(rules, SPRING), stores=29)
    assert came(told(rules, empty, "stand"), "usage") == []


def test_what_is_usual_may_hang_on_a_twist() -> None:
    dry = rules_of_fords(twists=DRY)
    summer = next(state for state, _ in line_by_lot(dry, "1") if state.turn == SUMMER)
    assert "low-water" in summer.notes
    assert not any("low-water" in state.notes for state, _ in line_by_lot(rules_of_fords(), "1"))


def test_a_twist_moves_where_a_track_begins_and_is_known_by_its_note() -> None:
    plain, dry = rules_of_fords(), rules_of_fords(twists=DRY)
    opened = [(rules, rules.opening("1")) for rules in (plain, dry)]
    assert [level(*both, "trade") for both in opened] == [35, 22]
    assert ["twist.dry-year" in state.notes for _, state in opened] == [False, True]
    assert dry.twisted(()).twists == ()
    assert plain.twisted(DRY).twists == DRY


def test_a_twist_can_keep_history_away() -> None:
    peace = rules_of_fords(twists=PEACE)
    assert not any("war" in state.notes for state, _ in line_by_lot(peace, "1"))
    assert any("war" in state.notes for state, _ in line_by_lot(rules_of_fords(), "1"))


def test_a_start_begins_in_its_season_with_its_tracks_and_notes() -> None:
    rules = rules_of_fords("second-year")
    state = rules.opening("1")
    assert (state.turn, str(rules.seasons[state.turn].quarter)) == (5, "spring")
    assert (level(rules, state, "purse"), level(rules, state, "favour")) == (25, 44)
    assert level(rules, state, "stores") == 28  # 30, and the damp of the first season
    assert "dike-stands" in state.notes
    assert "war" not in state.notes


def test_what_comes_later_comes_in_its_season_once(rules: CampaignRules) -> None:
    state = after(rules, in_season(rules, SPRING), "act write")
    assert state.coming == ((SUMMER, state.coming[0][1]),)
    turn = told(rules, state, "stand")
    assert happened(turn, "letter-came") == [{"letter": state.coming[0][1]}]
    assert moved(turn, "favour") == [3]
    assert turn.state.coming == ()
    assert "letter-came" not in kinds(told(rules, after(rules, turn.state, "act wait"), "stand"))


def test_each_letter_comes_in_a_season_of_its_own() -> None:
    later = [
        {"after": after, "do": {"favour": to}, "text": "It comes."}
        for after, to in ((2, 30), (1, 40))
    ]
    scene = {
        "when": "turn <= 2",
        "first": "yes",
        "choices": {"yes": {"say": "Y", "do": {"later": later}}, "no": {"say": "N"}},
    }
    rules = with_events(sent=scene)
    state = after(rules, rules.opening("1"), "choose sent yes", "stand", "stand")
    assert state.turn == AUTUMN
    assert level(rules, state, "favour") == 30
    assert state.coming == ()


def test_a_rumour_is_off_by_no_more_than_its_radius_and_lasts_a_season(
    rules: CampaignRules,
) -> None:
    offs = set()
    for seed in SEEDS:
        state = in_season(rules, SPRING, seed)
        heard = level(rules, rules.seen_by(CLAIMANT, state).state, "trade")
        offs.add(heard - level(rules, state, "trade"))
        later = after(rules, state, "act sound upper")
        assert level(rules, rules.seen_by(CLAIMANT, later).state, "trade") == heard
        assert level(rules, later, "trade") != level(rules, state, "trade")
    assert (min(offs), max(offs)) == (-6, 6)


def test_whoever_reports_keeps_his_bent_so_that_a_reading_changes_with_the_thing(
    rules: CampaignRules,
) -> None:
    bents = set()
    for seed in SEEDS:
        state = in_season(rules, SPRING, seed)
        offs = set()
        for _ in range(3):
            at = rules.levels["trade"]
            if state.left == rules.scenario.seasons.actions and 6 <= state.levels[at] <= 94:
                seen = rules.seen_by(CLAIMANT, state).state
                offs.add(seen.stood[at] - state.levels[at])
            state = after(rules, with_tracks(rules, state, trade=50), "stand")
            while state.phase != Phase.SEASON:
                state = rules.follow(state, quietly(rules, state))
        bents |= offs
        assert len(offs) <= 1
    assert len(bents) > 5


def test_a_rumour_keeps_to_the_range_of_its_track(rules: CampaignRules) -> None:
    for seed in SEEDS:
        for extreme in (0, 100):
            state = with_tracks(rules, in_season(rules, SPRING, seed), trade=extreme)
            summer = after(rules, state, "stand")
            assert 0 <= level(rules, rules.seen_by(CLAIMANT, summer).state, "trade") <= 100


def test_the_seed_of_history_hears_what_is_so(rules: CampaignRules) -> None:
    state = in_season(rules, SUMMER, "history")
    assert level(rules, rules.seen_by(CLAIMANT, state).state, "trade") == level(
        rules, state, "trade"
    )


def test_what_is_hidden_is_shown_as_it_was_at_first(rules: CampaignRules) -> None:
    state = in_season(rules, SUMMER)
    assert level(rules, state, "unrest") != 20
    assert level(rules, rules.seen_by(CLAIMANT, state).state, "unrest") == 20


def test_what_ends_the_play_before_its_time_does_so_at_once(rules: CampaignRules) -> None:
    state = with_tracks(rules, in_season(rules, SUMMER), favour=6)
    turn = told(rules, state, "act lodge")
    assert happened(turn, "breached") == [{"id": "dismissed"}]
    assert (turn.state.ended, turn.state.phase, turn.state.left) == (
        Ended.CUT_SHORT,
        Phase.OVER,
        1,
    )
    assert "dismissed" in turn.state.notes
    assert len(rules.legal_decisions(turn.state)) == 0


def sent(**later: Any) -> CampaignRules:
    """Return rules in which one answer, at any time, sends something that comes later."""
    choices = {"go": {"say": "Let them go.", "do": {"later": later}}, "no": {"say": "No."}}
    return with_events(the_road={"first": "yes", "when": "false", "choices": choices})


def dead(count: int) -> dict[str, str]:
    return {"count": str(count), "who": "carters on the road", "kind": "dead"}


def sending(rules: CampaignRules, turn: int) -> State:
    """Return a season in which that answer was given, the purse and favour as they were."""
    state = in_season(rules, turn)
    scene = rules.scenes.by_id["the-road"].index
    return after(rules, state._replace(scene=scene, phase=Phase.SCENE), "choose the-road go")


def test_who_is_still_to_die_when_the_play_ends_is_entered_at_his_season() -> None:
    again = {"after": "2", "do": {"ledger": dead(3)}}
    rules = sent(after="3", do={"ledger": dead(12), "favour": "-1", "later": again})
    state = sending(rules, SEASONS)
    turn = told(rules, state, "stand")
    assert [(each["turn"], rules.effects.book[each["entry"]].count) for each in due(turn)] == [
        (SEASONS + 3, 12),
        (SEASONS + 5, 3),
    ]
    assert moved(turn, "toll") == [12, 3]
    assert moved(turn, "favour") == []
    assert kinds(turn)[-1] == "served"
    lines = told_ledger(rules, turn.state)
    assert "Autumn 1803: 12 dead, carters on the road." in lines
    assert "Spring 1804: 3 dead, carters on the road." in lines
    assert DUE.format(season="winter 1802-03") in lines


def due(turn: Turn) -> list[dict[str, Any]]:
    return happened(turn, "toll-due")


def test_who_is_dismissed_has_those_entered_whom_he_sent() -> None:
    rules = sent(after="3", do={"ledger": dead(12)})
    state = with_tracks(rules, sending(rules, SUMMER), favour=6)
    turn = told(rules, state, "act lodge")
    assert [each["turn"] for each in due(turn)] == [SUMMER + 3]
    assert moved(turn, "toll") == [12]


def test_what_came_in_its_time_is_not_entered_again() -> None:
    rules = sent(after="1", do={"ledger": dead(12)})
    state = after(rules, sending(rules, SEASONS - 1), "stand")
    turn = told(rules, state, "stand")
    assert due(turn) == []
    assert [season for season, _ in turn.state.book] == [SEASONS]


def test_nobody_dies_after_the_play_of_what_can_come_no_more() -> None:
    again = {"after": "2", "if": "favour > 20", "do": {"ledger": dead(3)}}
    do = {"ledger": dead(12), "later": again}
    rules = sent(**{"after": "3", "if": "favour > 10", "do": do})
    state = sending(rules, SEASONS)
    for favour, paid in ((30, [12, 3]), (15, [12]), (8, [])):
        stood = told(rules, with_tracks(rules, state, favour=favour), "stand")
        assert moved(stood, "toll") == paid


def test_what_asks_for_notes_that_are_gone_tells_nothing() -> None:
    later = {"after": "1", "if": "not note.let-go", "do": {"favour": "+3", "note": "heard"}}
    rules = sent(**later, text="They have written.")
    state = sending(rules, SUMMER)
    came, none = (told(rules, state._replace(notes=notes), "stand") for notes in NOTES)
    assert (kinds(came).count("letter-came"), "heard" in came.state.notes) == (1, True)
    assert (kinds(none).count("letter-came"), "heard" in none.state.notes) == (0, False)
    assert moved(none, "favour") != moved(came, "favour")
    assert none.state.coming == came.state.coming == ()


NOTES = (frozenset[str](), frozenset({"let-go"}))


def test_of_what_comes_after_the_play_only_who_pays_for_it_is_foretold() -> None:
    rules = sent(after="3", do={"ledger": dead(12), "favour": "-1"})
    state = in_season(rules, SEASONS)
    (effect,) = rules.scenario.events["the-road"].choices["go"].do
    assert effects_short(rules, (effect,), "points", state) == "later: toll on the people +12"
    (said,) = effects_told(rules, (effect,), "points", state)
    assert said.startswith("In autumn 1803")
    assert "favour" not in said


def test_the_play_is_over_when_its_last_season_is(rules: CampaignRules) -> None:
    state = in_season(rules, SEASONS)
    assert rules.outcome(state) is None
    turn = told(rules, state, "stand")
    assert kinds(turn)[-1] == "served"
    assert turn.state.ended is Ended.SERVED
    assert turn.state.turn == SEASONS
    assert rules.outcome(turn.state) == CampaignOutcome(Ended.SERVED, (), turn.state.levels)
