"""What is counted of a scenario: everything once, and which choices are heard of again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.coach.workshop.stats import counted, echoes, words_by_kind
from game.files.scenarios import read_any, read_scenario
from game.scenario import parse
from tests.fords import with_events

TINY = Path(__file__).parent / "cases" / "tiny"


def test_a_choice_echoes_where_another_scene_asks_for_its_note_or_its_track() -> None:
    heard, noted = echoes(read_scenario(TINY))
    assert "ice.mend" in noted
    assert "ice.leave" in noted  # another scene asks whether it was chosen
    assert heard >= noted


def test_what_only_its_own_scene_asks_for_is_no_echo() -> None:
    scenario = read_scenario(TINY)
    thanks = scenario.events["thanks"].model_copy(update={"when": parse("paper")})
    _, noted = echoes(scenario.model_copy(update={"events": {**scenario.events, "thanks": thanks}}))
    assert not any(name.startswith("ice.leave") for name in noted)


def test_a_measure_asks_for_what_it_is_made_of() -> None:
    scenario = read_scenario("aigun-six-days")
    heard, _ = echoes(scenario)
    assert "lights-at-night.answer-with-drums" in heard  # by the toll, in what is resented


def test_words_are_counted_once_and_by_kind() -> None:
    counts = counted(read_scenario("aigun-six-days"))
    assert counts["words"] == sum(counts["words_by_kind"].values())
    assert all(words > 0 for words in words_by_kind(read_scenario("aigun-six-days")).values())


def test_the_table_of_counts_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(TINY)]) == 0
    told = capsys.readouterr().out
    assert "heard of later" in told
    assert "\nacts " in told
    assert "tactics" not in told
    assert main(["stats", str(TINY), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert (counts["events"], counts["choices"], counts["tables"]) == (2, 4, 1)


FORDS = Path(__file__).parent / "campaigns" / "the-two-fords"


def test_of_a_campaign_all_tables_and_all_that_can_be_ordered_are_counted() -> None:
    campaign = read_any(FORDS)
    counts = counted(campaign)
    assert (counts["tables"], counts["issues"], counts["options"]) == (2, 4, 9)
    assert (counts["actions"], counts["targets"], counts["seasons"]) == (7, 4, 8)
    assert counts["events"] == len(campaign.events)
    assert counts["words"] == sum(counts["words_by_kind"].values())


def test_a_note_that_comes_later_is_heard_of_and_a_choice_by_its_name() -> None:
    campaign = read_any(FORDS)
    heard, noted = echoes(campaign)
    assert "the-flood.dike" in noted  # the reckoning asks for its note
    assert "the-wake.sing" in noted  # the hermit asks whether it was chosen
    assert "the-pedlar.honour" not in noted
    counts = counted(campaign)
    assert counts["echoed"] == round(100 * len(noted) / counts["choices"], 1)
    assert counts["echoes"] == len(heard) >= len(noted)


def test_a_choice_echoes_where_what_comes_later_asks_for_its_note() -> None:
    road = {"later": {"after": "1", "if": "chose.the-road.no", "do": {"favour": "+1"}}}
    asking = {"say": "Go.", "do": road}
    choices = {"go": {"say": "Let them go."}, "no": {"say": "No."}}
    plain = with_events(the_road={"choices": choices}, the_ford={"choices": choices})
    asked = with_events(
        the_road={"choices": choices}, the_ford={"choices": {**choices, "go": asking}}
    )
    assert "the-road.no" in echoes(asked.scenario)[1] - echoes(plain.scenario)[1]
