"""Measures a full-screen program through a pseudo-terminal: times to ready, per key, and memory.

A reader thread time-stamps raw chunks; they are parsed only after the program went quiet, so
that parsing never competes with it. Linux only.
"""

import os
import queue
import re
import signal
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ptyprocess import PtyProcess

from tests.bench.terminal import QUERY, UNFINISHED, Terminal

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}
"""Keys by name; a key of one character is itself."""
COLUMNS, ROWS = 120, 40


class Key(NamedTuple):
    """What one key brought about, in milliseconds; `None` when nothing changed."""

    first: float | None
    """Until the first change of the picture."""
    settled: float | None
    """Until the last one before it went quiet."""


class Probe:
    """A program in a terminal, from its start to `close`."""

    def __init__(
        self,
        command: Sequence[str],
        settle: float = 0.35,
        size: tuple[int, int] = (COLUMNS, ROWS),
    ) -> None:
        columns, rows = size
        self.settle = settle
        """Seconds without output after which the program counts as quiet.

        Long enough that a repaint which changes nothing does not hide a slow one after it.
        """
        self.terminal = Terminal(columns, rows)
        env = {k: v for k, v in os.environ.items() if k not in ("LINES", "COLUMNS", "NO_COLOR")}
        env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONUNBUFFERED": "1"}
        self._chunks: queue.Queue[tuple[float, bytes]] = queue.Queue()
        self.ended = False
        self.begun = time.perf_counter()
        self._process = PtyProcess.spawn(list(command), dimensions=(rows, columns), env=env)
        threading.Thread(target=self._read, daemon=True).start()

    def ready(self, shows: str, timeout: float = 20.0) -> float | None:
        """Return the milliseconds until the screen matched a pattern; `None` if it never did."""
        limit = self.begun + timeout
        at = None
        while chunk := self._next((limit if at is None else at + self.settle) - _now()):
            changed = self.terminal.feed(chunk[1]) and at is None
            if changed and re.search(shows, self.terminal.text()):
                at = chunk[0]
        return None if at is None else 1000 * (at - self.begun)

    def press(self, name: str, timeout: float = 1.5) -> Key:
        """Press a key and wait until the program is quiet again."""
        while chunk := self._next(0):
            self.terminal.feed(chunk[1])
        pressed = _now()
        os.write(self._process.fd, KEYS.get(name, name).encode())
        chunks: list[tuple[float, bytes]] = []
        while chunk := self._next(self.settle if chunks else pressed + timeout - _now()):
            chunks.append(chunk)
        changed = [1000 * (at - pressed) for at, data in chunks if self.terminal.feed(data)]
        return Key(changed[0], changed[-1]) if changed else Key(None, None)

    def memory(self) -> float:
        """Return the peak resident memory of the program and its children, in MB."""
        return sum(
            int(peak[1]) / 1024
            for status in Path("/proc").glob("[0-9]*/status")
            if _session(status.parent) == self._process.pid
            and (peak := re.search(r"VmHWM:\s+(\d+)", _text(status)))
        )

    def processor(self) -> float:
        """Return the milliseconds of the processor that the program's threads have taken so far."""
        threads = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum([int(text.split()[0]) for thread in threads if (text := _text(thread))]) / 1e6

    def close(self) -> None:
        """End the program."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self._process.isalive():
                os.killpg(self._process.pid, sign)
            end = _now() + 1
            while _now() < end and self._process.isalive():
                time.sleep(0.01)
        self._process.close(force=True)

    def _read(self) -> None:
        tail = b""
        try:
            while data := os.read(self._process.fd, 65536):
                self._chunks.put((_now(), data))
                seen = tail + data
                for query in QUERY.finditer(seen):
                    os.write(self._process.fd, self.terminal.answer(query))
                cut = UNFINISHED.search(seen, max(0, len(seen) - 256))
                tail = cut.group(0) if cut else b""
        except OSError:
            pass  # the program is gone
        self._chunks.put((_now(), b""))

    def _next(self, timeout: float) -> tuple[float, bytes] | None:
        try:
            chunk = self._chunks.get(timeout=max(timeout, 0.0001))
        except queue.Empty:
            return None
        self.ended |= not chunk[1]
        return None if self.ended else chunk


def _now() -> float:
    return time.perf_counter()


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


def _session(process: Path) -> int:
    fields = _text(process / "stat").rpartition(")")[2].split()
    return int(fields[3]) if len(fields) > 3 else -1
