"""The corpus: the same mutants whenever it is made, spread over files, and what `check` says."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from game.files.folders import folder_of
from game.files.scenarios import check_scenario
from game.scenario.faults import Fault
from tests.mutants.dated import DATED
from tests.mutants.kinds import KINDS, Kind

SCENARIOS = ("aigun-six-days", "the-fair-at-kulja", "handbook")
PER_KIND = 6
APART = 10
"""Lines between two mutants of one file, so that each has the lines that may be named to itself."""
CUTS = ("tab", "unclosed-quote", "bad-indentation", "unclosed-bracket", "colon-in-text")
"""After these a file cannot be read on: what else is in it is found in the next run."""


class Mutant(NamedTuple):
    """A scenario with one line of it spoilt."""

    kind: Kind
    scenario: str
    file: str
    line: int
    becomes: str


class Told(NamedTuple):
    """What was said of a mutant."""

    right: bool
    false: tuple[Fault, ...]
    findings: tuple[Fault, ...]


def corpus(per_kind: int = PER_KIND) -> list[Mutant]:
    """Return the mutants of every kind, as many of each as there are, up to a number."""
    return [mutant for kind in (*KINDS, *DATED) for mutant in _of(kind, per_kind)]


def together(copies: int = 40) -> list[list[Mutant]]:
    """Return groups of three to five mutants of one scenario that hide nothing of each other."""
    whole = [m for m in corpus(PER_KIND) if m.kind.name not in CUTS]
    groups = []
    for at in range(copies):
        scenario, size = SCENARIOS[at % len(SCENARIOS)], 3 + at % 3
        of_it = (m for m in whole if m.scenario == scenario)
        drawn = sorted(of_it, key=lambda m: blake2b(f"{at} {_draw(m).hex()}".encode()).digest())
        group: list[Mutant] = []
        for mutant in drawn:
            apart = all(
                (mutant.scenario, mutant.file) != (o.scenario, o.file)
                or abs(mutant.line - o.line) > APART
                for o in group
            )
            if apart and all(mutant.kind != other.kind for other in group):
                group.append(mutant)
            if len(group) == size:
                break
        groups.append(group)
    return groups


def told(spoilt: Sequence[Mutant]) -> Told:
    """Return what `check` says of a scenario with these faults in it."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / spoilt[0].scenario
        shutil.copytree(folder_of(spoilt[0].scenario), folder)
        for mutant in sorted(spoilt, key=lambda one: -one.line):
            path = folder / mutant.file
            lines = path.read_text(encoding="utf-8").split("\n")
            lines[mutant.line - 1] = mutant.becomes
            path.write_text("\n".join(lines), encoding="utf-8")
        found = tuple(check_scenario(folder))
    right = all(any(_is_of(fault, mutant) for fault in found) for mutant in spoilt)
    false = tuple(
        fault for fault in found if not any(_is_of(fault, m) or _follows(fault, m) for m in spoilt)
    )
    return Told(right, false, found)


def _is_of(fault: Fault, mutant: Mutant) -> bool:
    if fault.code in mutant.kind.codes:
        return True
    return fault.file == mutant.file and fault.line - mutant.line in mutant.kind.near


def _follows(fault: Fault, mutant: Mutant) -> bool:
    return fault.code in mutant.kind.follows


def _of(kind: Kind, most: int) -> list[Mutant]:
    by_file: dict[tuple[str, str], list[Mutant]] = {}
    for mutant in _all_of(kind):
        by_file.setdefault((mutant.scenario, mutant.file), []).append(mutant)
    rows = [sorted(row, key=_draw) for row in by_file.values()]
    dealt = [row[at] for at in range(most) for row in rows if at < len(row)]
    return dealt[:most]


def _all_of(kind: Kind) -> Iterator[Mutant]:
    for scenario in SCENARIOS:
        folder = folder_of(scenario)
        for path in sorted(folder.rglob("*.yaml")):
            file = path.relative_to(folder).as_posix()
            if file.startswith("tests/") or not re.search(kind.files, file):
                continue
            for at, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                becomes = re.sub(kind.finds, kind.change, line, count=1)
                if becomes != line and not line.lstrip().startswith("#"):
                    yield Mutant(kind, scenario, file, at, becomes)


def _draw(mutant: Mutant) -> bytes:
    text = f"{mutant.kind.name} {mutant.scenario} {mutant.file} {mutant.line}"
    return blake2b(text.encode()).digest()
