"""How likely a signature is, no adviser says of a draft that was neither laid nor weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from game.coach.advice import LIKELY as CLAUSE
from game.coach.advice import SIGNING, Advice, advice, spoken_in, unweighed
from game.coach.company import SIGNS
from game.coach.forecast import forecast
from game.coach.persons import Person
from game.coach.words_for import LIKELY, likelihood
from game.coach.workshop.seasons.tables import alone
from game.files.scenarios import read_any, read_scenario
from game.negotiation import Package
from game.rules import CampaignRules, Rules
from game.rules.supposed import supposed
from game.scenario import ById, parse
from game.scenario.campaign_model import Campaign
from game.scenario.wording_model import Consent
from game.state import CLAIMANT, HOST, Decision, Phase, State, View
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def sittings(rules: Rules) -> list[State]:
    """Return sittings of the claimant, a paper on the table."""
    found = [
        step.before
        for game in games(rules, range(6), "advice")
        for step in game
        if step.before.phase is Phase.SITTING and step.before.paper is not None
    ]
    assert len(found) > 10
    return found[::2]


def other(paper: Package | None, rules: Rules) -> Package:
    """Return a draft that differs from a paper by its first clause."""
    assert paper is not None
    return ((paper[0] + 1) % rules.table.sizes[0], *paper[1:])


def signing(word: str) -> str:
    """Return how an adviser says a likelihood word of a man."""
    return SIGNING[word].format(host=Person("Yishan", is_you=False), consent=Consent())


def likely(words: Iterator[Advice]) -> list[str]:
    """Return the likelihood words that were spoken."""
    return [word for said in words for word in LIKELY if f"{signing(word)}." in said.say]


def asked(rules: Rules, state: State, draft: Package) -> View:
    """Return what the claimant sees once he has asked for the forecast of a draft."""
    return rules.seen_by(CLAIMANT, rules.follow(state, Decision("forecast", "", (), draft)))


def test_of_a_draft_that_was_not_laid_nobody_says_how_likely_it_is(
    rules: Rules, sittings: list[State]
) -> None:
    for state in sittings:
        view, draft = rules.seen_by(CLAIMANT, state), other(state.paper, rules)
        words = list(advice(rules, view, draft))
        assert not likely(iter(words))
        assert unweighed(rules, view, draft, None)


def test_of_the_paper_on_the_table_they_say_it(rules: Rules, sittings: list[State]) -> None:
    spoken = 0
    for state in sittings:
        view = rules.seen_by(CLAIMANT, state)
        words = list(advice(rules, view, state.paper))
        assert words == list(advice(rules, view))
        assert not unweighed(rules, view, state.paper, None)
        spoken += bool(likely(iter(words)))
    assert spoken > len(sittings) // 2


def test_of_the_draft_that_was_weighed_they_say_it_in_that_sitting_only(
    rules: Rules, sittings: list[State]
) -> None:
    spoken = 0
    for state in sittings:
        draft = other(state.paper, rules)
        view = asked(rules, state, draft)
        words = list(advice(rules, view, draft, weighed=draft))
        assert not unweighed(rules, view, draft, draft)
        spoken += bool(likely(iter(words)))
        assert not likely(advice(rules, view, other(draft, rules), weighed=draft))
        tomorrow = view._replace(state=view.state._replace(sitting=view.state.sitting + 1))
        assert not likely(advice(rules, tomorrow, draft, weighed=draft))
    assert spoken > len(sittings) // 2


def test_why_they_are_silent_names_the_forecast_only_where_it_can_still_be_asked(
    rules: Rules, sittings: list[State]
) -> None:
    state = sittings[0]
    draft = other(state.paper, rules)
    assert "forecast" in unweighed(rules, rules.seen_by(CLAIMANT, state), draft, None)
    view = asked(rules, state, draft)
    assert "forecast" not in unweighed(rules, view, other(draft, rules), draft)


def test_a_sober_adviser_says_of_a_weighed_draft_what_the_forecast_said(
    rules: Rules, sittings: list[State]
) -> None:
    """An adviser without bias who is never wrong says just that."""
    sober = {
        id: adviser.model_copy(update={"bias": 0, "competence": 100})
        for id, adviser in rules.scenario.advisers.items()
    }
    calm = Rules(rules.scenario.model_copy(update={"advisers": ById(sober)}))
    for state in sittings[:6]:
        draft = other(state.paper, rules)
        view = asked(calm, state, draft)
        chances = forecast(calm, rules.seen_by(CLAIMANT, state), draft).chances
        share = next(chance.share for chance in chances if chance.answer == SIGNS)
        words = likely(advice(calm, view, draft, weighed=draft))
        assert set(words) <= {likelihood(share, 1000)}


def held(rules: Rules, view: View, id: str) -> set[str]:
    """Return the lines of an adviser that hold of the table and that he may speak."""
    state = view.state
    may_weigh = view.seat == CLAIMANT and state.phase is Phase.SITTING and state.paper is not None
    return {
        line.say
        for line in rules.scenario.advisers[id].lines
        if (may_weigh or CLAUSE not in line.say)
        and (line.when is None or rules.formulas.condition(line.when)(state))
    }


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_nobody_says_the_same_two_sittings_running_while_he_has_another_line(
    rules: Rules, seat: int
) -> None:
    ids = {adviser.name: id for id, adviser in rules.scenario.advisers.items()}
    compared = 0
    phase = Phase.SITTING if seat == CLAIMANT else Phase.REPLY
    for game in games(rules, range(12), "parrots"):
        decided = [s for s in game if s.before.phase is phase and s.before.seat == seat]
        course = [(s.before, s.turn.state.transcript[-1].paper) for s in decided]
        last: dict[str, str] = {}
        for at, (state, _) in enumerate(course):
            view = rules.seen_by(seat, state)
            before = spoken_in(rules, seat, course[:at])
            for adviser, say in advice(rules, view, before=before):
                id = ids[adviser.name]
                (line,) = {li for li in held(rules, view, id) if said_so(say, li)} or {""}
                assert (line == "") == (not held(rules, view, id))
                if line and last.get(id) == line:
                    assert held(rules, view, id) == {line}
                compared += id in last
                last[id] = line
    assert compared > 100


def said_so(say: str, line: str) -> bool:
    start, _, end = line.partition(CLAUSE)
    return say == line or (CLAUSE in line and say.startswith(start) and say.endswith(end))


def test_what_is_said_of_a_signature_is_a_clause_that_joins_whatever_it_says(rules: Rules) -> None:
    """It stands at the end, after words that leave it open; none of the host's people says it."""
    assert set(SIGNING) == set(LIKELY)
    assert all(word in clause for word, clause in SIGNING.items())
    claimant = rules.table.seats[CLAIMANT]
    joints = set()
    for adviser in rules.scenario.advisers.values():
        for line in adviser.lines:
            if CLAUSE in line.say:
                assert adviser.seat == claimant
                assert line.say.endswith(f" {CLAUSE}.")
                *_, joint = re.split(r"[;.] ", line.say.removesuffix(f" {CLAUSE}."))
                assert "sign" not in joint, line.say
                joints.add(joint)
    assert len(joints) > 8


