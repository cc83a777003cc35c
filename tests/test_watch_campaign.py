"""`amur play --watch` of a campaign: seasons and tables follow what is changed beside them."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import main
from game.cli.plain_input import Reader
from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import game_of, heading_for, start_play
from game.files.records import read_record
from game.files.reloading import Ready, Reloading, Trouble
from game.record import verify
from tests.fords import FORDS

ACTIONS, SCENES = "actions.yaml", "events/seasons.yaml"
SOUNDED = ("act sound upper", "act repair")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the two fords, to be changed beside the play."""
    return shutil.copytree(FORDS, tmp_path / "the-two-fords")


@pytest.fixture
def play(folder: Path, tmp_path: Path) -> Iterator[Reloading]:
    """A watched play of them in a dry year, after the orders of the first season."""
    rules = game_of(str(folder), None, None, ["dry-year"])
    heading = heading_for(rules, "3", rules.seats[0])
    kept = start_play(rules, heading, seating, Library(tmp_path / "home"))
    kept.session.advance()
    watched = Reloading(kept, folder, seating)
    decide(watched, *SOUNDED)
    yield watched
    watched.play.close()


def decide(play: Reloading, *lines: str) -> None:
    session = play.play.session
    for words in lines:
        session.decide(session.game.parsed(words, session.state))


def change(folder: Path, file: str, was: str, now: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def reloaded(play: Reloading) -> str:
    """Go on by what was changed, and return what is said of it."""
    ready = play.read(play.changes())
    assert isinstance(ready, Ready)
    play.switch(ready)
    return " ".join(ready.sentences)


def test_seasons_are_replayed_with_their_twists_and_what_differs_is_said(
    play: Reloading, folder: Path
) -> None:
    change(folder, ACTIONS, "do: {stores: +6, unrest: +1}", "do: {stores: +9, unrest: +1}")
    said = reloaded(play)
    assert "actions.yaml has changed; replayed 2 decisions" in said
    assert "from decision 2 (reeve: act repair) on things stand otherwise: stores " in said
    session = play.play.session
    assert session.record.heading.twists == ("dry-year",)
    assert verify(session.game, read_record(play.play.file.path).record) == []


def test_a_scene_that_is_new_before_all_others_makes_nothing_otherwise(
    play: Reloading, folder: Path
) -> None:
    new = "  the-frost:\n    title: The frost\n    seat: reeve\n    when: turn = 8\n"
    new += "    text: It is cold.\n    choices:\n      a: {say: So it is., do: {stores: -1}}\n"
    new += "      b: {say: It will pass., do: {stores: -2}}\n    invented: true\n"
    change(folder, SCENES, "events:\n", f"events:\n{new}")
    assert "replayed 2 decisions, all as before." in reloaded(play)


def test_an_order_that_is_gone_stops_the_line(play: Reloading, folder: Path) -> None:
    change(folder, ACTIONS, "  repair:\n", "  mend:\n")
    said = reloaded(play)
    assert "Decision 2 (reeve: act repair) can no longer be taken" in said
    assert [node.decision_text for node in play.play.session.record.current_line()] == [SOUNDED[0]]


def test_what_changes_at_a_table_is_replayed_there(play: Reloading, folder: Path) -> None:
    for _ in range(40):
        session = play.play.session
        if session.state.at:
            break
        legal = [str(session.game.formatted(d, session.state)) for d in session.legal()]
        talks = next((words for words in legal if words.startswith("open ")), legal[0])
        decide(play, talks)
    decide(play, "choose the-bell sit")
    change(folder, "events/tables.yaml", "do: {credibility: +3, trust: -2,", "do: {trust: -9,")
    said = reloaded(play)
    assert "(reeve: choose the-bell sit) on things stand otherwise: trust " in said
    assert play.play.session.state.at == session.state.at


def test_a_fault_is_said_at_its_place_and_the_play_goes_on(play: Reloading, folder: Path) -> None:
    change(folder, ACTIONS, "do: {stores: +6,", "do: {stoers: +6,")
    trouble = play.read(play.changes())
    assert isinstance(trouble, Trouble)
    assert "stoers is no track" in trouble.why
    session = play.play.session
    session.decide(session.legal()[0])


def test_line_mode_follows_the_editor_through_seasons(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nact sound upper\nact repair\nquit\n"))
    lines, read = iter(range(9)), Reader.line

    def line(reader: Reader, prompt: str = "> ", *, empty: bool = False) -> str:
        if next(lines) == 2:
            change(folder, ACTIONS, "label: Repair the quays", "label: Mend the quays")
        return read(reader, prompt, empty=empty)

    monkeypatch.setattr(Reader, "line", line)
    assert main(["play", str(folder), "--plain", "--watch", "--seed", "3"]) == 0
    told = capsys.readouterr().out
    assert f"{folder} is watched" in " ".join(told.split())
    assert "* actions.yaml has changed; replayed 1 decision, as before." in told
    assert "Mend the quays" in told
    assert told.count("Read your instructions first.") == 1
