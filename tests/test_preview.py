"""`amur preview`: one part of a scenario in a state that is given, as a player would read it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.coach.workshop.questions import Questions
from game.coach.workshop.scene_seen import effects_said, scene_seen
from game.files.locating import DocumentPlaces
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario.case_lint import case_names
from game.scenario.clauses import effects
from game.state import CLAIMANT

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny scenario that may be spoilt."""
    return shutil.copytree(TINY, tmp_path / "tiny")


def told(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> str:
    """Return what a preview prints, its lines joined."""
    assert main(["preview", *map(str, words)]) == code
    shown = capsys.readouterr()
    return " ".join((shown.out + shown.err).split())


def data(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    assert main(["preview", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_scene_is_shown_with_what_each_choice_does(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, TINY, "ice")
    assert "It comes here." in shown
    assert "The ice groans." in shown
    assert "1. Mend it. (Trust rises; something will come of it later.)" in shown
    assert "does: trust +3 (50, then 53); sets the note mended; lets thanks come after" in shown
    assert "heard of: mended, asked for by thanks." in shown
    assert "then: It holds." in shown
    assert "risk: splash, 20 in a hundred; with this seed it does not come" in shown


def test_a_scene_that_cannot_come_is_shown_with_the_line_that_forbids_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = told(capsys, TINY, "ice", "--given", "flood=10", "--given", "sitting=2")
    assert "It cannot come here: of its `when` `flood >= 20` (events/river.yaml:5:39)" in shown
    assert "does not hold: flood is 10." in shown
    assert "The ice groans." in shown
    assert "sitting between 1 and 3 -- holds (sitting is 2)" in shown


def test_a_scene_that_is_due_still_asks_for_what_its_when_says() -> None:
    rules = Rules(read_scenario(TINY))
    thanks = rules.scenes.by_id["thanks"]
    due = rules.opening("1")._replace(sitting=2, seat=CLAIMANT, due=((thanks.index, 1),))
    for notes, comes in ((frozenset[str](), False), (frozenset({"mended"}), True)):
        state = due._replace(notes=notes)
        questions = Questions(case_names(rules.scenario), DocumentPlaces("river.yaml"))
        seen = scene_seen(rules, "thanks", state, state, questions, "advisers")
        assert seen.comes is comes
        assert comes or "of its `when` `note.mended`" in seen.why_not[0]


def test_a_closed_choice_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, TINY, "ice", "--given", "offer.landing=mill")
    assert "if: not paper or offer.landing = ford -- does not hold" in shown
    seen = data(capsys, TINY, "ice", "--given", "offer.landing=mill")["preview"]["seen"]
    mend, leave = seen["choices"]
    assert (mend["number"], leave["number"]) == (1, 0)
    assert mend["reads"]
    assert not leave["reads"]


def test_a_scene_is_shown_in_the_first_sitting_that_is_open_to_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = told(capsys, "aigun-six-days", "weeping-envoy", "--given", "offer.ussuri=russian")
    assert "sitting 4 of 12" in shown  # the first that its `when` leaves open
    assert "Not open: You have not yet done anything" in shown
    assert "credibility >= 55 -- does not hold, events/muraviev-talks.yaml:" in shown


def test_a_scene_that_waits_for_a_choice_says_for_which(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    river = folder / "events" / "river.yaml"
    asks = "    when: note.mended and not chose.ice.leave\n"
    river.write_text(river.read_text().replace(asks, ""))
    shown = told(capsys, folder, "thanks")
    assert "it comes only where a choice lets it come: ice.mend." in shown


def test_a_play_goes_on_until_the_scene_comes(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "aigun-six-days", "weeping-envoy", "--given", "play=history")
    assert "sitting 5 of 12" in shown
    assert "It comes here." in shown
    never = told(capsys, "aigun-six-days", "the-seal", "--given", "play=history")
    assert "The play of history never meets it; it is shown where it first could come." in never


def test_a_table_has_points_of_both_and_the_zone(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, TINY, "ferry", "--given", "offer.landing=ford")
    assert "high 60 -10 [60 and 0]" in shown
    assert "walk-away ferryman keeps 20" in shown
    assert "1 of 4 papers (25.0 %) leave both" in shown
    assert "pair offer.fare = high and offer.landing = ford: -2.5 for miller" in shown
    assert data(capsys, TINY, "ferry")["preview"]["seen"]["zone"]["papers"] == 4


def test_of_a_text_it_is_said_why_it_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("aigun-six-days", "treaty-nobody-mentions")
    shown = told(capsys, *words, "--given", "play=history")
    assert "It is told here: group treaty." in shown
    assert "* treaty-nobody-mentions: all holds that its `when` asks for." in shown
    assert "torn-up: `verdict = disowned` (endings.yaml:" in shown
    assert "does not hold: verdict is silence." in shown
    assert "passed-over: it would hold, but treaty-nobody-mentions stands before it" in shown
    assert "add --given play=history, or play=integrative" in told(capsys, *words)
    assert "add --given play=integrative, or" in told(capsys, "handbook", "sent-back")
    letter = told(capsys, "aigun-six-days", "despatch", "--given", "play=history")
    assert "* 1: all holds that its `when` asks for." in letter


def test_a_name_of_several_parts_means_the_first_and_names_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "Of the same name: codex/aigun" in told(capsys, "aigun-six-days", "aigun")
    assert "walk-away" not in told(capsys, "aigun-six-days", "codex/aigun")
    assert "in confidence" in told(capsys, "aigun-six-days", "briefs/muraviev")


def test_without_a_part_all_of_them_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, TINY)
    assert shown.startswith("events/ice The ice events/thanks Thanks tables/ferry The fare")
    assert {"part": "codex/river", "title": "The river"} in data(capsys, TINY)["preview"]


@pytest.mark.parametrize(
    ("words", "sorry"),
    [
        (["icee"], "the scenario has no part 'icee'; did you mean ice?"),
        (["ice", "--given", "flod=3"], "--given flod=3: nothing is called flod here"),
        (["ice", "--given", "flood=300"], "300 does not lie in 0-100 (100 is the most)"),
        (["ice", "--given", "nowhere.yaml"], "there is no such file, and it is not KEY=VALUE"),
        (["ice", "--given", "sitting=many"], "--given sitting=many:"),
        (["ice", "--start", "never"], "--start never: never is no start"),
        (["ice", "--seat", "judge"], "--seat judge: judge is no seat at the table"),
        (["ice", "--given", "play=nobody"], "nobody is no persona for the chair of ferryman"),
    ],
)
def test_wrong_words_are_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sorry: str
) -> None:
    assert sorry in told(capsys, TINY, *words, code=2)


def test_a_state_is_given_by_a_file_or_by_a_test(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    given = tmp_path / "given.yaml"
    given.write_text("flood: 10\nsitting: 2\n")
    assert "flood is 10" in told(capsys, TINY, "ice", "--given", given)
    assert "flood is 25" in told(capsys, TINY, "ice", "--given", given, "--given", "flood=25")
    given.write_text("flood: 10\nsiting: 2\n")
    assert "given.yaml:2:1: unknown-name" in told(capsys, TINY, "ice", "--given", given, code=2)
    given.write_text("cases:\n  low-water:\n    given: {flood: 3}\n    then: signed\n")
    assert "flood is 3" in told(capsys, TINY, "ice", "--given", f"{given}#low-water")
    assert "name one of them as FILE#ID" in told(capsys, TINY, "ice", "--given", given, code=2)


def test_faults_are_told_first_and_what_can_be_read_is_shown(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    river = folder / "events" / "river.yaml"
    river.write_text(river.read_text().replace("flood >= 20", "flod >= 20"))
    shown = told(capsys, folder, "ice")
    assert shown.startswith("events/river.yaml:")
    assert "did you mean flood?" in shown
    assert "its rules are not asked" in shown
    assert "The ice groans." in shown
    assert data(capsys, folder, "ice")["faults"][0]["file"] == "events/river.yaml"


def test_what_cannot_be_read_is_not_shown(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    river = folder / "events" / "river.yaml"
    river.write_text("events: {ice: [\n")
    assert "Nothing can be read of 'ice'" in told(capsys, folder, "ice", code=1)
    assert "title: The fare" in told(capsys, folder, "ferry")
    assert "there is no scenario" in told(capsys, "nowhere", "ice", code=2)


def test_what_comes_later_is_told_to_its_author_with_what_it_asks() -> None:
    later = {"after": "2", "if": "not note.gone", "do": {"trust": "+3"}}
    assert list(effects_said(effects({"later": later}))) == [
        "2 seasons later, if not note.gone: trust +3"
    ]
