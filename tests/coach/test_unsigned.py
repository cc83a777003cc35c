"""The bill of talks that ended without a paper is true, and both chairs are shown it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.coach.leaves import after_the_talks
from game.coach.unsigned import unsigned
from game.coach.unsigned_words import told_unsigned
from game.coach.words_for import whole
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value
from game.rules import Rules, mind
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, State, Verdict
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def ends(rules: Rules) -> list[State]:
    """Return the last states of games without a paper, and of some that were left early."""
    found = list(without_paper(rules))
    assert {state.ended for state in found} == {Ended.WENT_HOME, Ended.BROKEN_OFF, Ended.LAPSED}
    return found


def without_paper(rules: Rules) -> Iterator[State]:
    for at, game in enumerate(games(rules, range(40), "unsigned")):
        last = game[-1].turn.state
        if last.treaty is None:
            yield last
        sittings = [s.before for s in game if s.before.phase is Phase.SITTING]
        for state in sittings[at % 3 :: 4]:
            yield rules.follow(state, Decision("go-home"))


def test_what_a_paper_would_have_been_worth_is_its_worth(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        paid = unsigned(rules, state)
        for weighed, paper in ((paid.last, state.paper), (paid.word, state.said)):
            assert (weighed is None) == (paper is None)
            if weighed is None or paper is None:
                continue
            for seat, man in enumerate(state.men):
                assert man is not None
                assert weighed.values[seat] == value(paper, man.utility)
                walk = rules.walk(seat, state)
                assert weighed.gains[seat] == value(paper, man.utility) - walk


def test_of_the_paper_that_was_there_for_both_it_is_said_whether_the_court_would_own_it(
    rules: Rules, ends: list[State]
) -> None:
    would = {
        Verdict.RATIFIED: "would have owned it.",
        Verdict.SILENCE: "would have left it in silence.",
        Verdict.DISOWNED: "would have torn it up.",
    }
    seen = set()
    for state in ends:
        fair = unsigned(rules, state).fair
        if fair is None:
            continue
        signed = state._replace(treaty=fair.paper, paper=fair.paper, ended=Ended.SIGNED)
        outcome = rules.outcome(signed)
        assert outcome is not None
        *_, last = told_unsigned(rules, state, CLAIMANT)
        assert last.endswith(would[outcome.verdict])
        seen.add(outcome.verdict)
    assert len(seen) > 1


def test_no_better_paper_was_there_for_both(rules: Rules, ends: list[State]) -> None:
    """Against every paper there is that holds what both must bring home, one by one."""
    every = list(every_package(rules.table.sizes))
    for state in ends[:: max(1, len(ends) // 4)]:
        claimant, host = state.men
        assert claimant is not None
        assert host is not None
        both = (
            min(
                value(paper, claimant.utility) - rules.walk(CLAIMANT, state),
                value(paper, host.utility) - rules.walk(HOST, state),
            )
            for paper in every
            if mind.meets_need(host, paper) and mind.meets_need(claimant, paper)
        )
        # What the two must bring home may contradict each other.
        best = max(both, default=0)
        fair = unsigned(rules, state).fair
        if fair is None:
            assert best <= 0
        else:
            assert min(fair.gains) == best > 0
            assert mind.meets_need(host, fair.paper)
            assert mind.meets_need(claimant, fair.paper)


def test_of_a_paper_that_lacks_the_one_thing_it_is_said_that_he_could_not_sign(
    rules: Rules, ends: list[State]
) -> None:
    """And no worth to him is told that would read as room for a deal."""
    lacking = 0
    host_name = rules.scenario.seats[rules.table.seats[HOST]].name
    for state in ends:
        host, paid = state.men[HOST], unsigned(rules, state)
        assert host is not None
        told = list(told_unsigned(rules, state, CLAIMANT))
        for weighed, words in ((paid.last, "the last paper"), (paid.word, "last word")):
            about = [text for text in told if words in text and "worth" in text]
            if weighed is None or mind.meets_need(host, weighed.paper):
                continue
            for text in about:
                assert f"{host_name} could not have signed it" in text
                assert rules.table.needs[HOST][host.need].say.removesuffix(".") in text
                assert f"to {host_name}, " not in text
                lacking += 1
    assert lacking > 3


def without_either_need(rules: Rules) -> Iterator[State]:
    """Return talks of the first lesson, left at their first sitting."""
    for seed in range(12):
        state = rules.opening(str(seed))
        while state.phase is Phase.SCENE:
            state = rules.follow(state, next(iter(rules.legal_decisions(state))))
        yield rules.follow(state, Decision("go-home"))


def test_where_both_needs_cannot_be_held_it_is_said_which_paper_was_better_for_both() -> None:
    """What binds nobody's hand only costs points, so that a paper without it may be signed."""
    rules, told_of = Rules(read_scenario("the-fair-at-kulja")), 0
    for state in without_either_need(rules):
        paid, claimant, host = unsigned(rules, state), *state.men
        *_, fair = told_unsigned(rules, state, CLAIMANT)
        assert claimant is not None
        assert host is not None
        if paid.fair is not None:
            continue
        gaining = [
            paper
            for paper in every_package(rules.table.sizes)
            if value(paper, claimant.utility) > paid.walks[CLAIMANT]
            and value(paper, host.utility) > paid.walks[HOST]
            and mind.meets_need(host, paper)
        ]
        assert ("there was none to be had" in fair) == (not gaining)
        if gaining:
            assert paid.fair_without is not None
            assert paid.fair_without.paper in gaining
            assert "One that lacks what home asked of you would have" in fair
            told_of += 1
    assert told_of


