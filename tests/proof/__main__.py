"""Runs the long proofs and prints a figure and a bar for each: `python -m tests.proof [--plays N]`.

Exits with 1 when a claim does not hold. What is only sampled in `make test` is run here in full.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import mean, median
from typing import NamedTuple

from game.files.scenarios import read_scenario
from game.policy.craft import Craft
from game.policy.hunt import Hunt, Line
from game.policy.integrative import Integrative
from game.policy.official import Official
from game.policy.personas import persona
from game.policy.protocol import Policy
from game.rules import Rules
from game.rules.court import Verdict
from game.state import CLAIMANT, HOST, seen_by
from tests.proof import bill, calibration, reasons
from tests.proof.claim import Claim

SCENARIO = "aigun-six-days"
JUDGED = range(100_000, 100_200)
"""Seeds that no player was tuned on."""
Make = Callable[[Rules, str], Policy]


class Played(NamedTuple):
    """What is kept of one play."""

    lasting: int
    paper: int
    verdict: str
    coercion: int
    temper: str
    sittings: int


def played(rules: Rules, make: Make, seeds: Sequence[int]) -> list[Played]:
    """Return one play of a claimant for each seed."""
    plays = []
    for seed in seeds:
        policies: tuple[Policy, Policy] = (make(rules, str(seed)), Official(rules))
        state = rules.opening(str(seed))
        while state.ended is None:
            view = seen_by(state.seat, state)
            legal = rules.legal_decisions(state)
            state = rules.follow(state, policies[state.seat].choose(view, legal))
        outcome, man = rules.outcome(state), state.men[HOST]
        if outcome is None or man is None:
            raise AssertionError("the talks are over")
        plays.append(
            Played(
                outcome.lasting[CLAIMANT],
                outcome.values[CLAIMANT],
                str(outcome.verdict),
                outcome.coercion,
                rules.table.tempers[HOST][man.temper].id,
                state.sitting,
            )
        )
    return plays


def crafted(**switches: object) -> Make:
    """Return the maker of an integrative claimant with some parts of the craft changed."""
    craft = Craft(**switches)  # type: ignore[arg-type]
    return lambda rules, _: Integrative(rules, craft)


def average(plays: Sequence[Played]) -> float:
    """Return the mean lasting value in points."""
    return mean(p.lasting for p in plays) / 100


def claims_of_craft(rules: Rules) -> Iterator[Claim]:
    """Yield claims c, f, m, n: what craft, asking and pressure are worth."""
    whole = played(rules, crafted(), JUDGED)
    own = average(whole)
    hard = average(played(rules, lambda r, key: persona("hawk", r, key), JUDGED))
    yield Claim("c integrative beats hard bargaining", f"{own:.1f} : {hard:.1f}", ">", own > hard)
    for name, switches in (
        ("f asking", {"asks": 0, "rather": False, "tells": False}),
        ("f arguing", {"argues": False}),
        ("f the memorial", {"memorial": False}),
        ("f courtesy", {"courtesies": 0}),
    ):
        without = average(played(rules, crafted(**switches), JUDGED))
        yield Claim(
            f"{name} is worth its sitting", f"{own:.1f} : {without:.1f}", ">", own > without
        )
    sweep = {
        n: average(played(rules, crafted(press=("display",) * n), JUDGED)) for n in (1, 2, 3, 5)
    }
    figure = ", ".join(f"{n}: {v:.1f}" for n, v in {0: own, **sweep}.items())
    yield Claim("c overreach costs: five acts of pressure", figure, "5 < 0", sweep[5] < own)
    pressed = played(rules, crafted(press=("display", "ultimatum")), JUDGED)
    coerced = [p for p in pressed if p.coercion > 0]
    lost = sum(p.verdict != Verdict.RATIFIED for p in coerced)
    yield Claim(
        "n coerced papers end in silence or worse",
        f"{100 * lost // max(1, len(coerced))} % of {len(coerced)}",
        "> 50 %",
        2 * lost > len(coerced),
    )
    signed = [p for p in whole if p.verdict != Verdict.NONE]
    silent = sum(p.verdict != Verdict.RATIFIED for p in signed)
    share = 100 * silent / len(signed)
    yield Claim("n integrative papers too", f"{share:.0f} %", "10-25 %", 10 <= share <= 25)
    yield Claim(
        "c integrative: median, sittings, ends",
        f"{median(p.lasting for p in whole) / 100:.1f}, {mean(p.sittings for p in whole):.1f}, "
        f"{dict(Counter(p.verdict for p in whole))}",
        "told",
        True,
    )


def hunted(job: tuple[str, int]) -> tuple[Line, int, int]:
    """Return the best line of one hunt, its mean over the judged men, and the plays it took."""
    key, plays = job
    rules = Rules(read_scenario(SCENARIO))
    hunt = Hunt(rules, [f"hunt {n}" for n in range(48)], key)
    best: Line = ()
    for found in hunt.run(plays):
        best = found.line
    judge = Hunt(rules, [str(seed) for seed in JUDGED], key)
    judge.open()
    return best, judge.judged(best, -1_000_000), hunt.plays


def claim_of_scripts(rules: Rules, plays: int, workers: int) -> Claim:
    """Return claim l: no fixed line comes within two points of the adaptive player."""
    own = average(played(rules, crafted(), JUDGED))
    jobs = [(f"hunt {n}", plays // workers) for n in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        hunts = list(pool.map(hunted, jobs))
    best = max(judged for _, judged, _ in hunts) / 100
    spent = sum(p for _, _, p in hunts)
    return Claim(
        "l no script", f"{best:.1f} after {spent:,} plays : {own:.1f}", "2 below", best <= own - 2
    )


def main() -> int:
    """Run every proof; return 1 when one does not hold."""
    words = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    words.add_argument("--plays", type=int, default=2_000_000, help="plays of the hunt for scripts")
    words.add_argument("--games", type=int, default=2_000, help="games that try the coach")
    words.add_argument("--workers", type=int, default=2)
    asked = words.parse_args()
    rules = Rules(read_scenario(SCENARIO))
    good = True
    for claim in claims_of_craft(rules):
        good &= show(claim)
    for proof in (reasons.claims, bill.claims, calibration.claims):
        for claim in proof(rules, range(asked.games)):
            good &= show(claim)
    good &= show(claim_of_scripts(rules, asked.plays, asked.workers))
    return int(not good)


def show(claim: Claim) -> bool:
    """Print a claim; return whether it holds."""
    mark = "holds" if claim.holds else "FAILS"
    sys.stdout.write(f"{mark}  {claim.name}: {claim.figure}  (bar: {claim.bar})\n")
    sys.stdout.flush()
    return claim.holds


if __name__ == "__main__":
    sys.exit(main())
