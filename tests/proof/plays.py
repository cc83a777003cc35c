"""Plays of a claimant against officials, and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from statistics import mean
from typing import Any, NamedTuple

from game.coach.workshop.playing import play_once
from game.files.scenarios import read_scenario
from game.negotiation import Package
from game.policy.craft import Craft
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.personas import persona
from game.policy.plain import Script
from game.policy.protocol import Policy
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, State

SCENARIO = "aigun-six-days"
JUDGED = tuple(range(100_000, 100_200))
"""Seeds that no player was tuned on."""
Crafted = tuple[tuple[str, object], ...]
"""Switches of a craft that differ from the whole."""


class Played(NamedTuple):
    """What is kept of one play; values in hundredths."""

    lasting: int
    paper: int
    verdict: str
    coercion: int
    temper: str
    sittings: int
    treaty: Package | None


@cache
def rules() -> Rules:
    """Return the rules of the scenario that is proved."""
    return Rules(read_scenario(SCENARIO))


def crafted(**switches: Any) -> Callable[[Rules, str], Policy]:
    """Return the maker of an integrative claimant with some parts of the craft changed."""
    craft = Craft(**switches)
    return lambda by, _: Integrative(by, craft)


def kept(by: Rules, state: State) -> Played:
    """Return what is kept of a play that is over."""
    outcome, man = by.outcome(state), state.men[HOST]
    if outcome is None or man is None:
        raise AssertionError("the talks are over")
    return Played(
        outcome.lasting[CLAIMANT],
        outcome.values[CLAIMANT],
        str(outcome.verdict),
        outcome.coercion,
        by.table.tempers[HOST][man.temper].id,
        state.sitting,
        state.treaty,
    )


def played(who: str | Crafted, seeds: Sequence[int], workers: int = 2) -> list[Played]:
    """Return one play of a persona, or of a craft, for each seed."""
    jobs = [(who, tuple(seeds[at::workers])) for at in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        parts = list(pool.map(_played, jobs))
    return [parts[at % workers][at // workers] for at in range(len(seeds))]


def played_by_line(by: Rules, line: Sequence[Decision], seed: str) -> State:
    """Return the last state of a fixed line against the man of a seed."""
    return play_once(by, (Script(by, line), Official(by)), seed).final


def average(plays: Sequence[Played]) -> float:
    """Return the mean lasting value in points."""
    return mean(p.lasting for p in plays) / 100


def _played(job: tuple[str | Crafted, tuple[int, ...]]) -> list[Played]:
    who, seeds = job
    by = rules()
    plays = []
    for seed in seeds:
        ours = (
            persona(who, by, str(seed))
            if isinstance(who, str)
            else crafted(**dict(who))(by, str(seed))
        )
        plays.append(kept(by, play_once(by, (ours, Official(by)), str(seed)).final))
    return plays
