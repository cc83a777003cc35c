"""What a threat would do is foretold with the paper that it goes with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.coach.company import REFUSES, company, imagined
from game.coach.forecast import forecast
from game.files.scenarios import read_scenario
from game.rules import Rules, court
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Decision, Phase, State
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


def told(rules: Rules, state: State) -> str:
    """Return what is said of threats with the paper on the table."""
    return forecast(rules, rules.seen_by(CLAIMANT, state), state.paper).threats


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
