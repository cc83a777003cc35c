"""What a chair's people foretell rests on what it sees, wherever it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.coach.foretold import foretold
from game.coach.markdown import escaped
from game.coach.seasons.asked import ASKED
from game.state import CLAIMANT, Decision, Phase, State
from tests.fords import FORDS, in_season, rules_of_fords, with_tracks
from tests.in_lines import amur, plain

RULES = rules_of_fords()
PAPERS = [(fare, landing) for fare in range(3) for landing in range(2)]
HIDDEN = {"quiet": 0, "loud": 100}


def at_the_ford() -> State:
    """Return the table of the upper ford where the claimant may lay a paper."""
    state = RULES.follow(in_season(RULES, 1, "3"), Decision("open", "upper-ford"))
    while state.phase == Phase.SCENE:
        state = RULES.follow(state, RULES.legal_decisions(state)[0])
    return state


@pytest.mark.parametrize("paper", PAPERS)
def test_what_the_seasons_hide_is_in_no_forecast(paper: tuple[int, int]) -> None:
    asked = Decision("forecast", paper=paper)
    states = (with_tracks(RULES, at_the_ford(), unrest=unrest) for unrest in HIDDEN.values())
    quiet, loud = (foretold(RULES, state, asked, CLAIMANT) for state in states)
    assert quiet == loud != ()


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_a_handout_says_of_a_forecast_what_was_said_then(seed: str, tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (str(FORDS), "--plain", "--seed", seed, "--record", str(record))
    asked = "forecast with offer fare=middle landing=abbey"
    lines = "1\n" + "open upper-ford\n1\n" * 2 + f"{asked}\n" + "stand\n1\n" * 40
    shown = plain(tmp_path, *words, lines=lines)
    said = " ".join(shown.partition(f"{asked}\n")[2].partition("\n\n> ")[0].split())
    text = amur("export", str(record), "--format", "markdown", "--scenario", str(FORDS)).stdout
    expected = re.search(
        r"Expected: (.*?) What came: ", text.partition(f"## {ASKED}\n")[2], re.DOTALL
    )
    assert expected is not None
    assert escaped(said).startswith(expected[1])
