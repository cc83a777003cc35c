"""The shipped scenarios hold what their own tests say, and a test that does not hold says why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.cases import PlacedCase
from game.files.folders import find_scenarios, folder_of
from game.files.scenarios import check_scenario, read_cases, read_scenario

SHIPPED = [
    case for id in find_scenarios() if (folder_of(id) / "tests").is_dir() for case in read_cases(id)
]
TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.mark.parametrize("case", SHIPPED, ids=str)
def test_a_shipped_scenario_holds_what_its_tests_say(case: PlacedCase) -> None:
    assert case.failures() == []


def tiny_with(tmp_path: Path, cases: str) -> Path:
    """Return a copy of the tiny scenario that has these tests."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "tests").mkdir()
    (folder / "tests" / "some.yaml").write_text(f"cases:\n{cases}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("case", "place", "code", "said"),
    [
        ("  a: {given: {floot: 3}, then: signed}", "2:15", "unknown-name", "did you mean flood?"),
        ("  a: {given: {flood: 300}, then: signed}", "2:22", "bad-range", "100 is the most"),
        ("  a: {given: {signed: yes}, then: signed}", "2:15", "unknown-name", "in `then`"),
        ("  a: {then: trusst >= 3}", "2:13", "unknown-name", "did you mean trust?"),
        ("  a: {when: chose ice mend, then: signed}", "2:13", "bad-decision", "'choose'?"),
        ("  a: {when: [choose ice mand], then: signed}", "2:25", "bad-decision", "mend"),
        ("  a: {when: choose ice mand, then: signed}", "2:24", "bad-decision", "mend"),
        ("  a: {then: signed and trusst >= 3}", "2:24", "unknown-name", "did you mean trust?"),
        ("  a: {then: {may: acept}}", "2:19", "bad-decision", "'accept'?"),
        ("  a: {given: {play: hystory}, then: signed}", "2:21", "unknown-id", "history"),
        ("  a: {then: no paper}", "2:13", "bad-expression", "write `not paper`"),
        ("  a: {then: signed and no paper}", "2:24", "bad-expression", "write `not paper`"),
        ("  a: {when: mend, then: signed}", "2:13", "bad-decision", "mean `choose ice mend`?"),
        ("  a: {when: ice mend, then: signed}", "2:13", "bad-decision", "mean `choose ice mend`?"),
        (
            "  a: {when: landing=ford, then: signed}",
            "2:13",
            "bad-decision",
            "mean `offer landing=ford`?",
        ),
        (
            "  a: {given: {seat: miller, scene: ice}, when: choose ice mend, then: signed}",
            "2:55",
            "bad-decision",
            "the scene ice is ferryman's, and this line is miller's add `seat: ferryman` to",
        ),
        (
            "  a: {when: [miller: choose ice mend], then: signed}",
            "2:29",
            "bad-decision",
            "write `ferryman: choose ice mend`",
        ),
        ("  a: {than: signed, then: signed}", "2:7", "unknown-key", "did you mean then?"),
    ],
)
def test_what_is_misspelt_is_a_fault_at_its_place(
    tmp_path: Path, case: str, place: str, code: str, said: str
) -> None:
    (fault,) = check_scenario(tiny_with(tmp_path, case))
    assert f"{fault.file}:{fault.line}:{fault.column}" == f"tests/some.yaml:{place}"
    assert fault.code == code
    assert said in f"{fault.message} {fault.hint}"


CASES = """\
  a: {given: {floot: 3}, then: signed}
  b: {when: tactc tea, then: signed}
  c: {when: choose ice mand, then: signed}
  d: {given: {note.mended: yes, flood: 90}, then: met.ice}
"""
NAMES, ACTS, SCENES = ("unknown-name", 2), ("bad-decision", 3), ("bad-decision", 4)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("sources.yaml", "side: invented", "side: inventid", [NAMES, ACTS, SCENES]),
        ("endings.yaml", "signed and", "signd and", [NAMES, ACTS]),
        ("events/river.yaml", "title: The ice", "titel: The ice", [NAMES, ACTS, SCENES]),
        (
            "events/river.yaml",
            "title: Thanks",
            "cast: ivann\n    title: Thanks",
            [NAMES, ACTS, SCENES],
        ),
        ("tables/ferry.yaml", "sittings: 4", "sittings: four", [NAMES]),
        ("scenario.yaml", "title: The Ferry", "titel: The Ferry", [NAMES, ACTS, SCENES]),
        ("events/river.yaml", "title: The ice", "title: [The ice", [NAMES, ACTS]),
        ("events/river.yaml", "note: mended", "nott: mended", [NAMES, ACTS]),
    ],
)
def test_what_does_not_hang_on_what_is_broken_is_told_with_it(
    tmp_path: Path, file: str, old: str, new: str, told: list[tuple[str, int]]
) -> None:
    folder = tiny_with(tmp_path, CASES)
    broken = folder / file
    assert old in broken.read_text()
    broken.write_text(broken.read_text().replace(old, new, 1))
    faults = check_scenario(folder)
    assert [f for f in faults if f.file == file and f.is_error]
    of_tests = [(str(f.code), f.line) for f in faults if f.file == "tests/some.yaml"]
    assert of_tests == told


def test_what_does_not_hold_says_what_was_found_there(tmp_path: Path) -> None:
    folder = tiny_with(
        tmp_path, "  a:\n    given: {trust: 61}\n    then:\n      - signed\n      - trust >= 66\n"
    )
    assert check_scenario(folder) == []
    found = check_scenario(folder, run_cases=True)
    assert [(fault.line, str(fault.code)) for fault in found] == [
        (5, "failed-case"),
        (6, "failed-case"),
    ]
    assert "trust is 61" in found[1].message


def test_a_line_that_is_not_legal_says_why_and_what_is_open(tmp_path: Path) -> None:
    (found,) = check_scenario(
        tiny_with(tmp_path, "  a: {given: {scene: none}, when: accept, then: signed}"),
        run_cases=True,
    )
    assert "he has given no word that stands" in found.message
    assert "open to ferryman" in found.hint


def test_a_misnamed_file_of_tests_is_told(tmp_path: Path) -> None:
    folder = tiny_with(tmp_path, "  a: {then: not signed}")
    (folder / "tests" / "more.yml").write_text("cases: {}", encoding="utf-8")
    (fault,) = check_scenario(folder)
    assert (fault.file, str(fault.code)) == ("tests/more.yml", "unread-file")


def test_tests_change_no_digest(tmp_path: Path) -> None:
    folder = tiny_with(tmp_path, "  a: {then: not signed}")
    assert read_scenario(folder).digest == read_scenario(TINY).digest


def test_a_file_of_tests_is_read_while_the_scenario_is_broken(tmp_path: Path) -> None:
    folder = tiny_with(tmp_path, "  a: {than: signed, then: signed}")
    cover = folder / "scenario.yaml"
    cover.write_text(cover.read_text().replace("version: 1", "version: one"))
    assert [(f.file, str(f.code)) for f in check_scenario(folder)] == [
        ("scenario.yaml", "bad-number"),
        ("tests/some.yaml", "unknown-key"),
    ]


@pytest.mark.parametrize("key", ["seats", "tracks", "starts", "minutes"])
def test_a_file_that_loses_one_of_its_sections_is_told_as_ever(tmp_path: Path, key: str) -> None:
    folder = tiny_with(tmp_path, CASES)
    cover = folder / "scenario.yaml"
    cover.write_text(cover.read_text().replace(f"{key}:", f"{key[::-1]}:", 1))
    assert [fault for fault in check_scenario(folder) if fault.is_error]
