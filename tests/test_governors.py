"""Who governs in the seasons decides from the view alone, the same for the same key, to the end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.coach.workshop.seasons.playing import host_of, play_once, played_on, seated
from game.policy.seasons import GOVERNORS, governor
from game.policy.seasons.line import documented
from game.policy.seasons.manner import MANNERS, Manner
from game.policy.seasons.opening import would_open
from game.policy.seasons.personas import searching
from game.policy.seasons.search import DOUBT, RUNGS, TRIED, SearchInSeasons, by_chance
from game.policy.seasons.weights import weights
from game.policy.seated import AtEachTable
from game.rules import CampaignRules
from game.rules.seasons.measures import lasting, measures
from game.scenario import parse
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Decision, Ended, Phase, Reply
from tests.fords import fords, in_season, rules_of_fords, with_tracks

QUICK = [name for name in GOVERNORS if name != "search"]


@pytest.mark.parametrize("name", QUICK)
def test_a_persona_plays_to_the_end_and_again_the_same(name: str) -> None:
    rules = rules_of_fords()
    for seed in "12":
        game = play_once(rules, name, "official", seed)
        assert game.final.ended in (Ended.SERVED, Ended.CUT_SHORT)
        assert game == play_once(rules, name, "official", seed)


@pytest.mark.parametrize("name", QUICK)
def test_what_a_seat_cannot_see_changes_nothing_that_it_decides(name: str) -> None:
    rules = rules_of_fords()
    for turn in (1, 3, 6):
        state = in_season(rules, turn)
        other = with_tracks(rules, state, unrest=77)._replace(seed="another", appointed=((1, 8),))
        decided = []
        for each in (state, other):
            view = rules.seen_by(CLAIMANT, each)
            legal = rules.legal_decisions(state)
            decided.append(governor(name, rules, "key").choose(view, legal))
        assert decided[0] == decided[1]


def test_two_manners_do_not_govern_alike() -> None:
    rules = rules_of_fords()
    lines = set()
    for name in MANNERS:
        policies = seated(rules, name, "official", "1")
        state, taken = rules.opening("1"), []
        while state.ended is None:
            legal = rules.legal_decisions(state)
            decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
            if not state.at:
                taken.append(decision)
            state = rules.follow(state, decision)
        lines.add(tuple(taken))
    assert len(lines) > 2


def test_what_a_measure_rises_by_counts_and_what_people_suffer_counts_against() -> None:
    rules = rules_of_fords()
    counts = dict(zip(rules.levels, weights(rules, Manner("novice")), strict=True))
    assert counts["favour"] > 0
    assert counts["toll"] < 0
    assert counts["unrest"] == 0, "nobody sees it"
    assert counts["purse"] == 0, "money is a means"


def test_who_is_near_dismissal_does_what_keeps_him() -> None:
    rules = rules_of_fords()
    state = with_tracks(rules, in_season(rules, 3), favour=7, purse=100)
    view = rules.seen_by(CLAIMANT, state)
    taken = governor("hawk", rules, "key").choose(view, rules.legal_decisions(state))
    assert taken == Decision("act", "ride")


def test_talks_are_opened_once_they_are_worth_the_hosts_while_or_never_come_again() -> None:
    rules = rules_of_fords()
    spring = in_season(rules, 1)
    assert not would_open(rules, spring, "upper-ford", 90)
    assert would_open(rules, spring, "upper-ford", -90)
    assert would_open(rules, in_season(rules, 7), "upper-ford", 90), "it is the last autumn"


WANTED = ("act sound upper", "act repair", "choose the-flood ferry", "choose the-pedlar seize")


def as_it_was(rules: CampaignRules) -> list[tuple[str, str]]:
    """Return two seasons of history: what is wanted where it can be, else to stand."""
    state, line = rules.opening("history"), []
    while state.turn < 3:
        legal = rules.legal_decisions(state)
        wanted = [rules.parsed(words, state) for words in WANTED]
        done = {decision for _, decision in line}
        able = [each for each in wanted if each in legal and each not in done]
        line.append(("reeve", (able or [legal[len(legal) - 1]])[0]))
        state = rules.follow(state, line[-1][1])
    return [(seat, rules.words.formatted(decision)) for seat, decision in line]


def test_history_is_followed_as_far_as_it_is_legal() -> None:
    taken = as_it_was(rules_of_fords())
    history = (*taken, ("reeve", "act nothing-like-it"))
    rules = CampaignRules(fords().model_copy(update={"history": history}))
    line = documented(rules)
    assert line.choices["the-flood"] == "ferry"
    assert [decision.verb for decision in line.orders[1]] == ["act", "act"]
    assert [decision.verb for decision in line.orders[2]] == ["stand", "stand"]
    state, done = rules.opening("history"), []
    annalist = governor("historical", rules, "key")
    while state.turn < 3:
        decision = annalist.choose(rules.seen_by(0, state), rules.legal_decisions(state))
        done.append(("reeve", rules.formatted(decision, state)))
        state = rules.follow(state, decision)
    assert done == taken


def test_at_a_table_history_is_followed_as_long_as_the_host_answers_as_he_did() -> None:
    rules, line = rules_of_fords(), []
    state, policies = rules.opening("history"), seated(rules, "integrative", "official", "1")
    while not (state.at and state.sitting == 2 and state.phase == Phase.SITTING):
        legal = rules.legal_decisions(state)
        decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
        line.append((str(state.seat), rules.formatted(decision, state)))
        state = rules.follow(state, decision)
    courtesy = Decision("tactic", rules.at(state).table.acts_of(CLAIMANT)[ActKind.COURTESY].id)
    history = (*line, ("0", rules.formatted(courtesy, state)))
    rules = CampaignRules(fords().model_copy(update={"history": history}))
    otherwise = state._replace(reply=next(r for r in Reply if r is not state.reply))
    taken = [
        governor("historical", rules, "key").choose(
            rules.seen_by(CLAIMANT, each), rules.legal_decisions(each)
        )
        for each in (state, otherwise)
    ]
    assert taken[0] == courtesy != taken[1]


def test_a_campaign_without_a_measure_of_its_own_lasts_by_all_and_by_its_tables() -> None:
    rules = rules_of_fords()
    state = play_once(rules, "integrative", "official", "1").final
    criteria = measures(rules).all(state)
    mean = sum(criteria.values()) // len(criteria)
    tables = sum({deal.table: deal.lasting[CLAIMANT] for deal in state.deals}.values()) // 2
    assert lasting(rules, state) == (mean + tables) // 2


def test_an_author_says_himself_what_a_campaign_leaves() -> None:
    formula = parse("lasting.upper-ford + trade / 2")
    campaign = fords().model_copy(update={"measures": {"lasting": formula}})
    rules = CampaignRules(campaign)
    for seed in "12345":
        state = play_once(rules, "conciliator", "official", seed).final
        deals = [deal for deal in state.deals if rules.talks[deal.table].id == "upper-ford"]
        left = deals[-1].lasting[CLAIMANT] if deals else 0
        assert lasting(rules, state) == left + 50 * state.levels[rules.levels["trade"]]


def test_who_searches_uses_the_same_budget_for_the_same_view_and_sees_no_more() -> None:
    rules = rules_of_fords()
    state = in_season(rules, 3)
    hidden = with_tracks(rules, state, unrest=77)._replace(seed="another", appointed=((1, 8),))
    legal = rules.legal_decisions(state)
    decided = {
        searching(rules, "key", rung=2).choose(rules.seen_by(CLAIMANT, each), legal)
        for each in (state, hidden)
    }
    assert len(decided) == 1


def test_more_search_leaves_more_over_the_same_luck() -> None:
    rules, left = rules_of_fords(), []
    for rung in (1, len(RUNGS)):
        ends = []
        for seed in range(6):
            hosts = AtEachTable(rules, host_of("official", str(seed)))
            policies = (searching(rules, "key", rung), hosts)
            ends.append(lasting(rules, played_on(rules, policies, rules.opening(str(seed)))))
        left.append(sum(ends))
    assert left[1] > left[0]


def test_plays_in_thought_that_agree_leave_no_doubt_and_a_single_one_leaves_some() -> None:
    assert by_chance([80] * 4) == 0
    assert by_chance([80]) == DOUBT
    assert by_chance([200, -40]) > by_chance([200, -40, 200, -40, 200, -40]) > 0


@pytest.mark.parametrize("rung", range(1, len(RUNGS) + 1))
def test_no_decision_takes_more_plays_than_its_rung_has(
    rung: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules, played = rules_of_fords(), list[Decision]()
    state = in_season(rules, 3)
    monkeypatch.setattr(
        SearchInSeasons, "_end", lambda _, __, decision: played.append(decision) or 0
    )
    searching(rules, "key", rung).choose(
        rules.seen_by(CLAIMANT, state), rules.legal_decisions(state)
    )
    assert 1 < len(played) <= RUNGS[rung - 1]


def test_every_rung_has_twice_the_plays_of_the_one_below() -> None:
    assert all(more == 2 * fewer for fewer, more in pairwise(RUNGS))
    assert len(RUNGS) == len(TRIED) == 5
