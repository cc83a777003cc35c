"""Of a woman in the other chair the game's sentences say she; of a man they say what they said."""

from __future__ import annotations

from itertools import chain

import pytest

from game.coach.causes import CAUSES
from game.coach.foreseen import REVEALED, UNLABELLED, foreseen
from game.coach.foretold import foretold
from game.coach.glossary import terms_of
from game.coach.meaning import meaning, words_known
from game.coach.outline_words import OutlineWords
from game.coach.play_facts import facts_of
from game.coach.rules_page import common_rules
from game.coach.standing import lies_open, looks
from game.coach.telling import Telling
from game.coach.weighed import weighed
from game.record import States
from game.record.history import documented
from game.record.outline import Outline
from game.rules import Rules
from game.scenario.clauses import Change, Reveal
from game.scenario.pronoun import Pronoun
from game.state import CLAIMANT, HOST, Entry
from tests.proof.games import Step, games
from tests.women import of_men, women_of

CHAIRS = (CLAIMANT, HOST)


BECAUSE = (
    "rule gave-where-asked",
    "rule gave",
    "rule took-back",
    "rule third-pressure",
    "rule called",
    "rule ladder",
    "sentence frontier",
    "choice dinner",
)
"""Why hope wears or rises, and what was given may count for nothing."""
TOLD = (
    "hope-worn",
    "hope-rose",
    "claim-worn",
    "given-in-vain",
    "slept-on",
    "gone-over",
    "not-talked-further",
    "menaced",
    "courtesy-soured",
    "mended",
    "last-word-lapsed",
    "went-home",
    "stayed",
)
"""What is told of the two."""
AMOUNTS = (("by", 300), ("credited", 0))


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    """A table of two women, where there is pressure, land, and a memorial to write."""
    return Rules(women_of("aigun-six-days", tmp_path_factory.mktemp("women")))


@pytest.fixture(scope="module")
def steps(rules: Rules) -> tuple[Step, ...]:
    """Every step of some games of theirs."""
    return tuple(chain.from_iterable(games(rules, range(4), "women")))


@pytest.mark.parametrize("seat", CHAIRS)
def test_what_a_choice_would_do_is_told_of_her(rules: Rules, seat: int) -> None:
    tracks = (*rules.scenario.tracks, *UNLABELLED)
    does = (*(Change(track, 5) for track in tracks), *map(Reveal, REVEALED))
    id = rules.table.seats[seat]
    event = next(e for e in rules.scenario.events.values() if e.seat == id)
    choice = next(iter(event.choices.values())).model_copy(update={"do": does})
    said = foreseen(rules.scenario, event, choice, "advisers")
    assert "forced" in said
    assert not of_men(said.split("; "))


def test_what_is_expected_of_a_draft_is_told_of_her(rules: Rules, steps: tuple[Step, ...]) -> None:
    drafts = [step for step in steps if step.decision.paper is not None]
    told = [
        line
        for step in drafts
        for line in foretold(rules, step.before, step.decision, step.before.seat)
    ]
    which = [weighed(rules, s.before.seat, s.before, s.decision.paper or ()) for s in drafts]
    assert any("she takes it" in line for line in told)
    assert any("a word of her own" in line for line in told)
    assert not of_men([*told, *which])


@pytest.mark.parametrize("seat", CHAIRS)
def test_how_the_talks_stand_is_told_of_her(
    rules: Rules, steps: tuple[Step, ...], seat: int
) -> None:
    told = {looks(rules, seat, step.before, "advisers") for step in steps}
    told |= {lies_open(rules, seat, step.before) for step in steps}
    assert not of_men([*told])


def test_the_rules_of_a_table_are_told_of_her(rules: Rules) -> None:
    assert not of_men(list(common_rules(rules.scenario)))
    assert not of_men([term.said for seat in CHAIRS for term in terms_of(rules, "women", seat)])


@pytest.mark.parametrize("mode", ["points", "advisers"])
@pytest.mark.parametrize("seat", CHAIRS)
def test_what_a_word_means_is_told_of_her(
    rules: Rules, steps: tuple[Step, ...], seat: int, mode: str
) -> None:
    last = {step.seed: step.before for step in steps}.values()
    views = [rules.seen_by(seat, state).state for state in last]
    heard = [view._replace(asked=frozenset({0}), heard_need=0, heard_ground=0) for view in views]
    told = {
        line
        for view in (*views, *heard)
        for word in words_known(rules)
        for line in meaning(rules, view, word, mode)
    }
    assert not of_men(sorted(told))


@pytest.mark.parametrize("seat", CHAIRS)
def test_every_cause_is_told_of_her(rules: Rules, steps: tuple[Step, ...], seat: int) -> None:
    before = steps[0].before
    told = [
        CAUSES[what](Telling(rules, before, Entry(what, AMOUNTS, because), seat, "advisers"))
        for what in TOLD
        for because in BECAUSE
    ]
    assert len(set(told)) > 15
    assert not of_men(told)


@pytest.mark.parametrize("seat", CHAIRS)
def test_a_line_in_short_is_told_of_her(rules: Rules, seat: int) -> None:
    record = documented(rules)
    words = OutlineWords(rules, States(rules, record.heading.seed), seat)
    rows = [words.of(record, row) for row in Outline(record).rows()]
    facts = [fact.text for fact in facts_of(rules, record, "a test")]
    assert any("she acted" in fact for fact in facts)
    assert seat == HOST or any("her word: " in row.answer for row in rows)
    assert not of_men([*(f"{row.said}; {row.answer}" for row in rows), *facts])


def test_of_a_man_and_a_woman_each_is_told_as_what_he_or_she_is(rules: Rules) -> None:
    seats, claimant = rules.scenario.seats, rules.table.seats[CLAIMANT]
    he = seats[claimant].model_copy(update={"pronoun": Pronoun.HE})
    mixed = Rules(rules.scenario.model_copy(update={"seats": {**seats, claimant: he}}))
    told = " ".join(common_rules(mixed.scenario))
    assert "tires her" in told
    assert "by a man who has been seen to do what he says" in told
    view = mixed.seen_by(CLAIMANT, mixed.opening("women")).state
    assert "worth each their walk-away" in meaning(mixed, view, "zopa")[0]
    assert "An ordinary woman" in meaning(mixed, view, "batna", "points")[2]
