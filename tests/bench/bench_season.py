"""The screen of the seasons at three sizes of a terminal: keys, and the processor's time of each.

Bars, 95 times of 100: 60 ms until a key that moves over orders shows, 120 ms until whatever brings
another screen does, or what was decided. A busy machine lengthens these; the processor's time is
told beside them. 80 MB at most may be taken, by a hand that rests for a second at most.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.bars import line, waits
from tests.bench.bench_screen import GAME, MEMORY_BAR
from tests.bench.ttyprobe import Key, Probe

SIZES = ((80, 24), (120, 40), (200, 60))
PLAY = [*GAME, "play", "the-governor", "--seat", "muraviev", "--seed", "3"]
SHOWS, SCENE = "left ·", "Your choice"
WAITS = ("A scene ─", "Another scene ─")
"""What stands over choices that Space opens."""
SEASONS = 8
KEY_BAR, SWITCH_BAR = 60.0, 120.0
READ = 1.0
"""Seconds in which new lines are left alone: a key that comes sooner is not taken for an answer."""


class Pressed(NamedTuple):
    """What one key took, in milliseconds."""

    shown: float | None
    processor: float


def main(seasons: int = SEASONS) -> None:
    """Print of each size what every kind of key takes."""
    if sys.platform != "linux":
        print("the probe reads /proc and needs Linux; skipped")
        return
    for size in SIZES:
        with TemporaryDirectory() as home:
            os.environ["AMUR_HOME"] = home
            with begun(size) as probe:
                columns, rows = size
                print(f"{columns}x{rows}")
                for kind, keys in measured(probe, seasons).items():
                    show(kind, keys, KEY_BAR if kind == "over orders" else SWITCH_BAR)
                print(line("memory", probe.memory(), "MB", MEMORY_BAR))


@contextmanager
def begun(size: tuple[int, int]) -> Iterator[Probe]:
    """Yield a probe in which a campaign is played, with its first screen drawn."""
    probe = Probe(PLAY, size=size)
    try:
        if probe.ready(SHOWS) is None:
            raise LookupError(f"no season was shown:\n{probe.terminal.text().strip()}")
        yield probe
    finally:
        probe.close()


def measured(probe: Probe, seasons: int) -> dict[str, list[Pressed]]:
    """Return what keys took, by what they do."""
    took: dict[str, list[Pressed]] = {}

    def press(kind: str, *keys: str) -> None:
        took.setdefault(kind, []).extend(pressed(probe, key) for key in keys)

    for number in range(seasons):
        answer(probe)
        press("over orders", *("down", "up") * 2)
        press("a group of orders", "1")
        time.sleep(READ)
        press("an order", "1")
        answer(probe)
        if number % 2 == 0:
            press("the map", "m", "escape")
            press("a long page", "?", "escape")
            press("the causes", "l", "escape")
        press("a season", "s")
    return took


def answer(probe: Probe) -> None:
    """Read scenes and answer them by their first choice until orders are asked for."""
    while any(title in (seen := probe.terminal.text()) for title in (SCENE, *WAITS)):
        time.sleep(READ)
        probe.press("1" if SCENE in seen else "space")


def pressed(probe: Probe, key: str) -> Pressed:
    """Press a key and return what it took."""
    before = probe.processor()
    shown: Key = probe.press(key)
    return Pressed(shown.first, probe.processor() - before)


def show(kind: str, keys: list[Pressed], bar: float) -> None:
    """Print how long keys of one kind took, and how many changed nothing."""
    waits(kind, [key.shown for key in keys], bar)
    print(line("   processor", sum(key.processor for key in keys) / len(keys), "ms"))


if __name__ == "__main__":
    main()
