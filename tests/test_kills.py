"""A play of forty lines is killed while it is being written, and nothing that was shown is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.files.records import RecordFile, read_record
from tests.test_records_file import HEADING, NODES

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is for POSIX")
def test_no_kill_of_twenty_five_loses_a_line_that_was_shown() -> None:
    """In a process of its own: who forks had better have one thread."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.proof", "kills", "--kills", "25", "--workers", "1"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 of 25 kills lost or spoilt one of" in done.stdout


def test_a_new_file_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "play.amur"
    seen: list[bool] = []
    real = os.fsync

    def looking(file: int) -> None:
        seen.append(path.exists())
        real(file)

    monkeypatch.setattr(os, "fsync", looking)
    RecordFile.create(path, HEADING, NODES).close()
    assert seen[0] is False
    assert list(tmp_path.iterdir()) == [path]
    assert len(read_record(path).record.nodes) == len(NODES)


def test_a_disk_without_links_keeps_new_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "play.amur"
    RecordFile.create(path, HEADING, NODES).close()
    assert list(tmp_path.iterdir()) == [path]
    assert len(read_record(path).record.nodes) == len(NODES)
