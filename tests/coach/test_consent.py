"""Where a host gives leave by word of mouth nothing that is told of him says that he signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.coach.advice import advice, unweighed
from game.coach.binding import comes
from game.coach.chronicle import told
from game.coach.forecast import forecast
from game.coach.leaves import in_one_go
from game.coach.meaning import meaning, words_known
from game.coach.standing import lies_open
from game.coach.workshop.playing import line_of, seated
from game.rules import Rules
from game.state import CLAIMANT, Decision, Phase, State, Turn
from tests.proof.tables import at

CLAIMANTS = ("integrative", "hawk", "random", "novice")
OF_SIGNING = re.compile(r"\b([Hh]e|Husongbu)( \w+){0,3} sign(s|ed)?\b|signs? it|a signature")


class Step(NamedTuple):
    before: State
    decision: Decision
    turn: Turn


@pytest.fixture(scope="module")
def rules() -> Rules:
    return at("the-governor", "passage").rules


@pytest.fixture(scope="module")
def steps(rules: Rules) -> list[Step]:
    return [step for number in range(12) for step in _line(rules, number)]


def _line(rules: Rules, number: int) -> Iterator[Step]:
    seed = f"leave {number}"
    policies = seated(rules, CLAIMANTS[number % len(CLAIMANTS)], "official", CLAIMANT, seed)
    taken, _ = line_of(rules, policies, seed)
    state = rules.opening(seed)
    for decision in taken:
        turn = rules.apply(state, decision)
        yield Step(state, decision, turn)
        state = turn.state


def _no_signing(texts: set[str]) -> None:
    assert not [text for text in sorted(texts) if OF_SIGNING.search(text)]


def test_what_he_does_and_would_do_is_to_give_leave(rules: Rules, steps: list[Step]) -> None:
    said = {line.text for s in steps for line in told(rules, s.before, s.turn, CLAIMANT)}
    said |= {comes(rules, s.before, s.decision) for s in steps}
    said |= {lies_open(rules, CLAIMANT, s.before) for s in steps}
    assert any("he gives leave on these terms" in text for text in said)
    _no_signing(said)


def test_what_is_expected_of_him_is_a_leave(rules: Rules, steps: list[Step]) -> None:
    said = set[str]()
    for step in steps:
        if step.before.seat != CLAIMANT or step.before.phase != Phase.SITTING:
            continue
        view, paper = rules.seen_by(CLAIMANT, step.before), step.decision.paper
        said |= {each.say for each in advice(rules, view, paper, weighed=paper)}
        said.add(unweighed(rules, view, paper, None))
        if paper is not None:
            said.add(forecast(rules, view, paper, step.decision).sentence)
    assert any("give leave" in text for text in said)
    assert any(re.search(r"\bleave\b", text) for text in said)
    _no_signing(said - _authored(rules))


def _authored(rules: Rules) -> set[str]:
    """Return what advisers say in the author's words alone."""
    return {line.say for a in rules.scenario.advisers.values() for line in a.lines}


def test_what_words_mean_and_the_last_pages_speak_of_his_leave(
    rules: Rules, steps: list[Step]
) -> None:
    ends = [step.turn.state for step in steps if step.turn.state.ended is not None]
    said = {text for end in ends for leaf in in_one_go(rules, end, CLAIMANT) for text in leaf[1]}
    for end in ends:
        state = rules.seen_by(CLAIMANT, end).state
        said |= {t for w in words_known(rules) for t in meaning(rules, state, w, "points")}
    _no_signing(said)
