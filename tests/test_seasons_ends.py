"""The end of a campaign in short, and what another answer would have come to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from game.coach.compare_parts import Kind
from game.coach.seasons.compare import compare, side
from game.coach.seasons.compare_whole import parts
from game.coach.seasons.in_short import in_short
from game.coach.seasons.other_way import (
    LEAST,
    other_ways,
    telling_answer,
    telling_answers,
    told_other_way,
)
from game.coach.seasons.toll import ledger
from game.coach.seasons.turning import turning_points
from game.files.scenarios import read_any
from game.record import OPENING, Record, States, Step, digest, steps_of
from game.record.history import documented
from game.rules import CampaignRules, rules_for
from game.scenario.clauses import Change, Set
from game.scenario.effect_paths import effects_of_all
from game.scenario.things import things
from game.state import Decision, Phase, State
from tests.fords import (
    SUMMER,
    after,
    in_season,
    level,
    quietly,
    rules_of_fords,
    session_by_lot,
    with_events,
    with_tracks,
)
from tests.test_true_seasons import plays

SEED = "1"
TOLD = 12
"""Plays by lot that are told."""
RIOT: dict[str, Any] = {
    "when": "turn = 2",
    "first": "yes",
    "choices": {
        "beat": {"say": "Have them beaten.", "do": {"unrest": "+20"}},
        "bow": {"say": "Bow to them.", "do": {"unrest": "-5"}},
    },
}


def line(
    rules: CampaignRules, choose: Callable[[CampaignRules, State], Decision] = quietly
) -> tuple[Step, ...]:
    """Return every step of a play of these rules."""
    from game.files.plays import heading_for

    state, record, at = rules.opening(SEED), Record(heading_for(rules, SEED, "reeve")), OPENING
    while state.ended is None:
        decision = choose(rules, state)
        seat, words = rules.seat_id(state), rules.formatted(decision, state)
        state = rules.follow(state, decision)
        record, node = record.add(at, seat, words, digest(state))
        at = node.id
    return steps_of(rules, rules.opening(SEED), record.path(at))


def test_another_answer_is_told_with_what_it_changes() -> None:
    rules = with_events(the_riot=RIOT)
    steps = line(rules)
    found = telling_answer(rules, steps)
    assert found is not None
    assert (found.scene, found.season) == ("A scene", "Summer 1801")
    assert [(spoke.id, other - spoke.value) for spoke, other in found.by] == [("peace", 25)]
    assert steps[found.node - 1].decision == Decision("choose", "the-riot", ("beat",))
    peace = found.by[0][0].value
    assert told_other_way(found) == (
        "One thing done otherwise: at “A scene”, in summer 1801, you chose “Have them beaten”; you "
        "might have chosen “Bow to them”. With all else decided as it was on both sides, that "
        f"takes Peace kept from {peace} to {peace + 25}."
    )


def answering(choice: str) -> Callable[[CampaignRules, State], Decision]:
    """Return who answers the riot in one way, and decides quietly elsewhere."""
    answer = Decision("choose", "the-riot", (choice,))

    def choose(rules: CampaignRules, state: State) -> Decision:
        return answer if answer in rules.legal_decisions(state) else quietly(rules, state)

    return choose


def rules_with_three_answers() -> CampaignRules:
    """Return rules under which the riot can be answered well, badly, and worse than that."""
    ask = {"say": "Ask them to wait.", "do": {"unrest": "+10"}}
    shoot = {"say": "Fire into them.", "do": {"unrest": "+50"}}
    bow = RIOT["choices"]["bow"]
    return with_events(the_riot={**RIOT, "choices": {"ask": ask, "shoot": shoot, "bow": bow}})


def test_of_several_answers_the_one_is_told_that_gains_most() -> None:
    """And not the one that would have changed most, which in most plays is a loss."""
    rules = rules_with_three_answers()
    found = telling_answer(rules, line(rules, answering("ask")))
    assert found is not None
    assert (found.given, found.say) == ("Ask them to wait.", "Bow to them.")
    assert found.gain > 0


def test_what_ended_a_campaign_before_its_time_is_told_first() -> None:
    rules = rules_of_fords()
    state = with_tracks(rules, in_season(rules, SUMMER), favour=6)
    first, *_ = in_short(rules, rules.follow(state, Decision("act", "lodge")), ()).paragraphs
    unplayed = rules.scenario.seasons.count - SUMMER
    assert f", {unplayed} season" in first
    assert "favour at 5 or less" in first
    assert rules.scenario.seasons.breaches["dismissed"].text in first
    served = line(rules)[-1].turn.state
    assert "before its time" not in in_short(rules, served, ()).paragraphs[0]


def test_where_no_answer_gains_nothing_is_told() -> None:
    rules = rules_with_three_answers()
    steps = line(rules, answering("bow"))
    assert telling_answer(rules, steps) is None
    assert "One thing done" not in " ".join(in_short(rules, steps[-1].turn.state, steps).paragraphs)


def test_answers_at_tables_are_weighed_by_what_they_move_of_the_measures() -> None:
    """And a word that was left lying: to take it is an answer, too."""
    missing = {Phase.SCENE, Phase.SITTING}
    for rules, steps in plays():
        if missing and steps[-1].turn.state.ended is not None:
            by_node = {step.node.id: step.before for step in steps}
            found = [(by_node[one.node], one) for one in other_ways(rules, steps)]
            missing -= {before.phase for before, one in found if before.at}
            assert all(one.weight >= LEAST for _, one in found)
    assert not missing


def test_what_hardly_changes_the_end_is_not_told() -> None:
    slight = {**RIOT["choices"]["beat"], "do": {"unrest": f"-{LEAST // 2}"}}
    bow = {**RIOT["choices"]["bow"], "do": {"unrest": f"-{LEAST // 2 + 1}"}}
    rules = with_events(the_riot={**RIOT, "choices": {"beat": slight, "bow": bow}})
    steps = line(rules)
    assert telling_answer(rules, steps) is None
    told = in_short(rules, steps[-1].turn.state, steps).paragraphs
    assert "One thing done" not in " ".join(told)


def test_an_answer_after_which_another_scene_comes_is_left_out() -> None:
    bow = {**RIOT["choices"]["bow"], "do": {"unrest": "-5", "note": "bowed"}}
    riot = {**RIOT, "choices": {**RIOT["choices"], "bow": bow}}
    rules = with_events(
        the_riot=riot, the_boast={"when": "turn = 3 and note.bowed", "first": "yes"}
    )
    assert telling_answer(rules, line(rules)) is None


def test_where_it_turned_begins_with_what_the_last_pages_tell_and_the_heaviest_follow() -> None:
    seen = False
    for rules, steps in plays():
        if steps[-1].turn.state.ended is None:
            continue
        found, told = telling_answers(rules, steps), turning_points(rules, steps)
        assert [*found[1:]] == sorted(found[1:], key=lambda one: -one.weight)
        assert len({one.node for one in found}) == len(found)
        best, last = telling_answer(rules, steps), in_short(rules, steps[-1].turn.state, steps)
        if best is not None:
            assert told[0].paragraphs[0] == last.paragraphs[-1] == told_other_way(best)
            seen = True
    assert seen


def test_what_is_told_of_another_answer_is_what_comes_of_it() -> None:
    for seed in range(TOLD):
        session = session_by_lot(str(seed))
        rules, steps = session.game, session.steps()
        found = telling_answer(rules, steps)
        if found is not None:
            assert steps[found.node - 1].node.id == found.node
            assert found.gain > 0
            assert all(spoke.value != other for spoke, other in found.by)
            assert all(came != other for came, other in found.ends)
            assert found.weight >= LEAST


def test_talks_that_another_answer_would_have_kept_from_opening_are_told_with_why() -> None:
    pay = {**RIOT["choices"]["bow"], "do": {"unrest": "-5", "favour": "-10"}}
    riot = {**RIOT, "choices": {**RIOT["choices"], "bow": pay}}
    opens = {"open": {"say": "Go.", "do": {"open-table": "lower-ford"}}, "no": {"say": "No."}}
    rules = with_events(
        the_riot=riot, the_bench={"when": "turn = 3 and favour >= 45", "choices": opens}
    )
    found = telling_answer(rules, line(rules))
    assert found is not None
    title = rules.scenario.tables["lower-ford"].title
    label = rules.scenario.tracks["favour"].label
    (unheld,) = found.unheld
    assert re.fullmatch(f"In .+ the talks on “{title}” are not opened with less {label}.", unheld)
    assert told_other_way(found).count(unheld) == 1


def test_why_talks_are_not_opened_is_told_once_and_is_never_that_there_was_more() -> None:
    for rules, steps in plays():
        found = telling_answer(rules, steps) if steps[-1].turn.state.ended is not None else None
        if found is not None:
            said = told_other_way(found)
            assert all(said.count(each) == 1 for each in found.unheld)
            assert "not opened with more" not in said


def test_the_end_in_short_tells_papers_measures_who_paid_and_another_way() -> None:
    for seed in range(TOLD):
        session = session_by_lot(str(seed))
        told = in_short(session.game, session.state, session.steps()).paragraphs
        whole = "\n".join(told)
        signed = [deal for deal in session.state.deals if deal.treaty is not None]
        assert told[0].startswith("Signed: " if signed else "Nothing was signed.")
        assert "Of 100, yours: Standing " in whole
        assert "Who paid" in whole
        is_told = telling_answer(session.game, session.steps()) is not None
        assert ("all else decided as it was on both sides" in told[-1]) == is_told
        assert ("came true" in whole) == any(told for _, told in session.state.proved)


def test_the_end_in_short_is_told_of_a_play_that_signed_nothing() -> None:
    rules = rules_of_fords()
    state = in_season(rules, 8)
    while state.ended is None:
        state = after(rules, state, rules.formatted(quietly(rules, state), state))
    assert in_short(rules, state, ()).paragraphs[0].startswith("Nothing was signed.")


def test_everybody_whom_the_governor_counts_has_an_entry_of_the_ledger() -> None:
    """The track of the toll moves by nothing else, so that no entry is lacking."""
    governor = read_any("the-governor")
    moved = [
        path
        for path, effect in effects_of_all(things(governor))
        if isinstance(effect, Change | Set) and effect.track == "toll"
    ]
    assert moved == []


def test_what_blood_spared_rests_on_is_true_of_the_ledger_and_of_history() -> None:
    governor = read_any("the-governor")
    rules = rules_for(governor)
    assert isinstance(rules, CampaignRules)
    says = rules.scenario.scales["blood"].rests_on
    at_petropavlovsk = [
        entry.count for entry in rules.effects.book if "of Petropavlovsk" in entry.who
    ]
    assert {115, 60} <= set(at_petropavlovsk)
    assert "at Petropavlovsk 115 if it was held, and if it fell 60" in says
    line = documented(rules)
    entries = ledger(rules, States(rules, line.heading.seed).at(line, line.cursor))
    marched = [
        entry.number
        for entry in entries
        if "march home of 1856" in entry.who or "at Kutomanda" in entry.who
    ]
    assert "More than half in history's line are soldiers lost on the march home of 1856" in says
    assert sum(marched) * 2 > sum(entry.number for entry in entries)


def test_a_comparison_of_lines_that_are_over_tells_tracks_as_their_last_page_does() -> None:
    rules, sides = rules_of_fords(), []
    for seed in ("1", "2"):
        session = session_by_lot(seed)
        sides.append(side(rules, session.record, session.cursor, f"Seed {seed}"))
    (standing,) = [
        part for part in parts(rules, compare(*sides), "advisers") if part.kind is Kind.STANDING
    ]
    assert {row.label for row in standing.rows} >= {"trade on the river"}
    for row in standing.rows:
        assert "as one hears" not in row.a + row.b
    trade = next(row for row in standing.rows if row.label == "trade on the river")
    assert trade.a == str(level(rules, sides[0].end, "trade"))
