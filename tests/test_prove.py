"""Everything that a scenario holds is reached by some legal play, or it is said why not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.coach.aftermath import endings
from game.coach.workshop.proving import Prover, Witness
from game.files.scenarios import find_scenarios, read_scenario
from game.rules import Rules, parsed
from game.scenario.aims import Aim, Kind, aims
from game.state import CLAIMANT, HOST, State

TINY = Path(__file__).parent / "cases" / "tiny"


def prover(scenario: str | Path, plays: int = 1500) -> Prover:
    """Return a prover that has looked for everything."""
    read = read_scenario(scenario)
    found = Prover({start: Rules(read, start) for start in (None, *read.starts)}, plays)
    for _ in found.search():
        pass
    return found


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


@pytest.mark.parametrize("id", find_scenarios())
def test_all_of_a_shipped_scenario_has_a_witness_that_replays(id: str) -> None:
    found = prover(id)
    proof = found.proof()
    assert (proof.impossible, proof.unknown) == ({}, ())
    assert set(proof.witnessed) == set(found.aims)
    ends: dict[Witness, State] = {}
    for aim, witness in proof.witnessed.items():
        rules = found.starts[witness.start]
        if witness not in ends:
            ends[witness] = replayed(rules, witness)
        assert is_met(aim, rules, ends[witness]), aim


def test_the_same_scenario_has_the_same_witnesses() -> None:
    assert prover(TINY).proof() == prover(TINY).proof()


@pytest.fixture
def late(tmp_path: Path) -> Path:
    """Return the tiny scenario with a scene that asks for a sitting after the last."""
    folder = tmp_path / "late"
    shutil.copytree(TINY, folder)
    file = folder / "events" / "river.yaml"
    text = file.read_text()
    first = text.index("when:")
    file.write_text(text[:first] + "when: sitting >= 90" + text[text.index("\n", first) :])
    return folder


def test_what_is_impossible_is_told_with_its_reason(late: Path, capsys) -> None:
    assert main(["prove", str(late), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    impossible = {found["aim"]: found["because"] for found in report["impossible"]}
    assert any(aim.startswith("event:") and "sitting" in why for aim, why in impossible.items())
    assert report["witnessed"] + len(impossible) + len(report["unknown"]) == report["total"]
    assert main(["prove", str(late)]) == 1
    assert "impossible  event:" in capsys.readouterr().out


def test_what_was_not_found_is_called_unknown(capsys) -> None:
    found = prover(TINY, plays=0)
    nothing = Prover(found.starts, 0).proof()
    assert nothing.unknown == aims(read_scenario(TINY))
    assert main(["prove", str(TINY), "--seconds", "0"]) == 1
    assert "unknown after 1 plays" in capsys.readouterr().out