def test_an_adviser_who_is_not_there_is_not_asked(rules: Rules, sittings: list[State]) -> None:
    first, *others = [a for a in rules.scenario.advisers if a in ids_of(rules, sittings[0])]
    leaves = rules.scenario.advisers[first].model_copy(update={"when": parse("sitting <= 2")})
    advisers = ById({**rules.scenario.advisers, first: leaves})
    left = Rules(rules.scenario.model_copy(update={"advisers": advisers}))
    for sitting, there in ((2, [first, *others]), (3, others)):
        state = sittings[0]._replace(sitting=sitting)
        assert ids_of(left, state) == there
        spoken = spoken_in(left, CLAIMANT, [(state, None)])
        assert any(id == first for id, _ in spoken) is (sitting == 2)


def ids_of(rules: Rules, state: State) -> list[str]:
    """Return which advisers the claimant can ask."""
    names = {adviser.name: id for id, adviser in rules.scenario.advisers.items()}
    return [names[said.adviser.name] for said in advice(rules, rules.seen_by(CLAIMANT, state))]


def test_a_line_whose_time_has_passed_does_not_come(rules: Rules, sittings: list[State]) -> None:
    for state in sittings:
        for pressure in range(5):
            view = rules.seen_by(CLAIMANT, state._replace(pressure=pressure))
            text = " ".join(say for _, say in advice(rules, view))
            assert "A third scene" not in text or pressure == 2
            assert "not seen the guns run out yet" not in text or pressure == 0


def at_the_passage() -> Rules:
    """Return the rules of the talks before Aigun in 1854."""
    governor = read_any("the-governor")
    assert isinstance(governor, Campaign)
    return alone(CampaignRules(governor), "passage")


def test_an_adviser_can_know_that_a_ground_was_argued() -> None:
    rules = at_the_passage()
    state = rules.opening("3")._replace(phase=Phase.SITTING, seat=CLAIMANT, scene=-1)
    ground = rules.table.grounds[0].id
    asks = rules.formulas.condition(parse(f"argued.{ground}"))
    assert not asks(state)
    argued = rules.follow(state, Decision("tactic", "argue", (ground,)))
    assert asks(argued)
    assert not rules.formulas.condition(parse(f"argued.{rules.table.grounds[1].id}"))(argued)
    assert asks(supposed(rules, state, {f"argued.{ground}": True}))


def test_nobody_says_how_a_ground_was_taken_that_was_not_argued() -> None:
    rules = at_the_passage()
    opening = rules.opening("3")._replace(phase=Phase.SITTING, seat=CLAIMANT, scene=-1)
    laid = supposed(rules, opening, {"offer.explanation": "english"})
    heard = supposed(rules, laid, {"argued.english": True})
    told = {"he looked up when he heard it", "I used the one for sea people"}
    for adviser in rules.scenario.advisers.values():
        for line in adviser.lines:
            if any(words in line.say for words in told):
                assert line.when is not None
                asks = rules.formulas.condition(line.when)
                assert (asks(laid), asks(heard)) == (False, True)
                told = {words for words in told if words not in line.say}
    assert not told
