"""A scenario is read once while its files stay as they are, and anew when one of them changes."""

import os
from pathlib import Path

import pytest

from game.files.unchanged import MOST_KEPT, SETTLED, Unchanged

LONG_AGO = 1_000_000_000


class Readings:
    """Counts how often it is read, and returns what `said.txt` in the folder says."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, folder: Path) -> str:
        self.count += 1
        return (folder / "said.txt").read_text()


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a while have passed since the files were written, without waiting."""
    monkeypatch.setattr("game.files.unchanged.SETTLED", -SETTLED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with something to read."""
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "more.txt").write_text("more")
    (tmp_path / "said.txt").write_text("ice")
    return tmp_path


def test_what_stays_as_it_is_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    kept, read = Unchanged[str](), Readings()
    assert [kept.read(folder, read) for _ in range(3)] == ["ice"] * 3
    assert read.count == 1


@pytest.mark.parametrize("file", ["said.txt", "deeper/more.txt", "deeper/new.txt"])
def test_any_file_that_changes_is_seen(
    folder: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    kept, read = Unchanged[str](), Readings()
    kept.read(folder, read)
    (folder / file).write_text("sunshine")
    kept.read(folder, read)
    assert read.count == 2


def test_a_change_that_hides_its_time_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    said, kept, read = folder / "said.txt", Unchanged[str](), Readings()
    os.utime(said, ns=(LONG_AGO, LONG_AGO))
    assert kept.read(folder, read) == "ice"
    other = folder / "other.txt"
    other.write_text("sun")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    other.replace(said)
    assert kept.read(folder, read) == "sun"


def test_what_was_written_a_moment_ago_is_read_again(folder: Path) -> None:
    kept, read = Unchanged[str](), Readings()
    assert [kept.read(folder, read) for _ in range(2)] == ["ice"] * 2
    assert read.count == 2


def test_what_cannot_be_read_is_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    kept, read = Unchanged[str](), Readings()
    (folder / "said.txt").unlink()
    for _ in range(2):
        with pytest.raises(FileNotFoundError):
            kept.read(folder, read)
    assert read.count == 2


def test_only_the_last_few_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)
    kept, read = Unchanged[str](), Readings()
    folders = [tmp_path / str(number) for number in range(MOST_KEPT + 1)]
    for each in folders:
        each.mkdir()
        (each / "said.txt").write_text(each.name)
        kept.read(each, read)
    kept.read(folders[-1], read)
    assert read.count == MOST_KEPT + 1
    assert kept.read(folders[0], read) == "0"
    assert read.count == MOST_KEPT + 2
