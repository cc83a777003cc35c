"""Whether faults that are seeded into sound scenarios are told on their lines, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutants.corpus import corpus, together, told
from tests.proof.claim import Claim


def claims() -> Iterator[Claim]:
    """Yield what the whole corpus comes to, one fault at a time and several together."""
    singles = [told([mutant]) for mutant in corpus()]
    right = sum(said.right for said in singles)
    yield Claim(
        "single faults on the right line",
        f"{right} of {len(singles)}",
        ">= 98 %",
        right >= 0.98 * len(singles),
    )
    false, findings = (
        sum(len(said.false) for said in singles),
        sum(len(said.findings) for said in singles),
    )
    yield Claim(
        "findings elsewhere than at the fault",
        f"{false} of {findings}",
        "< 1 %",
        false < 0.01 * findings,
    )
    groups = [told(group).right for group in together()]
    yield Claim(
        "copies with three to five faults, all found in one run",
        f"{sum(groups)} of {len(groups)}",
        "all",
        all(groups),
    )
