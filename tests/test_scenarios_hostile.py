"""A scenario may come from anybody: whatever its folder holds, a sentence with its place comes.

Every folder is looked at by a process of its own that is stopped if it runs away.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from tests.hostile import HEAVY, HOSTILE, TINY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are set by Linux")

SECONDS = 20
BYTES = 150_000_000
"""Beyond the 50 MB that the program itself has."""


@pytest.fixture(scope="module", autouse=True)
def everything_is_imported() -> None:
    """Let a fork need no more than its own work."""
    for arguments in (["check", str(TINY)], ["stats", str(TINY)], ["play", "--plain", "nowhere"]):
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            main(arguments)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends_in_a_sentence_with_its_place(name, tmp_path, monkeypatch):
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    make, place = HOSTILE[name]
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    make(folder)
    checked = said_within_limits(["check", str(folder)], tmp_path / "said")
    assert (checked["code"], place in checked["out"]) == (1, True), checked
    assert len(checked["out"].splitlines()) <= 200
    assert max(map(len, checked["out"].splitlines())) < 2000
    assert checked["bytes"] < BYTES
    command = ["stats"] if len(name) % 2 else ["play", "--plain"]
    said = said_within_limits([*command, str(folder)], tmp_path / "said")
    assert (said["code"], said["out"]) == (2, ""), said
    assert "'amur check' shows" in said["err"]


@pytest.mark.parametrize("name", HEAVY)
def test_what_is_sound_and_heavy_is_looked_at_as_far_as_it_may_be(name, tmp_path, monkeypatch):
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    HEAVY[name](folder)
    checked = said_within_limits(["check", str(folder)], tmp_path / "said")
    assert checked["code"] == 0, checked
    assert checked["bytes"] < BYTES


def said_within_limits(arguments: list[str], said: Path) -> dict[str, object]:
    """Return what a command says and needs that is held to the limits."""
    before = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (spent() + SECONDS,) * 2)
            out, err = StringIO(), StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                code = main(arguments)
            found = {"code": code, "out": out.getvalue(), "err": err.getvalue()}
            said.write_text(json.dumps(found))
        except Exception:  # noqa: BLE001 - whatever it is, the parent is to hear of it
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    assert os.WIFEXITED(status), f"stopped by signal {os.WTERMSIG(status)}"
    return {**json.loads(said.read_text()), "bytes": used.ru_maxrss * 1024 - before}


def spent() -> int:
    """Return the whole seconds of work that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return round(used.ru_utime + used.ru_stime + 0.5)
