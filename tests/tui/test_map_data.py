"""The map's data: the digest is up to date, the chart reads, the words say who holds what."""

import csv
import json
import re
from math import radians, sin
from pathlib import Path
from shutil import copytree
from sys import getsizeof

import pytest
import yaml

from game.files.geo import digest, main, read_theatre
from game.files.scenarios import read_any, read_scenario
from game.scenario.map_model import Holder, Waters
from game.tui.map.chart import Chart, chart_from
from game.tui.map.theatre import Theatre, theatre_from
from game.tui.map.words import changes, describe, sentences

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SHARED = SCENARIOS / "shared-map"
HISTORY = {"left-bank": "amur", "ussuri": "common", "villages": "qing-rule", "rivers": "three-two"}


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return theatre_from(read_theatre(SHARED))


@pytest.fixture(scope="module")
def chart() -> Chart:
    return chart_from(read_scenario("aigun-six-days").map)


def test_the_digest_is_what_the_files_beside_it_call_for():
    assert (SHARED / "theatre.json").read_text(encoding="utf-8") == digest(SHARED)


def test_thousands_of_points_are_kept_in_no_more_than_their_numbers_take(theatre: Theatre):
    paths = [part for river in theatre.rivers for part in river.parts]
    numbers = sum(map(len, paths))
    assert numbers > 2000
    assert sum(map(getsizeof, paths)) < 12 * numbers


def test_the_theatre_is_made_anew_or_one_sentence_says_why_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 2
    assert "say one folder with a shared map" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "amur.geojson cannot be read" in capsys.readouterr().err
    copied = copytree(SHARED, tmp_path / "map")
    (copied / "theatre.json").unlink()
    assert main([str(copied)]) == 0
    assert (copied / "theatre.json").read_text(encoding="utf-8") == digest(SHARED)
    (copied / "cuts.geojson").write_text("{}")
    assert main([str(copied)]) == 2
    assert "cannot be understood" in capsys.readouterr().err


def test_every_id_of_the_chart_is_in_the_theatre(theatre: Theatre, chart: Chart):
    regions = {region.id for region in theatre.regions}
    lines = {line.id for line in theatre.lines}
    rivers = {river.id for river in theatre.rivers}
    places = {place.id for place in theatre.places}
    assert {region.id for region in chart.regions} == regions
    assert {line for line, _, _ in chart.lines} <= lines
    assert {place for place, _ in chart.called} | {*chart.first, *chart.absent} <= places
    for tract in chart.tracts:
        assert set(tract.regions) <= regions
        assert set(tract.rivers) <= rivers
    for issue in chart.issues:
        assert chart.tract(issue.shows)
        for change in issue.changes:
            assert {region for region, _ in change.holders + change.words} <= regions
            assert {river for river, _ in change.waters} <= rivers
            assert set(change.lines) <= {line for line, _, _ in chart.lines}


def test_the_chart_knows_every_option_of_the_table(chart: Chart):
    table = SCENARIOS / "aigun-six-days" / "tables" / "aigun.yaml"
    issues = yaml.load(table.read_text(encoding="utf-8"), yaml.BaseLoader)["issues"]
    for issue in chart.issues:
        assert {change.option for change in issue.changes} == set(issues[issue.id]["options"])


def test_history_gives_the_left_bank_to_russia_and_leaves_the_ussuri_in_common(chart: Chart):
    state = chart.state(HISTORY)
    assert state.holder("upper-left-bank") is Holder.RUSSIA
    assert state.holder("mouth-left-bank") is Holder.RUSSIA
    assert state.holder("ussuri-maritime") is Holder.COMMON
    assert dict(state.waters)["sungari"] is Waters.TWO_FLAGS
    assert "aigun-1858" in state.lines


def test_the_zeya_parts_the_left_bank(chart: Chart):
    state = chart.state({"left-bank": "to-zeya", "ussuri": "qing", "villages": "enclave"})
    assert state.holder("upper-left-bank") is Holder.RUSSIA
    assert state.holder("lower-left-bank") is Holder.QING
    assert "divided; Russian in the left bank above the Zeya" in describe(chart, state)


def test_only_the_mouth_takes_both_banks_of_it(chart: Chart):
    state = chart.state({"left-bank": "mouth", "ussuri": "qing"})
    held = {region for region, holder in state.holders if holder is Holder.RUSSIA}
    assert held == {"mouth-left-bank", "mouth-right-bank"}


def test_villages_on_qing_soil_stay_qing_whatever_is_said_of_them(chart: Chart):
    for option in ("enclave", "qing-rule", "subjects", "removed"):
        state = chart.state({"left-bank": "nerchinsk", "villages": option})
        assert state.holder("sixty-four-villages") is Holder.QING
        assert not state.words


