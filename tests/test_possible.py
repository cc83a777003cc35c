"""What can never hold is known before anything is played, with the lines that forbid it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.scenarios import read_scenario
from game.scenario import ById, Scenario, parse
from game.scenario.aims import aims
from game.scenario.possible import contradictions

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture(scope="module")
def tiny() -> Scenario:
    return read_scenario(TINY)


def test_what_can_be_reached_is_named_kind_by_kind_in_the_authors_order(tiny):
    named = list(map(str, aims(tiny)))
    assert named[:4] == ["event:ice", "event:thanks", "choice:ice.mend", "choice:ice.leave"]
    assert "option:landing.ford" in named
    assert "tactic:tea" in named
    assert named[-1] == f"ending:{list(tiny.endings)[-1]}"


def changed(scenario: Scenario, event: str, **fields: object) -> Scenario:
    """Return a scenario with some fields of one scene, or a new scene, changed."""
    known = scenario.events.get(event, scenario.events["ice"])
    events = ById({**scenario.events, event: known.model_copy(update=fields)})
    return scenario.model_copy(update={"events": events})


def said(scenario: Scenario, aim: str) -> list[str]:
    """Return the sentences that cannot hold together; none where the aim is possible."""
    why = {str(each): why for each, why in contradictions(scenario).items()}.get(aim)
    return [] if why is None else [line.sentence for line in why.lines]


@pytest.mark.parametrize("folder", [TINY, "aigun-six-days"])
def test_nothing_is_impossible_in_a_sound_scenario(folder):
    assert contradictions(read_scenario(folder)) == {}


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ("sitting >= 5", ["sitting >= 5", "the table has 4 sittings"]),
        ("sitting >= 4", []),
        ("flood > 100", ["flood > 100", "flood lies in 0-100"]),
        ("flood > 20 or flood > 100", []),
        ("trust < 20 and trust > 60", ["trust < 20", "trust > 60"]),
        ("trust < 61 and trust > 59", []),
        ("trust < 61 and trust > 60", ["trust < 61", "trust > 60"]),
        ("signed", ["signed", "nothing is signed while they talk"]),
        ("offer.fare = high and offer.fare = low", ["offer.fare = high", "offer.fare = low"]),
        ("news and sitting = 1", ["news", "sitting = 1", "the news comes from sitting 2 on"]),
        ("pressure > 0", ["pressure > 0", "acts of pressure are counted, one a sitting at most"]),
        ("2 * flood - trust > 250", ["2 * flood - trust > 250"]),
        ("day = 26 and sitting = 4", ["day = 26", "sitting = 4", "the talks begin on day 22"]),
        ("day = 25 and sitting = 4", []),
    ],
)
def test_a_condition_that_cannot_hold_gives_the_fewest_lines(tiny, when, lines):
    found = said(changed(tiny, "third", when=parse(when)), "event:third")
    assert found[: len(lines)] == lines if lines else not found


def test_a_note_is_set_before_it_is_read(tiny):
    early = changed(tiny, "third", when=parse("note.mended and sitting = 1"))
    assert said(early, "event:third")[:2] == ["note.mended", "sitting = 1"]
    assert not said(changed(tiny, "third", when=parse("note.mended")), "event:third")


def test_a_scene_that_is_scheduled_comes_only_where_its_own_condition_holds(tiny):
    assert said(changed(tiny, "thanks", when=parse("sitting >= 5")), "event:thanks")
    assert not said(changed(tiny, "thanks", when=parse("sitting = 4")), "event:thanks")


def test_two_scenes_that_wait_for_each_other_never_come(tiny):
    first = changed(tiny, "one", when=parse("chose.two.mend"))
    both = changed(first, "two", when=parse("chose.one.mend"))
    assert "chose.two.mend" in said(both, "event:one")
    assert "chose.one.mend" in said(both, "event:two")


def test_an_ending_behind_others_that_leave_it_nothing_is_never_told(tiny):
    friends = tiny.endings["friends"]
    endings = ById(
        {
            "a": friends.model_copy(update={"when": parse("signed")}),
            "b": friends.model_copy(update={"when": parse("ended != signed")}),
            "c": friends.model_copy(update={"when": parse("trust >= 10")}),
        }
    )
    found = contradictions(tiny.model_copy(update={"endings": endings}))
    assert {str(aim): why.behind for aim, why in found.items()} == {"ending:c": ("a", "b")}


def test_without_a_signature_the_court_has_no_verdict(tiny):
    friends = tiny.endings["friends"]
    one = friends.model_copy(update={"when": parse("verdict = ratified and not signed")})
    found = contradictions(tiny.model_copy(update={"endings": ById({"one": one})}))
    assert list(map(str, found)) == ["ending:one"]


def test_what_only_an_impossible_choice_schedules_never_comes(tiny):
    ice, thanks = tiny.events["ice"], tiny.events["thanks"]
    mend = ice.choices["mend"].model_copy(update={"when": parse("flood > 100")})
    ice = ice.model_copy(update={"choices": ById({**ice.choices, "mend": mend})})
    thanks = thanks.model_copy(update={"when": None})
    events = ById({"ice": ice, "thanks": thanks})
    found = said(tiny.model_copy(update={"events": events}), "event:thanks")
    assert found == [
        "thanks comes only when it is scheduled",
        "thanks is scheduled by ice.mend, which cannot be chosen",
    ]


def test_a_note_of_an_impossible_choice_is_never_there(tiny):
    ice = tiny.events["ice"]
    mend = ice.choices["mend"].model_copy(update={"when": parse("sitting = 4")})
    changed_ice = changed(tiny, "ice", choices=ById({**ice.choices, "mend": mend}))
    found = said(changed(changed_ice, "third", when=parse("note.mended")), "event:third")
    assert found[0] == "note.mended"
    assert "sitting = 4" in found
    assert "sitting between 1 and 3" in found
