"""What it takes to open the longest campaign: to read it, to tell of it, and its first screens.

The processor's time is taken, with that of all imports where a command is run. Reading is measured
beside the YAML alone, as PyYAML's C reader loads it, and its bar is a ratio of the two; the screens
are measured beside hello.
"""

import os
import sys
from collections.abc import Callable
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from subprocess import DEVNULL, run
from tempfile import TemporaryDirectory
from time import process_time

import yaml

from game.files.folders import folder_of
from game.files.scenarios import read_anew
from game.scenario.campaign_model import Campaign
from tests.bench.bars import line
from tests.bench.bench_campaign import campaigns
from tests.bench.bench_screen import GAME, HELLO, HELLO_SHOWS
from tests.bench.ttyprobe import Probe

MOST = 4.0
"""Times what PyYAML takes: it leaves out types, places and faults."""


def main(runs: int = 3) -> None:
    """Print what each way to open it takes."""
    campaign = max(campaigns(), key=lambda one: len(one.events))
    reading(campaign, runs)
    with TemporaryDirectory() as home:
        os.environ["AMUR_HOME"] = home
        for words in (["stats", campaign.id], ["replay", f"history:{campaign.id}", "--json"]):
            ran = [1000 * commanded([*GAME, *words]) for _ in range(runs)]
            print(line(f"amur {words[0]}, processor", median(ran), "ms"))
        if sys.platform == "linux":  # where the probe can look
            screens(campaign, runs)


def reading(campaign: Campaign, runs: int) -> None:
    """Print what it takes to read a campaign, beside its YAML alone."""
    folder = folder_of(campaign.id)
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    alone, whole = [], []
    for _ in range(runs):
        alone.append(took(lambda: [yaml.load(text, loader) for text in texts]))
        whole.append(took(lambda: read_anew(folder)))
    ratios = [ours / theirs for ours, theirs in zip(whole, alone, strict=True)]
    print(line(f"{campaign.id}, YAML alone", 1000 * median(alone), "ms"))
    print(line("the folder read and checked", 1000 * median(whole), "ms"))
    print(line("ratio", median(ratios), "x YAML", MOST))


def screens(campaign: Campaign, runs: int) -> None:
    """Print what the first screens take until they are drawn, beside hello."""
    seat = campaign.seasons.seat
    ways = {
        "hello": (HELLO, HELLO_SHOWS),
        "what to play": ([*GAME, "play", campaign.id], campaign.title),
        "the first season": (
            [*GAME, "play", campaign.id, "--seat", seat, "--seed", "1"],
            "season 1",
        ),
    }
    for way, (command, shows) in ways.items():
        drawn = [took_until(command, shows) for _ in range(runs)]
        print(line(f"{way}, processor", median(drawn), "ms"))


def took(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor something takes."""
    begun = process_time()
    work()
    return process_time() - begun


def commanded(command: list[str]) -> float:
    """Return how many seconds of the processor a command takes."""
    before = getrusage(RUSAGE_CHILDREN)
    run(command, check=True, stdout=DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def took_until(command: list[str], shows: str) -> float:
    """Return how many milliseconds of the processor a program takes until it shows something."""
    probe = Probe(command)
    try:
        if probe.ready(shows) is None:
            raise LookupError(f"{shows} was not shown:\n{probe.terminal.text().strip()}")
        return probe.processor()
    finally:
        probe.close()


if __name__ == "__main__":
    main()
