"""What a class is to learn, and what it is asked afterwards, stands where a teacher looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.files.scenarios import read_any
from tests.fords import FORDS
from tests.in_lines import amur, plain

OBJECTIVE = "Tell what was prepared before a table from what was said at it."
QUESTION = "Which season did most for the paper that was signed?"
FOR, AFTER = "What it is for", "To talk about"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("id", ["aigun-six-days", "the-governor"])
def test_one_scenario_is_listed_with_what_it_teaches(id: str) -> None:
    scenario, told = read_any(id), flat(amur("scenarios", id).stdout)
    teaching = scenario.teaching
    for text in (scenario.title, scenario.purpose, *teaching.objectives, *teaching.ask_after):
        assert flat(text) in told
    assert told.index(FOR) < told.index(AFTER)


def test_a_scenario_that_there_is_not_is_told_in_a_sentence() -> None:
    said = amur("scenarios", "the-govrnor")
    assert said.returncode == 2
    assert "the-governor" in said.stderr


def test_in_line_mode_a_word_tells_it_in_a_season_and_at_a_table(tmp_path: Path) -> None:
    said = ("--plain", "--seed", "3", "--record", str(tmp_path / "a.amur"))
    season = flat(plain(tmp_path, str(FORDS), *said, lines="1\nteaching\nquit\n"))
    assert OBJECTIVE in season
    assert QUESTION in season
    table = ("--plain", "--seat", "muraviev", "--seed", "7", "--record", str(tmp_path / "b.amur"))
    shown = flat(plain(tmp_path, "aigun-six-days", *table, lines="1\nteaching\nquit\n"))
    assert flat(read_any("aigun-six-days").teaching.ask_after[0]) in shown


def test_the_end_of_a_campaign_asks_last(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "3", "--record", str(tmp_path / "a.amur"))
    shown = plain(tmp_path, str(FORDS), *record, lines="1\n" + "\n\n1\ns\n" * 40)
    assert shown.index("== Where it all stood ==") < shown.index(f"== {AFTER} ==")
    assert QUESTION in flat(shown)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("id", ["aigun-six-days", "the-governor"])
def test_a_handout_begins_with_what_it_is_for_and_ends_with_questions(form: str, id: str) -> None:
    whole = ("--all",) if id == "the-governor" else ()
    text = amur("export", f"history:{id}", "--format", form, *whole).stdout
    headings = re.findall(r"^## (.*)$|<h2[^>]*>(.*?)</h2>|<summary>(.*?)</summary>", text, re.M)
    found = ["".join(each) for each in headings]
    assert found[0] == FOR
    assert found[-1] == AFTER
