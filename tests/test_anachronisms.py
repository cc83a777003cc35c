"""What is told on a day on which it cannot have been is a fault; what may have been is none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from game.files.scenarios import check_scenario
from game.scenario.days import Days, days

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1858", date(1858, 1, 1), date(1858, 12, 31)),
        ("1856-02", date(1856, 2, 1), date(1856, 2, 29)),
        ("1858-12", date(1858, 12, 1), date(1858, 12, 31)),
        ("1858-05-16 OS", date(1858, 5, 28), date(1858, 5, 28)),
        ("1727-10-21 OS", date(1727, 11, 1), date(1727, 11, 1)),
        ("1689-08-27 OS", date(1689, 9, 6), date(1689, 9, 6)),
        ("1900-02-29 OS", date(1900, 3, 13), date(1900, 3, 13)),
        ("1858 OS", date(1858, 1, 13), date(1859, 1, 12)),
    ],
)
def test_a_date_is_all_the_days_it_may_mean_in_the_new_style(
    written: str, first: date, last: date
) -> None:
    assert days(written) == Days(first, last)


@pytest.mark.parametrize(
    "written",
    ["1858-13", "1858-02-30", "1900-02-29", "1857-02-29 OS", "9999", "0000", "58", "1858-5", "May"],
)
def test_what_is_no_date_is_told_at_its_place(tmp_path: Path, written: str) -> None:
    found = faults_of(tmp_path, calendar=f"lives:\n  ivan: {{name: Ivan, born: {written}}}")
    assert ("bad-date", "calendar.yaml", 2) in [(f.code, f.file, f.line) for f in found]


LIVES = """\
lives:
  ivan: {{name: Ivan, source: ledger}}
  wang:
    name: Wang
    source: ledger
    {0}
"""


@pytest.mark.parametrize(
    ("life", "said"),
    [
        ("born: 1858", ""),
        ("born: 1858-05-13 OS", ""),
        ("born: 1858-05-14 OS", "this comes on 25 May 1858 at the latest, and Wang was born on 26"),
        ("died: 1858-05-10 OS", ""),
        ("died: 1858-05-21", "this comes on 22 May 1858 at the earliest, and Wang died on 21 May"),
        ("died: 1857", "and Wang died in 1857"),
        ("offices: {a: {title: Miller}}", ""),
        ("offices: {a: {title: Miller, to: 1858}, b: {title: Elder, from: 1860}}", ""),
        (
            "offices: {a: {title: Miller, from: 1850, to: 1857}, b: {title: Elder, from: 1860}}",
            "and Wang was Miller from 1850 until 1857 and Elder from 1860; see calendar.yaml:6",
        ),
    ],
)
def test_who_sits_at_the_table_lives_and_holds_an_office_on_one_day_of_it(
    tmp_path: Path, life: str, said: str
) -> None:
    found = faults_of(tmp_path, calendar=LIVES.format(life))
    assert [said] == [said for fault in found if said in str(fault)] or not (found or said)


@pytest.mark.parametrize(
    ("when", "died", "is_told"),
    [
        ("sitting >= 3", "1858-05-23", True),
        ("sitting >= 3", "1858-05-24", False),
        ("day >= 24", "1858-05-23", True),
        ("sitting = 1 or sitting = 4", "1858-05-22", False),
        ("sitting = 2 or sitting = 4", "1858-05-22", True),
        ("sitting >= 2 and trust > 10", "1858-05-22", True),
        ("news", "1858-05-22", True),
    ],
)
def test_a_scene_is_told_as_early_as_its_condition_can_hold(
    tmp_path: Path, when: str, died: str, is_told: bool
) -> None:
    found = faults_of(
        tmp_path,
        calendar=guest(f"died: {died}"),
        river=("sitting between 1 and 3 and flood >= 20", f"{when}\n    cast: guest"),
    )
    assert [(f.code, f.line) for f in found] == ([("not-alive", 6)] if is_told else [])
    assert all(
        (see.file, see.line) == ("events/river.yaml", 5) for f in found for see in f.also[1:]
    )


@pytest.mark.parametrize(
    ("when", "born", "is_told"),
    [
        ("sitting <= 2", "1858-05-24", True),
        ("sitting <= 3", "1858-05-24", False),
        ("not (sitting > 2)", "1858-05-24", True),
        ("sitting = 1 or sitting = 3 and trust > 20", "1858-05-24", False),
    ],
)
def test_a_scene_is_told_as_late_as_its_condition_can_hold(
    tmp_path: Path, when: str, born: str, is_told: bool
) -> None:
    found = faults_of(
        tmp_path,
        calendar=guest(f"born: {born}"),
        river=("sitting between 1 and 3 and flood >= 20", f"{when}\n    cast: guest"),
    )
    assert [f.code for f in found] == (["not-alive"] if is_told else [])


def test_what_is_scheduled_comes_later_than_what_schedules_it(tmp_path: Path) -> None:
    """`thanks` asks for the note that `ice` sets, and is the same chair's."""
    for died, codes in (("1858-05-22", ["not-alive"]), ("1858-05-23", [])):
        found = faults_of(
            tmp_path / died,
            calendar=LIVES.format(
                f"born: 1800\n  guest: {{name: Li, died: {died}, source: ledger}}"
            ),
            river=("when: note.mended", "cast: guest\n    when: note.mended"),
        )
        assert [f.code for f in found] == codes


def test_a_scenario_at_the_end_of_all_days_is_checked_like_another(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    cover = folder / "scenario.yaml"
    text = cover.read_text().replace("1858-05-22", "9999-12-30").replace("1858-05-24", "9999-12-31")
    cover.write_text(text)
    assert [fault.code for fault in check_scenario(folder)] == ["not-alive"]


def guest(life: str) -> str:
    """Return a calendar with a guest who lived so."""
    return LIVES.format(f"born: 1800\n  guest: {{name: Li, {life}, source: ledger}}")


def tiny(parent: Path) -> Path:
    """Return a copy of the tiny scenario."""
    return Path(shutil.copytree(TINY, parent / "tiny"))


def faults_of(parent: Path, calendar: str, river: tuple[str, str] = ("", "")):
    """Return the faults of the tiny scenario with this calendar and a change in its scenes."""
    folder = tiny(parent)
    (folder / "calendar.yaml").write_text(calendar)
    file = folder / "events" / "river.yaml"
    file.write_text(file.read_text().replace(*river, 1))
    return check_scenario(folder)
