"""What can never be because something else cannot is told with that, and not once more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.scenarios import check_scenario

TINY = Path(__file__).parent / "cases" / "tiny"
ICE = "when: sitting between 1 and 3 and flood >= 20"
THANKS = "when: note.mended and not chose.ice.leave"
RIVER, TOLD, LAST = "events/river.yaml", "endings.yaml", "dossiers.yaml"


def said_of(folder: Path, *changes: tuple[str, str, str]) -> list[str]:
    """Return what is said of the tiny scenario with some of its words changed."""
    shutil.copytree(TINY, folder)
    for file, old, new in changes:
        text = (folder / file).read_text()
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new))
    return [f"{f.file}:{f.line}: {f.code}: {f.message}" for f in check_scenario(folder)]


def test_what_cannot_be_because_of_a_scene_is_told_with_the_scene(tmp_path: Path) -> None:
    (said,) = said_of(
        tmp_path / "tiny",
        (RIVER, ICE, f"{ICE} and sitting > 40"),
        (LAST, "when: ended = signed,", "when: note.mended,"),
        (TOLD, "when: signed and", "when: note.mended and signed and"),
    )
    assert said.startswith(f"{RIVER}:5: contradiction: ")
    assert said.endswith(
        "; so thanks, the ending friends and a passage of the despatch can never be, either"
    )


def test_a_second_reason_is_told_too(tmp_path: Path) -> None:
    both = said_of(
        tmp_path / "tiny",
        (RIVER, ICE, f"{ICE} and sitting > 40"),
        (RIVER, THANKS, f"{THANKS} and trust > 100"),
    )
    assert [said.split(": ")[0] for said in both] == [f"{RIVER}:5", f"{RIVER}:24"]


def test_what_a_choice_asks_is_told_beside_its_impossible_scene(tmp_path: Path) -> None:
    both = said_of(
        tmp_path / "tiny",
        (RIVER, ICE, f"{ICE} and sitting > 40"),
        (RIVER, "if: not paper or", "if: flood > 100 and"),
    )
    assert [said.split(": ")[0] for said in both] == [f"{RIVER}:5", f"{RIVER}:16"]


def test_where_only_the_track_is_missing_that_a_scene_would_raise(tmp_path: Path) -> None:
    (said,) = said_of(
        tmp_path / "tiny",
        ("scenario.yaml", "starts:\n  spring: {title: High water, tracks: {flood: 90}}\n", ""),
        (RIVER, ICE, "when: sitting > 40"),
        (RIVER, THANKS, f"{THANKS} and flood >= 33"),
        ("advisers.yaml", "flood > 50", "flood > 20"),
    )
    assert said.startswith(f"{RIVER}:5")


def test_scenes_that_wait_for_each_other_are_told_as_one(tmp_path: Path) -> None:
    (said,) = said_of(
        tmp_path / "tiny",
        (RIVER, ICE, "when: chose.thanks.eat"),
        (RIVER, "note: mended, schedule: {event: thanks, after: 1}", "note: mended"),
    )
    assert said.startswith(f"{RIVER}:5: contradiction: chose.thanks.eat can never hold")
    assert said.endswith("; so thanks can never be, either")


def test_a_condition_that_only_leaves_a_scene_to_its_schedule_is_told(tmp_path: Path) -> None:
    turned = "when: note.mended and sitting between 3 and 2"
    (said,) = said_of(tmp_path / "tiny", (RIVER, THANKS, turned))
    assert said == f"{RIVER}:24: contradiction: sitting between 3 and 2 can never hold"


@pytest.mark.parametrize(
    ("more", "line", "said"),
    [
        ("", 3, "it leaves nothing to strangers and last, which stand behind it"),
        ("  first: {group: fare, title: A, text: A., mark: likely}\n", 7, "friends, strangers"),
    ],
)
def test_endings_behind_one_that_is_always_told_are_told_with_it(
    tmp_path: Path, more: str, line: int, said: str
) -> None:
    last = "  last: {group: fare, title: A, text: A., mark: likely}\n"
    (found,) = said_of(
        tmp_path / "tiny",
        (TOLD, "  friends:\n", f"{more}  friends:\n"),
        (TOLD, "when: signed and verdict = ratified and goodwill >= 40", "when: true"),
        (TOLD, "do not., mark: likely}", f"do not., mark: likely}}\n{last}"),
    )
    assert said in found
