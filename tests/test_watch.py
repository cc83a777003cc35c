"""`amur play --watch`: a scenario is changed while it is played, and the play goes on by it."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import time_ns

import pytest

from game.cli import main
from game.cli.mended_first import MEND, once_mended
from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_text import put
from game.cli.seating import seating
from game.errors import RecordError, ScenarioError
from game.files import shared_map
from game.files.folders import shipped
from game.files.library import Library
from game.files.plays import KeptPlay, heading_for, resume_play, rules_of, start_play
from game.files.records import read_record
from game.files.reloading import Ready, Reloading, Trouble
from game.files.watching import Watch
from game.record import OPENING, Name, Note, digest, verify
from game.rules import Rules, parsed
from game.scenario import Scenario, parse
from game.session import carried, otherwise

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny scenario, to be changed beside the play."""
    return shutil.copytree(TINY, tmp_path / "tiny")


@pytest.fixture
def play(folder: Path, tmp_path: Path) -> Iterator[Reloading]:
    """A watched play of it, from the ferryman's chair, after two decisions of his."""
    rules = rules_of(str(folder), None, None)
    heading = heading_for(rules, "3", "ferryman")
    library = Library(tmp_path / "home")
    watched = Reloading(start_play(rules, heading, seating, library), folder, seating)
    decide(watched.play, "choose ice mend", "offer fare=high landing=mill")
    yield watched
    watched.play.close()


def decide(kept: KeptPlay, *lines: str) -> None:
    session = kept.session
    for words in lines:
        session.decide(parsed(words, session.rules.table, session.state))


def change(folder: Path, was: str, now: str, file: str = "events/river.yaml") -> None:
    path = folder / file
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, now))


def found(play: Reloading) -> Ready | Trouble:
    return play.read(play.changes())


def reloaded(play: Reloading) -> str:
    """Go on by what was changed, and return what is said of it."""
    ready = found(play)
    assert isinstance(ready, Ready)
    play.switch(ready)
    return " ".join(ready.sentences)


def words_of(play: Reloading) -> list[str]:
    session = play.play.session
    return [node.decision_text for node in session.record.path(session.cursor)]


def records(play: Reloading) -> list[str]:
    return sorted(path.name for path in play.play.file.path.parent.glob("*.amur"))


# What is noticed.


def test_only_what_holds_something_else_has_changed(folder: Path) -> None:
    watch = Watch(folder)
    assert watch.changes() == ()
    river = folder / "events" / "river.yaml"
    river.touch()
    river.write_text(river.read_text())
    assert watch.changes() == ()
    river.write_text(river.read_text() + "\n")
    (folder / "codex" / "mill.md").write_text("a page")
    (folder / "notes.txt").write_text("mine")
    assert watch.changes() == ("codex/mill.md", "events/river.yaml")
    assert watch.changes() == ()
    river.unlink()
    assert watch.changes() == ("events/river.yaml",)


def test_what_was_written_since_the_rules_were_read_has_changed(folder: Path) -> None:
    river = folder / "events" / "river.yaml"
    written = river.stat().st_mtime_ns
    assert Watch(folder, since=time_ns()).changes() == ()
    river.touch()
    os.utime(river, ns=(written, time_ns() + 10**9))
    assert Watch(folder, since=time_ns()).changes() == ("events/river.yaml",)


def test_a_folder_that_is_gone_is_a_change_of_its_cover(folder: Path) -> None:
    watch = Watch(folder)
    folder.rename(folder.with_name("elsewhere"))
    assert watch.changes() == ("scenario.yaml",)
    assert watch.changes() == ()
    folder.with_name("elsewhere").rename(folder)
    assert "events/river.yaml" in watch.changes()


def test_a_change_of_the_scenarios_tests_is_told_and_changes_nothing(play: Reloading) -> None:
    tests = play.folder / "tests"
    tests.mkdir()
    (tests / "some.yaml").write_text("cases: {}\n")
    ready = found(play)
    assert isinstance(ready, Ready)
    assert ready.unchanged
    assert ready.sentences == ("tests/some.yaml is new; nothing of what is played is another.",)
    assert play.changes() == ()


def test_the_geography_of_the_map_is_watched_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "scenarios"
    for name in ("aigun-six-days", "shared-map"):
        shutil.copytree(shipped() / name, home / name)
    monkeypatch.setattr(shared_map, "shipped", lambda: home)
    folder, theatre = home / "aigun-six-days", home / "shared-map" / "theatre.json"
    rules = rules_of(str(folder), None, None)
    heading = heading_for(rules, "3", "muraviev")
    play = Reloading(
        start_play(rules, heading, seating, Library(tmp_path / "home")), folder, seating
    )
    assert play.changes() == ()
    written = theatre.read_text()
    theatre.write_text(written.replace('"aigun"', '"aihun"'))
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert "aigun is no place of shared-map" in trouble.why
    theatre.write_text("{}")
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert f"{theatre} cannot be understood" in trouble.why
    theatre.write_text(written.replace('"name":"Nikolaevsk"', '"name":"The mouth"'))
    assert theatre.read_text() != written
    ready = found(play)
    assert isinstance(ready, Ready)
    assert (ready.same, ready.unchanged, ready.files) == (True, False, (str(theatre),))
    play.switch(ready)
    assert play.changes() == ()
    play.play.close()


