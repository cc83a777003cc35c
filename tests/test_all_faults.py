"""One run shows every fault: an error of one kind hides none of another, and none is invented."""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path
from zlib import crc32

import pytest
import yaml

from game.files.scenarios import check_scenario

CASES = Path(__file__).parent / "cases"
TINY = CASES / "tiny"

HIDES = {"yaml-syntax", "not-text", "missing-file", "bad-id", "bad-page"}
"""After these a file, or what an id names, cannot be read on."""

SAME_ACT = {"paper-for-the-host-alone", "unknown-kind"}
"""Of the act whose kind is unknown nobody can say whether it lays a paper down."""

SAME_KIND = {"paper-for-the-host-alone", "two-ways-to-lay-a-paper"}
"""The second way is the one that the first fault took away."""

SAME_SUM = {"three-decimals", "weights-of-a-seat"}
"""What a number adds up to that cannot be read nobody can say."""

SAME_RANGE = {"bad-range", "choice-out-of-range"}
"""What would leave a range that cannot be read nobody can say."""

SAME_LIFE = {"acts-when-he-is-dead", "dies-before-he-is-born"}
"""Of a life that ends before it begins nobody can say who acts after it."""

SAME = (SAME_ACT, SAME_KIND, SAME_SUM, SAME_RANGE, SAME_LIFE)

CLOCK = {
    "bad-date",
    "bad-number",
    "ends-before-it-starts",
    "no-day-of-the-year",
    "no-such-month",
    "on-no-road",
}
"""Where these are wrong, nobody can say on which day something is told, or was."""
DATED = {"not-alive", "out-of-office", "not-yet", "too-fast", "ice-bound"}

OF_SITTINGS = {"contradiction", "missing-key"}
"""What can be, and what stands beside them, nobody can say without a number of sittings."""


def seeds() -> dict[str, dict]:
    """Return the single faults that put other words into the same file, in one line."""
    found = {}
    for path in sorted((CASES / "broken").glob("*/case.yaml")):
        said = yaml.load(path.read_text(), yaml.BaseLoader)
        same_lines = said.get("replace", "\n").count("\n") == said.get("with", "").count("\n")
        codes = {fault["code"] for fault in said["faults"]}
        if "replace" in said and same_lines and not codes & HIDES and path.parent.name != "alias":
            found[path.parent.name] = said
    return found


def codes_of(name: str) -> set[str]:
    return {fault["code"] for fault in SEEDS[name]["faults"]}


SEEDS = seeds()
PAIRS = [
    (one, other)
    for one, other in combinations(SEEDS, 2)
    if {one, other} not in SAME
    and not ("bad-number" in (one, other) and OF_SITTINGS & (codes_of(one) | codes_of(other)))
    and not ({one, other} & CLOCK and DATED & (codes_of(one) | codes_of(other)))
    and not set(SEEDS[one]["replace"].split("\n")) & set(SEEDS[other]["replace"].split("\n"))
]


def found_with(folder: Path, *names: str) -> set[tuple[str, str, int]] | None:
    """Return the faults of the tiny scenario with these in it; `None` where they do not fit."""
    shutil.copytree(TINY, folder)
    for name in names:
        file, old = folder / SEEDS[name]["file"], SEEDS[name]["replace"]
        if file.read_text().count(old) != 1:
            return None
        file.write_text(file.read_text().replace(old, SEEDS[name]["with"]))
    return {(fault.code, fault.file, fault.line) for fault in check_scenario(folder)}


def wanted_of(name: str) -> set[tuple[str, str, int]]:
    return {(f["code"], f["file"], int(f["line"])) for f in SEEDS[name]["faults"]}


SOME = [names for names in PAIRS if crc32("+".join(names).encode()) % 13 == 0]
"""A part of them that stays the same when a fault is added."""


