"""What `check` says: everything for tools, errors first for people, short lines at a terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.cli.check_told import MOST_TOLD, row, summary, told
from game.files.scenarios import check_scenario
from game.scenario.faults import Code, Fault, Place, Severity

TINY = Path(__file__).parent / "cases" / "tiny"
HINT = "write it otherwise"


def fault(line: int, severity: Severity = Severity.WARNING, *also: Place) -> Fault:
    return Fault("a.yaml", line, 1, Code.UNUSED_TRACK, severity, "so it is", HINT, also)


def test_a_tool_is_told_where_else_to_look() -> None:
    told_of = row(fault(3, Severity.WARNING, Place("b.yaml", 7, 2)))
    assert told_of["also"] == [{"file": "b.yaml", "line": 7, "column": 2}]


def test_what_keeps_a_scenario_from_being_played_is_said_first() -> None:
    found = [("x", fault(1)), ("x", fault(2, Severity.ERROR)), ("x", fault(3))]
    lines = list(told(found, is_terminal=False, names_scenario=True))
    assert [line.split(":")[2] for line in lines] == ["2", "1", "3"]
    assert lines[0] == f"x: a.yaml:2:1: unused-track: so it is ({HINT})"
    assert lines[1].endswith(" [warning]")


def test_at_a_terminal_no_line_is_longer_than_it(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    river = folder / "events" / "river.yaml"
    river.write_text(river.read_text().replace("sitting between 1 and 3", "sitting > 40"))
    found = [("tiny", each) for each in check_scenario(folder)]
    (block,) = told(found, is_terminal=True, names_scenario=False)
    head, *rest = block.split("\n")
    assert head == "events/river.yaml:5:11  warning: contradiction"
    assert all(len(line) <= 80 and line.startswith("    ") for line in rest)
    assert rest[-1].strip().startswith("To mend it: mend one of them")


def test_the_last_line_names_the_page_of_what_must_be_mended() -> None:
    error = Fault("b.yaml", 1, 1, Code.BAD_DATE, Severity.ERROR, "so it is", HINT)
    assert summary([("x", fault(1)), ("x", fault(2)), ("x", error)]) == (
        "1 error, 2 warnings in 2 files: 2 unused-track, 1 bad-date (--explain bad-date says more)"
    )


def test_a_guess_is_told_as_a_remedy() -> None:
    guess = Fault("a.yaml", 1, 1, Code.UNKNOWN_ID, Severity.ERROR, "so", "did you mean ferry?")
    (block,) = told([("x", guess)], is_terminal=True, names_scenario=False)
    assert block.split("\n")[-1] == "    To mend it: write ferry, if you mean that."


def test_the_last_line_counts_the_kinds_and_what_is_not_shown() -> None:
    many = [("x", fault(line)) for line in range(MOST_TOLD + 5)]
    assert len(list(told(many, is_terminal=False, names_scenario=False))) == MOST_TOLD
    assert summary(many) == (
        "205 warnings in 1 file: 205 unused-track; 5 of them are not shown, --json has them all"
        " (--explain unused-track says more)"
    )
