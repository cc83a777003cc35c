"""What each change in a draft costs is told by the points of the chair that wrote it."""

from __future__ import annotations

import re

import pytest

from game.coach.own_worth import TOGETHER, changes_said
from game.coach.papers import first_draft
from game.coach.words_for import issue_label
from game.files.scenarios import read_scenario
from game.negotiation import Package, value
from game.rules import Rules
from game.state import CLAIMANT, HOST, Phase, State
from game.tui.play.reckoning import reckoned
from tests.proof.games import games

COSTS = {
    "nothing": (0, 0),
    "little": (1, 200),
    "something": (201, 599),
    "much": (600, 1199),
    "very much": (1200, 9999),
}
"""From how many hundredths to how many each word is said."""
CHANGE = re.compile(r"(\d+\.\d) (?:on|by) ")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def moments(rules: Rules) -> list[tuple[int, State, Package]]:
    """Return views of both chairs, each with the paper that was given then."""
    found = []
    for game in games(rules, range(12), "costs"):
        for step in game:
            seat, phase = step.before.seat, step.before.phase
            if step.decision.paper is not None and phase in (Phase.SITTING, Phase.REPLY):
                view = rules.seen_by(seat, step.before)
                found.append((seat, view.state, step.decision.paper))
    assert {seat for seat, *_ in found} == {CLAIMANT, HOST}
    return found


def with_term(paper: Package, issue: int, option: int) -> Package:
    return (*paper[:issue], option, *paper[issue + 1 :])


def test_before_any_paper_each_clause_given_up_says_what_it_costs(rules: Rules) -> None:
    """A costly gift reads otherwise than a free one, in words as in numbers."""
    state = rules.seen_by(CLAIMANT, rules.opening("7")).state
    man, wish = state.men[CLAIMANT], first_draft(rules, CLAIMANT, state)
    assert man is not None
    assert changes_said(rules, CLAIMANT, state, wish, "advisers") == ""
    heard = set()
    for issue, row in enumerate(man.utility.worth):
        for option in range(len(row)):
            if option == wish[issue]:
                continue
            draft = with_term(wish, issue, option)
            said = changes_said(rules, CLAIMANT, state, draft, "advisers")
            assert said in reckoned(rules, CLAIMANT, state, draft, "advisers")
            told, _, label = said.removesuffix(".").partition(" on ")
            assert label == issue_label(rules.scenario, issue)
            word = told.removeprefix("It costs you ")
            low, high = COSTS[word]
            assert low <= row[wish[issue]] - row[option] <= high
            heard.add(word)
            points = changes_said(rules, CLAIMANT, state, draft, "points")
            assert f" {(row[wish[issue]] - row[option]) / 100:.1f} on " in points
    assert heard > {"little", "something", "very much"}


def test_what_the_changes_cost_and_bring_adds_up(
    rules: Rules, moments: list[tuple[int, State, Package]]
) -> None:
    changed = 0
    for seat, state, paper in moments:
        man = state.men[seat]
        assert man is not None
        said = changes_said(rules, seat, state, paper, "points")
        lost, _, won = said.partition("it brings you " if "it brings" in said else "It brings you ")
        total = sum(map(float, CHANGE.findall(won))) - sum(map(float, CHANGE.findall(lost)))
        base = first_draft(rules, seat, state)
        by = value(paper, man.utility) - value(base, man.utility)
        assert abs(100 * total - by) <= 10 * len(paper), said
        named = CHANGE.findall(said.replace(TOGETHER, ""))
        assert len(named) == sum(a != b for a, b in zip(paper, base, strict=True))
        changed += bool(said)
    assert changed > 20
