"""What is told on a day on which it cannot have been is a fault; what may have been is none."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from game.files.handbook import pages_folder
from game.files.restricted_yaml import read_yaml
from game.files.scenarios import check_scenario
from game.scenario.calendar_model import Calendar
from game.scenario.days import Days, days
from game.scenario.faults import Fault

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


@pytest.mark.parametrize("born", ["1858-05-23", "1858-06-30"])
def test_when_a_scene_comes_is_told_of_itself_also_by_whom_lives_after_all_of_them(
    tmp_path: Path, born: str
) -> None:
    (fault,) = faults_of(
        tmp_path,
        calendar=guest(f"born: {born}"),
        river=("sitting between 1 and 3 and flood >= 20", "sitting = 1\n    cast: guest"),
    )
    assert fault.message.startswith("this comes on 22 May 1858, and")


def test_a_scenario_that_is_over_before_its_last_sitting_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    cover = folder / "scenario.yaml"
    cover.write_text(cover.read_text().replace("end: 1858-05-25", "end: 1858-05-22"))
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.line) == ("bad-date", 6)
    assert fault.message.startswith("the last sitting is held on 25 May 1858")


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
    text = cover.read_text().replace("1858-05-22", "9999-12-30").replace("1858-05-25", "9999-12-31")
    cover.write_text(text)
    assert [fault.code for fault in check_scenario(folder)] == ["not-alive", "ice-bound"]


def guest(life: str) -> str:
    """Return a calendar with a guest who lived so."""
    return LIVES.format(f"born: 1800\n  guest: {{name: Li, {life}, source: ledger}}")


def tiny(parent: Path) -> Path:
    """Return a copy of the tiny scenario."""
    return Path(shutil.copytree(TINY, parent / "tiny"))


@pytest.mark.parametrize(
    ("life", "when", "said"),
    [
        ("died: 1858-05-23", "", "Li can be asked on 24 May 1858, and died on 23 May 1858"),
        ("died: 1858-05-23", "when: day < 24, ", ""),
        ("died: 1858-05-23", "when: sitting <= 2 and flood > 10, ", ""),
        ("died: 1858-05-23", "when: day < 25, ", "Li can be asked on 24 May 1858"),
        ("born: 1858-05-24", "", "Li can be asked on 22 May 1858, and was born on 24 May 1858"),
        ("born: 1858-05-24", "when: sitting >= 3, ", ""),
        ("died: 1858-05-10", "when: day < 24, ", "this comes on 22 May 1858 at the earliest"),
        ("died: 1858", "", ""),
        (
            "offices: {a: {title: Pilot, to: 1858-05-22}}",
            "",
            "Li can be asked on 23 May 1858, and was Pilot until 22 May 1858",
        ),
        (
            "offices: {a: {title: Pilot, to: 1858-05-23}, b: {title: Elder, from: 1858-05-23}}",
            "",
            "",
        ),
    ],
)
def test_an_adviser_can_be_asked_on_no_day_on_which_he_cannot_be_there(
    tmp_path: Path, life: str, when: str, said: str
) -> None:
    folder = tiny(tmp_path)
    calendar, advisers = folder / "calendar.yaml", folder / "advisers.yaml"
    li = f"lives:\n  li: {{name: Li, {life}, source: ledger}}"
    calendar.write_text(calendar.read_text().replace("lives:", li))
    own = f"seat: ferryman, life: li, {when}"
    advisers.write_text(advisers.read_text().replace("seat: ferryman, ", own))
    found = check_scenario(folder)
    assert [f.message for f in found if said not in f.message or not said] == []
    assert [f.file for f in found] == (["advisers.yaml"] if said else [])


SPRING = "spring: {title: High water, tracks: {flood: 90"


@pytest.mark.parametrize(
    ("first_day", "found"),
    [
        ("1858-05-21", []),
        ("1862-05-22", []),
        ("1839-05-22", ["not-yet", "out-of-office"]),
        ("1858-03-01", ["ice-bound", "not-yet"]),
        ("1872-05-01", ["not-alive"]),
    ],
)
def test_what_is_told_from_a_start_with_a_day_of_its_own_is_told_on_its_days(
    tmp_path: Path, first_day: str, found: list[str]
) -> None:
    folder = tiny(tmp_path)
    cover = folder / "scenario.yaml"
    dated = SPRING.replace("tracks", f"date: {first_day}, tracks")
    cover.write_text(cover.read_text().replace(SPRING, dated))
    faults = check_scenario(folder)
    assert sorted(fault.code for fault in faults) == found
    for fault in faults:
        assert fault.message.startswith("from the start spring: this comes ")
        assert fault.file == "scenario.yaml" or ("scenario.yaml", 16) in {
            (there.file, there.line) for there in fault.also
        }


@pytest.mark.parametrize(("asked", "found"), [("", ["events/river.yaml"]), ("peace = 1 and ", [])])
def test_a_scene_need_not_be_right_on_the_days_of_a_start_that_never_meets_it(
    tmp_path: Path, asked: str, found: list[str]
) -> None:
    folder = tiny(tmp_path)
    cover, river = folder / "scenario.yaml", folder / "events" / "river.yaml"
    peace = "  peace: {label: Peace, range: 0-1, start: 1, seen-by: all}\nstarts:"
    war = SPRING.replace("tracks: {", "date: 1839-05-22, tracks: {peace: 0, ")
    cover.write_text(cover.read_text().replace("starts:", peace).replace(SPRING, war))
    when = f"cast: wang.miller\n    when: {asked}"
    river.write_text(river.read_text().replace("when: ", when, 1))
    faults = [f for f in check_scenario(folder) if f.code == "out-of-office"]
    assert [f.file for f in faults if f.file != "scenario.yaml"] == found


def faults_of(
    parent: Path, calendar: str, river: tuple[str, str] = ("", ""), thanks: str = ""
) -> list[Fault]:
    """Return the faults of the tiny scenario with this calendar and a change in its scenes."""
    folder = tiny(parent)
    (folder / "calendar.yaml").write_text(calendar)
    file = folder / "events" / "river.yaml"
    more = f"title: Thanks\n    {thanks}" if thanks else "title: Thanks"
    file.write_text(file.read_text().replace(*river, 1).replace("title: Thanks", more, 1))
    table = folder / "tables" / "ferry.yaml"
    text = table.read_text()
    for key, id in (("knows", "thaw"), ("sails", "river")):
        if f"{id}:" not in calendar:
            text = text.replace(f", {key}: {id}", "")
    table.write_text(text)
    return check_scenario(folder)


KNOWN = """\
at: ferry
lives:
  ivan: {{name: Ivan, source: ledger}}
  wang: {{name: Wang, source: ledger}}