@pytest.mark.parametrize(
    ("issue", "option", "line"),
    [
        ("left-bank", "nerchinsk", "Left bank: Qing."),
        ("left-bank", "loan", "Left bank: lent to Russia."),
        ("left-bank", "amur", "Left bank: Russian."),
        ("left-bank", "mouth", "Russian in the left bank at the mouth."),
        ("ussuri", "qing", "Ussuri to the sea: Qing."),
        ("ussuri", "silent", "Ussuri to the sea: Qing (not named)."),
        ("ussuri", "common", "Ussuri to the sea: in common."),
        ("ussuri", "russian", "Ussuri to the sea: Russian."),
        ("villages", "enclave", "Zeya villages: Qing (Qing belt)."),
        ("villages", "qing-rule", "Zeya villages: in common (Qing officials)."),
        ("villages", "subjects", "Zeya villages: Russian (Russian subjects)."),
        ("villages", "removed", "Zeya villages: Russian (emptied)."),
        ("rivers", "closed", "The Sungari: closed."),
        ("rivers", "amur-only", "The Amur: open to Russian and Qing vessels only."),
        ("rivers", "three-two", "The Ussuri: open to Russian and Qing vessels only."),
        ("rivers", "all-flags", "The Amur: open to all flags."),
    ],
)
def test_words_name_who_holds_what(chart: Chart, issue: str, option: str, line: str):
    assert line in describe(chart, chart.state({**HISTORY, issue: option}))


def test_land_left_out_in_1689_was_never_divided(chart: Chart):
    told = describe(chart, chart.state(HISTORY))
    assert "Uda lands: never divided." in told
    assert "Sakhalin: never divided." in told
    assert "undefined" not in told


def test_words_point_at_what_the_cursor_is_on(chart: Chart):
    told = describe(chart, chart.state(HISTORY, cursor="ussuri"))
    assert "> Ussuri to the sea: in common." in told
    assert "  Left bank: Russian." in told


def test_a_change_is_told_with_what_was_before(chart: Chart):
    before, after = chart.state(HISTORY), chart.state({**HISTORY, "ussuri": "qing"})
    assert changes(chart, before, after) == (
        "The land from the Ussuri to the sea: Qing, was in common.",
        "Kizi and De-Kastri: Qing, was in common.",
    )
    assert changes(chart, after, after) == ()


def test_a_paper_is_told_one_sentence_an_issue(chart: Chart):
    assert len(sentences(chart, HISTORY)) == 4
    assert "The whole left bank becomes Russian." in sentences(chart, HISTORY)


def test_an_unknown_option_is_refused_with_those_that_are_known(chart: Chart):
    with pytest.raises(ValueError, match="no option 'moon' of ussuri; it knows qing, silent"):
        chart.state({"ussuri": "moon"})


def test_two_decimals_are_kept_and_no_more():
    theatre = json.loads((SHARED / "theatre.json").read_text(encoding="utf-8"))
    amur = next(river for river in theatre["rivers"] if river["id"] == "amur")
    assert all(round(x, 2) == x for part in amur["parts"] for point in part for x in point)


def test_the_size_of_each_region_is_that_of_its_outline() -> None:
    """Spherical excess on the authalic sphere; the map's own figures carry two digits."""
    written = read_scenario("aigun-six-days").map
    assert written is not None
    theatre = read_theatre(SHARED)
    drawn = {region["id"]: region["rings"] for region in theatre["regions"]}
    for id, region in written.regions.items():
        assert region.square_miles == pytest.approx(_square_miles(drawn[id]), rel=0.01), id


def _square_miles(rings: list[list[tuple[float, float]]]) -> float:
    halves = 0.0
    for ring in rings:
        for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
            heights = 2 + sin(radians(y)) + sin(radians(next_y))
            halves += radians(next_x - x) * heights
    return abs(halves) * 6371.0072**2 / 2 / 2.589988


WITHIN_OTHERS = {
    "Kizi": "a lake beside the post",
    "Ili": "a valley around the town",
    "Korsakov": "a man",
    "Khabarovsk": "what came later",
    "Haishenwai": "its Qing name, told as such",
    "Port May": "its English name, told as such",
    "Heihe": "what it is called today",
    "Miaojie": "its Qing name, told as such",
    "Chuguchak": "its Russian name, told as such",
    "Blagoveshchensk": "its name from May 1858 on",
}
"""Variants that a text may use all the same, and why."""


@pytest.mark.parametrize("id", ["aigun-six-days", "the-governor"])
def test_a_place_is_called_on_the_map_what_it_is_called_in_the_texts(id: str) -> None:
    written = read_any(id).map
    assert written is not None
    folder = SCENARIOS / id
    files = [*folder.glob("events/*.yaml"), *folder.glob("tables/*.yaml"), folder / "endings.yaml"]
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    with (SHARED / "places.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            shown = written.called.get(row["name"].lower().replace(" ", "-"), row["name"])
            for variant in {row["name"], *row["variants"].split("|")} - {shown, *WITHIN_OTHERS}:
                is_used = variant.isascii() and re.search(rf"\b{re.escape(variant)}\b", texts)
                assert not is_used, f"the map says {shown}, a text says {variant}"
