"""The timeline of a record of ten thousand nodes: how soon it opens, and how soon a key answers.

Bars: a key within 60 ms, 95 times of 100; the screen within 120 ms; the file opens within 300.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from game.files.record_lines import line_text
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_scenario
from game.record import Cursor
from game.record.outline import Outline
from game.rules import Rules
from tests.bench.bars import line
from tests.bench.bench_record import grown
from tests.bench.bench_screen import KEY_BAR, SWITCH_BAR, show
from tests.bench.ttyprobe import Key, Probe

NODES = 10_000
SCROLLING = ("down", "up") * 10 + ("pagedown", "pageup") * 10 + ("end", "home") * 5
OPEN_BAR = 300.0


def main(runs: int = 3) -> None:
    """Print each measure beside its bar."""
    if sys.platform != "linux":
        print("the probe reads /proc and needs Linux; skipped")
        return
    with TemporaryDirectory() as home:
        os.environ["AMUR_HOME"] = home
        path = Path(home) / "play.amur"
        record = grown(Rules(read_scenario("aigun-six-days")), NODES)
        with RecordFile.create(path, record.heading):
            pass
        with path.open("a", encoding="utf-8") as file:
            file.writelines(line_text(each) + "\n" for each in (*record.lines, Cursor(1)))
        started = perf_counter()
        read = read_record(path).record
        opening = 1000 * (perf_counter() - started)
        print(line("the file opens in", opening, "ms", OPEN_BAR))
        started = perf_counter()
        rows = list(Outline(read).rows())
        print(line(f"its {len(rows):,} rows are laid out", 1000 * (perf_counter() - started), "ms"))
        measured(path, runs)


def measured(path: Path, runs: int) -> None:
    """Open the play, then its timeline, with every variation open, and press keys."""
    opening: list[Key] = []
    keys: list[Key] = []
    for _ in range(runs):
        probe = Probe([sys.executable, "-m", "game", "play", "--record", str(path)])
        try:
            if probe.ready("What happened") is None:
                print(f"no play was shown:\n{probe.terminal.text().strip()}")
                return
            opening.append(probe.press("v"))
            probe.press("o")
            keys += [probe.press(key) for key in SCROLLING]
        finally:
            probe.close()
    show("the timeline opens", opening, SWITCH_BAR)
    show("key to changed screen", keys, KEY_BAR)


if __name__ == "__main__":
    main()
