"""What a threat would do is foretold with the paper that it goes with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.coach.chances import likeliest
from game.coach.company import REFUSES, company, imagined
from game.coach.forecast import forecast
from game.files.scenarios import read_scenario
from game.negotiation import Package
from game.rules import Rules, court, terms
from game.rules.views import PATIENCE_BAND
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Phase, State, Verdict
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def sittings(rules: Rules) -> list[State]:
    """Return sittings of the claimant's with a paper on the table."""
    met = [
        step.before
        for game in games(rules, range(18), "threats")
        for step in game
        if step.before.paper is not None and step.before.phase == Phase.SITTING
    ]
    return met[::4]


def told(rules: Rules, state: State, paper: Package | None = None) -> str:
    """Return what is said of threats with a paper, else with that on the table."""
    return forecast(rules, rules.seen_by(CLAIMANT, state), paper or state.paper).threats


def mended(rules: Rules, state: State) -> Package:
    """Return the paper on the table with the most given on one clause: that tires nobody."""
    assert state.paper is not None
    rows = rules.table.utilities[HOST].worth
    at = max(range(len(rows)), key=lambda i: max(rows[i]) - rows[i][state.paper[i]])
    return tuple(rows[at].index(max(rows[at])) if i == at else o for i, o in enumerate(state.paper))


def forced(rules: Rules, state: State) -> int:
    """Return how far the paper on the table would be taken by menace, were it signed now."""
    signed = state._replace(treaty=state.paper)
    return court.taken_by_menace(signed, rules.table, rules.walk_unmenaced(state))


def mean(rules: Rules, weighed: list[tuple[State, int]]) -> float:
    """Return how far it would be taken by menace from all who might sit there."""
    return sum(forced(rules, s) * likely for s, likely in weighed) / sum(n for _, n in weighed)


def with_last_word(rules: Rules, sittings: list[State]) -> Iterator[tuple[State, Decision]]:
    """Yield each sitting in which a last word can be said of the paper, with that."""
    wager = rules.table.acts_of(CLAIMANT)[ActKind.WAGER]
    for state in sittings:
        threat = Decision("tactic", wager.id, (), state.paper)
        if threat in rules.legal_decisions(state):
            yield state, threat


def test_what_follows_a_called_last_word_at_the_court_is_foretold(
    rules: Rules, sittings: list[State]
) -> None:
    found = set()
    for state, threat in with_last_word(rules, sittings):
        seen = rules.seen_by(CLAIMANT, state).state
        who = company(rules, seen)
        lay = Decision("tactic", rules.choices.lay, (), state.paper)
        laid = [(man.state, man.likely) for man in imagined(rules, seen, lay, who)]
        called = [
            (rules.follow(man.state, Decision("refuse")), man.likely)
            for man in imagined(rules, seen, threat, who)
            if man.answer == REFUSES and not man.state.kept
        ]
        said = told(rules, state)
        assert ("If he calls it, you go home" in said) == bool(called)
        if "look more forced" in said:
            assert mean(rules, called) > mean(rules, laid)
        if "no more forced" in said:
            assert int(mean(rules, called)) <= int(mean(rules, laid))
        found |= {words for words in ("more forced", "less support") if words in said}
    assert found == {"more forced", "less support"}


def threats(rules: Rules, state: State) -> dict[str, Decision]:
    """Return the threats that may go with the paper on the table, by what they are called."""
    every = {a.label: Decision("tactic", a.id, (), state.paper) for a in rules.table.acts}
    presses = {a.label for a in rules.table.acts if a.presses}
    legal = rules.legal_decisions(state)
    return {label: each for label, each in every.items() if label in presses and each in legal}


def test_a_threat_after_which_he_cannot_be_seen_to_sign_is_foretold(
    rules: Rules, sittings: list[State]
) -> None:
    """Whatever a scene on his side of the table may still do to his face is counted in."""
    signing, warned, spared = Decision("accept"), 0, 0
    for state in sittings:
        near = state._replace(face=21, patience=60, word=None)
        seen, said = rules.seen_by(CLAIMANT, near).state, told(rules, near)
        for label, threat in threats(rules, near).items():
            weighed = list(imagined(rules, seen, threat))
            men = [man.state for man in weighed]
            if f"“{label}” would leave him so affronted" in said:
                could = [man for man in weighed if signing in rules.legal_decisions(man.state)]
                assert 10 * sum(m.likely for m in could) <= 4 * sum(m.likely for m in weighed)
                warned += 1
            elif all(man.face >= terms.ILL for man in men):
                spared += 1
        assert "affronted" not in told(rules, state._replace(face=80))
    assert warned
    assert spared


def test_a_threat_that_ends_his_patience_is_foretold_by_what_is_seen_of_it(
    rules: Rules, sittings: list[State]
) -> None:
    tired = [state._replace(face=70, patience=1, word=None) for state in sittings]
    said = [told(rules, state, mended(rules, state)) for state in tired]
    assert any("would probably be the end of his patience" in each for each in said)
    # He sees no more than the band: whatever in it is true, the same is foretold.
    assert said == [
        told(rules, state._replace(patience=PATIENCE_BAND), mended(rules, state)) for state in tired
    ]
    rested = [told(rules, state._replace(face=70, patience=90)) for state in sittings]
    assert not any("patience" in each for each in rested)


def test_a_threat_for_which_the_court_would_tear_a_paper_up_is_foretold(
    rules: Rules, sittings: list[State]
) -> None:
    warned = 0
    for state in sittings:
        view = rules.seen_by(CLAIMANT, state)
        said = forecast(rules, view, state.paper)
        for label, threat in threats(rules, state).items():
            if f"After “{label}” this paper would look so forced" in said.threats:
                then = likeliest(forecast(rules, view, state.paper, threat).verdicts)
                assert likeliest(said.verdicts).answer != Verdict.DISOWNED == then.answer
                assert then.share >= 600
                warned += 1
    assert warned