def test_a_host_who_is_played_could_have_signed_what_lacks_the_one_thing(
    rules: Rules, ends: list[State]
) -> None:
    """It is worth less to him, and both worths are told."""
    lacking = 0
    for state in ends:
        host, paid, text = (
            state.men[HOST],
            unsigned(rules, state),
            " ".join(told_unsigned(rules, state, HOST)),
        )
        assert host is not None
        assert "You could not have signed" not in text
        if paid.last is not None and not mind.meets_need(host, paid.last.paper):
            assert f"{whole(paid.last.values[HOST])} to you, " in text
            assert "It lacks the one thing you were to bring home, which makes it worth" in text
            lacking += 1
    assert lacking > 3


REASONS = {
    "None had been laid": lambda s, p: s.paper is None,
    "lacked the one thing": lambda s, p: p.lacks_need,
    "worse than none": lambda s, p: p.read < p.walks[HOST],
    "better than none, but": lambda s, p: p.walks[HOST] <= p.read < p.want,
    "could not be seen to sign": lambda s, p: p.read >= p.want and s.face < 20,
    "still consulting": lambda s, p: s.paper == s.said,
    "was enough for": lambda s, p: p.read >= p.want and not p.lacks_need,
}
"""What each reason claims, by words that only it has."""


def test_why_no_paper_came_is_borne_out_by_the_numbers(rules: Rules, ends: list[State]) -> None:
    given = set()
    for state in ends:
        paid = unsigned(rules, state)
        why, *_ = told_unsigned(rules, state, CLAIMANT)
        (words,) = [words for words in REASONS if words in why][:1]
        assert REASONS[words](state, paid), why
        given.add(words)
    assert len(given) >= 4


def test_a_word_is_said_to_have_stood_only_where_it_could_be_taken(
    rules: Rules, ends: list[State]
) -> None:
    stood = 0
    for state in ends:
        text = " ".join(told_unsigned(rules, state, HOST))
        if "had only to lay it down" in text:
            assert state.word is not None
            assert state.ended is Ended.WENT_HOME
            stood += 1
    assert stood


def test_what_walking_away_was_charged_adds_up_to_what_lasted(
    rules: Rules, ends: list[State]
) -> None:
    charged = 0
    for state in ends:
        paid = unsigned(rules, state)
        outcome = rules.outcome(state)
        assert outcome is not None
        for seat in (CLAIMANT, HOST):
            assert min(cost for cost, _ in paid.charges[seat] or ((0, ""),)) >= 0
            total = sum(cost for cost, _ in paid.charges[seat])
            assert paid.walks[seat] - total == outcome.lasting[seat]
            charged += total > 0
    assert charged


def test_both_chairs_are_shown_it_in_the_archives(rules: Rules, ends: list[State]) -> None:
    for state in ends[:6]:
        for seat in (CLAIMANT, HOST):
            *_, archives = after_the_talks(rules, state, seat)
            for paragraph in told_unsigned(rules, state, seat):
                assert paragraph in archives.paragraphs


def test_the_worths_told_differ_by_what_is_told_of_the_difference(
    rules: Rules, ends: list[State]
) -> None:
    pattern = re.compile(
        r"(-?\d+) to [^,;]+, (?:(-?\d+) (more|less) than|as much as) (?:his|your) (-?\d+) without"
    )
    seen = 0
    for state in ends:
        for text in (*told_unsigned(rules, state, 0), *told_unsigned(rules, state, 1)):
            for worth, by, which, walk in pattern.findall(text):
                gain = int(by or 0) * (-1 if which == "less" else 1)
                assert int(worth) - int(walk) == gain
                seen += 1
    assert seen > 20


def test_unsigned_talks_alone_have_this_bill(rules: Rules) -> None:
    with pytest.raises(ValueError, match="without a paper"):
        unsigned(rules, rules.opening("1"))
