"""The screens: first paint, keys and memory, beside the smallest Textual application.

Runs `python -m game` and `tests/bench/hello.py` in turns in a pseudo-terminal. Bars: ready within
twice the time of hello; a key within 60 ms, another screen within 120 ms, 95 times of 100; 80 MB.
"""

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.bars import line, waits
from tests.bench.ttyprobe import Key, Probe

HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
GAME = [sys.executable, "-m", "game"]
HELLO_SHOWS, GAME_SHOWS = "Hello, Amur", "Amur"
KEYS = ("down", "up") * 10
SWITCHES = ("f1", "escape") * 5
"""Opens another screen and comes back."""
RATIO_BAR, KEY_BAR, SWITCH_BAR, MEMORY_BAR = 2.0, 60.0, 120.0, 80.0


def main(runs: int = 5) -> None:
    """Print each measure beside its bar."""
    if sys.platform != "linux":
        print("the probe reads /proc and needs Linux; skipped")
        return
    with TemporaryDirectory() as home:
        os.environ["AMUR_HOME"] = home
        measured(runs)


def measured(runs: int) -> None:
    """Run both programs in turns and print what came of it."""
    hello: list[float] = []
    game: list[float] = []
    keys: list[Key] = []
    switches: list[Key] = []
    memory = []
    for _ in range(runs):
        hello += filter(None, [ready(HELLO, HELLO_SHOWS)])
        probe = Probe(GAME)
        try:
            at = probe.ready(GAME_SHOWS)
            if at is None:
                print(f"the game showed no screen; it showed:\n{probe.terminal.text().strip()}")
                return
            game.append(at)
            keys += [probe.press(key) for key in KEYS]
            switches += [probe.press(key) for key in SWITCHES]
            memory.append(probe.memory())
        finally:
            probe.close()
    print(line("hello is ready", median(hello), "ms"))
    print(line("the game is ready", median(game), "ms"))
    print(line("ratio", median(game) / median(hello), "x hello", RATIO_BAR))
    show("key to changed screen", keys, KEY_BAR)
    show("screen switch", switches, SWITCH_BAR)
    print(line("memory", median(memory), "MB", MEMORY_BAR))


def ready(command: list[str], shows: str) -> float | None:
    """Return the milliseconds until a program is ready."""
    probe = Probe(command)
    try:
        return probe.ready(shows)
    finally:
        probe.close()


def show(what: str, keys: list[Key], bar: float) -> None:
    """Print the median and the 95th percentile of keys that changed something."""
    waits(what, [key.first for key in keys], bar)


if __name__ == "__main__":
    main()
