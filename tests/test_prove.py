"""Everything that a scenario holds is reached by some legal play, or it is said why not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.coach.workshop.proving import Prover, Witness
from game.coach.workshop.witnesses import recall
from game.files.handbook import HANDBOOK
from game.files.scenarios import find_scenarios, folder_of, read_any, read_scenario
from game.files.witnesses import kept_witnesses
from game.rules import Rules
from game.scenario.aims import Aim, Kind, aims
from game.scenario.campaign_model import Campaign
from game.state import State
from tests.proof.witnesses import is_met, replayed, searched

TINY = Path(__file__).parent / "cases" / "tiny"


def test_all_of_the_handbook_s_scenario_is_found_anew_and_replays() -> None:
    found = searched(HANDBOOK)
    proof = found.proof()
    assert (proof.impossible, proof.unknown) == ({}, {})
    assert set(proof.witnessed) == set(found.aims)
    ends: dict[Witness, State] = {}
    for aim, witness in proof.witnessed.items():
        rules = found.starts[witness.start]
        if witness not in ends:
            ends[witness] = replayed(rules, witness)
        assert is_met(aim, rules, ends[witness]), aim


def test_the_same_scenario_has_the_same_witnesses() -> None:
    assert searched(TINY).proof() == searched(TINY).proof()


def test_many_processes_find_the_same_witnesses(late: Path, capsys) -> None:
    told = []
    for workers in "1", "2":
        assert main(["prove", str(late), "--plays", "90", "--workers", workers, "--json"]) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


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
    found = searched(TINY, plays=0)
    nothing = Prover(found.starts, 0).proof()
    assert tuple(nothing.unknown) == aims(read_scenario(TINY))
    assert main(["prove", str(TINY), "--seconds", "0"]) == 1
    told = capsys.readouterr().out
    assert "    1 play: " in told
    assert "\nacts " in told
    assert "tactic" not in told


@pytest.mark.parametrize("id", find_scenarios())
def test_the_kept_witnesses_reach_what_names_them_and_all_there_is(id: str) -> None:
    read = read_any(id)
    if isinstance(read, Campaign):
        pytest.skip("see the tests of what campaigns hold")
    starts = {start: Rules(read, start) for start in (None, *read.starts)}
    kept = kept_witnesses(folder_of(id))
    named: set[str] = set()
    for record in kept.values():
        rules = starts[record.heading.start]
        for node, name in record.names.items():
            line = tuple((step.seat_id, step.decision_text) for step in record.path(node))
            end = replayed(rules, Witness(record.heading.seed, rules.start, "", line))
            for word in name.split():
                kind, _, what = word.partition(":")
                assert is_met(Aim(Kind(kind), what), rules, end), (node, word)
                named.add(word)
    assert named == set(map(str, aims(read)))
    again = Prover(starts, 0)
    recall(again, kept)
    assert not again.missing


def test_witnesses_are_kept_where_they_are_wanted_and_replayed_first(
    tmp_path: Path, capsys
) -> None:
    folder = tmp_path / "ferry"
    shutil.copytree(TINY, folder)
    told = []
    kept = []
    for _ in range(3):
        assert main(["prove", str(folder), "--keep"]) == 0
        told.append(capsys.readouterr().out)
        kept.append({path.name: path.read_bytes() for path in (folder / "witnesses").iterdir()})
    assert told[0] != told[1], "fewer plays are tried"
    assert kept[1] == kept[2], "what is kept and holds is kept as it is"


def test_a_witness_that_is_no_file_is_not_opened(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "witnesses" / "a.amur").mkdir(parents=True)
    assert main(["prove", str(folder)]) == 2
    assert "witnesses/a.amur is a folder, not a file" in capsys.readouterr().err