# What comes of it: the pure part.


def test_a_play_is_carried_over_with_its_lines_numbers_and_notes(play: Reloading) -> None:
    session = play.play.session
    session.remark(Note(1, "well done"))
    session.go_to(OPENING)
    decide(play.play, "choose ice leave")
    came = carried(session.record, session.rules)
    assert came.record.nodes == session.record.nodes
    assert came.record.notes == session.record.notes
    assert came.record.cursor == session.cursor
    assert (came.stopped, came.left_out) == ("", 0)


def test_what_stands_on_a_lost_choice_is_left_out(play: Reloading) -> None:
    session = play.play.session
    mended = session.cursor
    session.go_to(OPENING)
    decide(play.play, "choose ice leave")
    scenario = _without_choice(session.rules.scenario, "ice", "mend")
    came = carried(session.record, Rules(scenario))
    assert next(iter(came.record.nodes.values())).decision_text == "choose ice leave"
    assert came.left_out == mended
    stopped = carried(session.record, Rules(scenario), mended)
    assert (stopped.made, stopped.record.cursor) == (0, OPENING)
    assert stopped.stopped == "that cannot be decided here and now"


def test_a_new_scene_before_others_makes_nothing_otherwise(play: Reloading) -> None:
    session = play.play.session
    events = session.rules.scenario.events
    late = events["ice"].model_copy(update={"when": parse("sitting >= 4")})
    rules = Rules(session.rules.scenario.model_copy(update={"events": {"late": late, **events}}))
    came = carried(session.record, rules)
    assert came.stopped == ""
    assert came.record.nodes != session.record.nodes  # digests count scenes by their places
    assert otherwise(session.rules, session.record, rules, came.record) is None


def _without_choice(scenario: Scenario, scene: str, choice: str) -> Scenario:
    event = scenario.events[scene]
    left = {id: c for id, c in event.choices.items() if id != choice}
    less = event.model_copy(update={"choices": left})
    return scenario.model_copy(update={"events": {**scenario.events, scene: less}})


# What comes of it: files and records.


def test_a_text_that_changed_is_played_and_everything_stands_as_before(
    play: Reloading, folder: Path
) -> None:
    before, path = play.play.session, play.play.file.path
    change(folder, "It holds.", "It holds, for now.")
    made = len(words_of(play))
    assert (
        reloaded(play)
        == f"events/river.yaml has changed; replayed {made} decisions, all as before."
    )
    now = play.play.session
    assert digest(now.state) == digest(before.state)
    assert now.rules.scenario.events["ice"].choices["mend"].result == "It holds, for now."
    assert now.record.heading.digest == now.rules.scenario.digest != before.record.heading.digest
    assert play.play.file.path == path
    assert verify(now.rules, read_record(path).record) == []
    old = read_record(path.with_name("tiny-ferryman-3-1-before.amur")).record
    assert verify(before.rules, old) == []
    assert old == before.record
    noted = "Carried over from tiny-ferryman-3-1-before.amur: events/river.yaml has changed."
    assert now.record.notes[OPENING] == noted


def test_an_effect_that_changed_is_said_by_its_numbers(play: Reloading, folder: Path) -> None:
    change(folder, "trust: +3", "trust: +9")
    said = reloaded(play)
    assert "from decision 1 (ferryman: choose ice mend) on things stand otherwise" in said
    assert "trust 59, not 53" in said
    assert words_of(play)[0] == "choose ice mend"
    now = play.play.session
    assert verify(now.rules, now.record) == []


def test_a_scene_that_is_gone_stops_the_line_which_is_kept(play: Reloading, folder: Path) -> None:
    path, line = play.play.file.path, words_of(play)
    old = path.with_name("tiny-ferryman-3-1-before.amur")
    river = folder / "events" / "river.yaml"
    whole = river.read_text()
    river.write_text(whole.replace("  ice:", "  frost:").replace("chose.ice.", "chose.frost."))
    said = reloaded(play)
    assert "decision 1 (ferryman: choose ice mend) can no longer be taken" in said.casefold()
    assert (
        f"the play stands at the opening, and the line of the old version is kept in {old}" in said
    )
    assert words_of(play) == []
    assert [n.decision_text for n in read_record(old).record.main_line()] == line
    river.write_text(whole)
    reloaded(play)
    assert words_of(play) == line  # what was stopped is found again
    assert records(play) == [path.name]


