"""What the host is made to say is true, and everything answers (claims e, j, o, s)."""

from __future__ import annotations

from functools import lru_cache

import pytest

from game.coach.chronicle import told
from game.errors import IllegalDecisionError
from game.files.scenarios import read_scenario
from game.record import digest
from game.rules import Rules, parsed
from game.state import CLAIMANT, HOST, Decision, Phase, State
from tests.proof.answer import Answer
from tests.proof.games import Step, games, host_answers
from tests.proof.reasons import Heard

GAMES = range(60)
EVERYDAY = {
    *("his-word", "he-moves", "word-as-it-was", "asks", "gives", "will-sign", "need-among-these"),
    *("own-word", "enough", "patience-spent", "ruin", "weighs"),
    *("not-today", "word-withdrawn", "listens", "left-lying", "called", "diminished"),
}
"""What a few games already say; the proof asks for everything."""
ENDS_OF_A_LAST_WORD = {
    *("called", "not-called", "gave-way", "last-word-idle", "rule last-word-lapsed"),
    *("patience-spent", "broke-off", "rule last-sitting", "decision"),
}
"""What may be said of how an ultimatum ended; the talks may also end over it."""


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@lru_cache(maxsize=1)
def played(rules: Rules) -> tuple[tuple[Step, ...], ...]:
    """Return the games that these tests look at."""
    return tuple(map(tuple, games(rules, GAMES, "answers")))


def test_every_answer_says_why_and_what_it_says_is_true(rules: Rules) -> None:
    heard = Heard(rules, GAMES, "answers")
    assert not heard.untrue
    assert not heard.silent
    assert set(heard.said) >= EVERYDAY


def test_whoever_asks_more_than_he_did_is_never_told_as_if_he_had_always_asked_it(
    rules: Rules,
) -> None:
    raised = 0
    for step in host_answers(rules, range(24), "answers"):
        answer = Answer(rules, step)
        said = step.before.said
        if said is None or step.decision.paper is None or step.before.paper is None:
            continue
        rows = answer.host.utility.worth
        ways = zip(rows, answer.word, said, answer.paper, strict=True)
        more = any(row[now] > max(row[then], row[here]) for row, now, then, here in ways)
        because = {
            line.because
            for line in told(rules, step.before, step.turn, CLAIMANT)
            if line.because.startswith("asks-more")
        }
        assert len(because) == more
        raised += more
    assert raised


def test_a_refused_act_says_why_and_costs_nothing(rules: Rules) -> None:
    reasons = set()
    for step in (step for game in played(rules)[::4] for step in game):
        state, legal = step.before, rules.legal_decisions(step.before)
        before = digest(state)
        for head, reason in legal.refused:
            decision = Decision(head.verb, head.name, head.about)
            if decision in legal:
                continue
            with pytest.raises(IllegalDecisionError) as refused:
                rules.apply(state, decision)
            assert str(refused.value) == reason
            reasons.add(reason)
        assert digest(state) == before
    assert len(reasons) > 8


def test_whatever_a_chair_may_ever_do_is_open_or_says_why_not(rules: Rules) -> None:
    verbs = (
        ("accept", "go-home"),
        ("accept", "sign-to-disown", "consult", "refuse", "listen", "fall-ill", "break-off"),
    )
    for step in (step for game in played(rules)[::4] for step in game):
        state = step.before
        if state.phase not in (Phase.SITTING, Phase.REPLY):
            continue
        legal = rules.legal_decisions(state)
        answered = {(head.verb, head.name) for head in legal.heads}
        answered |= {(head.verb, head.name) for head, _ in legal.refused}
        assert answered >= {(verb, "") for verb in verbs[state.seat]}
        assert answered >= {("tactic", a.id) for a in rules.table.acts if state.seat in a.seats}


def test_an_open_act_with_the_wrong_paper_says_what_is_wrong(rules: Rules) -> None:
    state = next(s.before for g in played(rules) for s in g if s.before.phase == Phase.SITTING)
    legal, paper = rules.legal_decisions(state), rules.table.historical
    assert "needs a paper" in legal.why_not(Decision("tactic", rules.choices.lay))
    assert "binds nobody" in legal.why_not(Decision("tactic", "suppose"))
    assert "no paper" in legal.why_not(Decision("go-home", "", (), paper))


def test_a_second_forecast_is_refused_and_a_refused_act_does_not_eat_the_first(
    rules: Rules,
) -> None:
    state = next(s.before for g in played(rules) for s in g if s.before.phase == Phase.SITTING)
    with pytest.raises(IllegalDecisionError):
        rules.apply(state, Decision("tactic", "ultimatum"))
    asked = rules.apply(state, parsed("forecast", rules.table, state)).state
    with pytest.raises(IllegalDecisionError, match="this sitting"):
        rules.apply(asked, Decision("forecast"))


