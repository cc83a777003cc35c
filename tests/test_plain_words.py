"""What people type for a paper, and what a record would write."""

from __future__ import annotations

import pytest

from game.cli.plain_words import in_record_words
from game.errors import WordsError
from game.files.scenarios import read_scenario
from game.rules import Rules, parsed

RULES = Rules(read_scenario("aigun-six-days"))
DRAFT = (4, 2, 1, 2, 1, 2, 1, 1)


def read(text: str) -> str:
    return in_record_words(text, RULES.table, DRAFT)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("offer ussuri=common, trade=barter", "offer ussuri=common trade=barter"),
        ("offer ussuri=common and trade=barter", "offer ussuri=common trade=barter"),
        ("offer ussuri=common; trade=barter.", "offer ussuri=common trade=barter"),
        ("offer ussuri: common", "offer ussuri=common"),
        ("offer ussuri = common", "offer ussuri=common"),
        ("offer ussuri common, trade barter", "offer ussuri=common trade=barter"),
        ("Offer Ussuri common", "offer ussuri=common"),
        ("offer left bank amur", "offer left-bank=amur"),
        ("offer left-bank to zeya", "offer left-bank=to-zeya"),
        ("offer his, trade none", "offer his trade=none"),
        ("offer her, trade none", "offer her trade=none"),
        ("lay ussuri common", "offer ussuri=common"),
        ("lay with offer ussuri=common", "offer ussuri=common"),
        ("lay with a paper ussuri common", "offer ussuri=common"),
        ("lay with his, trade none", "offer his trade=none"),
        ("offer with offer ussuri=common", "offer ussuri=common"),
        ("offer my draft", "offer"),
        ("tactic lay with offer ussuri=common", "offer ussuri=common"),
        ("ask left bank", "ask left-bank"),
        ("rather ussuri or trade", "rather ussuri trade"),
        ("rather ussuri, left bank", "rather ussuri left-bank"),
        ("ask ussuri with ussuri common", "ask ussuri with offer ussuri=common"),
        ("dinner with a paper", "dinner with offer"),
        ("dinner with my draft", "dinner with offer"),
        ("dinner offer ussuri common", "dinner with offer ussuri=common"),
        ("forecast offer ussuri=qing", "forecast with offer ussuri=qing"),
        ("dinner with offer ussuri common", "dinner with offer ussuri=common"),
        ("suppose ussuri qing and trade none", "suppose ussuri=qing trade=none"),
        ("forecast with offer ussuri: qing", "forecast with offer ussuri=qing"),
        ("choose dinner eat-everything", "choose dinner eat-everything"),
        ("break off", "break-off"),
        ("expect meet 60", "expect meet 60"),
    ],
)
def test_a_paper_is_read_as_people_write_it(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("offer usuri=common", "'usuri' is no issue; did you mean 'ussuri'?"),
        ("offer ussuri=comon", "'comon' is no option of ussuri; did you mean 'common'?"),
        ("offer barter", "'barter' is an option of trade; did you mean 'trade=barter'?"),
        ("offer ussuri", "'ussuri' needs an option: qing, silent, common, russian"),
        (
            "offer ussuri irkutsk",
            "'irkutsk' is no option of ussuri; there are qing, silent, common, russian",
        ),
    ],
)
def test_a_term_that_cannot_be_read_is_answered_in_one_sentence(said: str, answer: str) -> None:
    with pytest.raises(WordsError) as error:
        read(said)
    assert str(error.value) == answer


@pytest.mark.parametrize("whose", ["his", "her"])
def test_a_paper_begins_from_the_word_of_whoever_sits_opposite(whose: str) -> None:
    state = RULES.opening("1")._replace(word=DRAFT)
    decision = parsed(f"offer {whose} left-bank=amur", RULES.table, state)
    assert decision.paper == (RULES.table.option(0, "amur"), *DRAFT[1:])
