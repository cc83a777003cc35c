"""Whether everything in the shipped scenarios is found anew, and each witness proves its thing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from time import perf_counter, process_time

from game.cli import main
from game.coach.aftermath import endings
from game.coach.workshop.proving import Prover, Witness
from game.coach.workshop.witnesses import records_of
from game.files.scenarios import find_scenarios, folder_of, read_scenario
from game.files.witnesses import file_of, keep_witnesses
from game.rules import Rules, parsed
from game.scenario.aims import Aim, Kind
from game.state import CLAIMANT, HOST, State
from tests.proof.claim import Claim

PLAYS = 1500
"""Plays that may be directed at one thing, as the command has it."""
SECONDS = 60
"""That the search may take."""


def claims() -> Iterator[Claim]:
    """Yield what is found in each scenario that we ship, without the witnesses kept beside it."""
    for name in find_scenarios():
        yield from _of_scenario(name, folder_of(name))


def _of_scenario(name: str, folder: Path) -> Iterator[Claim]:
    begun, worked = perf_counter(), process_time()
    found = searched(folder)
    took, worked = perf_counter() - begun, process_time() - worked
    proof = found.proof()
    figure = f"{len(proof.witnessed)} of {len(found.aims)} in {proof.plays:,} plays"
    if lacking := [*map(str, proof.impossible), *map(str, proof.unknown)]:
        figure += f", not {', '.join(lacking)}"
    yield Claim(f"{name}: reached, nothing kept", figure, "all", not lacking)
    yield Claim(
        f"{name}: the search on one core",
        f"{took:.1f} s, {worked:.1f} s of work",
        f"< {SECONDS} s",
        worked < SECONDS,
    )
    witnesses = proof.witnessed.items()
    untrue = [str(aim) for aim, witness in witnesses if not is_true(aim, witness, found)]
    figure = f"{len(witnesses) - len(untrue)} of {len(witnesses)}"
    if untrue:
        figure += f", not {', '.join(untrue)}"
    yield Claim(f"{name}: reached when replayed from its words", figure, "all", not untrue)
    yield _kept(name, folder, found)


def searched(folder: Path | str, plays: int = PLAYS) -> Prover:
    """Return a prover that has looked for everything in a scenario."""
    read = read_scenario(folder)
    prover = Prover({start: Rules(read, start) for start in (None, *read.starts)}, plays)
    for _ in prover.search():
        pass
    return prover


def is_true(aim: Aim, witness: Witness, found: Prover) -> bool:
    """Return whether a witness, replayed from its words, reaches its thing."""
    rules = found.starts[witness.start]
    return is_met(aim, rules, replayed(rules, witness))


def replayed(rules: Rules, witness: Witness) -> State:
    """Return how a witness ends; every decision is read from its words and must be legal."""
    state = rules.opening(witness.seed)
    for seat, words in witness.decisions:
        assert rules.table.seats[state.seat] == seat
        state = rules.apply(state, parsed(words, rules.table, state)).state
    return state


def is_met(aim: Aim, rules: Rules, end: State) -> bool:
    """Return whether a finished play has reached something, seen from its last state alone."""
    match aim.kind:
        case Kind.EVENT:
            return any(note.startswith(f"{aim.id}.") for note in end.notes)
        case Kind.CHOICE:
            return aim.id in end.notes
        case Kind.TACTIC:
            return bool(end.used[rules.table.by_id[aim.id].index])
        case Kind.OPTION:
            issue, _, option = aim.id.partition(".")
            at = rules.table.issues.index(issue)
            return end.treaty is not None and rules.table.options[at][end.treaty[at]] == option
        case Kind.ENDING:
            return any(aim.id in endings(rules, end, seat) for seat in (CLAIMANT, HOST))


def _kept(name: str, folder: Path, found: Prover) -> Claim:
    """Keep the witnesses beside a copy and have the program compare every digest in them."""
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / name
        shutil.copytree(folder, copy)
        records = records_of(found, found.proof())
        keep_witnesses(copy, records)
        files = [str(copy / file_of(record)) for record in records]
        with redirect_stdout(StringIO()) as told:
            code = main(["verify", "--scenario", str(copy), *files])
    nodes = sum(len(record.nodes) for record in records.values())
    figure = f"{len(files)} records, {nodes:,} decisions"
    if code:
        figure += f": {told.getvalue().splitlines()[-1]}"
    return Claim(f"{name}: kept, with the same digest at each decision", figure, "all", code == 0)
