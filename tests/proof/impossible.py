"""Whether what is made impossible is called so, at its line and in time, and nothing else is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

from game.files.scenarios import (
    check_scenario,
    find_scenarios,
    folder_of,
    read_located,
    read_scenario,
)
from game.scenario import Scenario
from game.scenario.faults import Code
from game.scenario.possible import contradictions
from game.state import BUILT_IN
from tests.proof.claim import Claim
from tests.proof.plays import SCENARIO

TINY = Path(__file__).parent.parent / "cases" / "tiny"
CODES = (Code.CONTRADICTION, Code.UNREACHABLE_ENDING)
SECONDS = 2
"""Of work, in which all that a scenario holds is to be told possible or not."""


class Mutation(NamedTuple):
    """A change of one line that makes something impossible."""

    scenario: str
    says: str
    files: str
    """Where such lines stand."""
    begins: str
    """How a line begins that can be changed, blanks left out."""
    more: str
    """What is added to its condition."""


class Told(NamedTuple):
    """What is said of a scenario in which one thing was made impossible."""

    is_right: bool
    """`check` tells of it at the changed line."""
    is_proved: bool
    """So does `prove`, where it is a thing that a play can reach."""
    seconds: float
    """Of work, for both."""


OF_THIS_SCENARIO = {
    "events": (
        ("a track farther than anything moves it", "ambiguity >= 19"),
        ("news before its window", "news and sitting <= 2"),
        ("a note before it can be set", "note.signs-in-a-tent and sitting <= 7"),
        ("two notes of two answers", "note.signs-in-a-tent and note.signs-on-the-barge"),
        (
            "an answer of one scene and a note of another",
            "chose.night-river.dark and note.fired-by-night",
        ),
        ("an answer without its note", "chose.night-river.dark and not note.dark-river"),
    ),
    "choices": (
        ("a choice beyond a range", "credibility > 100"),
        ("a choice outside its scene's window", "sitting = 1 and sitting = 12"),
    ),
}
"""What only the scenario of these proofs has: its notes, its news, choices with a condition."""
COVERED = (
    ("an ending that an earlier one covers", "torn-up", "verdict = disowned and caution >= 3"),
    ("an ending that two earlier ones cover", "went-home", "ended = broken-off"),
)
PLACES = {
    "events": ("events/*.yaml", "when: sitting"),
    "choices": ("events/*.yaml", "if: "),
    "endings": ("endings.yaml", "when: "),
    "letters": ("dossiers.yaml", "- when: "),
    "advisers": ("advisers.yaml", "- {when: "),
}
"""In which files the lines stand that can be changed, and how they begin."""
REACHED = ("events", "choices", "endings")
"""Kinds of things that a play can reach."""


def mutations() -> Iterator[Mutation]:
    """Yield what is done to the scenarios that we ship, one thing at a time."""
    for name in find_scenarios():
        folder = folder_of(name)
        spoilt = dict(of_any(read_scenario(name)))
        if name == SCENARIO:
            for kind, its_own in OF_THIS_SCENARIO.items():
                spoilt[kind] = (*spoilt.get(kind, ()), *its_own)
        for kind, conditions in spoilt.items():
            files, begins = PLACES[kind]
            if any(folder.glob(files)):
                for says, more in conditions:
                    yield Mutation(name, says, files, begins, more)


def of_any(scenario: Scenario) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return conditions that can never hold, by where they are asked, in a scenario's own names."""
    table = scenario.table
    last, (issue, source) = table.sittings, next(iter(table.issues.items()))
    one, other = islice(source.options, 2)
    track, own = next((id, t) for id, t in scenario.tracks.items() if id not in BUILT_IN)
    event, scene = next(iter(scenario.events.items()))
    answer, another = islice(scene.choices, 2)
    return {
        "events": (
            ("a sitting beyond the last", f"sitting >= {last + 1}"),
            ("a window beyond the last sitting", f"sitting between {last + 2} and {last + 9}"),
            ("a track beyond its range", f"{track} > {own.range[1]}"),
            ("two limits that cross", "trust < 20 and trust > 60"),
            ("no whole number between", "face > 40 and face < 41"),
            ("a sum that cannot be", "trust + face > 200"),
            ("two options of one issue", f"offer.{issue} = {one} and offer.{issue} = {other}"),
            ("an option without a paper", f"not paper and offer.{issue} = {one}"),
            ("an option that is and is not", f"offer.{issue} = {one} and offer.{issue} != {one}"),
            ("a signature while they talk", "signed"),
            ("an end while they talk", "ended = lapsed"),
            ("more pressure than sittings", "pressure > sitting"),
            ("a day after the last", f"day > {scenario.start.day + last}"),
            ("two answers to one scene", f"chose.{event}.{answer} and chose.{event}.{another}"),
        ),
        "endings": (
            ("a verdict without a signature", "verdict = silence and not signed"),
            ("two ends at once", "ended = broken-off and ended = went-home"),
            ("a lapse before the last sitting", f"ended = lapsed and sitting < {last}"),
            ("begging without a signature", "begged and ended = went-home"),
            ("a measure out of reach", f"{next(iter(scenario.measures))} > 1000"),
            ("a treaty without a treaty", f"not signed and offer.{issue} != {one}"),
        ),
        "letters": (
            ("a passage of two verdicts", "verdict = ratified and verdict = disowned"),
            ("a passage of no news and news", "news and not news"),
        ),
        "advisers": (("a line of two limits", "patience > 50 and patience < 40"),),
    }


def claims() -> Iterator[Claim]:
    """Yield how many of the mutations are told at their line, and what sound scenarios are told."""
    sound = [str(TINY), *find_scenarios()]
    told = [fault for name in sound for fault in check_scenario(name) if fault.code in CODES]
    yield Claim("findings in sound scenarios", str(len(told)), "none", not told)
    results = {f"{m.scenario}, {m.says}": told_of(m, at) for at, m in enumerate(mutations())}
    right = {says: told.is_right for says, told in results.items()}
    right |= {says: covered_is_told(id, when) for says, id, when in COVERED}
    yield _all("impossible things told at their line", right)
    yield _all("by prove, too", {says: told.is_proved for says, told in results.items()})
    slowest = max(results, key=lambda says: results[says].seconds)
    yield Claim(
        "the slowest of them, check and prove together",
        f"{results[slowest].seconds:.1f} s of work ({slowest})",
        f"< {SECONDS} s",
        results[slowest].seconds < SECONDS,
    )


def _all(name: str, results: Mapping[str, bool]) -> Claim:
    missed = [says for says, is_so in results.items() if not is_so]
    figure = f"{len(results) - len(missed)} of {len(results)}"
    if missed:
        figure += f", not: {'; '.join(missed)}"
    return Claim(name, figure, "all", not missed)


def told_of(mutation: Mutation, number: int) -> Told:
    """Return what is told of a scenario when one line, drawn by lot, was changed."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / mutation.scenario
        shutil.copytree(folder_of(mutation.scenario), folder)
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
        there = str(file.relative_to(folder)), at + 1
        begun = process_time()
        found = [fault for fault in check_scenario(folder) if fault.code in CODES]
        read, where = read_located(folder)
        proved = {
            where.place(line.path, offset=line.offset)[:2]
            for why in contradictions(read).values()
            for line in why.lines
        }
        seconds = process_time() - begun
        is_reached = any(PLACES[kind] == (mutation.files, mutation.begins) for kind in REACHED)
        is_right = there in {(fault.file, fault.line) for fault in found}
        return Told(is_right, there in proved or not is_reached, seconds)


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
