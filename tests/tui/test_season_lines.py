"""The lines of a season, as its screen sets them."""

from __future__ import annotations

import pytest

from game.coach.seasons.chronicle import Line
from game.coach.seasons.menu import SEASON, menu
from game.tui.season.annals import ORDER, paragraphs
from game.tui.season.choices import of_group, of_order
from tests.fords import rules_of_fords, session_of_fords


@pytest.mark.parametrize(
    "text", ["It is prepared by 1 of 3 steps.", "Repair the quays. It is done.", "Wait."]
)
def test_an_order_ends_with_the_full_stop_that_it_was_told_with(text: str) -> None:
    (told,) = paragraphs([Line(text, ORDER)])
    assert told.plain == f"› {text}"


def test_whatever_is_closed_the_keys_of_what_can_be_ordered_follow_one_another() -> None:
    session = session_of_fords("3")
    rules, view = rules_of_fords(), session.view()
    closed = 0
    for group in menu(rules, view, session.legal(), "advisers"):
        if group.id == SEASON:
            continue
        orders = (each for each in group.choices if each.targets)
        lists = [of_group(rules, view, group, "advisers")]
        lists += [of_order(rules, view, order, "advisers") for order in orders]
        for offers in map(list, lists):
            open_now = [offer for offer in offers if offer.is_open]
            closed += len(offers) - len(open_now)
            assert [str(offer.text)[0] for offer in open_now] == list("12345"[: len(open_now)])
            numbers = [number for offer in offers for number in offer.numbers]
            assert numbers == list(range(1, 1 + len(open_now)))
    assert closed
