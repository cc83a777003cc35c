"""Plays in line mode through a pipe, for tests: what was printed, and what was kept."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCENARIO = "aigun-six-days"
ROOT = Path(__file__).parents[1]


def plain(home: Path, *words: str, lines: str) -> str:
    """Play in line mode and return what was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", *words],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "AMUR_HOME": str(home)},
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def nodes(record: Path) -> list[dict[str, str]]:
    """Return the decisions of a record, every seat's."""
    lines = map(json.loads, record.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if "do" in line]


def told(shown: str, said: str) -> str:
    """Return in one line what was answered to a line when it was last typed."""
    answer = shown.rpartition(f"> {said}\n")[2].partition("\n> ")[0]
    return " ".join(answer.split())