@pytest.mark.parametrize("names", SOME, ids="+".join)
def test_two_faults_are_both_reported_and_nothing_else(names, tmp_path):
    found = found_with(tmp_path / "tiny", *names)
    if found is None:
        pytest.skip("one takes the other's words away")
    assert found == wanted_of(names[0]) | wanted_of(names[1])


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (
            [
                ("scenario.yaml", "version: 1", "version: one"),
                ("events/river.yaml", "trust: +3", "trst: +3"),
            ],
            [("bad-number", "scenario.yaml", 3, 10), ("unknown-name", "events/river.yaml", 12, 14)],
        ),
        (
            [
                ("tables/ferry.yaml", "    options:\n      high", "    optoins:\n      high"),
                ("tables/ferry.yaml", "miller: 70}, land: 3", "miler: 70}, land: 3"),
            ],
            [
                ("unknown-key", "tables/ferry.yaml", 12, 5),
                ("unknown-id", "tables/ferry.yaml", 14, 58),
            ],
        ),
        (
            [("scenario.yaml", "range: 0-100, start: 30", "range: wide, start: 300")],
            [("bad-range", "scenario.yaml", 13, 36)],
        ),
        (
            [
                ("events/river.yaml", "    source: ledger", "    soruce: ledger"),
                ("endings.yaml", "group: fare, title", "group: far, title"),
            ],
            [("unknown-id", "endings.yaml", 12, 22), ("unknown-key", "events/river.yaml", 20, 5)],
        ),
        (
            [
                ("sources.yaml", "{cite", "{cite: {"),
                ("endings.yaml", "and verdict = ratified", "and verdict = ratifed"),
            ],
            [("unknown-word", "endings.yaml", 8, 31), ("yaml-syntax", "sources.yaml", 2, 1)],
        ),
        (
            [
                ("scenario.yaml", "title: The Ferry", "title: The: Ferry"),
                ("tables/ferry.yaml", "danger: 1-5", "danger: x-5"),
                ("tables/ferry.yaml", "needs: flood", "neds: flood"),
                ("endings.yaml", "and verdict = ratified", "and verdict = ratifed"),
            ],
            [
                ("yaml-syntax", "scenario.yaml", 2, 11),
                ("bad-range", "tables/ferry.yaml", 26, 1),
                ("unknown-key", "tables/ferry.yaml", 26, 1),
                ("unknown-word", "endings.yaml", 8, 31),
            ],
        ),
    ],
)
def test_what_follows_from_a_fault_is_not_said(changes, wanted, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    for file, old, new in changes:
        assert (folder / file).read_text().count(old) == 1
        (folder / file).write_text((folder / file).read_text().replace(old, new))
    found = {(fault.code, fault.file, fault.line) for fault in check_scenario(folder)}
    assert found == {(code, file, line) for code, file, line, _ in wanted}


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("scenario.yaml", "purpose:", "purposee:", "unknown-key scenario.yaml:7:1"),
        ("events/river.yaml", "events:", "eveents:", "unknown-key events/river.yaml:1:1"),
        ("sources.yaml", "  ledger", "  leger", "unknown-source sources.yaml:2:3"),
        ("codex/river.md", "source: ledger", "source: leger", "unknown-source codex/river.md:3:9"),
    ],
)
def test_one_misspelt_word_is_one_fault(file, old, new, place, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    text = (folder / file).read_text()
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new))
    found = [f"{f.code} {f.file}:{f.line}:{f.column}" for f in check_scenario(folder)]
    assert found == [place]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("endings.yaml", "ending.yaml"),
        ("advisers.yaml", "advisers.yml"),
        ("codex/river.md", "codex/river.markdown"),
        ("events", "event"),
    ],
)
def test_a_file_that_nothing_reads_is_told(old, new, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / old).rename(folder / new)
    strays = [f.file for f in check_scenario(folder) if f.code == "unread-file"]
    assert strays == [f"{new}/river.yaml" if old == "events" else new]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("briefs/miller.md", "briefs/miller.md.txt"),
        ("briefs/miller.md", "briefs/miller.markdown"),
        ("sources.yaml", "sources.yaml.txt"),
        ("events/river.yaml", "events/river.yml"),
        ("codex/river.md", "codexx/river.md"),
    ],
)
def test_a_file_by_another_name_is_told_with_the_name_that_is_read(old, new, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / new).parent.mkdir(exist_ok=True)
    (folder / old).rename(folder / new)
    found = check_scenario(folder)
    assert [f.hint for f in found if f.file == new] == [f"rename it to {old}"]
    assert {str(f.code) for f in found}.isdisjoint({"missing-brief", "unused-source"})


