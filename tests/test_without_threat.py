"""A table on which nobody can threaten: what is said at it says nothing of threats."""

from __future__ import annotations

from itertools import product

import pytest

from game.cli.seating import seating
from game.coach.bill_words import told_bill
from game.coach.meaning import meaning
from game.coach.names import in_sentence
from game.coach.replies import answered
from game.coach.workshop.playing import seated
from game.files.folders import folder_of
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.policy.plain import Hard
from game.record import OPENING
from game.rules import Rules, parsed
from game.state import CLAIMANT, HOST

UNKNOWN_HERE = ("guns", "threat", "pressure")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("the-fair-at-kulja"))


def test_who_signs_where_nobody_can_threaten_is_not_told_of_guns(rules: Rules) -> None:
    assert not rules.table.knows_pressure
    signed = 0
    for seed in map(str, range(8)):
        policies = seated(rules, "integrative", "official", CLAIMANT, seed)
        state = rules.opening(seed)
        while state.ended is None:
            before, legal = state, rules.legal_decisions(state)
            decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
            state = rules.apply(state, decision).state
            if before.seat == HOST:
                said = " ".join(s.text for s in answered(rules, before, state, decision, CLAIMANT))
                assert not any(word in said for word in UNKNOWN_HERE)
        if state.treaty is not None:
            signed += 1
            assert "guns" not in " ".join(told_bill(rules, state, CLAIMANT))
    assert signed


def test_nobody_sits_opposite_who_could_only_threaten(rules: Rules) -> None:
    for seed in map(str, range(30)):
        assert not isinstance(seating(rules, seed)["kovalevsky"], Hard)


def test_the_court_of_such_a_table_takes_nothing_off_for_guns(rules: Rules) -> None:
    said = " ".join(meaning(rules, rules.opening("1"), "court"))
    assert "each asks" in said
    assert not any(word in said for word in UNKNOWN_HERE)


def test_where_no_land_can_pass_nobody_is_shown_how_to_consult_on_it(rules: Rules) -> None:
    state = rules.opening("1")
    shown: set[str] = set()
    while state.ended is None:
        legal = rules.legal_decisions(state)
        shown |= {head.verb for head in legal.heads} | {head.verb for head, _ in legal.refused}
        state = rules.follow(state, legal[0])
    assert "refuse" in shown
    assert "consult" not in shown


def test_in_no_kept_play_is_a_word_said_of_threats(rules: Rules) -> None:
    wished_away = 0
    for path in (folder_of("the-fair-at-kulja") / "witnesses").glob("*.amur"):
        record = read_record(path).record
        its_rules = Rules(rules.scenario, record.heading.start)
        states = {OPENING: its_rules.opening(record.heading.seed)}
        for node in record.nodes.values():
            before, decision = states[node.parent], parsed(node.decision_text, rules.table)
            after = states[node.id] = its_rules.apply(before, decision).state
            if before.seat == HOST:
                answer = answered(its_rules, before, after, decision, CLAIMANT)
                said = " ".join(s.text for s in answer)
                assert not any(word in said for word in UNKNOWN_HERE)
                wished_away += "He would sooner have had none." in said
    assert wished_away


def test_a_place_that_begins_an_option_keeps_its_capital(rules: Rules) -> None:
    assert in_sentence(rules.scenario, "Kulja alone") == "Kulja alone"
    assert in_sentence(rules.scenario, "The whole year") == "the whole year"


def test_nobody_signs_in_spite_of_guns_that_were_not_shown() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    met = set()
    for seed, name in product("1234", ("integrative", "hawk")):
        policies = seated(rules, name, "official", CLAIMANT, seed)
        state = rules.opening(seed)
        while state.ended is None:
            before, legal = state, rules.legal_decisions(state)
            decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
            state = rules.apply(state, decision).state
            if before.seat == HOST:
                told = answered(rules, before, state, decision, CLAIMANT)
                said = " ".join(one.text for one in told)
                if "better than no paper" in said:
                    assert ("or without" in said) == (before.pressure > 0)
                    met.add(before.pressure > 0)
    assert False in met
