"""The corpus: the same mutants whenever it is made, spread over files, and what `check` says."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from game.files.folders import folder_of
from game.files.scaffolding import SCAFFOLD
from game.files.scenarios import check_scenario
from game.scenario.faults import Fault
from tests.mutants.kind import Elsewhere, Kind
from tests.mutants.kinds_dates import DATES
from tests.mutants.kinds_form import FORM
from tests.mutants.kinds_meaning import MEANING
from tests.mutants.kinds_names import NAMES
from tests.mutants.kinds_values import VALUES

KINDS = (*NAMES, *FORM, *VALUES, *MEANING, *DATES)
FOLDERS = {
    **{id: folder_of(id) for id in ("aigun-six-days", "the-fair-at-kulja", "handbook")},
    "scaffold": SCAFFOLD,
}
READ = ("*.yaml", "*/*.yaml", "codex/*.md", "briefs/*.md", "history.amur")
PER_KIND = 6
APART = 10
"""Lines between two mutants of one file, so that each has the lines that may be named to itself."""


class Mutant(NamedTuple):
    """A scenario with one thing in it spoilt."""

    kind: Kind
    scenario: str
    file: str
    line: int
    """The first line that is changed."""
    start: int
    end: int
    becomes: str | None
    """What stands in the file between the two; `None` where the file is taken away."""

    @property
    def longer(self) -> int:
        """By how many lines the file is longer than it was."""
        was = _text(self.scenario, self.file)[self.start : self.end]
        return (self.becomes or "").count("\n") - was.count("\n")


class Told(NamedTuple):
    """What was said of a mutant."""

    right: bool
    missed: tuple[Mutant, ...]
    false: tuple[Fault, ...]
    findings: tuple[Fault, ...]


def corpus(per_kind: int = PER_KIND) -> list[Mutant]:
    """Return the mutants of every kind, as many of each as there are, up to a number."""
    return [mutant for kind in KINDS for mutant in _of(kind, per_kind)]


def together(copies: int = 40) -> list[list[Mutant]]:
    """Return groups of three to five mutants of one scenario that hide nothing of each other."""
    whole = [m for m in corpus(PER_KIND) if not (m.kind.cuts or m.kind.needs_rules)]
    groups = []
    for at in range(copies):
        scenario, size = list(FOLDERS)[at % len(FOLDERS)], 3 + at % 3
        of_it = (m for m in whole if m.scenario == scenario)
        drawn = sorted(of_it, key=lambda m: blake2b(f"{at} {_draw(m).hex()}".encode()).digest())
        group: list[Mutant] = []
        for mutant in drawn:
            apart = all(m.file != mutant.file or _are_apart(m, mutant) for m in group)
            if apart and all(mutant.kind != other.kind for other in group):
                group.append(mutant)
            if len(group) == size:
                break
        groups.append(group)
    return groups


def _are_apart(one: Mutant, other: Mutant) -> bool:
    is_other = one.end < other.start or other.end < one.start
    return is_other and abs(one.line - other.line) > APART


def told(spoilt: Sequence[Mutant]) -> Told:
    """Return what `check` says of a scenario with these faults in it."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / spoilt[0].scenario
        shutil.copytree(FOLDERS[spoilt[0].scenario], folder)
        for mutant in sorted(spoilt, key=lambda one: -one.start):
            path = folder / mutant.file
            if mutant.becomes is None:
                path.unlink()
                continue
            text = path.read_text(encoding="utf-8")
            text = f"{text[: mutant.start]}{mutant.becomes}{text[mutant.end :]}"
            path.write_text(text, encoding="utf-8")
        found = tuple(check_scenario(folder))
    places = [(mutant, _now_at(mutant, spoilt)) for mutant in spoilt]
    missed = tuple(m for m, line in places if not any(_is_of(fault, m, line) for fault in found))
    false = tuple(
        fault
        for fault in found
        if not any(_is_of(fault, m, line) or _is_at(fault, m.kind.follows) for m, line in places)
    )
    return Told(not missed, missed, false, found)


def _now_at(mutant: Mutant, spoilt: Iterable[Mutant]) -> int:
    """Return the line at which a mutant stands when others have moved it."""
    above = (m for m in spoilt if m.file == mutant.file and m.start < mutant.start)
    return mutant.line + sum(other.longer for other in above)


def _is_of(fault: Fault, mutant: Mutant, line: int) -> bool:
    kind = mutant.kind
    if _is_at(fault, kind.told):
        return True
    here = fault.file == mutant.file and fault.line - line in kind.near
    return here and (not kind.says or str(fault.code) in kind.says.split())


def _is_at(fault: Fault, there: Iterable[Elsewhere]) -> bool:
    return any(fault.code == code and re.search(files, fault.file) for code, files, _ in there)


def _of(kind: Kind, most: int) -> list[Mutant]:
    by_file: dict[str, list[Mutant]] = {}
    for mutant in _all_of(kind):
        by_file.setdefault(f"{mutant.scenario}/{mutant.file}", []).append(mutant)
    files = sorted(by_file, key=lambda file: blake2b(f"{kind.name} {file}".encode()).digest())
    rows = [sorted(by_file[file], key=_draw) for file in files]
    dealt = [row[at] for at in range(most) for row in rows if at < len(row)]
    return dealt[:most]


def _all_of(kind: Kind) -> Iterator[Mutant]:
    for scenario, folder in FOLDERS.items():
        for path in sorted(path for shape in READ for path in folder.glob(shape)):
            file = path.relative_to(folder).as_posix()
            if re.search(kind.files, file):
                yield from _in_file(kind, scenario, file)


def _in_file(kind: Kind, scenario: str, file: str) -> Iterator[Mutant]:
    text = _text(scenario, file)
    if kind.change is None:
        yield Mutant(kind, scenario, file, 1, 0, len(text), None)
        return
    lines = set[int]()
    for match in re.finditer(kind.finds, text, re.MULTILINE):
        was = match.group()
        becomes = kind.change(match) if callable(kind.change) else match.expand(kind.change)
        same = takewhile(lambda letters: letters[0] == letters[1], zip(was, becomes, strict=False))
        line = text.count("\n", 0, match.start() + len(list(same))) + 1
        begins = text.rfind("\n", 0, match.start()) + 1
        if becomes != was and line not in lines and text[begins:].lstrip()[:1] != "#":
            lines.add(line)
            yield Mutant(kind, scenario, file, line, match.start(), match.end(), becomes)


@cache
def _text(scenario: str, file: str) -> str:
    return (FOLDERS[scenario] / file).read_text(encoding="utf-8")


def _draw(mutant: Mutant) -> bytes:
    text = f"{mutant.kind.name} {mutant.scenario} {mutant.file} {mutant.line}"
    return blake2b(text.encode()).digest()
