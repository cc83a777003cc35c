"""What a season is told as: nothing hidden, nothing promised that does not come, all told."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from game.coach.seasons import chronicle, ends, foretold, head, menu, toll
from game.coach.seasons.counsel import counsel, records
from game.coach.seasons.dates import days_of, season_name, season_of, span_said
from game.coach.seasons.effects_told import effects_short, effects_told, summed
from game.coach.seasons.endings import profile
from game.coach.seasons.forecasts import forecast
from game.coach.seasons.foretold import foretells
from game.coach.seasons.formula_parts import parts_of
from game.coach.seasons.leverage import leverage
from game.coach.seasons.meaning import meaning
from game.coach.seasons.meaning_ends import of_measure
from game.coach.seasons.moved import since_opened
from game.coach.seasons.orders_told import NOTHING_LEFT, effects_of
from game.coach.seasons.passing import ENDS, passed_by
from game.coach.seasons.scene import scene_seen
from game.coach.seasons.talks_ahead import pressing
from game.coach.seasons.talks_told import taken_from_seasons
from game.coach.seasons.territory import NONE as NO_LAND
from game.coach.seasons.territory import territory
from game.coach.seasons.tracks import track_seen, tracks
from game.coach.seasons.waters import closes_on, opens_on, told_water
from game.coach.words_for import counted
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario import parse
from game.scenario.authored import ById
from game.scenario.calendar_model import Water
from game.scenario.clauses import Change, Later, OpenTable, Schedule
from game.scenario.map_model import Map
from game.scenario.season_model import season
from game.state import CLAIMANT, Decision, Entry, Phase, State, Turn, Verdict
from tests.fords import changed, fords, in_season, rules_of_fords, with_events, with_tracks

RULES = rules_of_fords()
LET_PASS = Decision("stand")
PLAYS = 60
TOLD = [
    track.id for track in tracks(RULES, RULES.seen_by(CLAIMANT, RULES.opening("1")), "advisers")
]
HEARD_SINCE = 6
"""Points by which a rumour may be older than what was done in the season itself."""
HIDDEN = "unrest in the hills"
"""A track that nobody sees."""
LOWER = 2
"""The table of the lower ford, as a state has it."""
ICE = {
    "name": "the Amur",
    "ice": {"from": "11-16", "to": "04-19", "closes": "10-25", "opens": "05-10"},
}


def steps(seed: int, rules: CampaignRules = RULES) -> Iterator[tuple[State, Decision, Turn]]:
    """Yield every decision of a play that is decided by lot."""
    lot = random.Random(seed)
    state = rules.opening(str(seed))
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = legal[lot.randrange(len(legal))]
        turn = rules.apply(state, decision)
        yield state, decision, turn
        state = turn.state


def in_seasons(plays: int = PLAYS) -> Iterator[State]:
    for seed in range(plays):
        yield from (s for s, _, _ in steps(seed) if s.phase == Phase.SEASON and not s.at)


def last_of(seed: int) -> State:
    return list(steps(seed))[-1][2].state


# The calendar and the ice.


@pytest.mark.parametrize(
    ("written", "name", "days"),
    [
        ("winter 1848", "Winter 1847-48", "1 December 1847 to 29 February 1848"),
        ("spring 1854", "Spring 1854", "1 March to 31 May 1854"),
    ],
)
def test_a_season_is_called_by_its_years_and_days(written: str, name: str, days: str) -> None:
    when = season(written)
    assert (season_name(when), span_said(*days_of(when))) == (name, days)


def test_the_ice_keeps_within_what_is_known_and_differs_by_seed() -> None:
    water = Water.model_validate(ICE)
    opened = {opens_on("amur", water, str(seed), 1854) for seed in range(300)}
    closed = {closes_on("amur", water, str(seed), 1854) for seed in range(300)}
    assert (min(opened), max(opened)) == (date(1854, 4, 20), date(1854, 5, 10))
    assert (min(closed), max(closed)) == (date(1854, 10, 25), date(1854, 11, 16))
    assert opens_on("amur", water, "7", 1854) == opens_on("amur", water, "7", 1854)


def test_a_water_is_closed_in_winter_open_in_summer_and_turns_between() -> None:
    water = Water.model_validate(ICE)
    told = [
        told_water("amur", water, "7", season(f"{quarter} 1854"))
        for quarter in ("winter", "spring", "summer", "autumn")
    ]
    assert [changes for _, changes in told] == [False, True, False, True]
    assert told[0][0] == "The Amur is closed by ice."
    assert told[2][0] == "The Amur is open."


def test_a_water_whose_ice_comes_and_goes_in_one_season_says_both_in_order() -> None:
    gulf = Water.model_validate({"name": "the gulf", "ice": {"from": "12-16", "to": "02-10"}})
    assert told_water("gulf", gulf, "7", season("winter 1850"))[0] == (
        "The gulf closes about 16 December and is free of ice from about 11 February."
    )


# What is seen before a decision.


def test_the_menu_offers_what_is_legal_and_nothing_else() -> None:
    for state in in_seasons():
        view, legal = RULES.seen_by(CLAIMANT, state), RULES.legal_decisions(state)
        shown = menu.menu(RULES, view, legal, "advisers")
        assert {choice.decision for choice in menu.flat(shown)} == set(legal)


def test_a_line_of_the_menu_keeps_its_key_through_all_seasons() -> None:
    keys: dict[str, set[str]] = {}
    for state in in_seasons():
        view, legal = RULES.seen_by(CLAIMANT, state), RULES.legal_decisions(state)
        for group in menu.menu(RULES, view, legal, "advisers"):
            for choice in group.choices:
                keys.setdefault(choice.key, set()).add(choice.label)
    assert all(len(labels) == 1 for labels in keys.values())
    assert {"1", "s"} <= keys.keys()


def test_what_cannot_be_ordered_says_why() -> None:
    state = in_season(RULES, 1)
    shown = menu.menu(RULES, RULES.seen_by(CLAIMANT, state), RULES.legal_decisions(state), "points")
    lower = menu.chosen(shown, "1")
    assert lower is not None
    assert [target.why_not for target in lower.targets] == ["", "the upper ford comes first"]


def test_an_order_that_can_be_directed_to_nothing_gives_a_reason_that_says_something() -> None:
    found = set()
    for seed in range(PLAYS):
        for before, _, _ in steps(seed):
            if before.at or before.phase == Phase.SCENE:
                continue
            view, legal = RULES.seen_by(CLAIMANT, before), RULES.legal_decisions(before)
            for group in menu.menu(RULES, view, legal, "points"):
                found |= {choice.why_not for choice in group.choices if choice.targets}
    assert found - {""}
    assert "not now" not in found


def test_an_order_does_what_its_forecast_says() -> None:
    """Where nothing goes wrong and no track stands at its end."""
    checked = 0
    for seed in range(PLAYS):
        for before, decision, turn in steps(seed):
            if decision.verb != "act":
                continue
            feat = RULES.orders.feat_of(decision)
            foretold = dict(summed(RULES, effects_of(RULES, feat, before)))
            foretold["purse"] = foretold.get("purse", 0) - feat.cost
            came = moved(turn.entries, feat.because)
            if any(stands_at_end(turn.state, id) for id in foretold):
                continue
            checked += 1
            assert came == {id: by for id, by in foretold.items() if by}
    assert checked > 200


def moved(entries: tuple[Entry, ...], because: str) -> dict[str, int]:
    """Return how seen tracks moved for a cause, the first time that it acted."""
    by: dict[str, int] = {}
    acts = 0
    for entry in entries:
        acts += entry.what == "acted"
        if acts == 1 and entry.what == "track-changed" and entry.because == because:
            data = dict(entry.data)
            track = str(data["track"])
            if RULES.scenario.tracks[track].is_seen_by("reeve"):
                by[track] = by.get(track, 0) + int(str(data["by"]))
    return {id: points for id, points in by.items() if points}


def stands_at_end(state: State, id: str) -> bool:
    return state.levels[RULES.levels[id]] in RULES.scenario.tracks[id].range


def test_signs_grow_with_the_change_and_numbers_stand_in_points() -> None:
    effects = (Change("favour", 2), Change("stores", -4), Change("trade", 8), Change("unrest", 5))
    assert effects_short(RULES, effects, "advisers") == (
        "council's favour +, what lies in the stores --, trade on the river +++"
    )
    assert "what lies in the stores -4" in effects_short(RULES, effects, "points")


def test_what_moves_a_track_twice_as_far_has_a_sign_more() -> None:
    effects = (Change("favour", 12), Change("stores", -10), Change("trade", 9))
    assert effects_short(RULES, effects, "advisers") == (
        "council's favour ++++, what lies in the stores ----, trade on the river +++"
    )
    assert "rises very much" in effects_told(RULES, effects, "advisers")[0]


def at_level(state: State, id: str, level: int) -> State:
    levels = list(state.levels)
    levels[RULES.levels[id]] = level
    return state._replace(levels=tuple(levels))


@pytest.mark.parametrize(
    ("level", "by", "stands"), [(100, 8, "can rise no further"), (0, -8, "can fall no further")]
)
def test_a_change_that_cannot_come_is_not_foretold(level: int, by: int, stands: str) -> None:
    state = at_level(in_season(RULES, 1), "favour", level)
    effects = (Change("favour", by), Change("stores", 4))
    short = effects_short(RULES, effects, "advisers", state)
    assert short == f"council's favour as it is ({stands}), what lies in the stores ++"
    told = effects_told(RULES, effects, "points", state)
    assert told[1].endswith(f"favour: {stands}.")
    assert "favour" not in told[0]
    assert stands not in effects_short(RULES, effects[::-1], "advisers", in_season(RULES, 1))


def test_a_track_that_is_only_heard_of_does_not_say_that_it_is_full() -> None:
    state = at_level(in_season(RULES, 1), "trade", 100)
    assert effects_short(RULES, (Change("trade", 8),), "advisers", state).endswith("+++")


def test_an_order_whose_effect_has_faded_away_says_that_it_does_nothing() -> None:
    state = in_season(RULES, 1)
    ride = next(feat for feat in RULES.orders.all if feat.action == "ride")
    spent = state._replace(lately=((ride.order.action,) * 9, ()))
    shown = menu.menu(
        RULES, RULES.seen_by(CLAIMANT, spent), RULES.legal_decisions(spent), "advisers"
    )
    (line,) = (c for group in shown for c in group.choices if c.label == "Ride to the capital")
    assert line.does == NOTHING_LEFT
    told = forecast(RULES, RULES.seen_by(CLAIMANT, spent), ride.head.alone, "advisers")
    assert "It was done lately, so that it does nothing now." in told


def test_an_order_that_stands_and_would_do_nothing_says_so() -> None:
    feats = {feat.action: feat for feat in RULES.orders.all}
    ride = feats["ride"].order
    state = in_season(RULES, 1)._replace(orders=(feats["wait"].order, ride))
    assert head.standing_orders(RULES, state) == ("Wait", "Ride to the capital (6)")
    idle = ("Wait", "Ride to the capital (6; would change nothing now)")
    spent = state._replace(lately=((ride.action,) * 9, ()))
    assert head.standing_orders(RULES, spent) == idle
    assert head.standing_orders(RULES, at_level(state, "favour", 100)) == idle


def test_what_stands_tells_how_likely_it_goes_wrong_and_that_it_did_before() -> None:
    feats = {feat.action: feat for feat in RULES.orders.all}
    repair = feats["repair"].order
    state = in_season(RULES, 1)._replace(orders=(repair, feats["wait"].order))
    assert head.standing_orders(RULES, state)[0] == "Repair the quays (8)"
    risk = "risk 1 in 3"
    assert head.standing_orders(RULES, state, "advisers")[0] == (
        f"Repair the quays (costs 8; {risk})"
    )
    assert head.standing_orders(RULES, state, "points")[0].endswith("risk 30 in 100)")
    failed = state._replace(notes=state.notes | {"risk.slip"})
    (told, _) = head.standing_orders(RULES, failed, "advisers")
    assert told == f"Repair the quays (costs 8; {risk}; an earlier one went wrong)"


def test_what_stands_and_cannot_be_done_says_what_is_done_instead_and_why() -> None:
    repair = next(feat for feat in RULES.orders.all if feat.action == "repair").order
    state = in_season(RULES, 1)._replace(orders=(repair, repair))
    first, second = head.standing_orders(RULES, with_tracks(RULES, state, purse=12), "advisers")
    assert first.startswith("Repair the quays (costs 8")
    assert second == "Wait, in place of Repair the quays (it costs 8, and there are 4)"
    assert head.standing_orders(RULES, with_tracks(RULES, state, purse=12))[1] == "Wait"


def test_what_those_at_the_post_cannot_do_is_never_for_him_who_is_away() -> None:
    repair = next(feat for feat in RULES.orders.all if feat.action == "repair").order
    away = in_season(RULES, 1)._replace(orders=(repair, repair), away=1)
    assert head.standing_orders(RULES, away, "advisers")[0].startswith("Repair the quays (costs 8")
    told = head.standing_orders(RULES, with_tracks(RULES, away, purse=4), "advisers")
    assert told[0] == "Wait, in place of Repair the quays (it costs 8, and there are 4)"


def test_what_presses_is_told_of_a_table_that_is_still_to_come() -> None:
    *_, last = tables = list(RULES.scenario.tables)
    told = set()
    for seed in range(PLAYS):
        for _, _, turn in steps(seed):
            state = turn.state
            signed = [tables[deal.table] for deal in state.deals if deal.treaty is not None]
            found = pressing(RULES, state)
            assert found not in signed
            assert found == last or last in signed
            shown = leverage(RULES, RULES.seen_by(CLAIMANT, state), "advisers")
            assert (shown and shown.table) == found
            told.add(found)
    assert told == {*tables, None}


def test_how_often_an_order_goes_wrong_is_told_as_so_many_times() -> None:
    state = in_season(RULES, 1)
    shown = menu.menu(RULES, RULES.seen_by(CLAIMANT, state), RULES.legal_decisions(state), "")
    hazards = {choice.label: choice.hazard for group in shown for choice in group.choices}
    assert hazards["Repair the quays"] == "goes wrong about one time in three"
    repair = next(feat for feat in RULES.orders.all if feat.action == "repair")
    told = " ".join(forecast(RULES, RULES.seen_by(CLAIMANT, state), repair.head.alone, "points"))
    assert "It may go wrong (30 in a hundred)" in told


def test_talks_that_an_order_opens_a_season_later_are_foretold() -> None:
    effects = (Later(1, (Change("favour", 2), OpenTable("upper-ford")), ""),)
    title = RULES.scenario.tables["upper-ford"].title
    _, said = effects_told(RULES, effects, "advisers")
    assert said == f"In the next season it opens the talks: {title}."
    assert f"opens the talks: {title}" in effects_short(RULES, effects, "advisers")


def test_what_asks_something_of_its_day_is_foretold_as_what_may_not_come() -> None:
    later = Later(2, (Change("favour", 2),), (), parse("favour >= 40"))
    (said,) = effects_told(RULES, (later,), "points", in_season(RULES, 2))
    favour = RULES.scenario.tracks["favour"].label
    assert said == f"In winter 1801-02, if it can still come, {favour} rises by 2."
    (unsent,) = effects_told(RULES, (later,), "points")
    assert unsent.startswith("After 2 seasons, if it can still come, ")
    assert effects_short(RULES, (later,), "points").startswith("perhaps later: ")


def test_what_would_come_after_the_last_season_is_not_foretold() -> None:
    effects = (Change("trade", 8), Later(2, (Change("favour", 2),), ""), Schedule("the-thanks", 2))
    last = len(RULES.seasons) - 1
    for turn, told in ((last - 2, 3), (last - 1, 1), (last, 1)):
        state = in_season(RULES, 2)._replace(turn=turn)
        assert len(effects_told(RULES, effects, "advisers", state)) == told
        assert ("later: " in effects_short(RULES, effects, "advisers", state)) == (told == 3)


def test_the_last_season_says_that_the_campaign_ends_with_it() -> None:
    summer = in_season(RULES, 2)
    assert not passed_by(RULES, summer, LET_PASS)
    last = summer._replace(turn=len(RULES.seasons) - 1)
    assert passed_by(RULES, last, LET_PASS).startswith(ENDS)
    assert not passed_by(RULES, last, Decision("act", "repair"))


def test_talks_that_close_with_a_season_are_named_before_it_passes() -> None:
    title = RULES.scenario.tables["upper-ford"].title
    spring = in_season(RULES, 1)
    assert title in passed_by(RULES, spring, LET_PASS)
    assert not passed_by(RULES, spring._replace(turn=2), LET_PASS)


def test_the_last_order_of_a_season_names_the_talks_that_close_with_it() -> None:
    spring = in_season(RULES, 1)
    heads = RULES.legal_decisions(spring).heads
    orders = [h.alone for h in heads if h.verb == "act" and not RULES.orders.feat_of(h.alone).away]
    title = RULES.scenario.tables["upper-ford"].title
    assert orders
    for order in orders:
        assert not passed_by(RULES, spring, order)
        assert title in passed_by(RULES, spring._replace(left=1), order)
    assert not passed_by(RULES, spring._replace(left=1), Decision("open", "upper-ford"))


def test_who_leaves_on_a_journey_is_told_first_for_how_long() -> None:
    spring = in_season(RULES, 1)
    orders = [head.alone for head in RULES.legal_decisions(spring).heads if head.verb == "act"]
    leaving = [order for order in orders if RULES.orders.feat_of(order).away]
    assert leaving
    for order in leaving:
        away = RULES.orders.feat_of(order).away
        back = season_of(RULES, spring.turn + away + 1).lower()
        told = passed_by(RULES, spring, order)
        assert f"you leave for {counted(away, 'season')} after this one" in told
        assert f"govern again in {back}" in told


def test_a_rumour_is_a_range_that_held_when_the_season_opened() -> None:
    for seed in range(PLAYS):
        state = RULES.opening(str(seed))
        seen = track_seen(RULES, RULES.seen_by(CLAIMANT, state), "trade", "points")
        assert seen.low <= state.levels[RULES.levels["trade"]] <= seen.high
        assert (seen.high - seen.low, seen.is_rumour, seen.level) == (12, True, None)
        assert seen.text.endswith("as one hears")


def test_what_moved_since_a_season_opened_is_told_beside_what_was_heard_then() -> None:
    met = set()
    for seed in range(PLAYS):
        turns: list[tuple[State, Turn]] = []
        for before, _, turn in steps(seed):
            turns.append((before, turn))
            state = turn.state
            moved = since_opened(RULES, turns, state.turn)
            if before.turn != state.turn:
                assert not moved
            if state.at or before.turn != state.turn:
                continue
            own = [each for each, _ in turns if each.turn == state.turn]
            if not any(each.at for each in own):
                for id, at in RULES.levels.items():
                    if id in TOLD:
                        assert moved.get(id, 0) == state.levels[at] - own[0].levels[at]
            seen = tracks(RULES, RULES.seen_by(CLAIMANT, state), "advisers", moved)
            for track in seen:
                points = moved.get(track.id, 0)
                expected = (points > 0) - (points < 0) if track.is_rumour else 0
                assert track.since == expected
                met.add((track.is_rumour, track.since))
    assert {(True, 1), (True, 0), (False, 0)} <= met


def test_what_is_known_narrows_what_is_heard_and_the_range_still_holds() -> None:
    seasons = fords().seasons.model_copy(update={"narrows": "stores"})
    rules = CampaignRules(fords().model_copy(update={"seasons": seasons}))
    widths: dict[int, set[int]] = {}
    for seed in range(PLAYS):
        turn = 0
        for before, _, _ in steps(seed, rules):
            if before.turn == turn or before.at or before.left != seasons.actions:
                continue
            turn = before.turn
            stood = before.stood[rules.levels["stores"]]
            seen = track_seen(rules, rules.seen_by(CLAIMANT, before), "trade", "points")
            width = seen.high - seen.low
            if seen.low > seen.least and seen.high < seen.most:
                widths.setdefault(stood, set()).add(width)
            # What moved since the season opened is told by itself, and not heard anew.
            since = 10
            assert seen.low - since <= before.levels[rules.levels["trade"]] <= seen.high + since
    for stood, found in widths.items():
        assert found == {2 * (6 - 6 * stood // 100)}
    assert len({next(iter(found)) for found in widths.values()}) > 1


def test_the_leverage_holds_what_the_host_has_to_fear() -> None:
    met = set()
    for seed in range(PLAYS):
        for before, _, turn in steps(seed):
            opened = turn.state
            if before.at or not opened.at:
                continue
            view = RULES.seen_by(CLAIMANT, opened)
            id = list(RULES.scenario.tables)[opened.at - 1]
            stands = leverage(RULES, view, "points", id)
            assert stands is not None
            met.add(id)
            heard = 100 * HEARD_SINCE
            assert stands.low - heard <= opened.ground_danger <= stands.high + heard
            assert taken_from_seasons(RULES, view, "advisers")
    assert met == set(RULES.scenario.tables)


def test_nothing_that_nobody_sees_is_told_before_the_end() -> None:
    said: list[str] = []
    for seed in range(PLAYS):
        for before, decision, turn in steps(seed):
            said += [line.text for line in chronicle.told(RULES, before, decision, turn, "points")]
            if before.at or before.phase != Phase.SEASON:
                continue
            view, legal = RULES.seen_by(CLAIMANT, before), RULES.legal_decisions(before)
            said += [choice.does for choice in menu.flat(menu.menu(RULES, view, legal, "points"))]
            said += forecast(RULES, view, decision, "points")
            said += [seen.text for seen in tracks(RULES, view, "points")]
            said += head.standing_orders(RULES, view.state, "points")
    assert said
    assert not any(HIDDEN in text for text in said)


def test_a_scene_is_seen_with_its_choices_its_counsel_and_what_is_closed() -> None:
    met = set()
    for seed in range(PLAYS):
        for before, _, _ in steps(seed):
            if before.at or before.phase != Phase.SCENE:
                continue
            legal = RULES.legal_decisions(before)
            view = RULES.seen_by(CLAIMANT, before)
            seen = scene_seen(RULES, view, legal, "advisers")
            met.add(seen.id)
            open_now = [option.decision for option in seen.options if not option.why_not]
            assert open_now == list(legal)
            assert len(seen.options) == len(RULES.scenario.events[seen.id].choices)
            for word in counsel(RULES, view, "advisers"):
                assert word.say
                assert word.for_
    assert {"the-flood", "the-thanks", "the-wake"} <= met


def test_counsel_foretells_in_words_and_the_record_counts_how_often_he_was_right() -> None:
    flood = RULES.scenes.by_id["the-flood"].index
    state = next(b for b, _, _ in steps(3) if not b.at and b.scene == flood)
    view = RULES.seen_by(CLAIMANT, state)
    by_mode = {mode: counsel(RULES, view, mode)[0] for mode in ("points", "advisers")}
    assert {clerk.for_ for clerk in by_mode.values()} == {"Build up the dike."}
    assert by_mode["points"].foretells == (
        "He expects, in 2 seasons: what lies in the stores at 34 or more; should you do otherwise: "
        "what lies in the stores below 34."
    )
    assert by_mode["advisers"].foretells == (
        "He expects, in 2 seasons: what lies in the stores “enough” or above; should you do "
        "otherwise: what lies in the stores “little”."
    )
    standings = [records(RULES, RULES.seen_by(CLAIMANT, last_of(seed))) for seed in range(PLAYS)]
    assert any(one.told for each in standings for one in each)
    assert all(one.right <= one.told for each in standings for one in each)


def test_talks_that_cannot_be_opened_yet_are_listed_with_their_reason_a_year_before() -> None:
    def talks(state: State) -> dict[str, str]:
        view = RULES.seen_by(CLAIMANT, state)
        groups = menu.menu(RULES, view, RULES.legal_decisions(state), "advisers")
        found = next((group.choices for group in groups if group.id == menu.TABLES), ())
        return {choice.label: choice.why_not for choice in found}

    reason = "the abbess sees nobody of whom the council thinks so little"
    spring, summer = in_season(RULES, 1), in_season(RULES, 2)
    label = "Open the talks: The upper ford"
    assert talks(spring)[label] == ""
    assert talks(with_tracks(RULES, spring, favour=10))[label] == reason
    assert talks(summer)[label].startswith("from autumn ")
    assert talks(summer)[label].endswith(reason)


def told_of_advisers(seeds: range, mode: str = "advisers") -> set[str]:
    """Return everything that is told of what advisers foretold."""
    return {
        line.text
        for seed in seeds
        for before, decision, turn in steps(seed)
        for line in chronicle.told(RULES, before, decision, turn, mode)
        if line.kind == "adviser"
    }


def test_what_was_foretold_and_what_came_is_told_when_it_is_due() -> None:
    texts = told_of_advisers(range(PLAYS), "points")
    of_clerk = [t for t in texts if t.startswith("Pavel foretold at “The flood")]
    assert any("what lies in the stores at 34 or more. It stands at " in t for t in of_clerk)
    for text in of_clerk:
        assert re.search(r"He was (right|wrong)(\.$| \((right|never) (?!the one time))", text)
    pilot = next(t for t in texts if t.startswith("Nina foretold at "))
    assert "trade on the river at 36 or more. She was" in pilot, (
        "what is rumoured is not given away"
    )
    assert not any("should you do otherwise" in text for text in texts)


def test_those_who_were_not_listened_to_are_judged_in_one_line() -> None:
    predictions = RULES.scenes.counsels.predictions
    names = [RULES.scenario.advisers[id].name for id in RULES.scenes.counsels.advisers]
    state = RULES.opening("1")
    judged = [
        Entry(
            "proved",
            (
                ("adviser", RULES.scenes.counsels.advisers[one.adviser]),
                ("right", int(not one.adviser)),
                ("foretold", place),
            ),
            "rule proved",
        )
        for place, one in enumerate(predictions)
    ]
    turn = Turn(state, tuple(judged))
    lines = [
        line.text for line in chronicle.told(RULES, state, Decision("stand"), turn, "advisers")
    ]
    heard = [one for one in predictions if not one.is_otherwise]
    *full, folded = lines
    assert len(full) == len(heard) < len(predictions)
    assert all(" foretold at " in line or " staked " in line for line in full)
    assert folded.startswith("Of those whose advice you did not take, ")
    unheard = {names[one.adviser] for one in predictions if one.is_otherwise}
    assert all(name in folded for name in unheard)
    (due,) = chronicle.told(RULES, state, Decision("stand"), turn, "advisers", "l: each")
    right = sum(not one.adviser for one in predictions)
    wrong = len(predictions) - right
    assert due.text == (
        f"{len(predictions)} forecasts came due: {right} right, {wrong} wrong (l: each)."
    )


def test_two_levels_of_one_word_are_told_apart_where_only_one_bears_a_forecast_out() -> None:
    clerk = {"say": "Dry it.", "for": "yes", "expects": "stores >= 40", "within": 1}
    rules = with_events(the_frost={"counsel": {"clerk": clerk}})
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for level in range(101):
        state = with_tracks(rules, rules.opening("1"), stores=level)
        data = (("adviser", "clerk"), ("right", int(level >= 40)), ("foretold", 0))
        turn = Turn(state, (Entry("proved", data, "choice the-frost"),))
        (line,) = chronicle.told(rules, state, Decision("stand"), turn, "advisers")
        told[level >= 40].add(line.text.partition("He was")[0])
    assert not told[True] & told[False]
    assert any("It stands at “enough”, as high as that." in text for text in told[True])
    assert any("It stands at “enough”, but lower than that." in text for text in told[False])


def test_who_was_right_and_wrong_unheard_is_named_with_the_scenes() -> None:
    assert foretold.told_unheard((("Pavel", "The flood"),), (("Pavel", "The thaw"),)).endswith(
        "Pavel (“The flood”) foretold rightly; Pavel (“The thaw”) wrongly."
    )


def test_where_a_track_stands_is_put_beside_a_number_as_a_number_beside_a_word_as_a_word() -> None:
    in_words = told_of_advisers(range(PLAYS))
    assert any("stores “enough” or above. It stands at “" in text for text in in_words)
    assert not any(re.search(r"stores [^.]*[0-9]", text) for text in in_words)
    in_points = told_of_advisers(range(PLAYS), "points")
    assert any(re.search(r"stores at 34 or more\. It stands at [a-z]+ \(", t) for t in in_points)


def test_who_was_judged_twice_in_a_season_is_counted_after_each() -> None:
    adviser, right, wrong = RULES.scenes.counsels.advisers[0], 1, 0
    state = RULES.opening("1")
    judged = tuple(
        Entry("proved", (("adviser", adviser), ("right", came), ("foretold", 0)), "rule proved")
        for came in (right, wrong)
    )
    after = state._replace(proved=((3, 5), *state.proved[1:]))
    lines = chronicle.told(RULES, state, Decision("stand"), Turn(after, judged), "advisers")
    tallies = [line.text.rpartition("(")[2] for line in lines]
    assert tallies == ["right 3 times of 4).", "right 3 times of 5)."]


def test_what_was_foretold_of_a_choice_that_was_not_made_is_said_to_be_held_against_nobody() -> (
    None
):
    told = {text for text in told_of_advisers(range(PLAYS)) if "nobody will see" in text}
    assert told == {
        "What Nina foretold of “Build the ferry” nobody will see now; "
        "it is not held against anybody."
    }


# What is told afterwards.


def test_every_kind_of_entry_is_told_or_says_why_not() -> None:
    kinds = set()
    for seed in range(PLAYS):
        for before, _, turn in steps(seed):
            _, of_season = chronicle.parted(before, turn)
            kinds |= {entry.what for entry in of_season}
    assert kinds <= chronicle.TELLS.keys() | chronicle.ELSEWHERE.keys()
    assert {"letter-came", "hazard-came", "followed", "toll-booked", "proved", "went-on"} <= kinds


def test_news_says_when_it_was_and_when_it_was_heard() -> None:
    texts = [
        line.text
        for before, decision, turn in steps(2)
        for line in chronicle.told(RULES, before, decision, turn, "advisers")
        if line.kind == "news"
    ]
    assert any("(10 April 1801; word came on 2 July)" in text for text in texts)


def test_the_ledger_adds_up_to_the_toll() -> None:
    for seed in range(PLAYS):
        state = last_of(seed)
        level = state.levels[RULES.levels["toll"]]
        entries = toll.ledger(RULES, state)
        assert sum(entry.number for entry in entries) == level
        for kind in {entry.kind for entry in entries}:
            of_kind = [entry for entry in entries if entry.kind == kind]
            assert of_kind[-1].sum == sum(entry.number for entry in of_kind)


def test_an_entry_of_the_ledger_names_who_paid_what_befell_them_and_who_says_so() -> None:
    told = {line for seed in range(PLAYS) for line in toll.told_ledger(RULES, last_of(seed))}
    assert any("7 driven out, lodgers of the low street (The reeve" in line for line in told)
    assert any("of whom no entry says who they were" in line for line in told)


def test_the_dead_and_the_driven_out_are_never_added_to_each_other() -> None:
    told = {line for seed in range(PLAYS) for line in toll.told_ledger(RULES, last_of(seed))}
    assert "In all: 1 dead and 7 driven out." in told


def test_beside_the_ledger_it_is_told_which_measure_takes_it_and_how() -> None:
    reckoned = "Peace kept falls by 0.5 of a point for each of them, whatever befell them."
    assert toll.reckoned(RULES) == (reckoned,)
    for state in (last_of(seed) for seed in range(PLAYS)):
        is_entered = toll.ledger(RULES, state) != ()
        assert toll.told_ledger(RULES, state)[-1] == (reckoned if is_entered else toll.NOBODY)


def test_a_start_says_who_had_paid_before() -> None:
    rules = rules_of_fords("second-year")
    state = rules.opening("1")
    assert toll.told_ledger(rules, state) == (
        "Before spring 1802: 4 driven out, people of the low street (The reeve's ledger "
        "(invented)).",
        "Before spring 1802: 1 dead, a carter at the new dike (The reeve's ledger (invented)).",
        "In all: 1 dead and 4 driven out.",
        "Peace kept falls by 0.5 of a point for each of them, whatever befell them.",
    )


def test_a_table_that_is_past_says_what_came_of_it_and_is_never_opened() -> None:
    rules = rules_of_fords("second-year")
    state = in_season(rules, rules.opening("1").turn)
    upper, lower = ends.papers(rules, state)
    assert ends.told_paper(lower) == (
        "The lower ford, before spring 1802. The drovers kept their ford, and nothing was written."
    )
    assert upper.became == ends.NOT_YET
    assert rules.resolve("held.lower-ford")(state)
    assert not rules.resolve("signed.lower-ford")(state)
    assert all(before.at != LOWER for s in range(PLAYS) for before, _, _ in steps(s, rules))


def test_why_answers_for_every_number_of_the_end_and_of_the_season() -> None:
    state = last_of(0)
    view = RULES.seen_by(CLAIMANT, state)
    shown = [*RULES.scenario.tracks, *(spoke.id for spoke in ends.profile(RULES, state))]
    for name in shown:
        told = " ".join(meaning(RULES, view, name, "points"))
        assert told, name
        assert "There is nothing to tell" not in told, name
    hidden = " ".join(meaning(RULES, view._replace(state=state), "unrest", "advisers"))
    assert hidden.endswith(f"at the end it stood at {state.levels[RULES.levels['unrest']]}.")
    told = " ".join(meaning(RULES, view, "peace kept", "advisers"))
    assert told.startswith("Peace kept is reckoned at the end, from 0 to 100; more is better.")
    assert "0: the hills in arms; 100: nobody stirs." in told
    assert "It came to " in told
    assert "It begins at 100; it falls with unrest in the hills (1 for each point)" in told
    assert "and the toll on the people" in told


def test_why_tells_of_a_measure_before_the_end_without_giving_it_away() -> None:
    view = RULES.seen_by(CLAIMANT, in_season(RULES, 2))
    told = " ".join(meaning(RULES, view, "peace", "advisers"))
    assert "0: the hills in arms" in told
    assert "came to" not in told


def test_what_is_told_of_a_measure_comes_to_the_measure() -> None:
    """What one adds up from `why` is what is shown, of every measure that is a sum."""
    for rules in (RULES, CampaignRules(read_any("the-governor"))):
        state = rules.opening("1")
        for spoke in profile(rules, state):
            try:
                fixed, parts = parts_of(rules.scenario.measures[spoke.id])
            except ValueError:
                continue
            told = " ".join(of_measure(rules, rules.seen_by(CLAIMANT, state), spoke.id))
            begun = re.search(r"It begins at (-?[\d.]+)", told)
            assert Fraction(begun[1] if begun else 0) == fixed
            for part in parts:
                weight, table = abs(part.weight), part.name.partition(".")[2]
                if part.name == f"stands.{table}":
                    (kept,) = (each.weight for each in parts if each.name == f"kept.{table}")
                    assert f"{float(kept):g} for each point above {float(weight / kept):g}" in told
                    assert "it falls" not in told
                else:
                    assert f"{float(weight):g} for each point" in told


def _ended() -> Iterator[tuple[CampaignRules, State]]:
    """Yield ends of plays: some by lot, and one of a whole campaign as it went."""
    for seed in range(PLAYS):
        yield RULES, last_of(seed)
    governor = CampaignRules(read_any("the-governor"))
    record = documented(governor)
    opening = governor.opening(record.heading.seed)
    yield governor, steps_of(governor, opening, record.current_line())[-1].turn.state


def test_the_parts_of_a_measure_that_are_told_at_the_end_add_up_to_it() -> None:
    seen: set[str] = set()
    for rules, state in _ended():
        view = rules.seen_by(CLAIMANT, state)._replace(state=state)
        for spoke in profile(rules, state):
            told = next((t for t in of_measure(rules, view, spoke.id) if t.startswith("Yours")), "")
            if not told:
                continue
            begun = re.search(r"Yours: (-?[\d.]+) to begin with", told)
            gives = [Fraction(n) for n in re.findall(r"= (-?\d+(?:\.\d+)?)", told)]
            whole = sum(gives, Fraction(begun[1]) if begun else Fraction(0))
            together = re.search(r"; together (-?\d+(?:\.\d+)?)", told)
            assert together is not None
            assert abs(whole - Fraction(together[1])) < Fraction(len(gives) + 1, 100), told
            assert max(0, min(100, int(Fraction(together[1]) // 1))) == spoke.value, told
            assert ("cut down to whole points" in told) == (Fraction(together[1]) % 1 != 0)
            seen.add(spoke.id)
    assert seen >= {"territory", "rights", "legitimacy", "blood"}


def test_before_the_end_the_parts_of_a_measure_are_told_as_far_as_they_are_known() -> None:
    rules = CampaignRules(read_any("the-governor"))
    state = rules.opening("1")
    view = rules.seen_by(CLAIMANT, state)
    exact, heard = (list(of_measure(rules, view, name))[-1] for name in ("territory", "relations"))
    settled = state.levels[rules.levels["settlement"]]
    assert f"settlement of the river {settled} x 0.25 = {settled / 4:g}" in exact
    assert exact.endswith("what talks leave is added at the end.")
    assert re.search(r"Qing vigilance \(\d+ to \d+, .*?\) x -0.3", heard)
    assert "together" not in exact + heard


def test_why_tells_what_came_of_a_table_that_is_past() -> None:
    rules = rules_of_fords("second-year")
    view = rules.seen_by(CLAIMANT, rules.opening("1"))
    (told,) = meaning(rules, view, "lower-ford", "advisers")
    assert told.endswith("The drovers kept their ford, and nothing was written.")


def test_the_end_tells_of_every_table_and_of_one_piece_of_each_group() -> None:
    for seed in range(PLAYS):
        state = last_of(seed)
        pages = {leaf.heading: leaf.paragraphs for leaf in ends.pages(RULES, state, ())}
        assert len(pages[ends.PAPERS]) >= len(RULES.scenario.tables)
        told = ends.epilogue(RULES, state)
        assert [piece.group for piece in told] == list(RULES.scenario.groups)
        for spoke in ends.profile(RULES, state):
            assert 0 <= spoke.value <= 100


def test_talks_that_were_signed_say_what_and_what_became_of_it() -> None:
    signed = [
        paper for seed in range(PLAYS) for paper in ends.papers(RULES, last_of(seed)) if paper.terms
    ]
    assert signed
    for paper in signed:
        assert ends.told_paper(paper).startswith(f"{paper.title}, {paper.season.lower()}. Agreed: ")


MAP = {
    "geography": "shared-map",
    "title": "The fords",
    "year": "1801",
    "windows": {},
    "regions": {
        "meadow": {"name": "the meadow", "holder": "qing", "square-miles": "1234"},
        "island": {"name": "the island", "holder": "qing"},
    },
    "seasons": {
        "claims": {
            "meadow-passed": {
                "if": "verdict.upper-ford in (ratified, silence)",
                "says": "The meadow goes with the ford.",
                "holders": {"meadow": "russia"},
                "printed": "1000",
                "modern": "1300",
                "source": ["ledger"],
            },
            "huts": {"if": "true", "says": "There are huts.", "words": {"island": "huts"}},
        }
    },
}


def test_land_has_its_size_as_printed_beside_the_modern_one_and_the_maps() -> None:
    campaign = fords().model_copy(update={"map": Map.model_validate(MAP)})
    rules = CampaignRules(campaign)
    told = {seed: territory(rules, last_of(seed)) for seed in range(PLAYS)}
    ends_of = {seed: {d.table: d.verdict for d in last_of(seed).deals} for seed in range(PLAYS)}
    passed = {Verdict.RATIFIED, Verdict.SILENCE}
    with_title = [seed for seed in told if ends_of[seed].get(0) in passed]
    assert with_title
    for seed, lines in told.items():
        if seed not in with_title:
            assert lines == (NO_LAND,)
            continue
        says, size, drawn = lines
        assert says == "The meadow goes with the ford."
        assert size.startswith("Its size: 1,000 square miles as printed and 1,300 by modern works")
        assert drawn == "Now Russian: the meadow; about 1,200 square miles as the map draws it."


def test_a_profile_stands_beside_what_history_came_to_where_somebody_says_it() -> None:
    beside = fords().model_copy(update={"profile": {"peace": 64}})
    spokes = {s.id: s for s in ends.profile(CampaignRules(beside), last_of(1))}
    assert (spokes["peace"].history, spokes["standing"].history) == (64, None)
    assert all(s.history is None for s in ends.profile(RULES, last_of(1)))


def test_of_what_people_suffer_it_is_said_where_it_stands_when_more_of_it_is_foretold() -> None:
    state = with_tracks(RULES, RULES.opening("1"), toll=31)
    clerk = RULES.scenario.advisers["clerk"]
    said = RULES.scenario.events["the-flood"].counsel["clerk"]
    halves = {"expects": parse("stores >= 34"), "otherwise": parse("stores < 40")}
    both = foretells(RULES, state, clerk, said.model_copy(update=halves), "points")
    assert both.endswith("what lies in the stores below 40 (between the two both hold).")
    said = said.model_copy(update={"expects": parse("toll < 40"), "otherwise": None})
    assert foretells(RULES, state, clerk, said, "advisers") == (
        "He expects, in 2 seasons: the toll on the people below 40 (now 31)."
    )


@pytest.mark.parametrize("mode", ["advisers", "points"])
def test_how_likely_something_goes_wrong_is_told_alike_before_and_afterwards(mode: str) -> None:
    for at, scene in RULES.scenes.all.items():
        for choice in RULES.scenario.events[scene.id].choices.values():
            if choice.risk is None:
                continue
            state = in_season(RULES, 1)._replace(phase=Phase.SCENE, scene=at)
            seen = scene_seen(
                RULES, RULES.seen_by(CLAIMANT, state), RULES.legal_decisions(state), mode
            )
            foretold = next(one.risk for one in seen.options if one.say == choice.say)
            odds = re.sub(r"^a risk: (.*) it goes wrong.*", r"\1", foretold)
            data = (("risk", choice.risk.id), ("odds", choice.risk.odds))
            came = Turn(state, (Entry("risk-came", data, f"risk {choice.risk.id}"),))
            (line,) = chronicle.told(RULES, state, LET_PASS, came, mode)
            assert line.text.startswith(f"It went wrong ({odds}): ")
            return
    raise AssertionError("no choice can go wrong")


@pytest.mark.parametrize(("when", "may"), [(None, ""), ("turn >= 5", ", if it can still come,")])
def test_a_scheduled_scene_that_asks_for_something_is_foretold_as_one_that_may_not_come(
    when: str | None, may: str
) -> None:
    asked = parse(when) if when else None
    thanks = fords().events["the-thanks"].model_copy(update={"when": asked})
    rules = changed(events=ById({**fords().events, "the-thanks": thanks}))
    dike = fords().events["the-flood"].choices["dike"]
    said = effects_told(rules, dike.do, "points", in_season(rules, 2))
    assert said[-1] == f"In winter 1801-02{may} something will come of it."
