"""Runs the long proofs and prints a figure and a bar for each: `python -m tests.proof [PART...]`.

Exits with 1 when a claim does not hold. What is only sampled in `make test` is run here in full;
the letters are those of the claims that bind the table. Parts: ground, craft, lines, answers,
host, search, balance, reasons, bill, endings, luck, calibration, codes, kills, witnesses,
impossible, mutants, tables, campaigns (of which the rungs take an hour), scripts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from tests.proof import (
    answers,
    bill,
    calibration,
    campaigns,
    codes,
    endings,
    impossible,
    kills,
    luck,
    mutants,
    reasons,
    tables,
    witnesses,
)
from tests.proof.balance import claims_of_balance
from tests.proof.claim import Claim
from tests.proof.craft import claims_of_craft
from tests.proof.ground import claims_of_ground
from tests.proof.host import claims_of_host
from tests.proof.lines import claim_of_scripts, claim_of_waiting, claims_of_lines
from tests.proof.plays import rules
from tests.proof.search import claims_of_search


def main() -> int:
    """Run the proofs asked for, or all; return 1 when a claim does not hold."""
    words = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    words.add_argument("parts", nargs="*", help="the parts to run; all when none is named")
    words.add_argument("--plays", type=int, default=2_000_000, help="plays of the hunt for scripts")
    words.add_argument("--games", type=int, default=2_000, help="games that try the answers")
    words.add_argument("--states", type=int, default=500, help="states in which each act is tried")
    words.add_argument("--shared", type=int, default=1_000, help="plays that are sent as codes")
    words.add_argument("--pairs", type=int, default=200, help="pairs of branches that try luck")
    words.add_argument("--rungs", type=int, default=40, help="seeds that try the search's rungs")
    words.add_argument("--kills", type=int, default=1_000, help="plays that are killed")
    words.add_argument("--workers", type=int, default=2)
    asked = words.parse_args()
    numbers, workers = range(asked.games), asked.workers
    proofs: dict[str, Callable[[], Iterator[Claim]]] = {
        "ground": claims_of_ground,
        "craft": lambda: claims_of_craft(workers),
        "lines": lambda: _both(claims_of_lines(workers), claim_of_waiting(workers)),
        "answers": lambda: answers.claims(rules(), numbers),
        "host": lambda: claims_of_host(workers),
        "search": lambda: claims_of_search(workers),
        "balance": lambda: claims_of_balance(asked.states, workers),
        "reasons": lambda: reasons.claims(rules(), numbers),
        "bill": lambda: bill.claims(rules(), numbers),
        "endings": lambda: endings.claims(max(1, asked.games // 4), workers),
        "luck": lambda: luck.claims(asked.pairs),
        "calibration": lambda: calibration.claims(numbers, workers),
        "codes": lambda: codes.claims(asked.shared, workers),
        "kills": lambda: kills.claims(asked.kills, workers),
        "witnesses": witnesses.claims,
        "impossible": impossible.claims,
        "mutants": mutants.claims,
        "tables": lambda: tables.claims(workers),
        "campaigns": lambda: campaigns.claims(asked.rungs, workers),
        "scripts": lambda: claim_of_scripts(asked.plays, workers),
    }
    unknown = [part for part in asked.parts if part not in proofs]
    if unknown:
        words.error(f"there is no part {unknown[0]}; there are {', '.join(proofs)}")
    good = True
    for part, proof in proofs.items():
        if not asked.parts or part in asked.parts:
            for claim in proof():
                good &= show(claim)
    return int(not good)


def show(claim: Claim) -> bool:
    """Print a claim; return whether it holds."""
    mark = "told " if claim.bar == "told" else "holds" if claim.holds else "FAILS"
    sys.stdout.write(f"{mark}  {claim.name}: {claim.figure}  (bar: {claim.bar})\n")
    sys.stdout.flush()
    return claim.holds


def _both(*parts: Iterator[Claim]) -> Iterator[Claim]:
    for part in parts:
        yield from part


if __name__ == "__main__":
    sys.exit(main())
