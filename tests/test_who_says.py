"""Who says so can be asked in line mode, and stands beside each scene of a hand-out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.coach.invented import cite_of
from game.coach.markdown import escaped
from game.coach.who_says import NOBODY, rests_on, who_says
from game.files.plays import game_of
from game.files.scenarios import read_any
from game.record.history import documented
from game.scenario.model import Weight
from tests.fords import FORDS
from tests.in_lines import amur, plain, told

GOVERNOR = read_any("the-governor")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_what_is_invented_in_a_scene_is_told_apart_from_what_it_rests_on() -> None:
    scene = GOVERNOR.events["albazin-icon"]
    said = rests_on(GOVERNOR, scene)
    assert said.startswith("Its words are invented; what it tells of the time is from: ")
    assert GOVERNOR.sources["sgibnev"].cite in said
    alone = rests_on(GOVERNOR, scene.model_copy(update={"source": ("design",)}))
    assert alone == "An invented scene, made for this game."
    real = scene.model_copy(update={"invented": False})
    assert rests_on(GOVERNOR, real).startswith("It rests on: ")


def test_a_page_of_the_codex_and_an_adviser_say_what_they_rest_on() -> None:
    page = GOVERNOR.codex["daur"]
    (said,) = who_says(GOVERNOR, "daur")
    assert GOVERNOR.sources[page.source[0]].cite in said
    assert "'codex daur' has the page." in said
    id, adviser = next(iter(GOVERNOR.advisers.items()))
    assert adviser.name in who_says(GOVERNOR, id)[0]
    assert who_says(GOVERNOR, adviser.name.lower()) == who_says(GOVERNOR, id)
    assert who_says(GOVERNOR, "nonsense") == ()


def test_in_a_scene_and_after_it_one_asks_who_says_so(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "1", "--start", "1854", "--record", str(tmp_path / "a.amur"))
    lines = "1\nwhy scene\nmenu\n1\nsources\nquit\n"
    shown = plain(tmp_path, "the-governor", *record, lines=lines)
    asked = flat(told(shown, "why scene"))
    assert "is from: " in asked or "It rests on: " in asked
    assert "The scene comes first; what can be ordered is shown after it." in flat(shown)
    assert flat(told(shown, "sources")).split(". ")[0] in asked


@pytest.mark.parametrize("id", ["the-governor", "aigun-six-days"])
def test_at_the_end_one_asks_what_each_piece_of_the_epilogue_rests_on(
    tmp_path: Path, id: str
) -> None:
    record = tmp_path / "a.amur"
    done = amur("export", f"history:{id}", "--format", "record", "--output", str(record))
    assert done.returncode == 0
    shown = plain(tmp_path, "--plain", "--record", str(record), lines="sources\nquit\n")
    asked = told(shown, "sources")
    endings = read_any(id).endings.values()
    named = [ending for ending in endings if f"“{ending.title}”. " in asked]
    assert len(named) > 1
    assert "It rests on: - " in asked


def test_before_any_scene_there_is_nothing_to_ask(tmp_path: Path) -> None:
    record = ("--plain", "--seed", "3", "--record", str(tmp_path / "a.amur"))
    shown = plain(tmp_path, str(FORDS), *record, lines="1\nwhy scene\nlog\nquit\n")
    assert "No scene has come yet." in told(shown, "why scene")
    assert "Nothing has happened yet" in told(shown, "log")


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("id", ["the-governor", "aigun-six-days"])
def test_every_scene_of_a_handout_says_what_it_rests_on(id: str, form: str) -> None:
    text = amur("export", f"history:{id}", "--format", form, "--all").stdout
    line = documented(game_of(id, None, None)).current_line()
    seats = [node.seat_id for node in line if node.decision_text.startswith("choose ")]
    scenes = text.split("What was signed")[0]
    leads = ("An invented scene", "Its words are invented", "It rests on: ", NOBODY)
    by_number = len(re.findall(r"^(?:<p>)?Sources?: \d", scenes, re.MULTILINE))
    assert sum(map(scenes.count, leads)) + by_number == seats.count("muraviev")


def test_a_handout_of_a_campaign_names_each_source_once_in_a_list() -> None:
    text = amur("export", "history:the-governor", "--format", "markdown", "--all").stdout
    told, rest = text.split("\n## Sources\n")
    listed = rest.split("\n## ")[0]
    assert "no book was opened" not in told
    assert listed.count("no book was opened") == 1
    last = int(re.findall(r"^(\d+)\\\. ", listed, re.MULTILINE)[-1])
    cited = {
        int(number)
        for numbers in re.findall(r"\bsources?:? (\d[\d, ]*)", told, re.IGNORECASE)
        for number in numbers.replace(",", " ").split()
    }
    assert cited == set(range(1, last + 1))
    for source in read_any("the-governor").sources.values():
        if source.weight is not Weight.DESIGN:
            cite = escaped(cite_of(source))
            assert cite not in told
            assert listed.count(f". {cite}") <= 1


def test_a_handout_of_a_campaign_tells_the_choices_that_were_not_made() -> None:
    text = amur("export", "history:the-governor", "--format", "markdown", "--all").stdout
    assert (
        "You choose: Ask whether the mouth of the Amur must stay shut to him.\n\nWhat you might "
        "have chosen instead: “Ask for leave to act on the audit of Irkutsk”; “Ask to act first "
        "where an answer would come too late”."
    ) in text
    assert text.count("What you might have chosen instead:") <= text.count("You choose: ")
