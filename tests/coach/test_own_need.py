"""Each chair is told its own need, what satisfies it, and whether a paper holds it."""

from __future__ import annotations

import pytest

from game.cli.plain_looks import status
from game.coach.bill_words import told_bill
from game.coach.chronicle import told
from game.coach.meaning import meaning
from game.coach.own_need import need_in, own_need
from game.coach.readings import home_words
from game.coach.rules_page import common_rules, rules_page_for
from game.coach.words_for import issue_label, option_text
from game.files.scenarios import read_scenario
from game.negotiation import Package
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, Phase, State
from game.tui.play.reckoning import reckoned
from tests.proof.bill import signed
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_status_names_the_own_need_and_what_satisfies_it_from_the_first_sitting(
    rules: Rules, seat: int
) -> None:
    seen = set()
    for seed in range(60):
        state = rules.seen_by(seat, rules.opening(str(seed))).state
        man = state.men[seat]
        assert man is not None
        need = rules.table.needs[seat][man.need]
        told = " ".join(" ".join(status(rules, seat, state, "advisers")).split())
        assert need.say.removesuffix(".") in told
        assert own_need(rules, seat, state) in told
        for option in range(rules.table.sizes[man.need_issue]):
            text = option_text(rules.scenario, man.need_issue, option)
            assert (text in own_need(rules, seat, state)) == (option in man.need_allows)
        seen.add(need.id)
    assert len(seen) > 6


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
@pytest.mark.parametrize("mode", ["points", "advisers"])
def test_the_reckoning_says_whether_the_draft_holds_it(rules: Rules, seat: int, mode: str) -> None:
    state = rules.seen_by(seat, rules.opening("7")).state
    man = state.men[seat]
    assert man is not None
    said = set()
    for option in range(rules.table.sizes[man.need_issue]):
        paper: Package = tuple(option if i == man.need_issue else 0 for i in range(8))
        lines = reckoned(rules, seat, state, paper, mode)
        (text,) = [line for line in lines if line.startswith(("It holds", "It lacks"))]
        assert text == need_in(rules, seat, state, paper)
        assert text.startswith("It holds") == (option in man.need_allows)
        assert text.startswith("It lacks") == (option not in man.need_allows)
        said.add(text[:8])
    assert said == {"It holds", "It lacks"}


def test_nobody_is_told_the_need_of_the_other(rules: Rules) -> None:
    for seat in (CLAIMANT, HOST):
        state = rules.seen_by(seat, rules.opening("7")).state
        assert own_need(rules, 1 - seat, state) == ""
        assert need_in(rules, 1 - seat, state, (0,) * 8) == ""


def test_the_host_reads_of_what_he_was_asked_and_what_he_told(rules: Rules) -> None:
    needs = asked = 0
    for game in games(rules, range(30), "own need"):
        for step in game:
            about = step.decision.about
            if step.before.phase != Phase.SITTING or step.decision.name != "ask":
                continue
            text = " ".join(line.text for line in told(rules, step.before, step.turn, HOST))
            label = issue_label(rules.scenario, rules.table.issue(about[0]))
            assert f"He asks you about {label}: why that matters to you" in text
            asked += 1
            before, after = step.before.heard_need, step.turn.state.heard_need
            if before != after:
                need = rules.table.needs[HOST][after]
                say = need.say.removesuffix(".")
                assert f"what you cannot go home without: “{say}”" in text
                needs += 1
            else:
                assert "cannot go home without" not in text
    assert asked > 10
    assert needs > 5


def no_need(state: State, seat: int) -> State:
    men = list(state.men)
    man = men[seat]
    assert man is not None
    men[seat] = man._replace(need=-1, need_issue=-1, need_allows=frozenset())
    return state._replace(men=(men[0], men[1]))


def test_who_needs_nothing_is_told_nothing(rules: Rules) -> None:
    state = no_need(rules.seen_by(HOST, rules.opening("7")).state, HOST)
    assert own_need(rules, HOST, state) == ""
    assert need_in(rules, HOST, state, (0,) * 8) == ""


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_what_it_costs_to_leave_it_out_is_said_wherever_it_is_asked(
    rules: Rules, seat: int
) -> None:
    state = rules.seen_by(seat, rules.opening("7")).state
    man = state.men[seat]
    assert man is not None
    costs = f"{rules.table.need_costs[seat] // 100} points less"
    assert costs in own_need(rules, seat, state)
    page = rules_page_for(rules.scenario, rules.table.seats[seat])
    assert page is not None
    assert costs in page.text
    without = next(
        tuple(option if i == man.need_issue else 0 for i in range(8))
        for option in range(rules.table.sizes[man.need_issue])
        if option not in man.need_allows
    )
    for word in ("home", "mandate", "letter"):
        told_of = " ".join(meaning(rules, state._replace(paper=without), word))
        assert costs in told_of
        assert "it lacks" in told_of


def test_the_bill_says_what_the_paper_lacks_and_only_that(rules: Rules) -> None:
    lacked = kept = 0
    for state in signed(rules, range(80), "own need"):
        text = " ".join(told_bill(rules, state, CLAIMANT))
        man, treaty = state.men[CLAIMANT], state.treaty
        assert man is not None
        assert treaty is not None
        costs = f"{rules.table.need_costs[CLAIMANT] // 100} points less"
        say = rules.table.needs[CLAIMANT][man.need].say.removesuffix(".")
        if mind.meets_need(man, treaty):
            assert say not in text
            kept += 1
        else:
            assert f"what home asked of you: “{say}” (invented)." in text
            assert costs in text
            lacked += 1
    assert lacked > 3
    assert kept > 3


def test_a_table_in_the_hosts_own_house_has_words_of_its_own_for_home_and_for_his_need() -> None:
    read = read_scenario("aigun-six-days")
    own = {"asks": "Siberia", "at_home": "in the ministries", "host_is_home": True}
    words = read.table.words.model_copy(update=own)
    rules = Rules(read.model_copy(update={"table": read.table.model_copy(update={"words": words})}))
    state, paper = rules.opening("7"), (0,) * 8
    assert own_need(rules, CLAIMANT, state).startswith("What Siberia asks: ")
    assert "what Siberia asks of you" in need_in(rules, CLAIMANT, state, paper)
    assert own_need(rules, HOST, state).startswith("The one thing you will not sign without: ")
    assert "the one thing you will not sign without" in need_in(rules, HOST, state, paper)
    assert home_words(rules, state, paper).startswith("In the ministries ")
    assert "one thing he will not sign without" in " ".join(common_rules(rules.scenario))
