"""The lines of a season, as its screen sets them."""

from __future__ import annotations

import pytest

from game.coach.seasons.chronicle import Line
from game.tui.season.annals import ORDER, paragraphs


@pytest.mark.parametrize(
    "text", ["It is prepared by 1 of 3 steps.", "Repair the quays. It is done.", "Wait."]
)
def test_an_order_ends_with_the_full_stop_that_it_was_told_with(text: str) -> None:
    (told,) = paragraphs([Line(text, ORDER)])
    assert told.plain == f"› {text}"
