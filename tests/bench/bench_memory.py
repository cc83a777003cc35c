"""Memory and stalls of a long sitting: what is collected, and what a watched play leaves behind.

One process plays on a screen that nobody sees. A collection stops everything while it lasts; a
reload is done beside the screen, and yet stops it in slices. Times are of the processor.
"""

import asyncio
import gc
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from textual.pilot import Pilot

from game.cli.seating import seating
from game.files.folders import shipped
from game.files.library import Library
from game.files.plays import heading_for, rules_of, start_play
from game.tui import following
from game.tui.app import AmurApp
from game.tui.shelf import Shelf, Wanted
from game.tui.sweeping import sweep_in_pauses
from tests.bench.bars import line

SCENARIO, SEAT, SEED, SIZE = "aigun-six-days", "muraviev", "7", (120, 40)
FILE, TITLE = "scenario.yaml", "title: "
KEYS = ("space", "1") * 20
TICK = 0.002
LONGEST_BAR, SLICE_BAR, LEFT_BAR = 90.0, 150.0, 0.5


class Collections:
    """How long each collection took, in milliseconds."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._began = 0.0

    def __call__(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._began = process_time()
        else:
            self.took.append(1000 * (process_time() - self._began))


def main(reloads: int = 16) -> None:
    """Print each measure, where there is one beside its bar."""
    if sys.platform != "linux":
        print("it reads /proc and needs Linux; skipped")
        return
    with TemporaryDirectory() as home:
        os.environ["AMUR_HOME"] = home
        folder = Path(shutil.copytree(shipped() / SCENARIO, Path(home) / SCENARIO))
        asyncio.run(_sat_through(folder, Path(home), reloads))


async def _sat_through(folder: Path, home: Path, reloads: int) -> None:
    following.EVERY = 0.02
    rules = rules_of(str(folder), None, None)
    kept = start_play(rules, heading_for(rules, SEED, SEAT), seating, Library(home))
    game = AmurApp(Shelf(seating, home), kept, Wanted(scenario=str(folder), watch=True))
    sweep_in_pauses(game)
    del rules, kept
    async with game.run_test(size=SIZE) as pilot:
        await asyncio.sleep(3)  # what is imported beside the first screen is there then
        with _collected() as collections:
            for key in KEYS:
                await pilot.press(key)
            await pilot.press("f1", "escape", "m", "escape")
        _show("play", collections, LONGEST_BAR)
        await _reloaded(game, pilot, folder, reloads)


async def _reloaded(game: AmurApp, pilot: Pilot[None], folder: Path, reloads: int) -> None:
    cover = folder / FILE
    text = cover.read_text()
    slices: list[float] = []
    held: list[float] = []
    with _collected() as collections:
        for at in range(reloads):
            cover.write_text(text.replace(TITLE, f"{TITLE}Version {at}, ", 1))
            slices.append(await _longest_slice(game))
            await pilot.pause()
            held.append(_megabytes())
    _show("reloads", collections, SLICE_BAR)
    half = reloads // 2
    left = (held[-1] - held[half]) / (reloads - 1 - half)
    print(line("a reload, longest slice", max(slices), "ms", SLICE_BAR))
    print(line("a reload, middling slice", median(slices), "ms"))
    print(line("a reload leaves behind", left, "MB", LEFT_BAR))
    print(line("held at the end", held[-1], "MB"))


async def _longest_slice(game: AmurApp) -> float:
    """Wait until the play is shown anew; return the longest time in which nothing else went on."""
    longest, before = 0.0, id(game.playing)
    for _ in range(5000):
        began = process_time()
        await asyncio.sleep(TICK)
        longest = max(longest, process_time() - began)
        if id(game.playing) != before and game.is_playing:
            return 1000 * longest
    raise TimeoutError("the play was not carried over")


@contextmanager
def _collected() -> Iterator[Collections]:
    collections = Collections()
    gc.callbacks.append(collections)
    try:
        yield collections
    finally:
        gc.callbacks.remove(collections)


def _show(what: str, collections: Collections, bar: float) -> None:
    longest = max(collections.took, default=0)
    print(line(f"{what}, collections in all", sum(collections.took), "ms"))
    print(line(f"{what}, longest collection", longest, "ms", bar))


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
