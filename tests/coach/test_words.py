"""What the coach says in passing is true: menus, choices, the look of things, papers, readings."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.coach import readings
from game.coach.foreseen import foreseen, is_seen, label_of, times_in
from game.coach.levels import number_told
from game.coach.menu import OWN_KEYS, about, entries, label_across, place, words_across
from game.coach.papers import differences, first_draft, terms_said
from game.coach.standing import looks, when
from game.coach.words_for import option_text, track_word
from game.files.scenarios import read_scenario
from game.negotiation import value
from game.rules import Rules, court
from game.scenario.clauses import Change
from game.state import CLAIMANT, HOST, Phase, State, Verdict
from tests.proof.games import Step, games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def steps(rules: Rules) -> list[Step]:
    return [step for game in games(rules, range(54), "words") for step in game]


def test_a_choice_foretells_what_it_then_does(rules: Rules, steps: list[Step]) -> None:
    """Every track that a choice moves was named beside it, with the way that it goes."""
    moved = 0
    for step in steps:
        if step.before.phase != Phase.SCENE:
            continue
        event = rules.scenario.events[step.decision.name]
        choice = event.choices[step.decision.about[0]]
        said = foreseen(rules.scenario, event, choice, "advisers")
        for entry in step.turn.entries:
            if entry.what != "track-changed" or not entry.because.startswith("choice"):
                continue
            data = dict(entry.data)
            track, by = str(data["track"]), int(str(data["by"]))
            label = label_of(rules.scenario, track, step.before.seat)
            says = f"{label} {'rises' if by > 0 else 'falls'}".lower()
            visible = is_seen(rules.scenario, track, step.before.seat)
            if by:
                assert (says in said.lower()) == visible
                moved += visible
        if choice.risk is not None:
            assert f"a risk: {times_in(choice.risk.odds)} it goes wrong" in said
            assert "%" not in said
            in_points = foreseen(rules.scenario, event, choice, "points")
            assert f"a risk: {choice.risk.odds} times in a hundred it goes wrong" in in_points
        for entry in step.turn.entries:
            if entry.what == "amended" and entry.because.startswith("choice"):
                assert "the paper then says" in said.lower()
    assert moved > 50


def test_a_track_is_called_so_within_a_sentence(rules: Rules) -> None:
    called = [label_of(rules.scenario, track, CLAIMANT) for track in rules.scenario.tracks]
    assert {"Yishan's face", "your credit", "the toll on the people"} <= set(called)


def test_the_host_s_trust_is_his_trust_in_the_man_opposite(rules: Rules) -> None:
    assert label_of(rules.scenario, "trust", HOST) == "your trust in him"
    assert label_of(rules.scenario, "trust", CLAIMANT) == "Yishan's trust"
    assert label_of(rules.scenario, "face", HOST) == "your face"


def test_an_act_keeps_its_key_for_as_long_as_the_talks_last(
    rules: Rules, steps: list[Step]
) -> None:
    """What was learnt by the finger holds: whatever else is there or not."""
    named: dict[tuple[int, str], set[str]] = {}
    for step in steps:
        if step.before.phase == Phase.SCENE:
            continue
        legal = rules.legal_decisions(step.before)
        found = entries(rules, legal, step.before.seat)
        assert len({entry.key for entry in found}) == len(found)
        for entry in found:
            named.setdefault((step.before.seat, entry.label), set()).add(entry.key)
        for head in legal.heads:
            if head.name and head.about:
                key = str(place(rules, head))
                named.setdefault((step.before.seat, f"{head.name} {head.about[0]}"), set()).add(key)
    assert all(len(keys) == 1 for keys in named.values()), named
    assert {OWN_KEYS["accept"], OWN_KEYS["go-home"]} < {
        key for keys in named.values() for key in keys
    }


def test_what_an_act_is_called_is_turned_for_the_man_opposite(rules: Rules) -> None:
    turned = {
        "Tell him what weighs with you": "Tell you what weighs with him",
        "Help with his memorial": "Help with your memorial",
    }
    acts = {act.label: act for act in rules.table.acts}
    assert {label: label_across(rules, acts[label], CLAIMANT) for label in turned} == turned
    lay = rules.table.by_id[rules.table.lay]
    assert label_across(rules, lay, HOST) == "Give you his word, and say nothing"
    assert words_across(rules, CLAIMANT)["accept"] == "Lay your word down unchanged"
    assert words_across(rules, HOST)["accept"] == "Sign the paper"


def test_a_hidden_track_is_never_foretold(rules: Rules) -> None:
    hidden = [t for t in rules.scenario.tracks.values() if t.seen_by == "none"]
    alarm = rules.scenario.tracks["caution"].label
    for event in rules.scenario.events.values():
        for choice in event.choices.values():
            said = foreseen(rules.scenario, event, choice, "points").lower()
            assert not any(track.label.lower() in said for track in hidden)
            if event.seat == rules.table.seats[HOST]:
                assert alarm.lower() not in said


def test_a_track_that_one_chair_sees_is_foretold_to_that_chair_alone() -> None:
    scenario = read_scenario("tests/cases/tiny")
    event = scenario.events["ice"]
    assert scenario.tracks["face"].seen_by == scenario.table.host
    said = {
        seat: foreseen(
            scenario, event.model_copy(update={"seat": seat}), event.choices["leave"], "points"
        )
        for seat in scenario.seats
    }
    assert all("river rises by 5" in text for text in said.values())
    assert "face falls by 2" in said["miller"]
    assert "face" not in said["ferryman"]


def test_what_is_told_of_a_track_and_what_a_view_holds_of_it_go_by_the_same(rules: Rules) -> None:
    """Of the author's own tracks; those of the table are masked by the rules of the table."""
    opening = rules.opening("1")
    moved = opening._replace(levels=tuple(level + 1 for level in opening.levels))
    for seat in (CLAIMANT, HOST):
        levels = rules.seen_by(seat, moved).state.levels
        for track, index in rules.levels.items():
            shown = levels[index] != opening.levels[index]
            assert is_seen(rules.scenario, track, seat) == shown


