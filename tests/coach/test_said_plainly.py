"""Sentences that players stumbled over, each as it is said now."""

from __future__ import annotations

import pytest

from game.coach.chances import ANSWER, WHAT_IT_DOES, chances, worded
from game.coach.heard import weighs
from game.coach.meaning import meaning
from game.coach.own_worth import BEST, GAINS
from game.coach.persons import Person
from game.coach.play_facts import facts_of
from game.coach.readings import BECOMES
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.record import Record
from game.rules import Rules

ANSWERS = {"sign": "a signature", "word": "a word of his own", "refuse": "a refusal"}
VERDICTS = {str(verdict): words for verdict, words in BECOMES.items()}


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((20, 100, 500), "as likely a refusal as not; a word of his own or a signature is hardly"),
        ((480, 20, 500), "about as likely a refusal as a signature"),
        ((20, 20, 960), "almost surely a refusal"),
    ],
)
def test_an_even_chance_is_said_as_people_say_it(shares: tuple[int, int, int], said: str) -> None:
    given = chances(dict(zip(ANSWERS, shares, strict=True)))
    assert worded(given, ANSWERS, ANSWER).startswith(said)


def test_what_a_court_may_do_on_an_even_chance_is_as_likely_as_not() -> None:
    owns, lies, _ = VERDICTS
    said = worded(chances({owns: 500, lies: 300}), VERDICTS, WHAT_IT_DOES)
    assert said.startswith("it is as likely to own it as not; it is unlikely to let it lie")
    both = worded(chances({owns: 500, lies: 480}), VERDICTS, WHAT_IT_DOES)
    assert both.startswith("it would about as likely own it as let it lie")


def test_a_weight_like_anybody_s_is_said_to_be_that() -> None:
    assert weighs(Person("Yishan", is_you=False), 100) == "with him as with anyone in his place"


def test_the_better_a_paper_the_more_its_words_say() -> None:
    order = ("worse", "hardly", "is better", "much", "most is", "nearly all", "little more")
    told = [*(said for _, said in GAINS), BEST]
    assert all(word in said for word, said in zip(order, told, strict=True))


@pytest.mark.parametrize("scenario", ["aigun-six-days", "the-fair-at-kulja"])
def test_days_without_a_half_are_joined_without_a_comma(scenario: str) -> None:
    rules = Rules(read_scenario(scenario))
    heading = heading_for(rules, "7", rules.table.seats[0])
    days = next(f.text for f in facts_of(rules, Record(heading), "") if f.label == "The days")
    first, _, _ = days.partition(" to ")
    assert first.endswith(",") is ("," in first.removesuffix(","))


def test_why_gives_the_words_of_one_s_own_reckoning_in_their_order() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    *_, ladder = meaning(rules, rules.seen_by(0, rules.opening("7")).state, "batna")
    words = ("worse", "hardly", "much better", "most is", "nearly all")
    at = [ladder.index(word) for word in words]
    assert at == sorted(at)
