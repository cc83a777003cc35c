"""A play-test by one process and by two, in turns in the same run: how much the second one helps.

The ratio says something only where two cores are free. What the processor spends on either is told
beside it: it should be the same.
"""

from __future__ import annotations

from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from game.cli.playtest_run import Run
from game.coach.workshop.sampling import Plan
from game.state import CLAIMANT
from tests.bench.bars import line

SCENARIO = "aigun-six-days"
BAR = 1.7
ROUNDS = 3
PLAYS = {"integrative": 300, "random": 12_000}
"""How many of a persona, that either takes some ten seconds."""


def main(rounds: int = ROUNDS) -> None:
    """Print the ratio of seconds for each persona, and what the processor spent."""
    for persona, plays in PLAYS.items():
        opponent = "random" if persona == "random" else "official"
        wall: dict[int, list[float]] = {1: [], 2: []}
        spent: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(rounds):
            for workers in (1, 2):
                begun, before = perf_counter(), _processor()
                Run(Plan(SCENARIO, None, CLAIMANT, opponent, "bench", 0), workers).play(
                    [persona], plays
                )
                wall[workers].append(perf_counter() - begun)
                spent[workers].append(_processor() - before)
        for workers in (1, 2):
            print(line(f"{plays:,} plays, workers: {workers}", median(wall[workers]), "s"))
            print(line("of the processor", median(spent[workers]), "s"))
        ratios = [one / two for one, two in zip(wall[1], wall[2], strict=True)]
        print(line(f"two for one, {persona}", median(ratios), "x", BAR, least=True))


def _processor() -> float:
    """Return the seconds that the processor spent on this process and on those that it ended."""
    every = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in every)


if __name__ == "__main__":
    main()