def test_the_scene_that_stands_open_may_go(play: Reloading, folder: Path) -> None:
    session = play.play.session
    session.go_to(OPENING)
    change(folder, "flood >= 20", "flood >= 90")
    said = reloaded(play)
    assert said.startswith("events/river.yaml has changed; nothing had been decided yet.")
    assert "3 decisions of other lines could not be taken over." in said
    assert play.play.session.view().state.scene == -1


def test_a_fault_is_said_at_its_place_and_nothing_is_lost(play: Reloading, folder: Path) -> None:
    session = play.play.session
    river = folder / "events" / "river.yaml"
    whole = river.read_text()
    river.write_text(whole.replace("    choices:", "   choices:"))
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert trouble.fault is not None
    assert trouble.why.startswith("events/river.yaml:")
    assert play.changes() == ()  # it is said once
    assert play.play.session is session
    decide(play.play, "choose thanks eat")
    line = words_of(play)
    river.write_text(whole)
    assert reloaded(play) == "events/river.yaml has changed; nothing of what is played is another."
    assert words_of(play) == line


def test_a_file_that_is_new_or_gone_is_not_said_to_have_changed(
    play: Reloading, folder: Path
) -> None:
    page, other = folder / "codex" / "mill.md", folder / "codex" / "ice.md"
    words = "title: The mill\nsource: ledger\n\nIt stands.\n"
    page.write_text(words)
    assert reloaded(play).startswith("codex/mill.md is new; ")
    page.write_text(words + "\nStill.\n")
    assert reloaded(play).startswith("codex/mill.md has changed; ")
    page.unlink()
    assert reloaded(play).startswith("codex/mill.md is gone; ")
    page.write_text(words)
    other.write_text(words)
    assert reloaded(play).startswith("codex/mill.md has changed, and codex/ice.md is new; ")
    (folder / "sources.yaml").unlink()
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert trouble.sentences[0].startswith("sources.yaml is gone, and cannot be played: ")


def test_a_folder_that_is_gone_is_said(play: Reloading, folder: Path) -> None:
    shutil.rmtree(folder)
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert "there is no scenario" in trouble.why or "holds no scenario" in trouble.why
    decide(play.play, "choose thanks eat")
    shutil.copytree(TINY, folder)
    line = words_of(play)
    reloaded(play)
    assert words_of(play) == line


def test_a_record_of_which_nothing_was_decided_goes_with_the_next_change(
    play: Reloading, folder: Path
) -> None:
    change(folder, "It holds.", "It holds. One.")
    reloaded(play)
    change(folder, "One.", "Two.")
    reloaded(play)
    assert records(play) == ["tiny-ferryman-3-1-before.amur", "tiny-ferryman-3-1.amur"]
    decide(play.play, "choose thanks eat")
    change(folder, "Two.", "Three.")
    reloaded(play)
    assert records(play)[:2] == ["tiny-ferryman-3-1-before-2.amur", "tiny-ferryman-3-1-before.amur"]
    assert play.play.session.record.notes[OPENING].count("Carried over from") == 1
    assert words_of(play)[-1] != words_of(play)[0]


def test_a_play_in_which_nothing_was_decided_leaves_no_old_record(
    folder: Path, tmp_path: Path
) -> None:
    rules = rules_of(str(folder), None, None)
    heading = heading_for(rules, "3", "ferryman")
    path = tmp_path / "mine.amur"
    play = Reloading(start_play(rules, heading, seating, path), folder, seating)
    for was, now in (("groans", "sings"), ("sings", "cries")):
        change(folder, was, now)
        reloaded(play)
    assert records(play) == ["mine.amur"]
    decide(play.play, "choose ice mend")
    play.play.close()
    record = read_record(path).record
    assert verify(play.play.session.rules, record) == []
    assert OPENING not in record.notes


def test_a_play_keeps_its_name_and_the_old_one_says_that_it_is_old(
    play: Reloading, folder: Path
) -> None:
    play.play.session.remark(Name(OPENING, "The mill"))
    change(folder, "It holds.", "It holds. One.")
    reloaded(play)
    path = play.play.file.path
    old = path.with_name("tiny-ferryman-3-1-before.amur")
    assert read_record(path).record.names[OPENING] == "The mill"
    assert read_record(old).record.names[OPENING] == "The mill, before a change"
    change(folder, "It holds. One.", "It holds.")
    reloaded(play)
    assert read_record(path).record.names[OPENING] == "The mill"
    assert records(play) == [path.name]


