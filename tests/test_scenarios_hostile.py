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
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are set by Linux")

TINY = Path(__file__).parent / "cases" / "tiny"
SECONDS = 20
BYTES = 150_000_000
"""Beyond the 50 MB that the program itself has."""
EVENTS, COVER, TABLE = "events/river.yaml", "scenario.yaml", "tables/ferry.yaml"
DEEP = 100_000


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what puts other words into a file."""

    def work(folder: Path) -> None:
        text = (folder / file).read_text()
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new), errors="surrogatepass")

    return work


def held(file: str, data: str | bytes) -> Callable[[Path], None]:
    """Return what makes a file hold this and nothing else."""

    def work(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return work


def grown(file: str) -> Callable[[Path], None]:
    """Return what lets a file have 50 MB."""

    def work(folder: Path) -> None:
        (folder / file).touch()
        os.truncate(folder / file, 50_000_000)

    return work


def instead(file: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return what puts something else where a file is expected."""

    def work(folder: Path) -> None:
        (folder / file).unlink(missing_ok=True)
        make(folder / file)

    return work


def of_lots(name: str, text: str, count: int) -> Callable[[Path], None]:
    """Return what writes many files."""

    def work(folder: Path) -> None:
        for number in range(count):
            (folder / name.format(number)).write_text(text.format(number))

    return work


def laughs(levels: int) -> str:
    """Return a document that would have 9 to the power of the levels words."""
    lines = ["a0: &a0 [ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def whole_shelf(folder: Path) -> None:
    """Let the folder of scenes be the folder itself."""
    shutil.rmtree(folder / "events")
    (folder / "events").symlink_to(".")


FAULTY_SCENES = "events:\n" + "".join(
    f"  s-{n}: {{title: T, seat: nobody-{n}, text: T, when: flod > {n}, weigth: 1, first: on}}\n"
    for n in range(2500)
)
FAULTY_CHOICES = "".join(
    f"      c{n}: {{say: S, if: flod > {n}, do: {{trst: +1, reveal: nothing}}}}\n"
    for n in range(2000)
)
LONG = " and ".join(["flood >= 20"] * 7000)

HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "billion-laughs": (held(EVENTS, laughs(60)), f"{EVENTS}:1:5: forbidden-yaml"),
    "fifty-megabytes": (grown(EVENTS), f"{EVENTS}:1:1: too-big"),
    "big-history": (grown("history.amur"), "history.amur:1:1: too-big"),
    "many-values": (held(EVENTS, "events: [" + "a," * 100_000 + "]"), f"{EVENTS}:1:"),
    "deep-flow": (held(EVENTS, "events: " + "[" * DEEP), f"{EVENTS}:1:"),
    "deep-mappings": (held(EVENTS, "events: " + "{a: " * DEEP), f"{EVENTS}:1:"),
    "deep-lists": (held(EVENTS, "- " * DEEP), f"{EVENTS}:1:"),
    "deep-keys": (held(EVENTS, "? " * DEEP), f"{EVENTS}:1:"),
    "deep-blocks": (
        held(EVENTS, "".join(f"{' ' * n}a:\n" for n in range(1200))),
        f"{EVENTS}:61:",
    ),
    "long-expression": (
        replaced(EVENTS, "sitting between 1 and 3 and flood >= 20", LONG),
        f"{EVENTS}:5:",
    ),
    "long-number": (replaced(COVER, "version: 1", f"version: {'1' * 100_000}"), f"{COVER}:3:10"),
    "long-key": (replaced(COVER, "version: 1", f"? {'v' * 900_000}\n: 1"), f"{COVER}:3:3"),
    "many-parentheses": (
        replaced(EVENTS, "when: note.mended", f"when: {'(' * 400}note.mended"),
        f"{EVENTS}:24:31: too-deep",
    ),
    "bell-in-an-id": (replaced(EVENTS, "  thanks:", '  "th\\anks":'), f"{EVENTS}:21:3: bad-id"),
    "bidi-in-an-id": (
        replaced(EVENTS, "  thanks:", "  th\u202eanks:"),
        f"{EVENTS}:21:3: bad-id",
    ),
    "nul": (held(EVENTS, "events: {a\0b: c}"), f"{EVENTS}:1:11: yaml-syntax"),
    "escaped-nul": (replaced(EVENTS, "  thanks:", '  "th\\0anks":'), f"{EVENTS}:21:3: bad-id"),
    "surrogate": (replaced(EVENTS, "Thanks", "\ud800"), f"{EVENTS}:22:12: not-text"),
    "escaped-surrogate": (replaced(EVENTS, "Thanks", '"\\ud800"'), f"{EVENTS}:22:"),
    "utf-16": (held(EVENTS, "events: {}".encode("utf-16")), f"{EVENTS}:1:1: not-text"),
    "table-outside": (replaced(COVER, "table: ferry", "table: ../x"), f"{COVER}:11:8: bad-id"),
    "map-outside": (held("map/view.yaml", "geography: ../x"), "map/view.yaml:1:12: bad-id"),
    "brief-outside": (
        replaced(COVER, "brief: ferryman", "brief: ../../x"),
        f"{COVER}:9:68: bad-id",
    ),
    "page-of-another-name": (held("codex/a\u202eb.md", "title: T\n\nT"), "b.md:1:1: bad-id"),
    "link-outside": (
        instead(EVENTS, lambda path: path.symlink_to("/etc/passwd")),
        f"{EVENTS}:1:1: outside-folder",
    ),
    "linked-page": (
        instead("codex/river.md", lambda path: path.symlink_to("/etc/passwd")),
        "codex/river.md:1:1: outside-folder",
    ),
    "loop": (
        instead(EVENTS, lambda path: path.symlink_to(path.name)),
        f"{EVENTS}:1:1: missing-file",
    ),
    "shelf-in-itself": (whole_shelf, "events/endings.yaml:1:1: unknown-key"),
    "pipe": (instead(EVENTS, os.mkfifo), f"{EVENTS}:1:1: missing-file"),
    "pipe-for-a-cover": (instead(COVER, os.mkfifo), f"{COVER}:1:1: missing-file"),
    "pipe-for-history": (instead("history.amur", os.mkfifo), "history.amur:1:1: missing-file"),
    "device": (
        instead("codex/river.md", lambda path: path.symlink_to("/dev/zero")),
        "codex/river.md:1:1: missing-file",
    ),
    "folder-for-a-file": (instead("sources.yaml", Path.mkdir), "sources.yaml:1:1: missing-file"),
    "folder-for-dossiers": (
        instead("dossiers.yaml", Path.mkdir),
        "dossiers.yaml:1:1: missing-file",
    ),
    "thousands-of-scenes": (
        of_lots("events/{}.yaml", "e{}: {{}}", 1100),
        "events/0.yaml:1:1: unknown-key",
    ),
    "thousands-of-pages": (of_lots("codex/p-{}.md", "title: T\n\nT", 1100), "too-big"),
    "thousands-of-faults": (held(EVENTS, FAULTY_SCENES), f"{EVENTS}:2:"),
    "thousands-of-choices": (
        replaced(EVENTS, "    choices:\n      eat:", f"    choices:\n{FAULTY_CHOICES}      eat:"),
        f"{EVENTS}:27:",
    ),
    "thousands-of-tabs": (held(EVENTS, "\t\n" * 400_000), f"{EVENTS}:1:1: forbidden-yaml"),
    "thousands-of-doubles": (held(EVENTS, "events: 1\n" * 15_000), f"{EVENTS}:2:1: duplicate-key"),
}


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
