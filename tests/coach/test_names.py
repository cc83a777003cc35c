"""A name keeps its capital in the middle of a sentence, and says whose something is."""

from __future__ import annotations

import pytest

from game.coach.foreseen import label_of
from game.coach.names import in_sentence, owned
from game.coach.persons import persons_of
from game.files.scenarios import read_any, read_scenario
from game.scenario import Scenario
from game.state import CLAIMANT, HOST


@pytest.fixture(scope="module")
def bridge() -> Scenario:
    """A toll at a bridge, between a woman and a man."""
    tiny = read_scenario("tests/cases/tiny")
    named = {
        tiny.table.claimant: ("Hanne Oster", "Speaker of the drovers of Wick"),
        tiny.table.host: ("Caspar Voll", "Bridge-master of Sarn"),
    }
    seats = {
        id: tiny.seats[id].model_copy(update={"name": name, "office": office})
        for id, (name, office) in named.items()
    }
    return tiny.model_copy(update={"seats": seats})


def labelled(bridge: Scenario, label: str) -> Scenario:
    track = bridge.tracks["face"].model_copy(update={"label": label})
    return bridge.model_copy(update={"tracks": {**bridge.tracks, "face": track}})


@pytest.mark.parametrize(
    "label",
    ["Hanne's credit", "Oster's credit", "Hanne Oster's credit", "Oster’s credit"],
)
def test_what_is_owned_by_any_name_is_ones_own_and_keeps_its_capital(
    bridge: Scenario, label: str
) -> None:
    assert label_of(labelled(bridge, label), "face", CLAIMANT) == "your credit"
    assert label_of(labelled(bridge, label), "face", HOST) == label


@pytest.mark.parametrize(
    "label", ["The bridge-master's credit", "The Bridge-master of Sarn's credit"]
)
def test_what_is_owned_by_an_office_is_ones_own(bridge: Scenario, label: str) -> None:
    scenario = labelled(bridge, label)
    assert label_of(scenario, "face", HOST) == "your credit"
    assert label_of(scenario, "face", CLAIMANT) == f"t{label[1:]}"


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Wick draws our stone.", "Wick draws our stone"),
        ("Sarn's credit", "Sarn's credit"),
        ("Voll's two watchmen", "Voll's two watchmen"),
        ("Traffic at the ford", "traffic at the ford"),
        ("Speaker of nobody", "speaker of nobody"),
        ("The gate is kept.", "the gate is kept"),
        ("I have no seal.", "I have no seal"),
    ],
)
def test_only_a_name_keeps_its_capital(bridge: Scenario, text: str, within: str) -> None:
    assert in_sentence(bridge, text) == within


def test_a_people_keeps_its_capital_also_where_it_begins_a_label() -> None:
    governor = read_any("the-governor")
    labels = [track.label for track in governor.tracks.values()]
    assert {in_sentence(governor, label) for label in labels} == set(labels)


def test_a_long_name_is_told_short_where_it_is_said_again(bridge: Scenario) -> None:
    host = bridge.table.host
    long = bridge.seats[host].model_copy(update={"name": "João Correia de Sousa"})
    called = {
        "João Correia de Sousa": long,
        "Correia": long.model_copy(update={"short": "Correia"}),
    }
    for name, seat in called.items():
        scenario = bridge.model_copy(update={"seats": {**bridge.seats, host: seat}})
        assert persons_of(scenario, CLAIMANT)[HOST].named == name
        assert in_sentence(scenario, "Correia waits") == "Correia waits"
        assert owned(scenario, "Correia's face") == (HOST, "face")
    assert [seat.headed for seat in called.values()] == ["Sousa", "Correia"]