def test_where_no_record_can_be_written_the_play_goes_on_as_it_was(
    play: Reloading, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise RecordError("the disk is full")

    line = words_of(play)
    change(folder, "It holds.", "It holds. One.")
    ready = found(play)
    assert isinstance(ready, Ready)
    monkeypatch.setattr("game.files.reloading.RecordFile.create", full)
    with pytest.raises(RecordError, match="the disk is full"):
        play.switch(ready)
    decide(play.play, "choose thanks eat")
    assert words_of(play)[: len(line)] == line
    assert records(play) == [play.play.file.path.name]
    assert verify(play.play.session.rules, read_record(play.play.file.path).record) == []


def test_a_play_that_was_left_is_carried_over_when_it_is_taken_up(
    play: Reloading, folder: Path
) -> None:
    play.play.close()
    path, line = play.play.file.path, words_of(play)
    change(folder, "trust: +3", "trust: +9")
    rules = rules_of(str(folder), None, None)
    later = Reloading(resume_play(lambda _: rules, path, seating), folder, seating)
    said = reloaded(later)
    assert said.startswith("the scenario has changed; replayed 3 decisions; from decision 1 ")
    assert words_of(later) == line
    assert verify(rules, read_record(path).record) == []
    assert records(later) == ["tiny-ferryman-3-1-before.amur", "tiny-ferryman-3-1.amur"]
    assert later.changes() == ()
    later.play.close()


def test_a_chair_that_is_gone_is_trouble(play: Reloading, folder: Path) -> None:
    for path in folder.rglob("*.*"):
        path.write_text(path.read_text().replace("ferryman", "boatman"))
    (folder / "briefs" / "ferryman.md").rename(folder / "briefs" / "boatman.md")
    trouble = found(play)
    assert isinstance(trouble, Trouble)
    assert trouble.why == "nobody can go on as 'ferryman'; the seats are boatman and miller now"


# In lines of text.


class Typed(io.StringIO):
    """Lines that are typed, and edits made before the line after them is read."""

    def __init__(self, *steps: str | Callable[[], object]) -> None:
        super().__init__()
        self._steps = list(steps)

    def readline(self, size: int = -1, /) -> str:
        line = str(self._steps.pop(0)) + "\n" if self._steps else ""
        while self._steps and callable(self._steps[0]):
            self._steps.pop(0)()  # type: ignore[operator]
        return line


def test_line_mode_follows_the_editor(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    typed = Typed(
        "1",
        lambda: change(folder, "The ice groans.", "The ice sings."),
        "1",
        "draft fare=low",
        lambda: change(folder, "trust: +3", "trusst: +3"),
        "paper",
        lambda: change(folder, "trusst: +3", "trust: +8"),
        "paper",
        "paper",
        "quit",
    )
    monkeypatch.setattr("sys.stdin", typed)
    code = main(["play", str(folder), "--plain", "--watch", "--seat", "ferryman", "--seed", "3"])
    told = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert "The ice sings." in told.partition("has changed; nothing had been decided yet.")[2]
    assert told.count("Sit down at the table") == 1
    assert "events/river.yaml:12:14: unknown-name: trusst is no track (did you mean trust?)" in told
    assert "The play goes on by the rules as they were." in told
    mended = told.partition("trust 58, not 53")[2]
    assert "the fare: five coppers" in mended  # the draft is carried over
    assert "--watch --record" in mended


# Where there are faults from the beginning.


class Keyboard(Reader):
    """A keyboard, at which an author mends something before Enter is pressed."""

    def __init__(self, *edits: Callable[[], object]) -> None:
        super().__init__(io.StringIO())
        self.is_keyboard = True
        self._edits = list(edits)

    def enter(self, prompt: str) -> None:
        if not self._edits:
            raise InputEnded
        put(prompt)
        self._edits.pop(0)()


def test_a_play_begins_once_the_scenario_is_mended(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = []

    def begin() -> None:
        began.append(rules_of(str(folder), None, None))

    change(folder, "trust: +3", "trusst: +3")
    author = Keyboard(
        lambda: change(folder, "trusst: +3", "trst: +3"),
        lambda: change(folder, "trst: +3", "trust: +3"),
    )
    once_mended(begin, author)
    assert len(began) == 1
    told = " ".join(capsys.readouterr().out.split())
    first, second, _ = told.split(MEND.strip())
    assert "river.yaml:12:14 error: unknown-name trusst is no track." in first
    assert "To mend it: write trust, if you mean that." in first
    assert "trst is no track." in second


@pytest.mark.parametrize("reader", [Keyboard(), Reader(io.StringIO())], ids=["left", "a pipe"])
def test_where_nobody_mends_it_the_faults_are_an_error(folder: Path, reader: Reader) -> None:
    change(folder, "trust: +3", "trusst: +3")
    with pytest.raises(ScenarioError, match="trusst"):
        once_mended(partial(rules_of, str(folder), None, None), reader)
