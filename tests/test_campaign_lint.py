"""Whatever is wrong in a campaign is told at its word, and nothing that is right is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.scenarios import check_scenario
from game.scenario.faults import Code
from tests.mutants.campaigns import CALENDAR, HERE, SLIPS, Slip

FORDS = Path(__file__).parent / "campaigns" / "the-two-fords"


def test_the_two_fords_are_sound():
    found = check_scenario(FORDS)
    assert [fault for fault in found if fault.code is not Code.NOTE_NEVER_READ] == []


def test_nothing_is_told_of_a_calendar_that_fits(tmp_path):
    folder = tmp_path / "the-two-fords"
    shutil.copytree(FORDS, folder)
    (folder / "calendar.yaml").write_text(CALENDAR, encoding="utf-8")
    found = check_scenario(folder)
    assert [fault for fault in found if fault.code is not Code.NOTE_NEVER_READ] == []


def test_a_note_that_only_what_comes_later_asks_for_is_read(tmp_path):
    folder = tmp_path / "the-two-fords"
    shutil.copytree(FORDS, folder)
    path = folder / "actions.yaml"
    text = path.read_text(encoding="utf-8")
    asking = text.replace("later: {after: 1", "later: {after: 1, if: not note.upper-sounded")
    before = unread(folder)
    path.write_text(asking, encoding="utf-8")
    assert before - unread(folder) == {"nothing asks for note.upper-sounded"}


def unread(folder):
    """Return what is told of notes that nothing asks for."""
    faults = check_scenario(folder)
    return {fault.message for fault in faults if fault.code is Code.NOTE_NEVER_READ}


def named(slip: Slip) -> str:
    """Return what a slip is called among the tests."""
    return f"{slip.file}: {' '.join(slip.now.split())[:50]}"


@pytest.mark.parametrize("slip", SLIPS, ids=named)
def test_a_slip_is_told_at_its_word(slip, tmp_path):
    folder = tmp_path / "the-two-fords"
    shutil.copytree(FORDS, folder)
    (folder / "calendar.yaml").write_text(CALENDAR, encoding="utf-8")
    path = folder / slip.file
    text = path.read_text(encoding="utf-8")
    assert text.count(slip.was) == 1
    marked = text.replace(slip.was, slip.now)
    before = marked[: marked.index(HERE)]
    path.write_text(marked.replace(HERE, ""), encoding="utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    faults = check_scenario(folder)
    found = [(f.file, f.line, f.column, str(f.code)) for f in faults]
    assert (slip.file, line, column, slip.code) in found
    assert all(fault.hint for fault in faults)
