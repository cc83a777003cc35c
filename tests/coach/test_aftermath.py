"""The pages after the talks print what the state says and judge as the court's rules judge."""

from __future__ import annotations

import re

import pytest

from game.coach.aftermath import Afterwards, epilogue, letters, ratification, witness
from game.coach.invented import title_of
from game.coach.leaves import TOLD_TWICE, after_the_talks, became
from game.coach.persons import capital
from game.coach.words_for import points, whole
from game.coach.workshop.attempts import some_paper
from game.coach.workshop.directed import Directed, Route
from game.files.scenarios import read_any, read_scenario
from game.negotiation import value
from game.rules import CampaignRules, Rules, court
from game.scenario.campaign_model import Campaign
from game.scenario.expressions import names_used
from game.state import CLAIMANT, HOST, State, Verdict
from tests.proof.answer import worth
from tests.proof.games import games


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def ends(rules: Rules) -> list[State]:
    """Return the last states of games, signed and not; some were signed to be disowned."""
    last = [game[-1].turn.state for game in games(rules, range(63), "ends")]
    begged = [state._replace(disowned=True) for state in last if state.treaty is not None]
    return last + begged[:5]


def taken_by_menace(rules: Rules, state: State) -> int:
    """Return how far a treaty lies below what he would have signed unmenaced, reckoned anew."""
    host = state.men[HOST]
    assert host is not None
    assert state.treaty is not None
    if not state.shown:
        return 0
    temper = rules.table.tempers[HOST][host.temper]
    face = 20 * (state.face - 50) * temper.courtesy // 100
    foreign = 0 if state.treaty == state.word else 10 * max(0, 50 - state.trust)
    unmoved = rules.formulas.walk(HOST, state._replace(shown=0)) + host.nerve + state.hope[HOST]
    return max(0, unmoved - (worth(state.treaty, host.utility) + face - foreign))


def test_the_verdict_and_the_factions_are_the_court_s(rules: Rules, ends: list[State]) -> None:
    verdicts = set()
    for state in ends:
        page = ratification(rules, state)
        if state.treaty is None:
            assert not page.factions
            assert page.outcome.verdict is Verdict.NONE
            continue
        forced = taken_by_menace(rules, state)
        assert page.coerced == whole(forced), "as the papers page of a campaign tells it"
        assert page.begged == state.disowned
        read = forced + court.DISOWNING * state.disowned
        seen = court.reading(rules.table, state.treaty, rules.crisis(state), read, state.memorial)
        assert tuple(faction.support for faction in page.factions) == seen.factions
        rule = rules.scenario.table.court
        assert page.outcome.verdict is court.verdict(seen.support, rule.ratified, rule.silence)
        assert sum(faction.share for faction in page.factions) == 100
        verdicts.add(page.outcome.verdict)
    assert len(verdicts) > 1


def test_a_faction_has_read_only_sentences_that_the_treaty_bears_out(
    rules: Rules, ends: list[State]
) -> None:
    seen = 0
    for state in (s for s in ends if s.treaty is not None):
        assert state.treaty is not None
        for at, faction in enumerate(ratification(rules, state).factions):
            written = {
                m.say
                for i, m in enumerate(rules.table.memorial)
                if i in state.memorial and m.faction == at and state.treaty[m.issue] in m.borne_by
            }
            assert set(faction.written) == written
            seen += len(written)
    assert seen


def test_what_became_of_a_paper_is_told_in_the_words_of_its_table() -> None:
    governor = read_any("the-governor")
    assert isinstance(governor, Campaign)
    talks = CampaignRules(governor).talks
    said = {each.id: became(each.rules, Verdict.DISOWNED) for each in talks}
    assert said["passage"].startswith("The leave is disowned")
    assert said["aigun"].startswith("The court of the Qing tears the paper up")
    assert len(set(said.values())) == len(said)