@pytest.mark.parametrize("file", ["endings.yaml", "codex/rules.md", "briefs/common.md"])
def test_what_a_player_looks_for_and_does_not_find_is_told(file, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / file).unlink()
    missing = [fault for fault in check_scenario(folder) if fault.code == "missing-file"]
    assert [(fault.file, fault.is_error) for fault in missing] == [(file, False)]


def test_a_scene_that_stands_in_two_files_is_told_with_the_place_of_the_other(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    scenes = (folder / "events" / "river.yaml").read_text()
    (folder / "events" / "road.yaml").write_text(scenes)
    said = [f.message for f in check_scenario(folder) if f.file == "events/road.yaml"]
    assert said
    assert all("stands in events/river.yaml, line " in message for message in said)


def test_ids_that_no_comma_parts_are_told_so(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    scenes = folder / "events" / "river.yaml"
    scenes.write_text(scenes.read_text().replace("source: ledger", "source: [ledger log]", 1))
    (fault,) = check_scenario(folder)
    assert fault.hint == "a comma between them? write [ledger, log]"
    scenes.write_text(scenes.read_text().replace("[ledger log]", "ledger\n    cast: [wang ivan.a]"))
    (fault,) = (fault for fault in check_scenario(folder) if fault.code == "bad-id")
    assert fault.hint == "a comma between them? write [wang, ivan.a]"


@pytest.mark.parametrize(
    ("page", "line", "hint"),
    [
        ("title: T\nkind: place\nWide.\n\nAnd deep.\n", 3, "put an empty line before line 3"),
        ("title: T\nkind place\nsource: ledger\n\nWide.\n", 2, "write it as `KEY: VALUE`"),
        ("title: T\nsource: [ledger\n\nWide.\n", 2, "close it with ]"),
        ("Wide.\n\nAnd deep.\n", 1, "begin with a line such as `title: The Zeya`"),
    ],
)
def test_a_page_whose_head_is_not_parted_from_its_text_is_told_where(page, line, hint, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "codex" / "river.md").write_text(page)
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.line) == ("bad-page", line)
    assert fault.hint.startswith(hint)


def test_a_source_is_not_unused_whose_citation_cannot_be_read(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "codex" / "river.md").write_text("title: T\nsource: Log Book\n\nWide.\n")
    with (folder / "sources.yaml").open("a") as sources:
        sources.write("  log-book: {cite: C, side: modern, weight: design}\n")
    assert [fault.code for fault in check_scenario(folder)] == ["bad-id"]


def test_a_day_is_guessed_that_lacks_a_zero(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    cover = folder / "scenario.yaml"
    cover.write_text(cover.read_text().replace("start: 1858-05-22", "start: 1858-5-22"))
    (fault,) = check_scenario(folder)
    assert (fault.line, fault.hint) == (5, "did you mean 1858-05-22?")


def test_a_source_of_a_page_is_found_where_it_stands(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "codex" / "river.md").write_text("title: T\nsource: ledger, leger\n\nWide.\n")
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.line, fault.column) == ("unknown-source", 2, 17)


def test_a_misspelt_table_is_found_in_the_cover(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    cover = folder / "scenario.yaml"
    cover.write_text(cover.read_text().replace("table: ferry", "table: fery"))
    (fault,) = check_scenario(folder)
    assert (fault.code, fault.line, fault.column) == ("unknown-id", 11, 8)
    assert fault.hint == "did you mean ferry?"


def test_a_misspelt_id_with_many_uses_is_told_where_it_is_given(tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    file = folder / "sources.yaml"
    file.write_text(file.read_text().replace("ledger:", "leger:"))
    (fault,) = check_scenario(folder)
    assert (fault.file, fault.line, fault.column) == ("sources.yaml", 2, 3)
    assert fault.message == "leger is called ledger where it is used, 6 times"
