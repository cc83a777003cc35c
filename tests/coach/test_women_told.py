"""Where two women sit, nothing that is told of a play is told of a man."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pytest

from game.coach.advice import SIGNING, advice, unweighed
from game.coach.binding import comes
from game.coach.chronicle import told
from game.coach.compare import compare, side
from game.coach.compare_words import parts
from game.coach.deeds import deed, deed_of_other
from game.coach.heard import HEARD
from game.coach.leaves import after_the_talks, in_one_go
from game.coach.menu import entries
from game.coach.own_worth import changes_said
from game.coach.papers import his_name
from game.coach.passages import HIS
from game.coach.persons import opposite
from game.coach.refusals import NEED_UNHEARD, RUIN
from game.coach.replies import answered
from game.coach.telling import Telling
from game.policy import persona
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Phase, State, Turn
from tests.proof.luck import branched
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


CHAIRS = (CLAIMANT, HOST)


def test_what_was_decided(rules: Rules, steps: list[Step]) -> None:
    at_table = [step for step in steps if step.before.phase in AT_THE_TABLE]
    own = [deed(rules, s.before, s.decision, s.before.seat) for s in steps]
    others = [deed_of_other(rules, s.before, s.decision, s.before.seat) for s in at_table]
    bound = [comes(rules, s.before, s.decision) for s in at_table]
    assert any("her paper" in text for text in others)
    assert any("she signs it" in text for text in bound)
    assert not of_men([*own, *others, *bound])


def test_what_may_be_decided(rules: Rules, steps: list[Step]) -> None:
    for step in steps[::5]:
        if step.before.phase in AT_THE_TABLE:
            menu = entries(rules, rules.legal_decisions(step.before), step.before.seat)
            assert not of_men([entry.label for entry in menu])


def test_what_she_did_and_how_she_answers(rules: Rules, steps: list[Step]) -> None:
    said = {
        line.text
        for step in steps
        for seat in CHAIRS
        for line in told(rules, step.before, step.turn, seat)
        if line.kind in ("act", "reply")
    }
    assert any(text.startswith("She lays a paper down") for text in said)
    assert any(text.startswith("She gives her word") for text in said)
    host = opposite(rules, CLAIMANT)
    wagered = [
        said.text
        for s in steps
        if s.before.phase is Phase.REPLY
        for said in answered(rules, s.before._replace(wager=2), s.turn.state, s.decision, CLAIMANT)
    ]
    assert any("this is hers" in text for text in wagered)
    seldom = [
        text.format(host=host, other=host, cannot="cannot go home without")
        for text in (*RUIN, *NEED_UNHEARD, *HIS)
    ]
    assert not of_men([*said, *wagered, *seldom])


def test_what_is_heard(rules: Rules, steps: list[Step]) -> None:
    said = {
        HEARD[entry.what](Telling(rules, step.before, entry, seat, "points"))
        for step in steps
        for entry in step.turn.entries
        for seat in CHAIRS
        if entry.what in HEARD and seat in entry.seen_by
    }
    assert any(text.startswith("She says how she weighs") for text in said)
    assert not of_men(list(said))


def test_what_a_draft_is_held_against(rules: Rules, steps: list[Step]) -> None:
    said = set()
    for step in steps:
        seat, paper, now = step.before.seat, step.decision.paper, step.before
        said.add(his_name(rules, seat, now))
        if paper is not None:
            said.add(changes_said(rules, seat, now, paper, "advisers"))
    assert {"her paper", "her word", "her withdrawn word"} <= said
    assert not of_men(list(said))


def test_what_advisers_say_of_her(rules: Rules, steps: list[Step]) -> None:
    signing = [
        text.format(host=opposite(rules, CLAIMANT), consent=rules.table.words.consent)
        for text in SIGNING.values()
    ]
    said, silence = set(signing), set()
    for state in (s.before for s in steps[::9] if s.before.phase is Phase.SITTING):
        view = rules.seen_by(CLAIMANT, state)
        said |= {adviser.say for adviser in advice(rules, view)}
        if state.paper is not None:
            draft = tuple(
                (at + 1) % size for at, size in zip(state.paper, rules.table.sizes, strict=True)
            )
            silence.add(unweighed(rules, view, draft, None))
    assert any("she would sign it" in text for text in silence)
    assert not of_men([*said, *silence])


def test_what_the_archives_tell(rules: Rules, plays: list[list[Step]]) -> None:
    said = {
        text
        for play in plays
        for seat in CHAIRS
        for pages in (after_the_talks, in_one_go)
        for leaf in pages(rules, play[-1].turn.state, seat)
        for text in (leaf.heading, *leaf.paragraphs)
    }
    assert any("sum of two women's points" in text for text in said)
    assert not of_men(list(said))


def test_how_two_lines_are_put_side_by_side(rules: Rules) -> None:
    record, other = (branched(rules, Random(lot)) for lot in "03")
    a, *_, b = (side(rules, record, end.id, "line") for end in record.ends())
    c = side(rules, other, other.ends()[0].id, "other")
    compared = (compare(rules, a, b), compare(rules, a, c))
    said = [text for one in compared for part in parts(rules, one, "points") for text in part.said]
    assert any(text.startswith("The same woman sat opposite") for text in said)
    assert any("other women sit there" in text for text in said)
    assert not of_men(said)
