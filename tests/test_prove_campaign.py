"""Everything that a campaign holds is reached by some legal play, or it is said why not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.cli import main
from game.coach.workshop.seasons.aims import Aim, Kind, aims
from game.coach.workshop.seasons.proving import CampaignProver, begun_by, reached
from game.coach.workshop.seasons.witnesses import recall, records_of
from game.files.scenarios import find_scenarios, folder_of, read_any
from game.files.witnesses import kept_witnesses
from game.rules import CampaignRules, rules_for
from game.state import State
from tests.fords import FORDS, rules_of_fords

HARD = {"dismissed", "forgotten"}
"""Endings for which one must do almost everything wrong."""


def searched(rules: CampaignRules, directed: int = 20) -> CampaignProver:
    """Return a prover that has looked for everything."""
    prover = CampaignProver(rules, directed)
    for _ in prover.search():
        pass
    return prover


def replayed(rules: CampaignRules, seed: str, said: tuple) -> tuple[State, set]:
    """Return how a play ends that is given in words, checked as it goes, and its acts."""
    state, acts = rules.opening(seed), set()
    for seat, words in said:
        assert rules.seat_id(state) == seat
        decision = rules.parsed(words, state)
        if state.at:
            acts.add((state.at - 1, decision.name))
        state = rules.apply(state, decision).state
    return state, acts


def test_everything_is_found_and_each_witness_reaches_its_thing_again() -> None:
    prover = searched(rules_of_fords())
    proof = prover.proof()
    assert not proof.impossible
    assert {aim.id for aim in proof.unknown} <= HARD
    ends: dict[object, tuple] = {}
    for aim, witness in proof.witnessed.items():
        rules = begun_by(prover.rules, witness.begun)
        if witness not in ends:
            ends[witness] = replayed(rules, witness.seed, witness.decisions)
        assert aim in reached(rules, *ends[witness]), aim


def test_the_same_campaign_has_the_same_witnesses() -> None:
    rules = CampaignRules(rules_of_fords().scenario)
    assert searched(rules, 5).proof() == searched(rules_of_fords(), 5).proof()


def test_many_processes_find_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for workers in "1", "2":
        words = ["prove", str(FORDS), "--plays", "12", "--workers", workers, "--json"]
        assert main(words) in (0, 1)
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]
    assert told[0]["total"] == len(aims(rules_of_fords()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the campaign that may be changed."""
    shutil.copytree(FORDS, tmp_path / "fords")
    return tmp_path / "fords"


def test_what_no_season_lets_hold_is_told_with_its_reason(folder: Path, capsys) -> None:
    file = folder / "events" / "seasons.yaml"
    text = file.read_text().replace("when: turn = 4", "when: year = 1801 and turn >= 6")
    file.write_text(text)
    assert main(["prove", str(folder), "--plays", "0", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    because = {each["aim"]: each["because"] for each in told["impossible"]}
    assert "no season" in because["event:the-summons"]
    assert because["choice:the-summons.go"] == because["event:the-summons"]
    assert told["witnessed"] + len(told["impossible"]) + len(told["unknown"]) == told["total"]


def test_what_was_not_found_says_what_was_lacking(capsys) -> None:
    assert main(["prove", str(FORDS), "--plays", "1", "--json"]) == 1
    lacking = {
        each["aim"]: each["because"] for each in json.loads(capsys.readouterr().out)["unknown"]
    }
    assert "“note.dismissed” never held" in lacking["ending:dismissed"]
    assert main(["prove", str(FORDS), "--plays", "1"]) == 1
    told = capsys.readouterr().out
    assert "\norders " in told
    assert "tactic" not in told


def test_witnesses_are_kept_as_records_and_replayed_first(folder: Path, capsys) -> None:
    told = []
    for _ in range(2):
        main(["prove", str(folder), "--plays", "3", "--keep", "--json"])
        told.append(json.loads(capsys.readouterr().out))
    assert told[1]["witnessed"] >= told[0]["witnessed"]
    assert all(found["kept"] for found in told[1]["witnesses"].values())
    kept = kept_witnesses(folder)
    again = CampaignProver(rules_of_fords(), 0)
    named = set()
    where = recall(again, kept)
    for record in kept.values():
        named |= {name for names in record.names.values() for name in names.split()}
    assert named == set(map(str, where))
    assert {str(aim) for aim in again.missing} <= {f"ending:{id}" for id in HARD}


def campaigns() -> list[str]:
    """Return the campaigns that are shipped."""
    covers = {id: (folder_of(id) / "scenario.yaml").read_text("utf-8") for id in find_scenarios()}
    return [id for id, cover in covers.items() if "\nseasons:" in cover]


@pytest.mark.parametrize("id", campaigns())
def test_the_kept_witnesses_of_a_campaign_reach_all_there_is(id: str) -> None:
    rules = rules_for(read_any(id))
    assert isinstance(rules, CampaignRules)
    prover, kept = CampaignProver(rules, 0), kept_witnesses(folder_of(id))
    if not kept:
        pytest.skip("none are kept yet: amur prove --keep")
    where = recall(prover, kept)
    assert prover.missing == ()
    named = {
        name
        for record in kept.values()
        for names in record.names.values()
        for name in names.split()
    }
    assert named == set(map(str, where))


def test_a_record_names_each_thing_where_it_is_reached() -> None:
    prover = searched(rules_of_fords(), 0)
    for record in records_of(prover, prover.proof()).values():
        for node, names in record.names.items():
            said = record.nodes[node].decision_text
            for name in names.split():
                kind, _, id = name.partition(":")
                if kind == Kind.CHOICE:
                    assert said == f"choose {id.replace('.', ' ')}"


def test_an_order_is_named_by_its_action_and_its_target() -> None:
    named = [aim for aim in aims(rules_of_fords()) if aim.kind is Kind.ACTION]
    assert Aim(Kind.ACTION, "sound.upper") in named
    assert Aim(Kind.ACTION, "wait") in named
