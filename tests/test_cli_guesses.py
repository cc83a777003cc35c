"""Line mode: what a seat guesses is asked for, confirmed, listed, and held against what came."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fords import FORDS
from tests.in_lines import SCENARIO, amur, nodes, plain, told

HOST = (SCENARIO, "--plain", "--seed", "11", "--seat", "yishan")


def test_a_guess_without_words_is_asked_for_and_its_syntax_shown(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    shown = plain(tmp_path, *HOST, "--record", str(record), lines="1\n1\nexpect\nquit\n")
    answer = told(shown, "expect")
    assert answer.startswith("What do you expect?")
    assert "'expect" in answer
    assert not any(node["do"].startswith("expect") for node in nodes(record))


@pytest.mark.parametrize("said", ["expect", "Expect"])
def test_a_guess_is_confirmed_and_listed(said: str, tmp_path: Path) -> None:
    line = f"{said} He signs by May"
    shown = plain(tmp_path, *HOST, lines=f"1\n1\n{line}\nexpect\nquit\n")
    assert told(shown, line) == "Noted: “He signs by May”. The end shows it beside what came."
    assert "Sitting 1: “He signs by May”" in told(shown, "expect")


def test_a_guess_in_a_scene_is_told_to_wait(tmp_path: Path) -> None:
    shown = plain(tmp_path, *HOST, lines="1\nexpect sign\nquit\n")
    assert told(shown, "expect sign").startswith("A guess can be noted only")


def test_the_end_shows_each_guess_beside_what_came(tmp_path: Path) -> None:
    lines = "1\n1\nexpect sign\nbreak-off\n1\nquit\n"
    end = " ".join(
        plain(tmp_path, *HOST, lines=lines).rpartition("== What you expected ==")[2].split()
    )
    assert "Sitting 1: “sign”" in end
    assert "What came: Yishan broke off the talks in sitting 1" in end


def test_whoever_guessed_nothing_is_shown_no_guesses(tmp_path: Path) -> None:
    assert "What you expected" not in plain(tmp_path, *HOST, lines="1\n1\nbreak-off\n1\nquit\n")


def in_campaign(home: Path, lines: str) -> str:
    record = str(home / "campaign.amur")
    return plain(home, str(FORDS), "--plain", "--seed", "3", "--record", record, lines=lines)


GUESSED = "1\nopen upper-ford\n1\nexpect He signs by May\ngo-home\n1\n"


def test_in_a_campaign_a_guess_stands_beside_what_came_at_once_and_at_the_end(
    tmp_path: Path,
) -> None:
    shown = in_campaign(tmp_path, f"{GUESSED}expect\n" + "stand\n1\n" * 40)
    pages = shown.split("== What you expected ==")[1:]
    assert len(pages) == 2
    for page in pages:
        assert "“He signs by May” What came:" in " ".join(page.split()).replace("  ", " ")
    assert "The upper ford: Sitting 1: “He signs by May”" in " ".join(pages[1].split())
    assert "“He signs by May”" in told(shown, "expect")


def test_after_a_campaign_expect_tells_what_was_noted_and_where_it_stands(tmp_path: Path) -> None:
    in_campaign(tmp_path, GUESSED + "stand\n1\n" * 40)
    lines = "expect\nexpect anything\narchives upper-ford\nquit\n"
    words = ("--plain", "--record", str(tmp_path / "campaign.amur"))
    shown = plain(tmp_path, str(FORDS), *words, lines=lines)
    for word in ("expect", "expect anything"):
        assert "“He signs by May” What came:" in told(shown, word)
        assert "'archives TABLE'" in told(shown, word)
    assert "== What you expected ==" in shown.partition("> archives upper-ford")[2]
    record = str(tmp_path / "campaign.amur")
    handout = amur("export", record, "--format", "markdown", "--scenario", str(FORDS)).stdout
    assert "## What you expected" in handout
