"""Line mode's map says by which paper it is drawn, and whether that paper was signed."""

from __future__ import annotations

from itertools import islice

import pytest

from game.cli.plain_map import told_map
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import Ended, State
from tests.in_lines import SCENARIO

RULES = Rules(read_scenario(SCENARIO))
PAPER = (4, 2, 1, 2, 1, 2, 1, 1)
OPENING = RULES.opening("5")
LAID = OPENING._replace(paper=PAPER)


@pytest.mark.parametrize(
    ("state", "draft", "said"),
    [
        (OPENING, None, "As it lies today, no paper being on the table:"),
        (LAID, None, "By the paper on the table, not signed:"),
        (OPENING, PAPER, "By your draft, not laid down:"),
        (LAID, PAPER, "By your draft, not laid down:"),
        (LAID._replace(treaty=PAPER, ended=Ended.SIGNED), PAPER, "By the paper that was signed:"),
        (LAID._replace(ended=Ended.LAPSED), PAPER, "As it lay, no paper being signed:"),
    ],
)
def test_the_map_says_first_by_which_paper_it_is_drawn(
    state: State, draft: tuple[int, ...] | None, said: str
) -> None:
    assert next(iter(told_map(RULES, state, draft))) == said


def test_a_map_without_a_paper_is_the_land_as_it_lies() -> None:
    lines = list(islice(told_map(RULES, OPENING, None), 20))
    assert "Left bank: Qing." in lines
    assert not any("would change" in line for line in lines)
