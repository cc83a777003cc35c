"""What moves much and keeps its word at a table says so, so that nobody hears two things of it."""

from __future__ import annotations

import re

import pytest

from game.coach.chronicle import told
from game.coach.foreseen import label_of
from game.coach.levels import as_shown, level_of
from game.coach.words_for import track_word
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT, HOST
from tests.proof.games import games

RULES = Rules(read_scenario("aigun-six-days"))
TRACKS = ("face", "trust", "credibility", "patience")


@pytest.mark.parametrize("seat", [CLAIMANT, HOST])
def test_a_word_that_stays_is_told_beside_what_moved_much(seat: int) -> None:
    kept = changed = 0
    for steps in games(RULES, range(18), "still"):
        for step in steps:
            lines = told(RULES, step.before, step.turn, seat, "advisers")
            text = " ".join(line.text for line in lines if line.because == "tracks")
            for id in TRACKS:
                track = RULES.scenario.tracks[id]
                was, now = (
                    track_word(track, as_shown(id, level_of(RULES, state, id), seat))
                    for state in (step.before, step.turn.state)
                )
                label = re.escape(label_of(RULES.scenario, id, seat))
                found = re.findall(
                    rf"{label} (?:rises|falls) (?:very )?much( \(still “[\w ]+”\))?",
                    text,
                    re.IGNORECASE,
                )
                for still in found:
                    assert still == (f" (still “{now}”)" if was == now else "")
                    kept, changed = kept + bool(still), changed + (not still)
    assert kept
    assert changed
