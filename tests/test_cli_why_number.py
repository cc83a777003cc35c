"""Line mode at a table: `why` with a number explains the line of the list that was shown last."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.scenarios import read_any
from game.scenario import Scenario
from tests.in_lines import SCENARIO, plain

CHAIR = (SCENARIO, "--plain", "--seed", "5", "--seat", "muraviev")
HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")


def answered(tmp_path: Path, chair: tuple[str, ...], *typed: str) -> str:
    """Return in one line what the last of these lines was answered."""
    lines = "\n".join(("1", *typed, "quit", ""))
    shown = plain(tmp_path, *chair, "--record", str(tmp_path / "play.amur"), lines=lines)
    return " ".join(shown.rpartition(f"{typed[-1]}\n")[2].partition("\n> ")[0].split())


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("2", "Argue a ground: One of the grounds."),
        ("9", "Show the guns: "),
        ("g", "Go home: the talks end without a paper"),
        ("a", "Not now: "),
    ],
)
def test_a_line_of_the_menu_is_explained(tmp_path: Path, number: str, told: str) -> None:
    assert answered(tmp_path, CHAIR, "1", f"why {number}").startswith(told)


def test_what_is_closed_says_why_and_what_it_would_be(tmp_path: Path) -> None:
    said = answered(tmp_path, CHAIR, "1", "why 10")
    assert said.startswith("Not now: ")
    assert "Give a last word: " in said


def test_the_host_asks_of_his_own_list(tmp_path: Path) -> None:
    said = answered(tmp_path, HOST, "1", "why 1")
    assert "There is no" not in said
    assert ": " in said


def test_a_choice_of_a_scene_tells_what_it_does(tmp_path: Path) -> None:
    said = answered(tmp_path, CHAIR, "why 1")
    assert "What it visibly does: " in said


@pytest.mark.parametrize("number", ["0", "30"])
def test_a_number_that_is_not_there_is_told_which_are(tmp_path: Path, number: str) -> None:
    assert f"There is no {number} in the list; " in answered(tmp_path, CHAIR, f"why {number}")
    said = answered(tmp_path, CHAIR, "1", f"why {number}")
    assert f"There is no {number} in the list; 'why' explains 1 to" in said


def test_at_a_question_no_number_is_taken_for_a_line_of_the_menu(tmp_path: Path) -> None:
    said = answered(tmp_path, CHAIR, "1", "ask", "why 2")
    assert said.startswith("At a question 'why' explains words and no numbers")


@pytest.mark.parametrize(
    ("word", "names"), [("argue", "grounds"), ("memorial", "memorial"), ("2", "grounds")]
)
def test_of_what_is_said_in_words_each_name_that_can_be_typed_is_told(
    tmp_path: Path, word: str, names: str
) -> None:
    scenario = read_any(SCENARIO)
    assert isinstance(scenario, Scenario)
    said = answered(tmp_path, CHAIR, "1", f"why {word}")
    written = getattr(scenario.table, names)
    assert written
    assert all(f"{id}: “{each.say}”" in said for id, each in written.items())


def test_a_draft_of_which_most_lies_on_the_table_says_what_is_new(tmp_path: Path) -> None:
    said = answered(tmp_path, CHAIR, "1", "offer all", "2", "1", "draft ussuri=common")
    assert said.startswith("Your draft; nobody has seen yet what is new in it: ")
