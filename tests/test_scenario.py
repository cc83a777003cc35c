"""A scenario is a plain value that never changes, in the author's own words."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.files.scenarios import read_scenario
from game.scenario import (
    Cancel,
    Change,
    Note,
    OfferChange,
    Reveal,
    Scenario,
    Schedule,
    Set,
)
from game.scenario.clauses import effects
from game.scenario.event_model import Choice
from game.scenario.expressions import parse
from game.scenario.faults import Code, Problem, Severity
from game.scenario.known import Known, known
from game.scenario.lint import problems
from game.scenario.lint_kinds import CHECKS
from game.scenario.opening import can_open
from game.scenario.things import things

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Scenario:
    return read_scenario(TINY)


def test_what_was_written_in_the_same_keys_has_one_set_of_them(tiny):
    written = [each.model_fields_set for _, each in things(tiny)]
    shapes = {frozenset(keys) for keys in written}
    assert len({id(keys) for keys in written}) == len(shapes) < len(written)


def test_an_id_that_is_named_at_several_places_is_kept_once(tiny):
    ice = tiny.events["ice"]
    assert ice.seat in tiny.seats
    assert any(ice.seat is seat for seat in tiny.seats)


def test_a_worth_is_kept_in_hundredths_and_whole_points_are_whole(tiny):
    ford = tiny.table.issues["landing"].options["ford"]
    assert (ford.worth["ferryman"], ford.rite) == (750, 1)
    assert tiny.table.pairs[0].worth == -250
    assert (tiny.table.ratifiers["elders"].threshold, tiny.table.court.ratified) == (400, 50)


def test_the_authors_words_are_the_attributes(tiny):
    assert tiny.start == date(1858, 5, 22)
    assert tiny.tracks["flood"].range == (0, 100)
    assert tiny.table.news.sittings == (2, 3)
    assert tiny.table.need_costs["miller"] == 10
    assert tiny.table.acts["tea"].face == 2
    assert tiny.dossiers.despatch.from_ == "ferryman"
    assert tiny.dossiers.court["elders"].for_ == "It is cheap."
    assert tiny.events["ice"].choices["leave"].when == parse("not paper or offer.landing = ford")
    assert tiny.codex["river"].text == "It is **wide**."
    assert tiny.briefs["miller"].kind == "brief"


def test_things_stand_in_the_authors_order(tiny):
    assert list(tiny.events) == ["ice", "thanks"]
    assert list(tiny.events["ice"].choices) == ["mend", "leave"]


def test_a_scenario_does_not_change(tiny):
    with pytest.raises(ValidationError):
        tiny.title = "Another"
    with pytest.raises(TypeError):
        tiny.events["ice"] = tiny.events["thanks"]
    with pytest.raises(TypeError):
        tiny.events.pop("ice")


def test_a_scenario_can_be_sent_to_another_process(tiny):
    assert pickle.loads(pickle.dumps(tiny)) == tiny


@pytest.mark.parametrize(
    ("written", "effect"),
    [
        ({"trust": "+6"}, Change("trust", 6)),
        ({"trust": "-6"}, Change("trust", -6)),
        ({"trust": "40"}, Set("trust", 40)),
        ({"note": "warned"}, Note("warned")),
        ({"reveal": "need"}, Reveal("need")),
        ({"offer.ussuri": "common"}, OfferChange("ussuri", "common")),
        ({"schedule": {"event": "ice", "after": "2"}}, Schedule("ice", 2)),
        ({"cancel": "ice"}, Cancel("ice")),
    ],
)
def test_each_kind_of_effect_is_a_value(written, effect):
    assert effects(written) == (effect,)


def test_one_key_can_set_several_notes():
    assert effects({"note": ["a", "b"]}) == (Note("a"), Note("b"))


def test_every_bad_effect_is_reported_at_its_own_key():
    with pytest.raises(ValidationError) as caught:
        Choice.model_validate({"say": "x", "do": {"trust": "a", "face": "+1", "reveal": "b"}})
    assert [error["loc"] for error in caught.value.errors()] == [("do", "trust"), ("do", "reveal")]


@pytest.mark.parametrize(
    ("when", "may"),
    [
        ("sitting between 1 and 3", True),
        ("sitting > 1", False),
        ("paper", False),
        ("not paper", True),
        ("offer.ussuri != qing", False),
        ("force >= 40 and sitting <= 2", True),
        ("force >= 40 and sitting = 2", False),
        ("sitting = 2 or note.warned", True),
    ],
)
def test_a_scene_that_can_open_the_talks_is_known(when, may):
    assert can_open(parse(when)) is may


def test_things_are_walked_with_the_authors_path(tiny):
    found = dict(things(tiny))
    path = ("events", "ice", "choices", "leave", "risk")
    assert found[path] is tiny.events["ice"].choices["leave"].risk
    assert found["dossiers", "despatch", "parts", 0].when == parse("ended = signed")


def test_a_sound_scenario_has_no_problems(tiny):
    assert list(problems(tiny)) == []


def test_a_new_check_is_one_function(tiny, monkeypatch):
    def no_fish(event, path, known: Known):
        if "fish" in event.text:
            at = (*path, "text")
            yield Problem(at, Code.TOO_LONG, "no fish", "meat", severity=Severity.WARNING)

    event = type(tiny.events["ice"])
    monkeypatch.setitem(CHECKS, event, (*CHECKS[event], no_fish))
    assert [problem.path for problem in problems(tiny)] == [("events", "thanks", "text")]


def test_what_can_be_asked_depends_on_where(tiny):
    names = known(tiny)
    assert "goodwill" in names.after.numbers - names.play.numbers
    assert names.tracks.numbers == {"flood"}
    assert names.play.words["offer.fare"] == ("high", "low")
