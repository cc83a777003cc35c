"""Whether every ending is reached by some persona, and the documented one often enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from game.coach.aftermath import endings
from game.coach.workshop.playing import EITHER, fitting, play_once, seated
from game.rules import Rules
from game.state import CLAIMANT, HOST
from tests.proof.claim import Claim
from tests.proof.plays import rules

DOCUMENTED = "treaty-nobody-mentions"
HOST_OF_ALL = "official"
BAR = 1.0
"""Per cent of the games of the persona that comes there most."""
SLICES = 10
"""Into so many parts the games of a persona go, so that no process waits long for another."""


def claims(games: int, workers: int) -> Iterator[Claim]:
    """Yield what the personas come to, each played so often against either kind of host."""
    claimants = fitting(CLAIMANT)
    pairs = list(product(claimants, (HOST_OF_ALL, *EITHER)))
    jobs = [(*pair, range(at, games, SLICES)) for pair in pairs for at in range(SLICES)]
    reached: dict[tuple[str, str], Counter[str]] = {pair: Counter() for pair in pairs}
    with ProcessPoolExecutor(workers) as pool:
        for (name, host, _), found in zip(jobs, pool.map(_of_slice, jobs), strict=True):
            reached[name, host] += found
    every = rules().scenario.endings
    never = [id for id in every if not any(found[id] for found in reached.values())]
    figure = f"{len(every) - len(never)} of {len(every)}"
    if never:
        figure += f", not {', '.join(never)}"
    yield Claim("endings that some persona reaches", figure, "all", not never)
    often, who = max((reached[name, HOST_OF_ALL][DOCUMENTED], name) for name in claimants)
    per_cent = 100 * often / games
    yield Claim(
        "the documented ending, by who comes there most",
        f"{per_cent:.1f} % of {games:,} games of the {who} against the {HOST_OF_ALL}",
        f">= {BAR:.0f} %",
        per_cent >= BAR,
    )


def _of_slice(job: tuple[str, str, range]) -> Counter[str]:
    name, host, numbers = job
    return sum((_reached(rules(), name, host, number) for number in numbers), Counter())


def _reached(by: Rules, name: str, host: str, number: int) -> Counter[str]:
    """Return the endings of one game, as either chair is told them."""
    seed = f"endings {number}"
    final = play_once(by, seated(by, name, host, CLAIMANT, seed), seed).final
    return Counter({id for seat in (CLAIMANT, HOST) for id in endings(by, final, seat)})
