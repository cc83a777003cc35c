"""What a scenario that was written to do harm costs: `amur check` in a process of its own.

Work and memory are told beside those of checking the small scenario that `amur new` writes, in the
same run. It is to end within two seconds and 200 MB where that one takes half a second.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from game.files.scaffolding import begin_scenario
from tests.bench.bars import line
from tests.hostile import HEAVY, HOSTILE, TINY

TIMES = 4.0
"""Of the work of the small scenario's check."""
MEGABYTES = 200.0
RUNS = 5
"""Of the small scenario, of which the quickest counts."""


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    """Of work."""
    megabytes: float
    """The most that it held."""


def main() -> None:
    """Print what each folder costs, the worst first."""
    with TemporaryDirectory() as home:
        sound = Path(home) / "sound"
        begin_scenario(sound, None, None)
        bare = min(cost_of(["check", str(sound)], home) for _ in range(RUNS))
        version = min(cost_of(["--version"], home) for _ in range(RUNS))
        print(f"{'amur --version':<28}{version.seconds:8.2f} s {version.megabytes:8.0f} MB")
        print(f"{'amur check of a new one':<28}{bare.seconds:8.2f} s {bare.megabytes:8.0f} MB")
        costs = {}
        makers = {name: make for name, (make, _) in HOSTILE.items()}
        for name, make in (makers | HEAVY).items():
            folder = Path(home) / "tiny"
            shutil.copytree(TINY, folder)
            make(folder)
            costs[name] = cost_of(["check", str(folder)], home)
            shutil.rmtree(folder)
    for name, cost in sorted(costs.items(), key=lambda each: each[1], reverse=True):
        times = line(name, cost.seconds / bare.seconds, "x new", TIMES)
        print(f"{times}   {cost.seconds:.2f} s {cost.megabytes:.0f} MB")
    most = max(cost.megabytes for cost in costs.values())
    print(line("most memory", most, "MB", MEGABYTES))


def cost_of(arguments: list[str], home: str) -> Cost:
    """Return what a command takes, in a process of its own whose words nobody reads."""
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "game", *arguments],
        {**os.environ, "AMUR_HOME": home},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0)
            for out in (sys.stdout.fileno(), sys.stderr.fileno())
        ],
    )
    _, _, used = os.wait4(child, 0)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