def test_the_page_of_the_court_prints_its_figures(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        page = ratification(rules, state)
        for seat in (CLAIMANT, HOST):
            first = next(iter(after_the_talks(rules, state, seat)))
            verdict, *said = first.paragraphs
            assert verdict == became(rules, page.outcome.verdict, seat)
            for faction in page.factions:
                part = {0: "none of them", 100: "all of them"}.get(
                    faction.support, f"{faction.support} in a hundred of them"
                )
                printed = (
                    f"{capital(faction.label)}: {faction.share} in a hundred of the court's "
                    f"voices, and {part} would own it."
                )
                assert any(text.startswith(printed) for text in said)
            in_all = f"In all, {page.outcome.support} in a hundred of the court would own it."
            last = next((text for text in said if text.startswith("In all")), "")
            assert last.startswith(in_all) == bool(page.factions)
            forced = [text for text in said if "unthreatened" in text]
            assert bool(forced) == bool(page.coerced)
            assert all(re.findall(r"\d+", text) == [str(page.coerced)] for text in forced)


def test_the_same_hours_are_told_twice_at_the_end(rules: Rules, ends: list[State]) -> None:
    seen = 0
    for state in ends:
        met = [rules.scenario.events[rules.scenes.all[index].id] for index in state.met]
        told_twice = [event for event in met if event.accounts]
        for seat in (CLAIMANT, HOST):
            pages = [p for p in after_the_talks(rules, state, seat) if p.heading == TOLD_TWICE]
            assert len(pages) == bool(told_twice)
            paragraphs = [paragraph for page in pages for paragraph in page.paragraphs]
            assert len(paragraphs) == len(told_twice)
            for event in told_twice:
                title = title_of(rules.scenario, event)
                (of_it,) = (p for p in paragraphs if p.startswith(f"{title}."))
                assert all(account in of_it for account in event.accounts.values())
        seen += len(told_twice)
    assert seen


def test_the_end_tells_what_was_decided_on_the_other_side(rules: Rules, ends: list[State]) -> None:
    seen = 0
    for state in ends:
        met = {rules.scenes.all[index].id for index in state.met}
        for seat, other in ((CLAIMANT, "yishan"), (HOST, "muraviev")):
            said = {
                f"{title_of(rules.scenario, event)}. Chosen: “{event.choices[chosen].say}”"
                for id, chosen in (note.split(".", 1) for note in state.notes if "." in note)
                if (event := rules.scenario.events.get(id)) and event.seat == other and id in met
            }
            pages = [
                page
                for page in after_the_talks(rules, state, seat)
                if page.heading.startswith("What was decided on ")
            ]
            assert len(pages) == bool(said)
            assert {paragraph for page in pages for paragraph in page.paragraphs} == said
            seen += len(said)
    assert seen > len(ends)


def test_the_archives_print_what_the_paper_was_worth(rules: Rules, ends: list[State]) -> None:
    printed = 0
    for state in ends:
        *_, archives = after_the_talks(rules, state, CLAIMANT)
        told = [text for text in archives.paragraphs if text.startswith("On paper")]
        assert bool(told) == (state.treaty is not None)
        if state.treaty is None:
            continue
        expected = []
        for seat in (CLAIMANT, HOST):
            man = state.men[seat]
            assert man is not None
            walk = rules.formulas.walk(seat, state) + man.nerve
            expected += [points(value(state.treaty, man.utility)), points(walk)]
        assert re.findall(r"-?\d+", told[0]) == expected
        printed += 1
    assert printed > 10


def test_the_archives_name_the_man_s_own_need_and_ground(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        host, claimant = state.men[HOST], state.men[CLAIMANT]
        assert host is not None
        assert claimant is not None
        *_, archives = after_the_talks(rules, state, HOST)
        text = " ".join(archives.paragraphs)
        for man, seat in ((host, HOST), (claimant, CLAIMANT)):
            says = [need.say.removesuffix(".") for need in rules.table.needs[seat]]
            named = [say for say in says if say in text]
            assert (says[man.need] in named) == (man.need >= 0)
            assert len(set(named)) <= 1
        assert (host.ground >= 0) == any(g.say in text for g in rules.table.grounds)


def test_every_group_of_endings_gives_one_piece_whose_condition_holds(
    rules: Rules, ends: list[State]
) -> None:
    met = set()
    for state in ends:
        for seat in (CLAIMANT, HOST):
            pieces, afterwards = epilogue(rules, state, seat), Afterwards(rules, state, seat)
            groups = [piece.group for piece in pieces]
            assert groups == [group for group in rules.scenario.groups if group in groups]
            assert len(groups) == len(set(groups))
            for piece in pieces:
                assert afterwards.holds(piece.ending.when)
                met.add(piece.id)
    assert len(met) > len(rules.scenario.groups)


def test_the_two_reports_say_only_what_holds(rules: Rules, ends: list[State]) -> None:
    for state in ends:
        two = letters(rules, state)
        assert len(two) == 2
        for seat, (letter, said) in enumerate(two):
            afterwards = Afterwards(rules, state, seat)
            assert said == tuple(p.text for p in letter.parts if afterwards.holds(p.when))
            assert said
        third = witness(rules, state, CLAIMANT)
        assert third is None or Afterwards(rules, state, CLAIMANT).holds(third.when)


def test_nothing_is_told_of_the_end_before_the_end(rules: Rules) -> None:
    with pytest.raises(ValueError, match="not over"):
        ratification(rules, rules.opening("1"))


def signed_as_laid(rules: Rules, number: int) -> State:
    """Return the end of a play in which some paper is laid down, and signed where it may be."""
    route = Route(paper=some_paper(rules, {}, number), sitting=3, pressure=number % 3)
    both = Directed(rules, route, str(number))
    return rules.played(str(number % 50), (both, both))[0]


def test_a_silent_court_is_said_to_be_silent_and_what_is_kept(rules: Rules) -> None:
    seen: set[str] = set()
    told = 0
    for number in range(3000):
        if told >= 8 and len(seen) > 1:
            break
        state = signed_as_laid(rules, number)
        outcome = rules.outcome(state)
        assert outcome is not None
        if outcome.treaty is None:
            continue
        told += 1
        *_, archives = after_the_talks(rules, state, CLAIMANT)
        text = " ".join(archives.paragraphs)
        assert "owned none" not in text
        assert ("The court was silent" in text) == (outcome.verdict is Verdict.SILENCE)
        if outcome.verdict is Verdict.SILENCE:
            referred = any(outcome.treaty[i] == o for i, o in rules.table.lapses)
            share = "half" if referred else "three quarters"
            assert f"You keep {share} of what it gives you above your walk-away" in text
            seen.add(share)
    assert seen == {"half", "three quarters"}


def test_no_clause_of_a_treaty_that_was_torn_up_has_a_legacy(
    rules: Rules, ends: list[State]
) -> None:
    torn = 0
    for state in ends:
        outcome = rules.outcome(state)
        assert outcome is not None
        if outcome.verdict is not Verdict.DISOWNED:
            continue
        for seat in (CLAIMANT, HOST):
            for piece in epilogue(rules, state, seat):
                if piece.group == "legacy" and piece.ending.when is not None:
                    named = names_used(piece.ending.when)
                    assert not any(name.startswith("offer.") for name in named)
                    torn += 1
    assert torn > 5
