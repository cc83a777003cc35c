"""Where two women sit, nothing that is told of a play is told of a man."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.coach.chronicle import told
from game.coach.deeds import deed, deed_of_other
from game.coach.menu import entries
from game.policy import persona
from game.rules import Rules
from game.state import Decision, Phase, State, Turn
from tests.women import of_men, women_of

AT_THE_TABLE = (Phase.SITTING, Phase.REPLY, Phase.CALLED)
SEATED = (
    *(("random", "random"), ("integrative", "official"), ("gunboat", "official")),
    *(("bluffer", "random"), ("hawk", "conceder"), ("random", "official")),
)
"""Who sits for the two women, play by play."""


class Step(NamedTuple):
    before: State
    decision: Decision
    turn: Turn


@pytest.fixture(scope="module", params=["handbook", "aigun-six-days"])
def rules(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rules:
    return Rules(women_of(request.param, tmp_path_factory.mktemp("women") / request.param))


@pytest.fixture(scope="module")
def plays(rules: Rules) -> list[list[Step]]:
    return [list(play(rules, number)) for number in range(2 * len(SEATED))]


def play(rules: Rules, number: int) -> Iterator[Step]:
    names = SEATED[number % len(SEATED)]
    policies = [persona(name, rules, f"{number} {seat}") for seat, name in enumerate(names)]
    state = rules.opening(f"women {number}")
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
        turn = rules.apply(state, decision)
        yield Step(state, decision, turn)
        state = turn.state


@pytest.fixture(scope="module")
def steps(plays: list[list[Step]]) -> list[Step]:
    return [step for steps in plays for step in steps]


def test_what_was_decided(rules: Rules, steps: list[Step]) -> None:
    at_table = [step for step in steps if step.before.phase in AT_THE_TABLE]
    own = [deed(rules, s.before, s.decision, s.before.seat) for s in steps]
    others = [deed_of_other(rules, s.before, s.decision, s.before.seat) for s in at_table]
    assert any("her paper" in text for text in others)
    assert not of_men([*own, *others])


def test_what_may_be_decided(rules: Rules, steps: list[Step]) -> None:
    for step in steps[::5]:
        if step.before.phase in AT_THE_TABLE:
            menu = entries(rules, rules.legal_decisions(step.before), step.before.seat)
            assert not of_men([entry.label for entry in menu])


def test_what_the_chronicle_says_was_done(rules: Rules, steps: list[Step]) -> None:
    said = {
        line.text
        for step in steps
        for seat in (0, 1)
        for line in told(rules, step.before, step.turn, seat)
        if line.kind == "act"
    }
    assert any(text.startswith("She lays a paper down") for text in said)
    assert not of_men(list(said))
