"""What only the rules can tell of a scenario is found by `check`, too: its zone, its history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.folders import shipped
from game.files.scenarios import check_scenario

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.mark.parametrize(
    ("walks", "code"),
    [
        ("{ferryman: 20, miller: 60 - 0.25 * danger}", None),
        ("{ferryman: 101, miller: 60}", "empty-zone"),
        ("{ferryman: 90 - flood, miller: 80}", None),
        ("{ferryman: -5, miller: -5}", "total-zone"),
    ],
)
def test_a_zone_that_is_empty_or_total_at_every_start_is_told(walks, code, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    table = folder / "tables" / "ferry.yaml"
    old = "{ferryman: 20, miller: 60 - 0.25 * danger}"
    table.write_text(table.read_text().replace(old, walks))
    found = [(fault.code, fault.line, fault.column) for fault in check_scenario(folder)]
    assert found == ([(code, 25, 1)] if code else [])
    # What is broken elsewhere keeps nobody from telling it.
    for file, old, new in (
        ("sources.yaml", "side: invented", "side: inventid"),
        ("events/river.yaml", "title: The ice", "titel: The ice"),
    ):
        path = folder / file
        path.write_text(path.read_text().replace(old, new))
        zones = [f.code for f in check_scenario(folder) if str(f.code).endswith("-zone")]
        assert zones == ([code] if code else [])


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "said"),
    [
        ("history.amur", '"tactic dinner"', '"tactic supper"', "history.amur:3:1", "supper"),
        ("history.amur", '"948fd5fb3712"', '"948fd5fb3713"', "history.amur:3:1", "the record says"),
        ("history.amur", '"amur": 1', '"amour": 1', "history.amur:1:1", "no record"),
        ("history.amur", '"start": null', '"start": "1853"', "history.amur:1:1", "no start 1853"),
        (
            "tables/aigun.yaml",
            "worth: {muraviev: 9, yishan: 5}, caution: 1, history: true}",
            "worth: {muraviev: 9, yishan: 5}, caution: 1}",
            None,
            "",
        ),
    ],
)
def test_history_that_is_not_reached_is_told_where_it_stops(file, old, new, place, said, tmp_path):
    folder = tmp_path / "aigun-six-days"
    shutil.copytree(shipped() / "aigun-six-days", folder)
    path = folder / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    found = [fault for fault in check_scenario(folder) if fault.code == "history-not-reachable"]
    places = [f"{fault.file}:{fault.line}:{fault.column}" for fault in found]
    assert places == ([place] if place else [])
    assert all(said in fault.message for fault in found)
    sources = folder / "sources.yaml"
    sources.write_text(sources.read_text().replace("weight: design", "weight: desing"))
    found = [fault for fault in check_scenario(folder) if fault.code == "history-not-reachable"]
    assert [f"{fault.file}:{fault.line}:{fault.column}" for fault in found] == places


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("muraviev-talks.yaml", "between 7 and 10", "between 10 and 7", "contradiction"),
        (
            "yishan-arrival.yaml",
            "do: {trust: +4, face: -4}",
            "do: {trust: 4, face: -4}",
            "bare-number",
        ),
    ],
)
def test_what_stops_history_is_told_with_what_is_wrong_there(file, old, new, code, tmp_path):
    folder = tmp_path / "aigun-six-days"
    shutil.copytree(shipped() / "aigun-six-days", folder)
    path = folder / "events" / file
    assert path.read_text().count(old) >= 1
    path.write_text(path.read_text().replace(old, new, 1))
    (fault,) = check_scenario(folder)
    assert fault.code == code
    assert fault.message.endswith("; so history.amur does not go on as recorded")
    assert fault.also[-1].file == "history.amur"


def test_another_option_than_history_signed_is_told_where_it_is_marked(tmp_path):
    folder = tmp_path / "aigun-six-days"
    shutil.copytree(shipped() / "aigun-six-days", folder)
    table = folder / "tables" / "aigun.yaml"
    text = table.read_text().replace("cession: true, history: true}", "cession: true}", 1)
    marked = "rite: 2, caution: 1, cession: true}"
    assert text.count(marked) == 1
    table.write_text(text.replace(marked, marked[:-1] + ", history: true}"))
    (fault,) = check_scenario(folder)
    line = table.read_text().split("\n")[fault.line - 1]
    assert (fault.code, line.strip().split(":")[0]) == ("history-not-reachable", "to-zeya")
    assert line[fault.column - 1 :].startswith("true}")
