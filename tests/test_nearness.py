"""Of what no play reached it is said how near the plays came, and how many looked for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.coach.workshop.proving import Witness
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario.aims import Aim, Kind
from tests.proof.witnesses import is_met, replayed

TINY = Path(__file__).parent / "cases" / "tiny"
EVENTS, ENDINGS, TABLE = "events/river.yaml", "endings.yaml", "tables/ferry.yaml"

NEAR = {
    "a scene that asks too much": (
        (EVENTS, "flood >= 20", "trust * face >= 9000"),
        "event:ice",
        "672 plays, 12 of them made for it: its `when` got as far as `sitting between 1 and 3`; "
        "`trust * face >= 9000` (trust * face was 2650 at the nearest) never held with it",
    ),
    "a choice that asks too much": (
        (EVENTS, "not paper or offer.landing = ford", "trust * face >= 9000"),
        "choice:ice.leave",
        "its scene came in 660 of them; `trust * face >= 9000` (trust * face was 2500 at the "
        "nearest) never held",
    ),
    "a choice of a scene that never comes": (
        (EVENTS, "flood >= 20", "trust * face >= 9000"),
        "choice:ice.mend",
        "672 plays: its scene never came",
    ),
    "an ending that asks too much": (
        (ENDINGS, "goodwill >= 40", "trust * face >= 9000"),
        "ending:friends",
        "its `when` got as far as `signed and verdict = ratified`; `trust * face >= 9000` "
        "(trust * face was 2915 at the nearest) never held with it",
    ),
}


@pytest.mark.parametrize("case", NEAR)
def test_how_near_the_plays_came_is_said(case: str, tmp_path: Path, capsys) -> None:
    (file, old, new), aim, sentence = NEAR[case]
    folder = changed(tmp_path, file, old, new)
    assert main(["prove", str(folder), "--plays", "12", "--json"]) == 1
    told = {found["aim"]: found for found in json.loads(capsys.readouterr().out)["unknown"]}
    assert sentence in told[aim]["because"]


def changed(home: Path, file: str, old: str, new: str) -> Path:
    """Return the folder of the tiny scenario with other words in a file."""
    folder = home / "tiny"
    shutil.copytree(TINY, folder)
    text = (folder / file).read_text()
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new))
    return folder


def test_each_line_has_its_place_and_choices_are_told_with_their_scene(tmp_path, capsys) -> None:
    folder = changed(tmp_path, EVENTS, "flood >= 20", "trust * face >= 9000")
    main(["prove", str(folder), "--plays", "12", "--json"])
    scene = json.loads(capsys.readouterr().out)["unknown"][0]
    places = [(line["file"], line["line"], line["column"]) for line in scene["held"]]
    assert places == [(EVENTS, 5, 11)]
    assert scene["never"] == [
        {
            "file": EVENTS,
            "line": 5,
            "column": 39,
            "says": "trust * face >= 9000",
            "nearest": "trust * face was 2650 at the nearest",
        }
    ]
    main(["prove", str(folder), "--plays", "12"])
    told = " ".join(capsys.readouterr().out.split())
    assert "unknown event:ice (events/river.yaml:5)" in told
    assert "and with it its choices mend and leave" in told


def test_the_lines_that_cannot_hold_together_have_their_places(tmp_path, capsys) -> None:
    folder = changed(tmp_path, EVENTS, "flood >= 20", "sitting >= 90")
    main(["prove", str(folder), "--json"])
    ice = json.loads(capsys.readouterr().out)["impossible"][0]
    assert ice["aim"] == "event:ice"
    assert {"file": EVENTS, "line": 5, "column": 39, "says": "sitting >= 90"} in ice["lines"]


def test_a_kept_witness_is_told_by_its_file_and_node(tmp_path, capsys) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    read = read_scenario(folder)
    for more in (["--keep"], []):
        assert main(["prove", str(folder), "--json", *more]) == 0
        for aim, found in json.loads(capsys.readouterr().out)["witnesses"].items():
            record = read_record(folder / found["kept"]["file"]).record
            rules = Rules(read, record.heading.start)
            steps = record.path(found["kept"]["node"])
            line = tuple((step.seat_id, step.decision_text) for step in steps)
            end = replayed(rules, Witness(record.heading.seed, rules.start, "", line))
            kind, _, id = aim.partition(":")
            assert is_met(Aim(Kind(kind), id), rules, end), aim


def test_many_processes_come_as_near(tmp_path: Path, capsys) -> None:
    folder = changed(tmp_path, EVENTS, "flood >= 20", "trust * face >= 9000")
    told = []
    for workers in "1", "2":
        assert main(["prove", str(folder), "--plays", "30", "--workers", workers, "--json"]) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
