"""Of a woman in the other chair the game's sentences say she; of a man they say what they said."""

from __future__ import annotations

import pytest

from game.coach.foreseen import REVEALED, UNLABELLED, foreseen
from game.rules import Rules
from game.scenario.clauses import Change, Reveal
from game.state import CLAIMANT, HOST
from tests.women import of_men, women_of

CHAIRS = (CLAIMANT, HOST)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    """A table of two women, where there is pressure, land, and a memorial to write."""
    return Rules(women_of("aigun-six-days", tmp_path_factory.mktemp("women")))


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
