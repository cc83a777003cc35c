"""Seeds the faults and prints what `check` says, kind by kind: python -m tests.mutants [KIND]."""

from __future__ import annotations

import sys
from collections import Counter

from tests.mutants.corpus import Mutant, corpus, together, told

RIGHT, FALSE = 0.98, 0.01


def main(*only: str) -> int:
    """Check every mutant; return 1 where the bars are missed."""
    made, right, false, findings = Counter[str](), Counter[str](), Counter[str](), 0
    for mutant in corpus():
        name = mutant.kind.name
        if only and name not in only:
            continue
        said = told([mutant])
        made[name] += 1
        right[name] += said.right
        false[name] += len(said.false)
        findings += len(said.findings)
        if not said.right:
            sys.stdout.write(f"missed  {named(mutant)}: {(mutant.becomes or '').strip()[:90]!r}\n")
        for fault in (*said.false, *(() if said.right else said.findings))[:3]:
            sys.stdout.write(f"        {named(mutant)} -> {fault}\n")
        sys.stdout.flush()
    for name, of in made.items():
        if right[name] < of or false[name]:
            sys.stdout.write(f"{name:32} {right[name]:3} of {of:3} right, {false[name]} false\n")
    total, share = made.total(), right.total() / made.total()
    sys.stdout.write(
        f"{total} mutants of {len(made)} kinds: {share:.1%} on the right line (bar {RIGHT:.0%}); "
        f"{false.total()} of {findings} findings false (bar under {FALSE:.0%})\n"
    )
    found = bool(only) or all_found()
    return int(share < RIGHT or false.total() >= findings * FALSE or not found)


def all_found() -> bool:
    """Check scenarios with several faults each; return whether one run finds all of them."""
    groups = together()
    said = [told(group) for group in groups]
    for group, one in zip(groups, said, strict=True):
        if not one.right or one.false:
            places = ", ".join(f"{'MISSED ' if m in one.missed else ''}{named(m)}" for m in group)
            sys.stdout.write(f"in one run: {places}\n")
            sys.stdout.writelines(f"        false -> {fault}\n" for fault in one.false[:3])
    found, false = sum(one.right for one in said), sum(len(one.false) for one in said)
    sys.stdout.write(
        f"all found in one run in {found} of {len(groups)} copies with three to five faults; "
        f"{false} of {sum(len(one.findings) for one in said)} findings false\n"
    )
    return found == len(groups)


def named(mutant: Mutant) -> str:
    """Return where a mutant stands, and its kind."""
    return f"{mutant.kind.name} {mutant.scenario}/{mutant.file}:{mutant.line}"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
