"""What the other tests run in their own process says and keeps the same in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.in_lines import SCENARIO, Said, amur, in_a_process

LINES = Path(__file__).parent / "cases" / "plain"
NUMBERS = (LINES / "muraviev-numbers.txt").read_text(encoding="utf-8")
HOST = (LINES / "yishan-numbers.txt").read_text(encoding="utf-8")
ASKED = "1\nnonsense\nстатус\nstatus\nmap\nrules\nlog\ndinner\nundo\nquit\n"
SIT_DOWN = ("play", SCENARIO, "--plain", "--seed", "5", "--record", "play.amur")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ((*SIT_DOWN, "--seat", "muraviev"), NUMBERS),
        ((*SIT_DOWN, "--seat", "yishan"), HOST),
        ((*SIT_DOWN, "--seat", "both"), "1\n" * 40),
        ((*SIT_DOWN, "--seat", "muraviev", "--mode", "points"), ASKED),
        (("play", "--plain"), "nonsense\n0\n"),
        ((), "1\nquit\n"),
        (("replay", f"history:{SCENARIO}"), ""),
        (("play", SCENARIO, "--seat", "gong"), ""),
        (("play", "--sea"), ""),
        (("verify", "no-such.amur"), ""),
        (("replya",), ""),
    ],
    ids=lambda given: " ".join(given)[:40].strip() if isinstance(given, tuple) else "",
)
def test_a_command_says_and_keeps_the_same_in_a_process_of_its_own(
    words: tuple[str, ...], lines: str, tmp_path: Path
) -> None:
    here = ran(amur, tmp_path / "one", words, lines)
    assert here == ran(in_a_process, tmp_path / "two", words, lines)


def ran(
    run: Callable[..., Said], home: Path, words: tuple[str, ...], lines: str
) -> tuple[Said, list[tuple[str, str]]]:
    """Return what a command says, and the files that it leaves, both without their folder."""
    home.mkdir()
    named = [str(home / word) if word == "play.amur" else word for word in words]
    said = run(*named, lines=lines, home=home)
    texts = (said.stdout.replace(str(home), "HOME"), said.stderr.replace(str(home), "HOME"))
    kept = sorted(path for path in home.rglob("*") if path.is_file())
    files = [(str(path.relative_to(home)), path.read_text(encoding="utf-8")) for path in kept]
    return Said(said.returncode, *texts), files
