"""What is said where a last word is called, or heeded: by what it fell short, and over what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.coach.consents import signed
from game.coach.last_word import CLOSE, FAR, MOVED, called
from game.coach.persons import opposite
from game.coach.replies import answered
from game.coach.saying import Said
from game.files.scenarios import read_scenario
from game.policy import persona
from game.rules import Reason, Rules, mind, reason
from game.rules.reasons import Because
from game.state import CLAIMANT, HOST, Decision, Reply, State

PLAYS = 60
WHO_GIVES_ONE = ("gunboat", "bluffer", "hawk")


class Called(NamedTuple):
    before: State
    why: Reason
    said: list[Said]
    own: str


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def calls(rules: Rules) -> list[Called]:
    return [each for number in range(PLAYS) for each in _calls(rules, number)]


def _calls(rules: Rules, number: int) -> Iterator[Called]:
    ours = WHO_GIVES_ONE[number % len(WHO_GIVES_ONE)]
    policies = [persona(ours, rules, f"{number} 0"), persona("official", rules, f"{number} 1")]
    state = rules.opening(f"last word {number}")
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
        before, state = state, rules.follow(state, decision)
        if before.seat == HOST and before.wager == 2 and state.reply == Reply.CALLS_IT:
            yield _called(rules, before, state, decision)


def _called(rules: Rules, before: State, after: State, decision: Decision) -> Called:
    said = list(answered(rules, before, after, decision, CLAIMANT))
    own = " ".join(s.text for s in answered(rules, before, after, decision, HOST))
    return Called(before, reason(rules, before, decision), said, own)


def test_it_is_not_called_in_the_same_words_each_time(calls: list[Called]) -> None:
    ways = defaultdict(set)
    for each in calls:
        for said in each.said:
            ways[said.because].add(said.text)
    assert len(ways["called"]) >= 3
    assert len(ways["diminished"]) >= 2
    assert len({" ".join(s.text for s in each.said) for each in calls}) > len(calls) // 4


def test_who_calls_it_reads_that_he_does(calls: list[Called]) -> None:
    assert calls
    assert all("You call it" in each.own for each in calls)


def test_how_far_it_falls_short_is_told_as_the_numbers_have_it(calls: list[Called]) -> None:
    seen = set()
    for each in calls:
        because = {said.because for said in each.said}
        short = each.why.want - each.why.worth
        seen |= because
        if "called-close" in because:
            assert 0 < short <= CLOSE
        if "called-too-far" in because:
            assert short > FAR
        if "called-under-guns" in because:
            assert each.why.walk_unmenaced - each.why.walk >= MOVED
    assert {"called-too-far", "called-under-guns"} <= seen


@pytest.mark.parametrize(
    ("short", "told"),
    [
        (1, "called-close"),
        (CLOSE, "called-close"),
        (CLOSE + 1, "called-short"),
        (FAR, "called-short"),
        (FAR + 1, "called-too-far"),
    ],
)
def test_every_size_of_what_is_wanting_has_its_words(
    rules: Rules, calls: list[Called], short: int, told: str
) -> None:
    before, why = next(
        (c.before, c.why) for c in calls if any(s.because == "called-too-far" for s in c.said)
    )
    by_so_much = why._replace(worth=why.want - short)
    assert told in {s.because for s in called(rules, before, by_so_much, opposite(rules, CLAIMANT))}


def test_one_issue_is_named_only_where_it_alone_would_have_been_enough(
    rules: Rules, calls: list[Called]
) -> None:
    met = 0
    for each in calls:
        paper = each.before.paper
        assert paper is not None
        for issue in _named_alone(rules, each):
            row = mind.host_of(each.before).utility.worth[issue]
            mended = (*paper[:issue], row.index(max(row)), *paper[issue + 1 :])
            assert mind.host_worth(each.before, rules.table, mended) >= each.why.want
            met += 1
    assert met


def _named_alone(rules: Rules, call: Called) -> list[int]:
    found = [said.because.split() for said in call.said]
    return [rules.table.issues.index(words[1]) for words in found if words[0] == "called-over"]


def test_what_a_heeded_last_word_did_is_told_once(rules: Rules, calls: list[Called]) -> None:
    of_it = set()
    for each in calls:
        before = each.before._replace(used=(0,) * len(each.before.used), pressure=1)
        why = each.why._replace(because=Because.ENOUGH, worth=each.why.want)
        said = {s.because: s.text for s in signed(rules, before, why, opposite(rules, CLAIMANT))}
        assert "last word" not in said["enough"]
        of_it |= said.keys() & {"gave-way", "last-word-idle"}
    assert "gave-way" in of_it
