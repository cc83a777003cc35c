"""Whether thinking pays: the search against every other claimant, over the same men."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from statistics import mean, stdev

from game.coach.workshop.playing import fitting, play_once, seated
from game.state import CLAIMANT
from tests.proof.claim import Claim
from tests.proof.plays import rules

MEN = 60
SURE = 2
"""Standard errors by which it must be ahead of each."""


def claims_of_search(workers: int = 2) -> Iterator[Claim]:
    """Yield what the search is ahead of each persona by, in points of lasting value."""
    with ProcessPoolExecutor(workers) as pool:
        found = list(pool.map(_lasting, range(MEN)))
    own = [lasting["search"] for lasting in found]
    for name in fitting(CLAIMANT):
        ahead = [mine - lasting[name] for mine, lasting in zip(own, found, strict=True)]
        error = stdev(ahead) / MEN**0.5
        yield Claim(
            f"the search against the {name}",
            f"{mean(own) / 100:.1f} : {mean(own) / 100 - mean(ahead) / 100:.1f},"
            f" ahead by {mean(ahead) / 100:.1f} +- {error / 100:.1f}",
            f"> {SURE} standard errors",
            mean(ahead) > SURE * error,
        )


def _lasting(number: int) -> dict[str, int]:
    """Return what each claimant is left with by the official of one seed."""
    by, seed, found = rules(), f"search {number}", {}
    for name in (*fitting(CLAIMANT), "search"):
        policies = seated(by, name, "official", CLAIMANT, seed)
        outcome = by.outcome(play_once(by, policies, seed).final)
        assert outcome is not None
        found[name] = outcome.lasting[CLAIMANT]
    return found