happenings:
  thaw: {{title: the thaw, date: 1858-05-20, place: falls, source: ledger}}
  war: {{title: the war, date: {0}, words: [the war, War], source: ledger}}
roads:
{1}
"""
ROAD = "  - {from: falls, to: ferry, days: 2, source: ledger}"


@pytest.mark.parametrize(
    ("roads", "said"),
    [
        ((2,), ""),
        ((4,), ""),
        (
            (5,),
            "one hears on 25 May 1858 at the earliest: a courier needs 5 days from falls",
        ),
        ((9, 2, 3), "needs 5 days from falls to x1 to ferry"),
        ((9, 2, 2), ""),
        ((5, 0, 0), ""),
    ],
)
def test_news_comes_by_the_fastest_road(tmp_path: Path, roads: tuple[int, ...], said: str) -> None:
    """The news of the tiny table comes in sitting 2 or 3, on 23 or 24 May."""
    straight, *round_about = roads
    lines = [f"  - {{from: ferry, to: falls, days: {straight}, source: ledger}}"]
    places = ["falls", *(f"x{at}" for at in range(1, len(round_about))), "ferry"]
    for days_of, one, other in zip(round_about, places, places[1:], strict=False):
        lines.append(f"  - {{from: {one}, to: {other}, days: {days_of}, source: ledger}}")
    found = faults_of(tmp_path, calendar=KNOWN.format("1850", "\n".join(lines)))
    assert [(f.code, f.file) for f in found] == (
        [("too-fast", "tables/ferry.yaml")] if said else []
    )
    assert all(said in fault.message for fault in found)


@pytest.mark.parametrize(
    ("on", "text", "column"),
    [
        ("1858", "of the war.", None),
        ("1858-05-13 OS", "of the war.", None),
        ("1859", "of the war.", 22),
        ("1859", "of the wars and warm weather.", None),
        ("1859", "of War!", 22),
    ],
)
def test_a_word_is_found_where_it_is_said_before_its_time(
    tmp_path: Path, on: str, text: str, column: int | None
) -> None:
    found = faults_of(
        tmp_path,
        calendar=KNOWN.format(on, ROAD),
        river=("text: The miller sends a fish.", f"text: Nothing {text}"),
    )
    assert [(f.code, f.line, f.column) for f in found] == (
        [("not-yet", 25, column)] if column else []
    )


@pytest.mark.parametrize(("after", "is_told"), [(0, True), (3, True), (4, False)])
def test_an_answer_comes_when_the_courier_has_been_there_and_back(
    tmp_path: Path, after: int, is_told: bool
) -> None:
    found = faults_of(
        tmp_path,
        calendar=KNOWN.format("1850", ROAD),
        river=("event: thanks, after: 1", f"event: thanks, after: {after}"),
        thanks="word-from: falls",
    )
    assert [(f.code, f.line) for f in found] == ([("too-fast", 12)] if is_told else [])


def test_where_a_scene_happens_is_where_the_courier_rides(tmp_path: Path) -> None:
    found = faults_of(
        tmp_path,
        calendar=KNOWN.format("1850", ROAD),
        thanks="at: falls\n    word-from: falls\n    knows: thaw",
    )
    assert [fault.code for fault in found] == ["too-fast"]
    assert "2 days from ferry to falls" in found[0].message


def test_a_brief_knows_nothing_of_what_comes_after_the_talks(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    brief = folder / "briefs" / "miller.md"
    brief.write_text(brief.read_text().replace("\n\n", "\nknows: [thaw, bridge]\n\n", 1))
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.file) == ("not-yet", "briefs/miller.md")


@pytest.mark.parametrize(
    ("closes", "opens", "is_told"),
    [
        ("11-20", "05-24", False),
        ("11-20", "05-25", True),
        ("05-22", "05-25", True),
        ("05-23", "04-10", False),
        ("01-01", "12-31", True),
        ("05-26", "05-25", True),
        ("06-01", "05-01", False),
    ],
)
def test_boats_need_one_day_of_open_water(
    tmp_path: Path, closes: str, opens: str, is_told: bool
) -> None:
    """The tiny table is held from 22 to 25 May."""
    water = f"waters: {{river: {{name: x, ice: {{from: {closes}, to: {opens}}}, source: ledger}}}}"
    found = faults_of(tmp_path, calendar=f"{LIVES.format('born: 1800')}{water}\n")
    assert [(f.code, f.file) for f in found] == (
        [("ice-bound", "tables/ferry.yaml")] if is_told else []
    )


def test_a_whole_year_has_open_water(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    for file, old, new in (
        ("calendar.yaml", "to: 04-10", "to: 11-18"),
        ("scenario.yaml", "end: 1858-05-25", "end: 1858-11-19"),
    ):
        (folder / file).write_text((folder / file).read_text().replace(old, new))
    assert [fault.code for fault in check_scenario(folder)] == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("It was so in 1859.", 24),
        ("It was so in 1858.", None),
        ("Since the treaty of 1860 it is so.", 31),
        ("It is so since July 1861, and was in 1850.", 31),
        ("Let it be so until 1870.", None),
        ("He has a force of 1900.", None),
        ("He came in 1900 boats.", None),
        ("He is owed, in 1859.5 coppers, much.", None),
    ],
)
def test_a_year_to_come_is_not_told_as_past(tmp_path: Path, text: str, column: int | None) -> None:
    folder = tiny(tmp_path)
    file = folder / "events" / "river.yaml"
    file.write_text(file.read_text().replace("text: The miller sends a fish.", f"text: {text}"))
    found = [(fault.code, fault.line, fault.column) for fault in check_scenario(folder)]
    assert found == ([("not-yet", 25, column)] if column else [])


def test_a_report_home_is_written_as_the_talks_end(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    file = folder / "dossiers.yaml"
    text = file.read_text()
    assert "text: " in text
    file.write_text(text.replace("text: ", "text: In August 1860 there was no bridge. ", 1))
    assert {fault.code for fault in check_scenario(folder)} == {"not-yet"}


def test_the_calendar_of_the_handbooks_page_is_one() -> None:
    page = (pages_folder() / "dates.md").read_text(encoding="utf-8")
    document = read_yaml(page.split("```yaml\n")[1].split("```")[0], "calendar.yaml")
    assert document.faults == []
    calendar = Calendar.model_validate(document.data)
    assert str(calendar.happenings["khabarovka"].date) == "12 June 1858"
