"""`amur plays`: what is kept, as a shell meets it, and all that can be done with it."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import heading_for, rules_of, start_play
from game.files.records import RecordFile, read_record
from game.files.summaries import summary
from game.record import OPENING, Cursor, Name
from game.rules import Rules
from game.state import Decision
from tests.in_lines import amur

HOSTILE = "[/] \x1b[31mred ‮turned 満洲"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_of("aigun-six-days", None, None)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def kept(home: Path, rules: Rules, seat: str = "muraviev", name: str = "") -> Path:
    """Keep a play that went home as soon as it could."""
    heading = heading_for(rules, "7", seat)
    with start_play(rules, heading, seating, Library(home)) as play:
        session = play.session
        session.advance()
        while not session.is_over:
            leave = Decision("go-home" if seat == "muraviev" else "break-off")
            session.decide(leave if leave in session.legal() else session.legal()[0])
        session.remark(Name(OPENING, name))
        return play.file.path


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """Run `amur plays` and return what it printed; of what went wrong, one line."""
    assert main(["plays", *words]) == code
    out, err = capsys.readouterr()
    if code == 2:
        assert err.startswith("amur: ")
        assert err.count("\n") == 1
        return err
    return out + err


def test_no_play_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys) == "No play is kept yet; 'amur play' begins one.\n"
    assert said(capsys, "trash") == "The trash is empty.\n"


def test_a_play_is_told_with_its_chair_its_dates_its_end_and_what_was_seen(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules, name="The Zeya line")
    shown = said(capsys)
    first, *_ = shown.splitlines()
    assert first == "The Zeya line"
    assert path.name in shown
    assert "Six Days at Aigun · Nikolai Muraviev" in shown
    assert f"played {summary(path).played:%d %b %Y %H:%M}" in shown
    assert " May 1858, " in shown
    assert "over, no paper · " in shown
    assert "1 line, 1 ended · 3 of 34 endings · " in shown
    assert "Six Days at Aigun, seen as Nikolai Muraviev: 3 of 34 endings" in shown


def test_a_play_that_was_not_begun_is_told_as_that(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    Library(home).new_play(heading_for(rules, "7", "muraviev")).close()
    shown = said(capsys)
    assert "not begun" in shown
    assert "22 May 1858, afternoon" in shown
    assert " 0 lines" not in shown
    assert "'amur play --record FILE' takes one up" in " ".join(shown.split())


def test_the_list_is_data_for_tools(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = kept(home, rules, name="The Zeya line")
    kept(home, rules, "yishan")
    (home / "records" / "diary.amur").write_text("dear diary\n")
    said(capsys, "throw-away", str(kept(home, rules)))
    read = json.loads(said(capsys, "--json"))
    assert list(read) == ["format", "plays", "seen", "trash", "meaning"]
    assert read["format"] == 1
    by_file = {play["file"]: play for play in read["plays"]}
    play = by_file[str(mine)]
    assert play["name"] == "The Zeya line"
    assert (play["scenario"], play["seat"], play["seed"]) == ("aigun-six-days", "muraviev", "7")
    assert (play["lines"], play["ended"]) == (1, 1)
    assert play["outcome"]["ended"] == "went-home"
    assert len(play["outcome"]["endings"]) == play["seen"]["endings"]["seen"] == 3
    assert play["seen"]["scenes"]["total"] == 25
    assert "is no record" in by_file[str(home / "records" / "diary.amur")]["trouble"]
    assert [part["seat"] for part in read["seen"]] == ["muraviev", "yishan"]
    assert len(read["trash"]) == 1
    known = {*read, *(f"plays.{key}" for key in play)}
    assert set(read["meaning"]) <= known, "what is explained is there"


def test_words_find_plays_and_what_was_seen_is_told_of_all(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(home, rules, name="The Zeya line")
    kept(home, rules, "yishan")
    for words in ("ZEYA line", "nikolai", "no paper zeya"):
        shown = said(capsys, "--find", words)
        assert shown.startswith("The Zeya line\n")
        assert "seen as Yishan" in shown
        assert "· Yishan" not in shown
        read = json.loads(said(capsys, "--json", "--find", words))
        assert ([play["name"] for play in read["plays"]], len(read["seen"])) == (
            ["The Zeya line"],
            2,
        )
    assert said(capsys, "--find", "no such words").startswith("No play has these words.\n")


def test_a_play_is_named_and_found_by_its_name(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules)
    assert said(capsys, "rename", path.stem, "The", "Zeya", "line") == (
        f"{path} is called 'The Zeya line' now.\n"
    )
    assert said(capsys, "rename", "the zeya line", "") == f"{path} has no name now.\n"
    assert "there is no play 'the zeya line'" in said(
        capsys, "rename", "the zeya line", "x", code=2
    )


def test_a_play_is_copied_out_and_in(
    home: Path, rules: Rules, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, file = kept(home, rules, name="The Zeya line"), tmp_path / "mine.amur"
    assert "called 'The Zeya line, copy'" in said(capsys, "copy", "The Zeya line")
    assert said(capsys, "export", path.stem, str(file)) == f"Copied to {file}.\n"
    assert file.read_bytes() == path.read_bytes()
    assert "exists already" in said(capsys, "export", path.stem, str(file), code=2)
    file.write_bytes(file.read_bytes() + b'{"cursor":')
    shown = said(capsys, "import", str(file))
    assert f"Kept as {home / 'records' / 'mine.amur'}." in shown
    assert "was torn off" in shown
    assert "is no record" in said(capsys, "import", "pyproject.toml", code=2)
    assert len(Library(home).plays()) == 3


def test_a_code_is_taken_in(home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]) -> None:
    path = kept(home, rules)
    assert main(["export", str(path)]) == 0
    code = capsys.readouterr().out.strip()
    assert said(capsys, "import", code).startswith("Kept as ")
    assert len(Library(home).plays()) == 2
    assert "amur: " in said(capsys, "import", code[:20], code=2)


def test_a_play_that_stands_before_an_end_says_how_it_ended_and_what_its_people_decided(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules, "yishan")
    with RecordFile.open(path) as file:
        record = file.record
        stands = [node.id for node in record.nodes.values() if node.seat_id == "yishan"][-2]
        file.append(Cursor(stands))
    own = [node for node in record.path(stands) if node.seat_id == "yishan"]
    shown = " ".join(said(capsys).split())
    assert f"{len(own)} decision" in shown
    assert "May 1858, " in shown
    assert "1 of 1 line ended; no paper · " in shown
    read = json.loads(said(capsys, "--json"))["plays"][0]
    assert (read["decisions"], read["nodes"]) == (len(own), len(record.nodes))
    assert len(own) < len(record.path(stands)) < len(record.nodes)
    assert "called 'Six Days at Aigun, copy'" in said(capsys, "copy", path.stem)


def test_a_word_without_a_folder_is_a_play_of_the_library_first_and_its_path_is_said(
    home: Path,
    rules: Rules,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = kept(home, rules)
    here = tmp_path / path.name
    here.write_bytes(path.read_bytes())
    assert said(capsys, "rename", path.name, "X") == f"{path} is called 'X' now.\n"
    assert said(capsys, "rename", f"./{path.name}", "Y") == f"{path.name} is called 'Y' now.\n"
    assert (summary(path).name, summary(here).name) == ("X", "Y")
    assert said(capsys, "copy", path.name).startswith(f"{path} is copied to ")
    assert said(capsys, "throw-away", path.name).startswith(f"{path} lies in the trash as ")
    assert here.is_file()
    assert "does not lie in the library" in said(capsys, "throw-away", path.name, code=2)


def test_what_is_taken_in_twice_is_said_to_be_there_and_taken_in_all_the_same(
    home: Path,
    rules: Rules,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, file = kept(home, rules, name="The Zeya line"), tmp_path / "sent.amur"
    said(capsys, "export", path.stem, str(file))
    assert main(["export", str(path)]) == 0
    code = capsys.readouterr().out.strip()
    already = f"the library has this play already, as {path.name}, called 'The Zeya line'"
    for shared in (str(file), code):
        said(capsys, "rename", str(path), "The Zeya line")
        assert already in said(capsys, "import", shared)
        said(capsys, "throw-away", Library(home).plays()[0].path.stem)
    monkeypatch.setattr("sys.stdin", StringIO("quit\n"))
    assert main(["play", "--plain", "--from", code]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert already in shown.replace("The library", "the library")
    assert len(Library(home).plays()) == 2
    other = kept(tmp_path / "elsewhere", rules, "yishan")
    assert "already" not in said(capsys, "import", str(other))


def test_what_was_thrown_away_comes_back_or_is_deleted_for_good(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules, name="The Zeya line")
    text = path.read_bytes()
    shown = said(capsys, "throw-away", "The Zeya line")
    assert f"'amur plays bring-back {path.stem}' brings it back" in shown
    assert "In the trash: 1" in said(capsys)
    assert said(capsys, "trash").startswith("The Zeya line\n")
    assert said(capsys, "bring-back", path.stem) == f"It is kept again, as {path}.\n"
    assert path.read_bytes() == text
    said(capsys, "throw-away", path.stem)
    assert said(capsys, "empty-trash") == "Deleted for good: 1 play.\n"
    assert said(capsys, "trash") == "The trash is empty.\n"
    assert "the trash holds no play" in said(capsys, "bring-back", path.stem, code=2)


def test_at_a_keyboard_the_trash_is_emptied_only_on_yes(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(capsys, "throw-away", str(kept(home, rules)))
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda question: asked.append(question))
    assert said(capsys, "empty-trash", code=1) == "Nothing was deleted.\n"
    assert asked == ["Delete 1 play for good?"]
    assert "1;" in said(capsys)
    monkeypatch.setattr("click.confirm", lambda question: True)
    assert said(capsys, "empty-trash") == "Deleted for good: 1 play.\n"


def test_a_play_that_is_being_played_is_left_alone(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules)
    with RecordFile.open(path):
        for words in (["rename", path.stem, "x"], ["throw-away", path.stem]):
            assert "is being played by" in said(capsys, *words, code=2)
        assert "is copied to" in said(capsys, "copy", path.stem)
    assert read_record(path).record.names == {}


def test_hostile_names_are_letters(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules, name=HOSTILE)
    shown = said(capsys) + said(capsys, "copy", path.stem) + said(capsys, "throw-away", HOSTILE)
    for line in (shown + said(capsys, "trash")).splitlines():
        assert line.isprintable()
    assert "[/] ␛[31mred <U+202E>turned 満洲" in shown
    assert "␛" in said(capsys, "rename", "no such \x1b[31m", "x", code=2)


def test_a_play_without_its_scenario_is_listed_all_the_same(
    home: Path, rules: Rules, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(home, rules)
    text = path.read_text("utf-8").replace('"aigun-six-days"', '"nowhere"', 1)
    path.write_text(text, "utf-8")
    assert "there is no scenario nowhere" in " ".join(said(capsys).split())
    assert json.loads(said(capsys, "--json"))["plays"][0]["seen"] is None


def test_through_a_pipe_an_empty_trash_is_emptied_of_nothing(tmp_path: Path) -> None:
    done = amur("plays", "empty-trash", home=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Deleted for good: 0 plays.\n")
