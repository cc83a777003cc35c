"""`amur check` runs the tests of a campaign, each at one of its tables, and tells of the zones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.cases import PlacedCase
from game.files.folders import folder_of
from game.files.scenarios import HISTORY, check_scenario, read_cases
from game.scenario.faults import Code, Fault
from tests.fords import FORDS

UPPER = "tables/upper-ford.yaml"


def fords_with(tmp_path: Path, cases: str = "", old: str = "", new: str = "") -> Path:
    """Return a copy of the fords with these tests, and one thing of its first table changed."""
    folder = tmp_path / "the-two-fords"
    shutil.copytree(FORDS, folder)
    if cases:
        (folder / "tests" / "tables.yaml").write_text(f"cases:\n{cases}", encoding="utf-8")
    if old:
        table = folder / UPPER
        text = table.read_text("utf-8")
        assert text.count(old) == 1
        table.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def told(folder: Path) -> list[Fault]:
    """Return what is wrong, but for the notes that nothing asks for."""
    found = check_scenario(folder, run_cases=True)
    return [fault for fault in found if fault.code is not Code.NOTE_NEVER_READ]


@pytest.mark.parametrize("case", list(read_cases(FORDS)), ids=str)
def test_the_fords_hold_what_their_tests_say(case: PlacedCase) -> None:
    assert case.failures() == []


@pytest.mark.parametrize(
    ("case", "place", "said"),
    [
        ("  a: {then: signed}", "2", "add `table: ID`; there are upper-ford, lower-ford"),
        ("  a: {given: {table: uper-ford}, then: signed}", "2:22", "did you mean upper-ford?"),
        ("  a: {given: {table: upper-ford, unrest: 101}, then: signed}", "2:42", "100 is the most"),
        ("  a: {given: {table: upper-ford}, then: zoone = 2}", "2:", "did you mean zone?"),
        ("  a: {given: {table: upper-ford, start: third}, then: signed}", "2:", "no start"),
        ("  a: {given: {table: upper-ford}, when: tee, then: signed}", "2:", "tee"),
    ],
)
def test_what_is_wrong_with_a_test_of_a_campaign_is_told(
    tmp_path: Path, case: str, place: str, said: str
) -> None:
    [fault] = told(fords_with(tmp_path, case))
    assert said in str(fault)
    assert str(fault).startswith(f"tests/tables.yaml:{place}")


def test_a_test_that_does_not_hold_says_what_it_found(tmp_path: Path) -> None:
    case = "  a: {given: {table: upper-ford, unrest: 0}, then: [zone = 5, walk-away.abbess > 50]}"
    [fault] = told(fords_with(tmp_path, case))
    assert (fault.code, fault.is_error) == (Code.FAILED_CASE, True)
    assert "zone is " in fault.message


def test_tracks_that_are_given_stand_so_before_the_talks(tmp_path: Path) -> None:
    cases = (
        "  quiet: {given: {table: upper-ford, unrest: 0, trade: 0}, then: walk-away.abbess >= 60}\n"
        "  wild: {given: {table: upper-ford, unrest: 100, trade: 0}, then: walk-away.abbess < 46}"
    )
    assert told(fords_with(tmp_path, cases)) == []


def test_a_scenario_of_one_table_needs_no_table_named(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(Path(__file__).parent / "cases" / "tiny", folder)
    (folder / "tests").mkdir()
    case = "cases:\n  a: {given: {table: mill}, then: not signed}\n"
    (folder / "tests" / "some.yaml").write_text(case, encoding="utf-8")
    [fault] = [fault for fault in check_scenario(folder) if fault.file == "tests/some.yaml"]
    assert "one table" in fault.message


def test_a_table_on_which_no_paper_suits_is_told(tmp_path: Path) -> None:
    folder = fords_with(tmp_path, "", "abbess: 62 - 0.30 * danger", "abbess: 101")
    shutil.rmtree(folder / "tests")
    [fault] = told(folder)
    assert fault.code is Code.EMPTY_ZONE
    assert fault.file == UPPER


def test_a_documented_line_that_a_campaign_no_longer_follows_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "the-governor"
    shutil.copytree(folder_of("the-governor"), folder, ignore=shutil.ignore_patterns("tests"))
    history = folder / HISTORY
    lines = history.read_text("utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if "nesselrode" in line and "accept" in line)
    lines[at] = lines[at].replace("accept", "refuse")
    history.write_text("\n".join(lines), encoding="utf-8")
    [fault] = told(folder)
    assert fault.code is Code.HISTORY_NOT_REACHABLE
    assert (fault.file, fault.line) == (HISTORY, at + 1)