def test_the_menu_holds_every_open_act_once_and_a_reason_for_the_rest(
    rules: Rules, steps: list[Step]
) -> None:
    orders: dict[int, set[tuple[str, ...]]] = {CLAIMANT: set(), HOST: set()}
    for step in steps[::3]:
        state = step.before
        if state.phase not in (Phase.SITTING, Phase.REPLY):
            continue
        legal = rules.legal_decisions(state)
        menu = entries(rules, legal, state.seat)
        listed = [head for entry in menu for head in entry.heads]
        assert sorted(listed, key=str) == sorted(legal.heads, key=str)
        for entry in menu:
            assert bool(entry.heads) != bool(entry.refused)
        orders[state.seat].add(tuple(e.key for e in menu if e.key != OWN_KEYS["accept"]))
    assert all(len(order) == 1 for order in orders.values())


def test_an_act_s_argument_is_told_in_words(rules: Rules, steps: list[Step]) -> None:
    ids = {*rules.table.issues, *(g.id for g in rules.table.grounds)}
    for step in steps[:60]:
        for head in rules.legal_decisions(step.before).heads:
            if head.verb == "tactic" and head.about:
                text = about(rules, head)
                assert text
                assert text not in ids


def test_the_look_of_things_is_what_the_view_holds(rules: Rules, steps: list[Step]) -> None:
    tracks = rules.scenario.tracks
    for step in steps[::5]:
        for seat in (CLAIMANT, HOST):
            state = rules.seen_by(seat, step.before).state
            words = looks(rules, seat, state, "advisers").removesuffix(".").split("; ")
            numbers = looks(rules, seat, state, "points").removesuffix(".").split("; ")
            labels = {label_of(rules.scenario, id, seat): id for id in tracks}
            labels |= {label[:1].upper() + label[1:]: id for label, id in labels.items()}
            for plain, pointed in zip(words, numbers, strict=True):
                label, _, word = plain.partition(": ")
                level = getattr(state, labels[label])
                assert word == track_word(tracks[labels[label]], level)
                number = number_told(labels[label], level, seat)
                assert pointed == f"{plain} ({number})"
                if number != str(level):
                    low, _, high = number.partition("-")
                    assert int(low) <= getattr(step.before, labels[label]) <= int(high)


def test_the_word_for_patience_does_not_betray_more_than_its_band(
    rules: Rules, steps: list[Step]
) -> None:
    for step in steps[::5]:
        state = step.before
        if state.patience > 1:
            spare = next(
                p
                for p in (state.patience - 1, state.patience + 1)
                if rules.seen_by(CLAIMANT, state._replace(patience=p)).state.patience
                == rules.seen_by(CLAIMANT, state).state.patience
            )
            other = rules.seen_by(CLAIMANT, state._replace(patience=spare)).state
            assert looks(rules, CLAIMANT, other, "points") == looks(
                rules, CLAIMANT, rules.seen_by(CLAIMANT, state).state, "points"
            )


