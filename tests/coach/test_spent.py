"""What can move nothing any more at a table says so before it is chosen."""

from __future__ import annotations

import pytest

from game.coach.foreseen import foreseen
from game.coach.menu import entries
from game.coach.spent import marked, spent
from game.files.scenarios import read_scenario
from game.rules import Rules, terms
from game.rules.legal import Head
from game.scenario.clauses import Change
from game.state import CLAIMANT, HOST, Phase, State

RULES = Rules(read_scenario("aigun-six-days"))
GROUNDS = RULES.table.grounds
FIRST = GROUNDS[0]


def at_the_table(**changes: object) -> State:
    opening = RULES.opening("7")
    return opening._replace(phase=Phase.SITTING, scene=-1, seat=CLAIMANT, **changes)  # type: ignore[arg-type]


def argue(ground: str) -> Head:
    return Head("tactic", "argue", (ground,))


def paper_for(ground: int) -> tuple[int, ...]:
    issue, borne = GROUNDS[ground].borne_by[0]
    paper = [0] * len(RULES.table.issues)
    paper[issue] = min(borne)
    return tuple(paper)


def test_a_reason_that_was_heard_only_tires() -> None:
    state = at_the_table(grounds=frozenset({0}), paper=paper_for(0))
    assert "would only tire" in spent(RULES, state, argue(FIRST.id), ())


def test_after_two_reasons_a_further_one_moves_nothing() -> None:
    heard = frozenset(range(1, 1 + terms.GROUNDS_HEARD))
    state = at_the_table(grounds=heard, paper=paper_for(0))
    assert "moves nothing" in spent(RULES, state, argue(FIRST.id), ())


def test_a_reason_that_no_paper_bears_out_says_so_and_one_that_goes_along_may() -> None:
    state = at_the_table(paper=None)
    assert "bears it out" in spent(RULES, state, argue(FIRST.id), ())
    assert not spent(RULES, state, argue(FIRST.id), (paper_for(0),))


def test_what_was_said_or_asked_before_is_known() -> None:
    state = at_the_table(told=frozenset({0}), asked=frozenset({0}))
    issue = RULES.table.issues[0]
    assert "knows it" in spent(RULES, state, Head("tactic", "tell", (issue,)), ())
    assert "has told you" in spent(RULES, state, Head("tactic", "ask", (issue,)), ())
    asked = state._replace(question=0)
    assert not spent(RULES, asked, Head("tactic", "tell", (issue,)), ())


def test_the_host_is_told_nothing_of_it() -> None:
    state = at_the_table(grounds=frozenset({0}))._replace(seat=HOST)
    assert not spent(RULES, state, argue(FIRST.id), ())


@pytest.mark.parametrize(("heard", "said"), [(0, False), (1, False), (2, True)])
def test_the_act_itself_says_so_where_every_argument_is_spent(heard: int, said: bool) -> None:
    state = at_the_table(grounds=frozenset(range(heard)))
    menu = entries(RULES, RULES.legal_decisions(state), CLAIMANT)
    labels = [entry.label for entry in marked(RULES, state, menu)]
    assert any(label.endswith("(moves nothing more)") for label in labels) == said


def test_it_stays_open_and_nothing_else_is_changed() -> None:
    state = at_the_table(grounds=frozenset({0, 1}))
    menu = entries(RULES, RULES.legal_decisions(state), CLAIMANT)
    remarked = list(marked(RULES, state, menu))
    assert [(e.heads, e.key, e.refused) for e in remarked] == [
        (e.heads, e.key, e.refused) for e in menu
    ]


def test_a_choice_says_of_a_track_that_is_full_that_it_is() -> None:
    scenario = RULES.scenario
    event, choice = next(
        (event, choice)
        for event in scenario.events.values()
        if event.seat == scenario.table.claimant
        for choice in event.choices.values()
        if Change("trust", 4) in choice.do
    )
    full, half = at_the_table(trust=100), at_the_table(trust=60)
    assert "trust: can rise no further" in foreseen(scenario, event, choice, "points", full)
    assert "can rise no further" not in foreseen(scenario, event, choice, "points", half)
