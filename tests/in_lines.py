"""The `amur` command with a pipe on either side, for tests: what it printed, and what was kept.

It runs in the process of the tests; `in_a_process` runs the same as a shell does, and
test_in_lines.py holds that both say the same.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from game.cli import main

SCENARIO = "aigun-six-days"
ROOT = Path(__file__).parents[1]
NOWHERE = Path("/nonexistent/amur")
"""The library of whoever keeps nothing."""

ROWS = 24
"""Of the terminal that is typed at."""


class Said(NamedTuple):
    """What a command said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def amur(*words: str, lines: str = "", home: Path | None = None) -> Said:
    """Run the command, as where nothing has a terminal."""
    read, out, err = _pipe(lines), _pipe(), _pipe()
    with (
        patch.dict(os.environ, _environment(home)),
        patch.multiple(sys, stdin=read, stdout=out, stderr=err),
        chdir(ROOT),
    ):
        code = main(list(words))
    return Said(code, _written(out), _written(err))


def in_a_process(*words: str, lines: str = "", home: Path | None = None) -> Said:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "game", *words],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | _environment(home),
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def plain(home: Path, *words: str, lines: str) -> str:
    """Play in line mode and return what was printed."""
    done = amur("play", *words, lines=lines, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def at_keyboard(home: Path, *words: str, lines: str, term: str = "dumb") -> str:
    """Play in line mode at a terminal and return what it showed, without what was typed.

    Whatever goes to a pager is lost.
    """
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, 80, 0, 0))
    quiet = termios.tcgetattr(theirs)
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, quiet)
    with subprocess.Popen(
        [sys.executable, "-m", "game", "play", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "AMUR_HOME": str(home), "TERM": term, "PAGER": "true"},
        cwd=ROOT,
    ) as running:
        os.close(theirs)
        os.write(ours, lines.encode())
        shown = b""
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:
                break
            if not read:
                break
            shown += read
        assert running.wait(60) == 0
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def nodes(record: Path) -> list[dict[str, str]]:
    """Return the decisions of a record, every seat's."""
    lines = map(json.loads, record.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if "do" in line]


def told(shown: str, said: str) -> str:
    """Return in one line what was answered to a line when it was last typed."""
    answer = shown.rpartition(f"> {said}\n")[2].partition("\n> ")[0]
    return " ".join(answer.split())


def _environment(home: Path | None) -> dict[str, str]:
    return {"AMUR_HOME": str(home or NOWHERE), "TERM": "dumb"}


def _pipe(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", write_through=True)


def _written(pipe: io.TextIOWrapper) -> str:
    pipe.seek(0)
    return pipe.read()