def test_the_days_pass_with_the_sittings(rules: Rules) -> None:
    table = rules.scenario.table
    a_day, missed = table.sittings_a_day, table.opens_at - 1
    told = [when(rules, sitting) for sitting in range(1, rules.table.sittings + 1)]
    assert len(set(told)) == len(told)
    assert f"{rules.scenario.start.day} " in told[0]
    days = [text.split(",")[0] for text in told]
    assert days.count(days[0]) == a_day - missed
    assert all(days.count(day) == a_day for day in set(days[a_day - missed : -a_day]))
    assert f"{rules.scenario.end.day} " in told[-1]
    assert told[-1].endswith(f"sitting {rules.table.sittings} of {rules.table.sittings}")


def test_papers_are_told_term_by_term(rules: Rules, steps: list[Step]) -> None:
    papers = sorted({paper for step in steps[::20] for paper in step.papers})[:20]
    for paper, other in pairwise(papers):
        said = terms_said(rules, paper).split("; ")
        assert said == [option_text(rules.scenario, i, o) for i, o in enumerate(paper)]
        changed = differences(rules, paper, other)
        assert changed == "; ".join(t for t, o, p in zip(said, paper, other, strict=True) if o != p)


def test_the_first_draft_is_the_last_paper_or_the_seat_s_own_wishes(
    rules: Rules, steps: list[Step]
) -> None:
    opening = rules.opening("1")
    claimant = opening.men[CLAIMANT]
    assert claimant is not None
    wished = first_draft(rules, CLAIMANT, opening)
    rows = claimant.utility.worth
    assert all(row[o] == max(row) for row, o in zip(rows, wished, strict=True))
    for state in (step.before for step in steps if step.before.paper is not None):
        assert first_draft(rules, CLAIMANT, state) == state.paper
        assert first_draft(rules, HOST, state) == (state.said or state.paper)


def test_home_is_said_to_bear_what_it_bears(rules: Rules, steps: list[Step]) -> None:
    seen = set()
    for state in (s.before for s in steps if s.before.paper is not None):
        assert state.paper is not None
        said = readings.home_words(rules, state, state.paper)
        signed: State = state._replace(treaty=state.paper, sitting=1)
        man, walk = state.men[CLAIMANT], rules.walk(CLAIMANT, state)
        assert man is not None
        price = 100 * sum(rules.table.memorial[i].price for i in state.memorial)
        kept = court.claimant_lasting(signed, rules.table, walk, Verdict.RATIFIED)
        charged = value(state.paper, man.utility) - price - kept
        assert ("charged to you" in said) == (charged > 0)
        seen.add(said)
    assert len(seen) > 1


def test_loudest_against_is_the_weightiest_dissent(rules: Rules) -> None:
    factions = rules.table.factions
    for at, faction in enumerate(factions):
        support = [100] * len(factions)
        assert readings.loudest_against(rules, support) == ""
        support[at] = 40
        assert readings.loudest_against(rules, support) == faction.label


def test_the_word_for_patience_is_true_of_every_level_of_its_band(rules: Rules) -> None:
    """Or else the word would say 'fair' of what the list of words calls short."""
    track = rules.scenario.tracks["patience"]
    for level in range(track.range[0], track.range[1] + 1):
        state = rules.opening("1")._replace(patience=level)
        seen = rules.seen_by(CLAIMANT, state).state.patience
        assert track_word(track, seen) == track_word(track, level)
    assert track_word(track, 0) == "spent" != track_word(track, 1)


def test_what_the_other_hopes_for_says_what_that_means() -> None:
    found = 0
    for id in ("aigun-six-days", "the-fair-at-kulja"):
        scenario = read_scenario(id)
        for event in scenario.events.values():
            if event.seat != scenario.table.claimant:
                continue
            for choice in event.choices.values():
                by = sum(e.by for e in choice.do if isinstance(e, Change) and e.track == "hope")
                if by:
                    found += 1
                    means = "harder to content" if by > 0 else "easier to content"
                    assert means in foreseen(scenario, event, choice, "advisers")
    assert found
