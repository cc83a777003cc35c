"""Whether what is made impossible is called so, at its line, and nothing else ever is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from game.files.scenarios import check_scenario, find_scenarios, folder_of
from game.scenario.faults import Code
from tests.proof.claim import Claim
from tests.proof.plays import SCENARIO

TINY = Path(__file__).parent.parent / "cases" / "tiny"
CODES = (Code.CONTRADICTION, Code.UNREACHABLE_ENDING)


class Mutation(NamedTuple):
    """A change of one line that makes something impossible."""

    says: str
    files: str
    """Where such lines stand."""
    begins: str
    """How a line begins that can be changed, blanks left out."""
    more: str
    """What is added to its condition."""


OF_EVENTS = (
    ("a sitting beyond the last", "sitting >= 13"),
    ("a window beyond the last sitting", "sitting between 14 and 20"),
    ("a track beyond its range", "toll > 1000"),
    ("a track farther than anything moves it", "ambiguity >= 19"),
    ("two limits that cross", "trust < 20 and trust > 60"),
    ("no whole number between", "face > 40 and face < 41"),
    ("two options of one issue", "offer.ussuri = qing and offer.ussuri = russian"),
    ("an option without a paper", "not paper and offer.trade = barter"),
    ("an option that is and is not", "offer.form = signed and offer.form != signed"),
    ("a signature while they talk", "signed"),
    ("an end while they talk", "ended = lapsed"),
    ("news before its window", "news and sitting <= 2"),
    ("more pressure than sittings", "pressure > sitting"),
    ("a day after the last", "day > 29"),
    ("a note before it can be set", "note.signs-in-a-tent and sitting <= 7"),
    ("two notes of two answers", "note.signs-in-a-tent and note.signs-on-the-barge"),
    ("two answers to one scene", "chose.night-river.dark and note.fired-by-night"),
    ("an answer without its note", "chose.night-river.dark and not note.dark-river"),
    ("a sum that cannot be", "trust + face > 200"),
)
OF_CHOICES = (
    ("a choice beyond a range", "credibility > 100"),
    ("a choice outside its scene's window", "sitting = 1 and sitting = 12"),
)
OF_ENDINGS = (
    ("a verdict without a signature", "verdict = silence and not signed"),
    ("two ends at once", "ended = broken-off and ended = went-home"),
    ("a lapse before the last sitting", "ended = lapsed and sitting < 12"),
    ("begging without a signature", "begged and ended = went-home"),
    ("a measure out of reach", "clarity > 100"),
    ("a treaty without a treaty", "not signed and offer.ussuri != qing"),
)
OF_LETTERS = (
    ("a passage of two verdicts", "verdict = ratified and verdict = disowned"),
    ("a passage of no news and news", "news and not news"),
)
OF_ADVISERS = (("a line of two limits", "patience > 50 and patience < 40"),)
COVERED = (
    ("an ending that an earlier one covers", "torn-up", "verdict = disowned and caution >= 3"),
    ("an ending that two earlier ones cover", "went-home", "ended = broken-off"),
)


def mutations() -> tuple[Mutation, ...]:
    """Return what is done to the scenario, one thing at a time."""
    kinds = (
        (OF_EVENTS, "events/*.yaml", "when: sitting"),
        (OF_CHOICES, "events/*.yaml", "if: "),
        (OF_ENDINGS, "endings.yaml", "when: "),
        (OF_LETTERS, "dossiers.yaml", "- when: "),
        (OF_ADVISERS, "advisers.yaml", "- {when: "),
    )
    return tuple(
        Mutation(says, files, begins, more)
        for group, files, begins in kinds
        for says, more in group
    )


def claims() -> Iterator[Claim]:
    """Yield how many of the mutations are told at their line, and what sound scenarios are told."""
    sound = [str(TINY), *find_scenarios()]
    told = [fault for name in sound for fault in check_scenario(name) if fault.code in CODES]
    yield Claim("findings in sound scenarios", str(len(told)), "none", not told)
    results = {m.says: told_at_its_line(m, at) for at, m in enumerate(mutations())}
    results |= {says: covered_is_told(id, when) for says, id, when in COVERED}
    missed = [says for says, is_told in results.items() if not is_told]
    figure = f"{len(results) - len(missed)} of {len(results)}"
    if missed:
        figure += f", not: {'; '.join(missed)}"
    yield Claim("impossible things told at their line", figure, "all", not missed)


def told_at_its_line(mutation: Mutation, number: int) -> bool:
    """Return whether one changed line, drawn by lot, is told of."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / SCENARIO
        shutil.copytree(folder_of(SCENARIO), folder)
        places = [
            (file, at)
            for file in sorted(folder.glob(mutation.files))
            for at, line in enumerate(file.read_text().splitlines())
            if line.strip().startswith(mutation.begins)
        ]
        file, at = Random(number).choice(places)
        lines = file.read_text().splitlines()
        before, _, asked = lines[at].partition(mutation.begins.split(":")[0] + ": ")
        key = mutation.begins.split(":")[0] + ": "
        asked, comma, rest = asked.partition(", say:")
        quoted = asked[1:-1] if asked[:1] == "'" else asked
        lines[at] = f"{before}{key}'({quoted}) and {mutation.more}'{comma}{rest}"
        file.write_text("\n".join(lines) + "\n")
        found = [fault for fault in check_scenario(folder) if fault.code in CODES]
        name = str(file.relative_to(folder))
        return (name, at + 1) in {(fault.file, fault.line) for fault in found}


def covered_is_told(id: str, when: str) -> bool:
    """Return whether an ending is told of that asks for what others before it leave nothing of."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / SCENARIO
        shutil.copytree(folder_of(SCENARIO), folder)
        file = folder / "endings.yaml"
        lines = file.read_text().splitlines()
        at = lines.index(f"  {id}:")
        added = [f"  behind-{id}:", "    group: treaty", f"    when: {when}"]
        added += ["    title: Behind", "    text: Never told.", "    mark: likely"]
        end = next(
            n
            for n in range(at + 1, len(lines))
            if lines[n].startswith("  ") and lines[n][2:3] not in (" ", "#")
        )
        file.write_text("\n".join([*lines[:end], *added, *lines[end:]]) + "\n")
        found = [fault for fault in check_scenario(folder) if fault.code in CODES]
        return [(f.code, f.line) for f in found] == [(Code.UNREACHABLE_ENDING, end + 1)]