def test_the_end_of_an_ultimatum_is_said_aloud(rules: Rules) -> None:
    given = 0
    for game in played(rules):
        for at, step in enumerate(game):
            if step.turn.state.wager == 2 and step.before.wager != 2 and _is_sitting(step.before):
                given += 1
                said = {
                    line.because
                    for later in game[at + 1 :]
                    for line in told(rules, later.before, later.turn, CLAIMANT)
                }
                assert said & ENDS_OF_A_LAST_WORD
    assert given > 3


def test_that_a_paper_left_lying_may_be_signed_is_said_once_it_lies_there(rules: Rules) -> None:
    for game in played(rules):
        said = [
            line.because for step in game for line in told(rules, step.before, step.turn, CLAIMANT)
        ]
        answers = [
            s
            for s in game
            if s.before.phase == Phase.REPLY and s.before.papers == 1 and s.before.paper is not None
        ]
        if any(s.turn.state.ended is None and not _is_no_bid(rules, s) for s in answers):
            assert "left-lying" in said


def test_of_a_paper_that_would_be_ruin_it_is_not_said_that_it_may_yet_be_signed(
    rules: Rules,
) -> None:
    ruins = 0
    for step in (step for game in played(rules) for step in game):
        lines = [line.because for line in told(rules, step.before, step.turn, CLAIMANT)]
        if {"ruin", "called"} & set(lines):
            ruins += step.before.papers == 1
            assert "left-lying" not in lines
    assert ruins


def _is_no_bid(rules: Rules, step: Step) -> bool:
    lines = told(rules, step.before, step.turn, CLAIMANT)
    return any(line.because in ("ruin", "called") for line in lines)


def _is_sitting(state: State) -> bool:
    return state.phase == Phase.SITTING and state.seat != HOST


def test_a_man_who_was_spoken_with_falls_ill_after_it(rules: Rules) -> None:
    """After a paper or a display he is not seen; after a talk he withdraws."""
    heard = {True: "He hears you", False: "No answer comes"}
    told_so = set()
    for step in (step for game in played(rules)[:20] for step in game):
        state = step.before
        if state.phase is not Phase.REPLY or state.transcript[-1].verb != "tactic":
            continue
        kind = rules.table.by_id[state.transcript[-1].name].kind
        spoken = kind not in ("lay", "pressure")
        turn = rules.apply(state, Decision("fall-ill"))
        lines = [line.text for line in told(rules, state, turn, CLAIMANT) if line.kind == "reply"]
        assert lines[0].startswith(heard[spoken])
        told_so.add(spoken)
    assert told_so == {True, False}


def test_the_reason_beside_a_demand_fits_that_demand(rules: Rules) -> None:
    """Who asks that the villagers change their lord does not call that his ruin."""
    quoted: dict[tuple[str, str], set[str]] = {}
    for step in (step for game in played(rules) for step in game):
        paper, word = step.before.paper, step.decision.paper
        if step.before.phase is not Phase.REPLY or word is None or paper is None:
            continue
        for line in told(rules, step.before, step.turn, CLAIMANT):
            kind, _, issue = line.because.partition(" ")
            if kind == "asks":
                at = rules.table.issue(issue)
                demand = issue, rules.table.options[at][word[at]]
                quoted.setdefault(demand, set()).add(line.text.partition("“")[2])
    for (issue, option), whys in quoted.items():
        settled = rules.scenario.table.issues[issue]
        assert whys == {f"{settled.options[option].why or settled.why}”"}
    reply = next(
        step.before
        for step in (step for game in played(rules) for step in game)
        if step.before.phase is Phase.REPLY and step.before.paper is not None
    )
    asked = " ".join(_asked_for(rules, reply, "villages", "removed", "subjects"))
    assert "loses them" not in asked
    assert "plough" in asked
    assert "third flag" not in "".join(quoted.get(("rivers", "closed"), ()))


def _asked_for(rules: Rules, reply: State, id: str, laid: str, asked: str) -> list[str]:
    """Return what a host says who asks for one option where another was laid."""
    issue = rules.table.issue(id)
    assert reply.paper is not None
    paper, word = (
        (*reply.paper[:issue], rules.table.option(issue, option), *reply.paper[issue + 1 :])
        for option in (laid, asked)
    )
    before = reply._replace(paper=paper, word=None, said=None, kept=False)
    turn = rules.apply(before, Decision("tactic", rules.choices.lay, (), word))
    lines = told(rules, before, turn, CLAIMANT)
    return [line.text for line in lines if line.because == f"asks {id}"]
