"""Seeds the faults and prints, kind by kind, what `check` says: `python -m tests.mutants`."""

from __future__ import annotations

import sys
from collections import Counter

from tests.mutants.corpus import corpus, together, told


def main() -> int:
    """Check every mutant; return 1 where the bars are missed."""
    made, right, false, findings = Counter[str](), Counter[str](), Counter[str](), 0
    for mutant in corpus():
        said, name = told([mutant]), mutant.kind.name
        made[name] += 1
        right[name] += said.right
        false[name] += len(said.false)
        findings += len(said.findings)
        place = f"{mutant.scenario}/{mutant.file}:{mutant.line}"
        if not said.right:
            sys.stdout.write(f"missed  {name} {place}: {mutant.becomes.strip()[:90]}\n")
        for fault in (*said.false, *(() if said.right else said.findings))[:3]:
            sys.stdout.write(f"        {name} {place} -> {fault}\n")
        sys.stdout.flush()
    for name, of in made.items():
        sys.stdout.write(f"{name:32} {right[name]:3} of {of:3} right, {false[name]} false\n")
    total, share = made.total(), right.total() / made.total()
    sys.stdout.write(
        f"{total} mutants of {len(made)} kinds: {share:.1%} on the right line (bar 98 %); "
        f"{false.total()} of {findings} findings false (bar under 1 %)\n"
    )
    for group in together():
        if not told(group).right:
            places = ", ".join(f"{m.kind.name} {m.scenario}/{m.file}:{m.line}" for m in group)
            sys.stdout.write(f"not all found in one run: {places}\n")
    return int(share < 0.98 or false.total() >= findings * 0.01)


if __name__ == "__main__":
    sys.exit(main())
